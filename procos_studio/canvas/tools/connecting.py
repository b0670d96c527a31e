"""Connecting: draws a flow from a port, or from the selected block after `C`, to whatever it is let go on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.handles import Grip
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.asking import Asking
from procos_studio.canvas.tools.tool import Pointer, Tool, pointer_at
from procos_studio.canvas.tools.wiring import LAYER, box_of, is_soon_known, shown, target_at, wire
from procos_studio.canvas.walking import Heading, neighbour
from procos_studio.edits.connect import connect
from procos_studio.model.docking import side_towards
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points
from procos_studio.model.records import FlowNode
from procos_studio.model.rules import Verdict, connection

translate = QCoreApplication.translate


class Connecting(Tool):
    """Ends with the release of the button that began it, or with a click where it was begun from the keyboard.

    A flow that is dragged from a port leaves on that side. `towards` is a point on that side; None for any.
    """

    cursor = Qt.CursorShape.CrossCursor
    scrolls = True

    def __init__(self, surface: Surface, source: str, towards: Point | None = None) -> None:
        super().__init__(surface)
        self.source, self._towards = source, towards
        self._aimed_at = ""
        """The element that arrow keys have gone to."""
        self._lines: dict[str, Points] = {}
        """The flow as it will run, by its target."""

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from a port."""
        port = surface.handles.find(start.at, Grip.PORT)
        if port is None:
            return None
        node = surface.diagram.find(port.element, FlowNode)
        rides = node is not None and node.kind == "boundaryEvent"
        return cls(surface, port.element, None if rides else Point(port.at.x(), port.at.y()))

    def enter(self) -> None:
        """Say what to do."""
        self.surface.hint.emit(
            translate(
                "Canvas", "Let go on a block to connect, or on empty ground to add one. Arrows and Enter do it too."
            )
        )

    def move(self, pointer: Pointer) -> Tool | None:
        """Let the wire follow the pointer, and say whether it may end here."""
        target = self._target(pointer)
        verdict = self._verdict(target)
        self.refuses = bool(target) and not verdict
        line = (self._line_to(target) if target and verdict else ()) or self._line_at(target, pointer)
        self.surface.overlay.put(LAYER, shown(self.surface, line, target, verdict, pointer))
        return self

    def steer(self, heading: Heading) -> bool:
        """Aim at the next block that way."""
        scene = self.surface.scene
        found = neighbour(scene, self._aimed_at or self.source, heading)
        if found:
            self._aimed_at = found
            self.surface.camera.reveal(scene.extent((found,)))
            self.move(pointer_at(self.surface, scene.extent((found,)).center()))
        return True

    def confirm(self) -> Tool | None:
        """Connect with the block that is aimed at."""
        if not self._aimed_at:
            return self
        return self.release(pointer_at(self.surface, self.surface.scene.extent((self._aimed_at,)).center()))

    def release(self, pointer: Pointer) -> Tool | None:
        """Connect, or ask for a block where there is none."""
        target = self._target(pointer)
        if target:
            made = self.surface.attempt(lambda: self._connect(target))
            if made is not None:
                self.surface.select((made,))
        elif self._is_away(pointer):
            line = self._line_at("", pointer)
            return Asking(self.surface, pointer.at, self.source, self._towards, line)
        return None

    def exit(self) -> None:
        """Take the wire away."""
        self.surface.overlay.put(LAYER, ())

    def _connect(self, target: str) -> str:
        return connect(self.surface.diagram, self.source, target, towards=(self._towards, None))

    def _line_to(self, target: str) -> Points:
        """The flow to a block, exactly as it will run; empty where that would take too long to find out."""
        if target not in self._lines:
            is_soon = is_soon_known(self.surface, (self.source, target))
            self._lines[target] = Foreseen(self.surface, lambda: self._connect(target)).line if is_soon else ()
        return self._lines[target]

    def _line_at(self, target: str, pointer: Pointer) -> Points:
        """A line to the pointer, or to a block that refuses it."""
        ends = (self.source, target)
        source, there = (box_of(self.surface, end, pointer) for end in ends)
        side = side_towards(source, self._towards) if source is not None and self._towards is not None else None
        return wire(self.surface, source, there, ends, (side, None))

    def _target(self, pointer: Pointer) -> str:
        """The element at the pointer; a flow counts as empty ground unless it can be connected to."""
        target = target_at(self.surface, pointer, self.source)
        if target == self.source and not self._is_inside_source(pointer):
            return ""
        is_flow = self.surface.scene.edge_of(target) is not None
        return "" if is_flow and not self._verdict(target) else target

    def _verdict(self, target: str) -> Verdict:
        return connection(self.surface.diagram, self.source, target) if target else Verdict("")

    def _is_inside_source(self, pointer: Pointer) -> bool:
        shape = self.surface.scene.shape_of(self.source)
        return shape is not None and shape.contains_point(pointer.at)

    def _is_away(self, pointer: Pointer) -> bool:
        """Whether the pointer left the source: a wire let go beside it is a slip of the hand."""
        shape = self.surface.scene.shape_of(self.source)
        if shape is None:
            return True
        room = self.surface.units(20)
        return not shape.sceneBoundingRect().adjusted(-room, -room, room, room).contains(pointer.at)
