"""Moving: drags what is selected elsewhere, into a holder or onto a flow.

Ctrl drags a copy, Alt out of the flow, Shift straight on.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from procos_studio.canvas.drops import activity_at_border, flow_at, ground, highlight, holder_at, is_loose
from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.guides import guides
from procos_studio.canvas.overlay import Box, Primitive
from procos_studio.canvas.overview import FAR
from procos_studio.canvas.snapping import REACH, Snapped, Snapping
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.displaced import Displaced
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.detach import detach
from procos_studio.edits.displacing import carried
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.framing import on_border
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.move import movable, move
from procos_studio.model.ends import pool_of, scope_of
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import FlowNode, Lane, Participant, SequenceFlow
from procos_studio.model.rules import Verdict, may_attach, may_contain

LAYER = "move"
_MOST_FRAMES = 400
"""Of more blocks only one frame around all is shown."""


class Moving(Tool):
    """The items themselves preview the move; a copy is shown as frames, and so is a move far out.

    Which keys are held counts until the end: many window managers keep a drag that begins with Alt for themselves.
    """

    cursor = Qt.CursorShape.SizeAllCursor
    scrolls = True

    def __init__(self, surface: Surface, start: Pointer, keys: tuple[str, ...]) -> None:
        super().__init__(surface)
        self._start = start.at
        self._keys = keys
        self._carried = frozenset(carried(surface.diagram, keys))
        self._copies, self._detaches = _meaning(start)
        self._displaced = Displaced(surface, self._carried, cut=self._detaches)
        self._boxes = [surface.scene.bounds_of(key) for key in keys]
        are_pools = all(surface.diagram.find(key, Participant) for key in keys)
        self._snapping = Snapping(_around(self._boxes), surface.beside(self._carried, pools=are_pools))
        self._snapped = Snapped(0, 0)
        self._into: str | None = None
        self._flow = ""
        self._verdict = Verdict("move")

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from anything selected that can be moved; a lane moves its pool."""
        found = surface.scene.element_at(start.at)
        if not found or found not in surface.selection:
            return None
        if surface.diagram.find(found, Lane) is not None:
            pool = pool_of(surface.diagram, found)
            return cls(surface, start, (pool,)) if surface.scene.shape_look(pool) else None
        keys = tuple(item.id for item in movable(surface.diagram, surface.selection))
        return cls(surface, start, keys) if keys else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Show where it would be, in line with what, and in what."""
        self._follow_keys(pointer)
        by = pointer.at - self._start
        if not self._copies:
            self._find_target(pointer.at)
        snap = self._snapping.snap_along if pointer.shift else self._snapping.snap
        self._snapped = self._slid(by) or snap(by.x(), by.y(), self.surface.units(REACH))
        dx, dy = self._snapped.dx, self._snapped.dy
        shown = self._on_flow() if self._flow else guides(self._snapped, self.surface.units(1))
        is_far = self.surface.camera.scale < FAR
        if self._copies or is_far:
            boxes = self._boxes if len(self._boxes) <= _MOST_FRAMES else [_around(self._boxes)]
            shown.extend(Box(QRectF(*box.moved(dx, dy)), dashed=True, filled=True, radius=6) for box in boxes)
        if not self._copies:
            if not is_far:
                self._displaced.show(dx, dy)
            target = self._into or ("" if self._verdict else self._flow)
            shown.extend(highlight(self.surface, target, self._verdict, pointer.at))
        self.refuses = not self._copies and not self._verdict
        self.surface.overlay.put(LAYER, shown)
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Move, once."""
        if _meaning(pointer) != (self._copies, self._detaches):
            self.move(pointer)
        self._displaced.put_back()
        dx, dy = self._snapped.dx, self._snapped.dy
        if self._copies:
            made = self.surface.attempt(lambda: duplicate(self.surface.diagram, self._keys, dx, dy))
            if made:
                self.surface.select(made)
        elif self._flow:
            self.surface.attempt(self._put_on_flow)
        elif self._detaches:
            self.surface.attempt(lambda: detach(self.surface.diagram, self._keys, dx, dy, self._into))
        elif dx or dy:
            self.surface.attempt(lambda: move(self.surface.diagram, self._keys, dx, dy, self._into))
        return None

    def exit(self) -> None:
        """Put everything back to where the document says."""
        self._displaced.put_back()
        self.surface.overlay.put(LAYER, ())

    def _follow_keys(self, pointer: Pointer) -> None:
        """Show another preview where the keys that are held mean something else now."""
        copies, detaches = _meaning(pointer)
        if (copies, detaches) == (self._copies, self._detaches):
            return
        self._displaced.put_back()
        self._copies, self._detaches = copies, detaches
        self._displaced = Displaced(self.surface, self._carried, cut=detaches)
        self._flow, self._into, self._verdict = "", None, Verdict("move")

    def _on_flow(self) -> list[Primitive]:
        """What would make way for it, and the lines that it would get; or why it may not stand there."""
        seen = Foreseen(self.surface, self._put_on_flow)
        self._verdict = seen.verdict
        return list(seen.shown("done"))

    def _put_on_flow(self) -> str:
        diagram, key = self.surface.diagram, self._keys[0]
        middle = self._boxes[0].moved(self._snapped.dx, self._snapped.dy).center
        with diagram.edit("Put on a flow"):
            (detach if self._detaches else move)(diagram, (key,), self._snapped.dx, self._snapped.dy)
            return insert_on_flow(diagram, self._flow, key, middle)

    def _find_target(self, at: QPointF) -> None:
        """The flow onto which, the step on which or the holder into which it would come; None leaves that as it is."""
        self._flow, self._into, self._verdict = "", None, Verdict("move")
        scene, diagram, only = self.surface.scene, self.surface.diagram, self._keys[0]
        node = diagram.find(only, FlowNode)
        if len(self._keys) == 1 and node is not None:
            if node.kind == "boundaryEvent":
                host = activity_at_border(scene, at)
                if host and host != node.attached_to:
                    self._into, self._verdict = host, may_attach(diagram, host, node)
                return
            if is_loose(self.surface, only) or self._detaches:
                flow = diagram.find(flow_at(scene, at), SequenceFlow)
                self._flow = flow.id if flow is not None and only not in (flow.source, flow.target) else ""
        holder = holder_at(scene, at, self._carried) or ground(self.surface)
        if not self._flow and holder != self._holder_now(only):
            self._into, self._verdict = holder, may_contain(diagram, holder, diagram[only])

    def _slid(self, by: QPointF) -> Snapped | None:
        """For a boundary event alone: along the border of the step it rides on, or is about to ride on."""
        node = self.surface.diagram.find(self._keys[0], FlowNode)
        if len(self._keys) != 1 or node is None or node.kind != "boundaryEvent" or self._copies:
            return None
        host = self.surface.scene.shape_of(self._into if self._into and self._verdict else node.attached_to)
        if host is None:
            return None
        box = self._boxes[0]
        wanted = on_border(box.moved(by.x(), by.y()), host.look.bounds)
        return Snapped(wanted.x - box.x, wanted.y - box.y)

    def _holder_now(self, key: str) -> str:
        """The lane, open container, pool or plane that holds an element now, as `holder_at` would name it."""
        diagram, scene = self.surface.diagram, self.surface.scene
        if diagram.find(key, Participant) or diagram.find(key, Lane):
            return ground(self.surface)
        lanes = [lane.id for lane in diagram.lanes(key) if scene.shape_look(lane.id)]
        if lanes:
            return max(lanes, key=lambda lane: len(tuple(diagram.ancestors(lane))))
        scope = scope_of(diagram, key)
        pool = diagram.participant(scope)
        return pool.id if pool is not None and scene.shape_look(pool.id) else scope or ground(self.surface)


def _meaning(pointer: Pointer) -> tuple[bool, bool]:
    """Whether the drag makes a copy, and whether it takes out of the flow."""
    return pointer.ctrl, pointer.alt and not pointer.ctrl


def _around(boxes: list[Bounds]) -> Bounds:
    return united(boxes) or Bounds(0, 0, 0, 0)
