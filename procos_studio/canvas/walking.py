"""Walking: which element the arrow keys go to: along flows, and up and down among neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum

from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.scene import PlaneScene
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.records import Flow, FlowNode, SequenceFlow

_SIDEWAYS = 2.0
"""How much a step to the side weighs against one ahead."""


class Heading(Enum):
    """A direction; the value points there."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def next_element(diagram: Diagram, scene: PlaneScene, current: str, heading: Heading) -> str:
    """The element to select next; `""` where there is none that way. Without a current one it is the first."""
    if not current:
        return first_element(scene)
    flow = diagram.find(current, Flow)
    if flow is not None:
        ends = ends_of(flow)
        return {Heading.LEFT: ends.source, Heading.RIGHT: ends.target}.get(heading, "")
    joined = _joined(diagram, scene, current, heading)
    ahead = _nearest(scene, current, joined, heading)
    if ahead or heading in (Heading.UP, Heading.DOWN):
        return ahead or _nearest(scene, current, _names(scene), heading)
    return next(iter(joined), "")


def neighbour(scene: PlaneScene, current: str, heading: Heading) -> str:
    """The nearest node that way, whatever leads to it; `""` where there is none."""
    return _nearest(scene, current, _names(scene), heading)


def first_element(scene: PlaneScene) -> str:
    """The leftmost start event, else the leftmost node, or `""`."""
    found = min(_nodes(scene), key=lambda look: (look.kind != "startEvent", look.bounds.x, look.bounds.y), default=None)
    return found.element if found is not None else ""


def stream(diagram: Diagram, keys: Iterable[str], *, down: bool) -> tuple[str, ...]:
    """Everything that follows the given nodes, or leads to them, along sequence flows; they are in it."""
    found: dict[str, None] = {}
    waiting = [key for key in keys if diagram.find(key, FlowNode)]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found[key] = None
        for flow in (diagram.outgoing if down else diagram.incoming)(key, SequenceFlow):
            found[flow.id] = None
            waiting.append(flow.target if down else flow.source)
    return tuple(found)


def _joined(diagram: Diagram, scene: PlaneScene, current: str, heading: Heading) -> list[str]:
    """The nodes at the other ends of flows: those it leads to, going left those that lead to it."""
    ahead = [flow.target for flow in diagram.outgoing(current, SequenceFlow)]
    behind = [flow.source for flow in diagram.incoming(current, SequenceFlow)]
    wanted = {Heading.RIGHT: ahead, Heading.LEFT: behind}.get(heading, [*ahead, *behind])
    return [key for key in wanted if scene.shape_look(key)]


def _nodes(scene: PlaneScene) -> Iterable[ShapeLook]:
    return [look for look in scene.looks.values() if isinstance(look, ShapeLook) and not look.is_area]


def _names(scene: PlaneScene) -> Iterable[str]:
    return [look.element for look in _nodes(scene)]


def _nearest(scene: PlaneScene, current: str, others: Iterable[str], heading: Heading) -> str:
    here = scene.bounds_of(current).center
    ways = {key: _way(here, scene.bounds_of(key).center, heading) for key in others if key != current}
    return min((key for key, way in ways.items() if way < math.inf), key=lambda key: ways[key], default="")


def _way(here: Point, there: Point, heading: Heading) -> float:
    """The cost of going there; endless for what does not lie that way."""
    across, down = there.x - here.x, there.y - here.y
    ahead = across * heading.value[0] + down * heading.value[1]
    aside = abs(across * heading.value[1]) + abs(down * heading.value[0])
    return ahead + _SIDEWAYS * aside if ahead > 1 else math.inf
