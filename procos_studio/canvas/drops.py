"""Drops: where a block or an element lands when it is let go at a point, and whether it may."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.overlay import Box, Polyline, Primitive, Words
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.surface import Surface
from procos_studio.library import BlockDefinition
from procos_studio.model.ends import flows_at
from procos_studio.model.records import CONTAINERS, GATEWAYS, TASKS, FlowNode, Plane
from procos_studio.model.rules import Verdict, may_attach, may_contain

_BORDER = 14.0
"""How near to the border of an activity an event must be to ride on it, in units of the plane."""
_ON_FLOWS = TASKS | CONTAINERS | GATEWAYS | {"callActivity", "intermediateCatchEvent", "intermediateThrowEvent"}
"""What can stand between two steps; anything else that is let go on a flow lands on the ground below."""
_RIDING = frozenset({"intermediateCatchEvent", "boundaryEvent"})


class Landing(NamedTuple):
    """What is put where: `host` is a flow, an activity or a holder, `""` for the plane itself."""

    block: BlockDefinition
    host: str
    verdict: Verdict


def landing(surface: Surface, block: BlockDefinition, at: QPointF) -> Landing:
    """Where a block from the library lands: on a flow, on the border of an activity, else in what is drawn there."""
    host = activity_at_border(surface.scene, at) if block.element in _RIDING else ""
    rider = _riding(surface, block) if host else None
    if rider is not None:
        return Landing(rider, host, may_attach(surface.diagram, host, rider.event or "none"))
    if block.element == "boundaryEvent":
        shape = surface.scene.shape_at(at)
        target = shape.look.element if shape is not None else ""
        return Landing(block, target, may_attach(surface.diagram, target, block.event or "none"))
    flow = flow_at(surface.scene, at) if _fits_on_flows(block) else ""
    if flow:
        return Landing(block, flow, Verdict("sequenceFlow"))
    holder = holder_at(surface.scene, at)
    return Landing(block, holder, may_contain(surface.diagram, holder or ground(surface), block.element))


def _fits_on_flows(block: BlockDefinition) -> bool:
    return block.element in _ON_FLOWS and block.attributes.get("triggeredByEvent") != "true"


def _riding(surface: Surface, block: BlockDefinition) -> BlockDefinition | None:
    """The boundary event of the same kind as an event that may also stand alone."""
    if block.element == "boundaryEvent":
        return block
    blocks = surface.library.blocks.values()
    return next((item for item in blocks if item.element == "boundaryEvent" and item.event == block.event), None)


def activity_at_border(scene: PlaneScene, at: QPointF, skip: str = "") -> str:
    """The activity whose border is near to a point, or `""`."""
    for item in scene.items(QRectF(at.x() - _BORDER, at.y() - _BORDER, 2 * _BORDER, 2 * _BORDER)):
        if isinstance(item, ShapeItem) and item.look.is_activity and item.look.element != skip:
            box = QRectF(*item.look.bounds)
            if box.adjusted(-_BORDER, -_BORDER, _BORDER, _BORDER).contains(at) and not box.adjusted(
                _BORDER, _BORDER, -_BORDER, -_BORDER
            ).contains(at):
                return item.look.element
    return ""


def flow_at(scene: PlaneScene, at: QPointF, room: float = 6.0) -> str:
    """The sequence flow under a point, or `""`."""
    area = QRectF(at.x() - room, at.y() - room, 2 * room, 2 * room)
    for item in scene.items(area, Qt.ItemSelectionMode.IntersectsItemShape):
        if isinstance(item, EdgeItem) and item.look.kind == "sequenceFlow":
            return item.look.element
    return ""


def holder_at(scene: PlaneScene, at: QPointF, skip: frozenset[str] = frozenset()) -> str:
    """The innermost pool, lane or open sub-process at a point, or `""`; none of `skip`."""
    found = (
        item.look
        for item in scene.items(at, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        if isinstance(item, ShapeItem) and (item.look.expanded or item.look.kind in ("lane", "participant"))
    )
    inside = [look for look in found if look.element not in skip and QRectF(*look.bounds).contains(at)]
    return max(inside, key=lambda look: look.z).element if inside else ""


def area_at(scene: PlaneScene, at: QPointF) -> str:
    """The innermost pool or lane at a point, or `""`; its inside is ground on which one draws, and a click picks it."""
    shape = scene.shape_of(holder_at(scene, at))
    return shape.look.element if shape is not None and shape.look.kind in ("lane", "participant") else ""


def ground(surface: Surface) -> str:
    """The element whose inside the plane shows."""
    return surface.diagram.require(surface.plane, Plane).shows


def highlight(surface: Surface, target: str, verdict: Verdict, at: QPointF) -> tuple[Primitive, ...]:
    """A frame around what would receive something, green or red, and the reason of a refusal beside the pointer."""
    token = "done" if verdict else "failed"
    shown: list[Primitive] = []
    shape, edge = surface.scene.shape_of(target), surface.scene.edge_of(target)
    if shape is not None:
        room = surface.units(4)
        shown.append(Box(QRectF(*shape.look.bounds).adjusted(-room, -room, room, room), token, radius=8))
    elif edge is not None:
        shown.append(Polyline(tuple(QPointF(*point) for point in edge.look.points), token))
    if not verdict and verdict.reason:
        shown.append(Words(at, verdict.reason, "failed"))
    return tuple(shown)


def is_loose(surface: Surface, key: str) -> bool:
    """Whether an element is a node without any flow, which may therefore be put on one."""
    node = surface.diagram.find(key, FlowNode)
    if node is None or node.kind not in _ON_FLOWS or node.is_event_sub_process:
        return False
    return not flows_at(surface.diagram, key)
