"""Spots: free places for new shapes among those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from procos_studio.layout.layered import GAP
from procos_studio.layout.pages import is_frame
from procos_studio.layout.sizes import to_grid
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.lines import Points, segments
from procos_studio.model.records import Association, DataAssociation, DataElement, Lane, SequenceFlow

_BELOW = 40.0
_ROOM = 16.0
_OUTSIDE = 2000.0


@dataclass(frozen=True)
class Site:
    """The shapes and lines of a plane, by element."""

    diagram: Diagram
    boxes: Mapping[str, Bounds]
    lines: Mapping[str, Points]


def lane_of(site: Site, key: str) -> str:
    """The innermost drawn lane that names a node, `""` without one."""
    return next((lane.id for lane in reversed(site.diagram.lanes(key)) if lane.id in site.boxes), "")


def spot(site: Site, holder: str, group: list[str], size: Bounds) -> tuple[float, float]:
    """The upper left corner of a free place: right of what leads here, left of what follows, else below all."""
    boxes = site.boxes
    before = [boxes[key] for key in _neighbours(site, group, leading=True) if key in boxes]
    after = [boxes[key] for key in _neighbours(site, group, leading=False) if key in boxes]
    content = united(
        box for key, box in boxes.items() if scope_of(site.diagram, key) == holder and not is_frame(site.diagram[key])
    )
    region = _region(site, holder, group)
    if before:
        start = (before[0].right + GAP, before[0].center.y - size.height / 2)
    elif after:
        start = (after[0].x - GAP - size.width, after[0].center.y - size.height / 2)
    elif region is not None:
        inner = united(box for box in boxes.values() if region.encloses(box) and box != region)
        left = inner.right + GAP if inner is not None else region.x + 2 * GAP
        start = (left, region.center.y - size.height / 2)
    elif content is not None:
        start = (content.x, content.bottom + _BELOW)
    else:
        everything = united(boxes.values()) or Bounds(0, 0, 0, 0)
        start = (everything.x, everything.bottom + _BELOW)
    return _free(site, holder, region, size.moved(to_grid(start[0] - size.x), to_grid(start[1] - size.y)))


def _neighbours(site: Site, group: list[str], *, leading: bool) -> Iterator[str]:
    diagram = site.diagram
    for key in group:
        flows = diagram.incoming(key, SequenceFlow) if leading else diagram.outgoing(key, SequenceFlow)
        for flow in flows:
            yield flow.source if leading else flow.target
        if leading and isinstance(diagram[key], DataElement):
            joins = (*diagram.incoming(key, DataAssociation), *diagram.outgoing(key, DataAssociation))
            yield from (join.parent for join in joins)
        if leading:
            yield from (join.source for join in diagram.incoming(key, Association))
            yield from (join.target for join in diagram.outgoing(key, Association))


def _region(site: Site, holder: str, group: list[str]) -> Bounds | None:
    """The lane, pool or sub-process in which the group ought to stand."""
    pool = site.diagram.participant(holder)
    for key in (lane_of(site, group[0]), pool.id if pool is not None else "", holder):
        if key in site.boxes:
            return site.boxes[key]
    return None


def _free(site: Site, holder: str, region: Bounds | None, wish: Bounds) -> tuple[float, float]:
    """The free place nearest to the wish, inside the region if it has one; else below everything."""
    taken = list(_obstacles(site, holder, region))
    frames = list(_frames(site, holder, region))
    best: tuple[float, Bounds] | None = None
    for dx, dy in _OFFSETS:
        box = wish.moved(dx, dy)
        cost = abs(dx) + abs(dy) + (0.0 if region is None or region.encloses(box) else _OUTSIDE)
        if best is not None and cost >= best[0]:
            continue
        room = box.grown(_ROOM)
        cut = any(frame.intersects(box) and not frame.encloses(box) for frame in frames)
        if not cut and not any(room.intersects(other) for other in taken):
            best = (cost, box)
    if best is not None:
        return best[1].x, best[1].y
    everything = united(site.boxes.values())
    bottom = everything.bottom if everything is not None else 0.0
    return wish.x, wish.y + to_grid(bottom + _BELOW - wish.y)


def _around(site: Site, holder: str) -> set[str]:
    """The holder, what holds it, and its pool."""
    pool = site.diagram.participant(holder)
    return {holder, *(item.id for item in site.diagram.ancestors(holder)), pool.id if pool is not None else ""}


def _frames(site: Site, holder: str, region: Bounds | None) -> Iterator[Bounds]:
    """What a new shape may be inside or outside of, but not across."""
    if region is not None:
        yield region
    yield from (site.boxes[key] for key in _around(site, holder) if key in site.boxes)


def _obstacles(site: Site, holder: str, region: Bounds | None) -> Iterator[Bounds]:
    """Shapes and lines, but not what is around the holder, nor its lanes unless it has to stand in one of them."""
    around = _around(site, holder)
    in_lane = any(isinstance(site.diagram[key], Lane) and box == region for key, box in site.boxes.items())
    for key, box in site.boxes.items():
        element = site.diagram[key]
        own_lane = isinstance(element, Lane) and (not in_lane or (region is not None and box.encloses(region)))
        if key not in around and element.kind != "group" and not own_lane:
            yield box
    for line in site.lines.values():
        for a, b in segments(line):
            yield Bounds(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) + 1, abs(a.y - b.y) + 1)


_OFFSETS = sorted(
    ((float(dx), float(dy)) for dx in range(-400, 401, 40) for dy in range(-400, 401, 40)),
    key=lambda way: (abs(way[0]) + abs(way[1]), -way[1], -way[0]),
)
