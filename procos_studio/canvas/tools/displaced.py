"""Displaced: the items that a move takes along, shown away from their places while the gesture lasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.looks import Look, ShapeLook
from procos_studio.canvas.stock import Drawable
from procos_studio.canvas.surface import Surface
from procos_studio.edits.laying import bounds_of, dock_at
from procos_studio.model.ends import Ends, ends_of, flows_at
from procos_studio.model.lines import Points
from procos_studio.model.records import Flow, FlowNode, SequenceFlow
from procos_studio.model.routing import reshape

MOST_MOVED = 400
"""Of more elements only those in sight follow the pointer."""
_MOST_LED = 40
"""Of more flows that lead out of what moves only so many follow the pointer; all do when it is let go."""
_RAISED = 450.0
"""How much higher than before items are stacked while they are away: above every label, below the overlay."""
_MOST_RAISED = 40
"""More elements are left where they are stacked, as to stack so many anew makes the first frame late."""


class Displaced:
    """Whole items move with the pointer; flows that lead to what stays are led along as the edit will lead them.

    With `cut` sequence flows are not led along but hidden, as they will be cut.
    """

    def __init__(self, surface: Surface, elements: frozenset[str], *, cut: bool = False) -> None:
        self._surface = surface
        self._elements = elements
        self._known: set[str] = set()
        self._away: list[tuple[Drawable | LabelItem, float]] = []
        self._led: list[tuple[EdgeItem, Ends]] = []
        self._cut: list[EdgeItem] = []
        self._cuts = cut
        self._are_many = len(elements) > MOST_MOVED
        self._up = _RAISED if len(elements) <= _MOST_RAISED else 0.0
        if not self._are_many:
            self._sort(self._every())

    def show(self, dx: float, dy: float) -> None:
        """Show everything displaced."""
        if self._are_many:
            self._sort(self._seen(dx, dy))
        self._displace(dx, dy)
        for edge in self._cut:
            edge.setVisible(False)
            self._show_label(edge, False)
        for edge, ends in self._led:
            edge.preview(self._line(edge, ends, dx, dy))
            self._show_label(edge, False)

    def _every(self) -> Iterator[Look]:
        """The elements, and all flows that touch them."""
        scene, diagram = self._surface.scene, self._surface.diagram
        flows = (flow.id for element in self._elements for flow in flows_at(diagram, element))
        looks = (*map(scene.shape_look, self._elements), *map(scene.edge_look, flows))
        return (look for look in looks if look is not None)

    def _seen(self, dx: float, dy: float) -> Iterator[Look]:
        """What shows here or, once it has moved, there."""
        here = self._surface.camera.visible
        for area in (here, here.translated(-dx, -dy)):
            yield from self._surface.scene.looks_in(area)

    def _displace(self, dx: float, dy: float) -> None:
        for item, level in self._away:
            item.displace(dx, dy)
            item.setZValue(level + self._up)

    def put_back(self) -> None:
        """Show everything where the document says."""
        for item, level in self._away:
            item.displace(0, 0)
            item.setZValue(level)
        for edge in self._cut:
            edge.setVisible(True)
            self._show_label(edge, True)
        for edge, _ in self._led:
            edge.preview(())
            self._show_label(edge, True)

    def _show_label(self, edge: EdgeItem, visible: bool) -> None:
        label = self._surface.scene.labels.get(edge.look.key)
        if label is not None:
            label.setVisible(visible)

    def _sort(self, looks: Iterable[Look]) -> None:
        """Let what is new among looks take part until it is put back."""
        for look in looks:
            if look.key in self._known:
                continue
            self._known.add(look.key)
            flow = self._surface.diagram.find(look.element, Flow)
            if flow is not None:
                self._sort_flow(look, flow)
            elif isinstance(look, ShapeLook) and look.element in self._elements:
                self._take(look)

    def _sort_flow(self, look: Look, flow: Flow) -> None:
        ends = ends_of(flow)
        inside = [end in self._elements for end in ends]
        if all(inside):
            self._take(look)
        elif any(inside):
            is_cut = self._cuts and isinstance(flow, SequenceFlow) and not self._rides(ends)
            item = self._surface.scene.items_by_key[look.key] if is_cut or len(self._led) < _MOST_LED else None
            if isinstance(item, EdgeItem) and is_cut:
                self._cut.append(item)
            elif isinstance(item, EdgeItem):
                self._led.append((item, ends))

    def _take(self, look: Look) -> None:
        """Let an item, and its label, follow."""
        scene = self._surface.scene
        items: list[Drawable | LabelItem] = [scene.items_by_key[look.key]]
        if look.has_outer_label:
            items.append(scene.labels[look.key])
        self._away.extend((item, item.zValue()) for item in items)

    def _rides(self, ends: Ends) -> bool:
        """Whether a flow leaves a boundary event, which keeps it."""
        node = self._surface.diagram.find(ends.source, FlowNode)
        return node is not None and node.kind == "boundaryEvent"

    def _line(self, edge: EdgeItem, ends: Ends, dx: float, dy: float) -> Points:
        diagram, plane = self._surface.diagram, self._surface.plane
        old = [bounds_of(diagram, plane, end) for end in ends]
        if old[0] is None or old[1] is None:
            return edge.look.points
        boxes = (old[0], old[1])
        new = [box.moved(dx, dy) if end in self._elements else box for end, box in zip(ends, boxes, strict=True)]
        docks = [dock_at(diagram, plane, end, box) for end, box in zip(ends, boxes, strict=True)]
        return reshape(edge.look.points, boxes[0], new[0], boxes[1], new[1], leaving=docks[0], entering=docks[1])
