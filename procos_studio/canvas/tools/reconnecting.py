"""Reconnecting: drags an end of the selected flow to another block, or to another side of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt

from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.canvas.tools.wiring import LAYER, Sides, box_of, is_soon_known, shown, target_at, wire
from procos_studio.edits.reconnect import reconnect
from procos_studio.model.docking import side_towards
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points
from procos_studio.model.records import Flow
from procos_studio.model.rules import Verdict, connection


class Reconnecting(Tool):
    """The other end stays where it is; let go on empty ground, nothing changes."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = True

    def __init__(self, surface: Surface, end: Handle) -> None:
        super().__init__(surface)
        self._flow = end.element
        self._moves_target = end.which == 1
        flow = surface.diagram.find(end.element, Flow)
        self._ends = ends_of(flow) if flow is not None else None

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from an end of the selected flow."""
        end = surface.handles.find(start.at, Grip.END)
        return cls(surface, end) if end is not None else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Let the end follow the pointer, and say whether it may be put here."""
        target = self._target(pointer)
        verdict = self._verdict(target)
        self.refuses = bool(target) and not verdict
        is_soon = bool(target and verdict) and is_soon_known(self.surface, self._with(target))
        seen = Foreseen(self.surface, lambda: self._reconnect(target, pointer)) if is_soon else None
        line = (seen.line if seen is not None else ()) or self._line_at(target, pointer)
        self.surface.overlay.put(LAYER, shown(self.surface, line, target, verdict, pointer))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Put the end on the block at the pointer."""
        target = self._target(pointer)
        if target:
            self.surface.attempt(lambda: self._reconnect(target, pointer))
        return None

    def exit(self) -> None:
        """Take the wire away."""
        self.surface.overlay.put(LAYER, ())

    def _target(self, pointer: Pointer) -> str:
        source, target = self._ends or ("", "")
        found = target_at(self.surface, pointer, source if self._moves_target else target)
        return "" if found == self._flow else found

    def _reconnect(self, target: str, pointer: Pointer) -> str:
        source, end = (None, target) if self._moves_target else (target, None)
        return reconnect(self.surface.diagram, self._flow, source, end, Point(pointer.at.x(), pointer.at.y()))

    def _line_at(self, target: str, pointer: Pointer) -> Points:
        """A line to the pointer, or to a block that refuses it or has it already."""
        ends = self._with(target)
        source, there = (box_of(self.surface, end, pointer) for end in ends)
        return wire(self.surface, source, there, ends, self._sides(target, pointer))

    def _sides(self, target: str, pointer: Pointer) -> Sides:
        """On its own block the pointer says on which side the end goes."""
        before = self._ends[1 if self._moves_target else 0] if self._ends is not None else ""
        box = box_of(self.surface, target, pointer) if target and target == before else None
        if box is None:
            return None, None
        side = side_towards(box, Point(pointer.at.x(), pointer.at.y()))
        return (None, side) if self._moves_target else (side, None)

    def _with(self, target: str) -> tuple[str, str]:
        source, end = self._ends or ("", "")
        return (source, target) if self._moves_target else (target, end)

    def _verdict(self, target: str) -> Verdict:
        return connection(self.surface.diagram, *self._with(target)) if target else Verdict("")
