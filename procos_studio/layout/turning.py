"""Turning: pools that stand are arranged as if they lay, and the picture is mirrored at the diagonal."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.layout.picture import Picture, Points
from procos_studio.layout.view import View
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Collaboration, Lane, LaneSet, Participant


def stands(view: View, key: str) -> bool:
    """Whether most pools of a collaboration, or the pool or lanes of a process, are drawn from top to bottom."""
    diagram = view.diagram
    if isinstance(diagram[key], Collaboration):
        frames = [pool.id for pool in diagram.children(key, Participant)]
    else:
        pool = diagram.participant(key)
        lanes = [lane.id for lanes in diagram.children(key, LaneSet) for lane in diagram.children(lanes.id, Lane)]
        frames = [pool.id] if pool is not None and pool.id in view.places else lanes
    drawn = [frame for frame in frames if frame in view.places]
    return 2 * sum(frame in view.standing for frame in drawn) > len(drawn)


def turned_view(view: View) -> View:
    """The view with its sizes and places mirrored."""
    return replace(
        view,
        sizes={key: (height, width) for key, (width, height) in view.sizes.items()},
        places={key: turned_point(point) for key, point in view.places.items()},
        lines={key: turned_line(line) for key, line in view.lines.items()},
        is_turned=True,
    )


def turned(view: View, picture: Picture) -> Picture:
    """The picture mirrored; its pools and lanes stand."""
    frames = {key for key in picture.boxes if isinstance(view.diagram[key], (Participant, Lane))}
    return Picture(
        {key: turned_box(box) for key, box in picture.boxes.items()},
        {key: turned_line(line) for key, line in picture.lines.items()},
        {key: turned_box(box) for key, box in picture.labels.items()},
        turned_box(picture.room) if picture.room is not None else None,
        frames,
    )


def turned_box(box: Bounds) -> Bounds:
    """A box mirrored."""
    return Bounds(box.y, box.x, box.height, box.width)


def turned_point(point: Point) -> Point:
    """A point mirrored."""
    return Point(point.y, point.x)


def turned_line(line: Points) -> Points:
    """A line mirrored."""
    return tuple(map(turned_point, line))
