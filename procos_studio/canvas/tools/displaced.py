"""Displaced: the items that a move takes along, shown away from their places while the gesture lasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.looks import Look
from procos_studio.canvas.stock import Drawable
from procos_studio.canvas.surface import Surface
from procos_studio.edits.laying import bounds_of, dock_at
from procos_studio.model.ends import Ends, ends_of, flows_at
from procos_studio.model.lines import Points
from procos_studio.model.records import Flow, FlowNode, SequenceFlow
from procos_studio.model.routing import reshape

MOST_MOVED = 400
"""Of more items only those in sight follow the pointer."""
_MOST_LED = 40
"""Of more flows that lead out of what moves only so many follow the pointer; all do when it is let go."""


class Displaced:
    """Whole items move with the pointer; flows that lead to what stays are led along as the edit will lead them.

    With `cut` sequence flows are not led along but hidden, as they will be cut.
    """

    def __init__(self, surface: Surface, elements: frozenset[str], *, cut: bool = False) -> None:
        self._surface = surface
        self._elements = elements
        self._moving: dict[str, Look] = {}
        self._led: list[tuple[EdgeItem, Ends]] = []
        self._cut: list[EdgeItem] = []
        self._cuts = cut
        flows = {flow.id: flow for element in elements for flow in flows_at(surface.diagram, element)}
        for element in elements:
            self._take(surface.scene.shape_look(element))
        for flow in flows.values():
            self._sort(flow)
        self._away: dict[str, list[Drawable | LabelItem]] = {}
        if len(self._moving) <= MOST_MOVED:
            self._lead(self._moving)

    def show(self, dx: float, dy: float) -> None:
        """Show everything displaced."""
        if len(self._away) < len(self._moving):
            self._lead(self._seen(dx, dy))
        self._displace(dx, dy)
        for edge in self._cut:
            edge.setVisible(False)
            self._show_label(edge, False)
        for edge, ends in self._led:
            edge.preview(self._line(edge, ends, dx, dy))
            self._show_label(edge, False)

    def _seen(self, dx: float, dy: float) -> Iterator[str]:
        """Of very many those that show here or there."""
        here = self._surface.camera.visible
        for area in (here, here.translated(-dx, -dy)):
            yield from (look.key for look in self._surface.scene.looks_in(area) if look.key in self._moving)

    def _lead(self, keys: Iterable[str]) -> None:
        """Let the items of some keys, and their labels, follow from now on until they are put back."""
        scene = self._surface.scene
        for key in keys:
            if key not in self._away:
                label = [scene.labels[key]] if self._moving[key].has_outer_label else []
                self._away[key] = [scene.items_by_key[key], *label]

    def _displace(self, dx: float, dy: float) -> None:
        for items in self._away.values():
            for item in items:
                item.displace(dx, dy)

    def put_back(self) -> None:
        """Show everything where the document says."""
        self._displace(0, 0)
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

    def _take(self, look: Look | None) -> None:
        if look is not None:
            self._moving[look.key] = look

    def _sort(self, flow: Flow) -> None:
        ends = ends_of(flow)
        if all(end in self._elements for end in ends):
            self._take(self._surface.scene.edge_look(flow.id))
            return
        is_cut = self._cuts and isinstance(flow, SequenceFlow) and not self._rides(ends)
        if not is_cut and len(self._led) >= _MOST_LED:
            return
        item = self._surface.scene.edge_of(flow.id)
        if item is not None and is_cut:
            self._cut.append(item)
        elif item is not None:
            self._led.append((item, ends))

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
