"""Bands: the pools of a collaboration and the lanes of a process, as bands of a chart and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from procos_studio.layout.chart import Band
from procos_studio.layout.picture import Picture
from procos_studio.layout.view import View
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds
from procos_studio.model.names import local_reference
from procos_studio.model.records import (
    Collaboration,
    DataElement,
    FlowNode,
    Lane,
    LaneSet,
    MessageFlow,
    Participant,
    SequenceFlow,
)

HEADER = 30.0
"""How wide the part of a pool or lane with its name is, as the canvas draws it."""
POOL_GAP = 40.0
BLACK_BOX = 64.0
_LEAST = 120.0


@dataclass
class _Bar:
    """A pool or lane: the bands it covers (first to last) and how many of its kind are around it."""

    key: str
    first: int
    last: int
    depth: int
    is_pool: bool


@dataclass
class Hall:
    """All bands of a plane. `band_of` numbers the band of every node; `last_of` the lowest band of every holder."""

    holders: list[str] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    band_of: dict[str, int] = field(default_factory=dict)
    last_of: dict[str, int] = field(default_factory=dict)
    waits: tuple[tuple[str, str], ...] = ()
    bars: list[_Bar] = field(default_factory=list)

    def charted(self, feet: Mapping[int, float]) -> tuple[Band, ...]:
        """The bands with the room that stands ready at their bottoms."""
        return tuple(
            Band(band.lead, band.padding, band.height, feet.get(number, 0.0)) for number, band in enumerate(self.bands)
        )

    def draw(self, picture: Picture, spans: list[tuple[float, float]], left: float, right: float) -> None:
        """Put the pools and lanes behind what they hold; `left` and `right` bound the content."""
        deepest = max((bar.depth for bar in self.bars), default=0)
        for bar in self.bars:
            x = left - (deepest - bar.depth + 1) * HEADER
            top, bottom = spans[bar.first][0], spans[bar.last][1]
            picture.boxes[bar.key] = Bounds(x, top, right - x, bottom - top)


def hall_of(view: View, key: str) -> Hall:
    """The bands of a collaboration (its pools with their lanes) or of a process or sub-process with lanes."""
    hall = Hall()
    if isinstance(view.diagram[key], Collaboration):
        for pool in view.diagram.children(key, Participant):
            if view.has(pool):
                _add_pool(view, hall, pool)
        hall.waits = tuple(_waits(view, key, hall))
    elif any(view.has(lane) for lane in _lanes(view, key)):
        _add_lanes(view, hall, key, 0)
        hall.holders.append(key)
    return hall


def _waits(view: View, key: str, hall: Hall) -> list[tuple[str, str]]:
    """Whoever receives a message stands not left of whoever sends it."""
    tops = {node: _top(view, node, hall) for flow in view.diagram.children(key, MessageFlow) for node in _both(flow)}
    pairs = ((tops[flow.source], tops[flow.target]) for flow in view.diagram.children(key, MessageFlow))
    return [(source, target) for source, target in pairs if source and target]


def _both(flow: MessageFlow) -> tuple[str, str]:
    return flow.source, flow.target


def _top(view: View, key: str, hall: Hall) -> str:
    """The node directly in a holder of the hall that is, holds or carries the end of a message; `""` for a pool."""
    node = view.diagram.find(key, FlowNode)
    while node is not None and node.parent not in hall.holders:
        node = view.diagram.find(node.parent, FlowNode)
    if node is None:
        return ""
    return node.attached_to or node.id


def _add_pool(view: View, hall: Hall, pool: Participant) -> None:
    first = len(hall.bands)
    lead = POOL_GAP if first else 0.0
    if view.diagram.get(pool.process) is None or not _has_content(view, pool.process):
        hall.bands.append(Band(lead, 0.0, BLACK_BOX if not pool.process else _LEAST))
        if pool.process in view.diagram:
            hall.last_of[pool.process] = first
    else:
        _add_lanes(view, hall, pool.process, 1, lead)
        hall.holders.append(pool.process)
    hall.bars.append(_Bar(pool.id, first, len(hall.bands) - 1, 0, True))


def _has_content(view: View, process: str) -> bool:
    return any(view.has(element) for element in _below(view, process))


def _below(view: View, holder: str) -> tuple[Element, ...]:
    return (*view.nodes(holder), *view.diagram.children(holder, DataElement), *_lanes(view, holder))


def _lanes(view: View, holder: str) -> list[Lane]:
    return [lane for lanes in view.diagram.children(holder, LaneSet) for lane in view.diagram.children(lanes.id, Lane)]


def _add_lanes(view: View, hall: Hall, holder: str, depth: int, lead: float = 0.0) -> None:
    """The innermost lanes become bands; without any lane the holder is one band."""
    start = len(hall.bands)
    stack: list[tuple[Lane, int]] = [(lane, depth) for lane in reversed(_lanes(view, holder)) if view.has(lane)]
    while stack:
        lane, level = stack.pop()
        below = [child for child in _lanes(view, lane.id) if view.has(child)]
        hall.bars.append(_Bar(lane.id, len(hall.bands), len(hall.bands), level, False))
        for reference in lane.flow_nodes:
            # what no inner lane names stands in the first of them
            hall.band_of[local_reference(reference)] = len(hall.bands)
        if below:
            stack.extend((child, level + 1) for child in reversed(below))
        else:
            hall.bands.append(Band(0.0))
    _stretch(view, hall)
    if len(hall.bands) == start:
        hall.bands.append(Band())
    first = hall.bands[start]
    hall.bands[start] = Band(lead, first.padding, first.height)
    hall.last_of[holder] = len(hall.bands) - 1
    _house(view, hall, holder, start)


def _stretch(view: View, hall: Hall) -> None:
    """A lane that holds lanes reaches over all of them."""
    known = {bar.key: bar for bar in hall.bars}
    for bar in reversed(hall.bars):
        above = next((item.id for item in view.diagram.ancestors(bar.key) if isinstance(item, Lane)), "")
        if above in known:
            known[above].last = max(known[above].last, bar.last)


def _house(view: View, hall: Hall, holder: str, start: int) -> None:
    """Nodes that no lane names stand in the lane of a neighbour, else in the first; event sub-processes in the last."""
    nodes = [node.id for node in view.nodes(holder) if not node.is_event_sub_process]
    homeless = [key for key in nodes if key not in hall.band_of]
    for _ in range(len(homeless)):
        before = len(homeless)
        for key in homeless:
            band = next((hall.band_of[near] for near in _near(view, key) if near in hall.band_of), None)
            if band is not None:
                hall.band_of[key] = band
        homeless = [key for key in homeless if key not in hall.band_of]
        if len(homeless) == before:
            break
    for key in homeless:
        hall.band_of[key] = start


def _near(view: View, key: str) -> list[str]:
    diagram = view.diagram
    node = diagram.find(key, FlowNode)
    host = [node.attached_to] if node is not None and node.attached_to else []
    before = [flow.source for flow in diagram.incoming(key, SequenceFlow)]
    after = [flow.target for flow in diagram.outgoing(key, SequenceFlow)]
    return [*host, *before, *after]
