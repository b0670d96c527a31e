"""Move lane: lets a lane and the one beside it change places, with all that stands in them."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.edits.displacing import displace
from procos_studio.edits.framing import sibling_lanes
from procos_studio.edits.identifying import label_of
from procos_studio.edits.lanes import standing_in
from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content
from procos_studio.model.geometry import Point
from procos_studio.model.records import Lane, Shape


def move_lane(diagram: Diagram, key: str, back: bool = False) -> None:
    """Let a lane change places with the one behind it; `back`: with the one above or left of it.

    Raises Refused where there is none.
    """
    known(diagram, key, Lane, "lane")
    beside = sibling_lanes(diagram, key)
    at = next((number for number, shape in enumerate(beside) if shape.shows == key), -1)
    other = at - 1 if back else at + 1
    if at < 0 or not 0 <= other < len(beside):
        raise refused("There is no lane on that side to change places with.", key)
    first, second = beside[min(at, other)], beside[max(at, other)]
    with diagram.edit(f"Move {label_of(diagram, key)}") as tx:
        shifts = {
            shape.shows: _across(lane, by)
            for lane, by in ((first, _size(second)), (second, -_size(first)))
            for shape in (lane, *standing_in(diagram, lane))
        }
        displace(diagram, tx, shifts)
        lane_set = diagram[diagram[key].parent]
        tx.put(replace(lane_set, content=_swapped(lane_set.content, first.shows, second.shows)))


def _size(lane: Shape) -> float:
    return lane.bounds.height if lane.is_horizontal else lane.bounds.width


def _across(lane: Shape, by: float) -> Point:
    return Point(0, by) if lane.is_horizontal else Point(by, 0)


def _swapped(content: tuple[Content, ...], one: str, other: str) -> tuple[Content, ...]:
    places = {one: other, other: one}
    return tuple(places.get(item, item) if isinstance(item, str) else item for item in content)
