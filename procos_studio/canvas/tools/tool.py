"""Tool: what every gesture is: an object with enter, exit and cancel that is told what pointer and keys do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.walking import Heading
from procos_studio.model.diff import Diff

EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is: on the plane, in pixels of the view, on the screen; and what is held down."""

    at: QPointF
    pixel: QPoint
    screen: QPoint
    button: Qt.MouseButton = Qt.MouseButton.NoButton
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def extends(self) -> bool:
        """Whether a click adds to the selection instead of replacing it."""
        return bool(self.modifiers & EXTENDING)

    @property
    def ctrl(self) -> bool:
        """Whether Ctrl is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def shift(self) -> bool:
        """Whether Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def alt(self) -> bool:
        """Whether Alt is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


def pointer_of(view: QGraphicsView, event: QMouseEvent) -> Pointer:
    """The pointer of a mouse event of the view."""
    pixel = event.position().toPoint()
    return Pointer(view.mapToScene(pixel), pixel, event.globalPosition().toPoint(), event.button(), event.modifiers())


def pointer_at(surface: Surface, at: QPointF) -> Pointer:
    """A pointer at a place of the plane, for gestures that are steered by keys."""
    pixel = surface.view.mapFromScene(at)
    return Pointer(at, pixel, surface.view.viewport().mapToGlobal(pixel))


_MODIFIERS = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


def held(event: QKeyEvent) -> Qt.KeyboardModifier | None:
    """What is held after Ctrl, Shift or Alt went down or up; None for other keys.

    Platforms disagree whether a modifier's own event counts it.
    """
    own = _MODIFIERS.get(Qt.Key(event.key()))
    if own is None:
        return None
    others = event.modifiers() & ~own
    return others | own if event.type() is QEvent.Type.KeyPress else others


class Tool:
    """One gesture. What it shows while it lasts is a preview; it edits once, when it is completed.

    `press`, `move` and `release` return the tool that goes on: itself, another one, or None for the resting one.
    So does `confirm`, which Enter calls; `steer`, which the arrow keys call, says whether it did anything.
    """

    cursor = Qt.CursorShape.ArrowCursor
    scrolls = False
    """Whether the view scrolls while the pointer drags at its edge."""
    refuses = False
    """Whether what is at the pointer now would refuse it."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface

    def enter(self) -> None:
        """Begin; called before anything else."""

    def exit(self) -> None:
        """Take every preview away; called last, however the gesture ended."""

    def cancel(self) -> None:
        """The gesture is given up; `exit` follows."""

    def press(self, pointer: Pointer) -> Tool | None:
        """A button went down."""
        return self

    def move(self, pointer: Pointer) -> Tool | None:
        """The pointer moved, with or without a button down."""
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """A button went up."""
        return self

    def steer(self, heading: Heading) -> bool:
        """An arrow key was pressed."""
        return False

    def confirm(self) -> Tool | None:
        """Enter was pressed."""
        return self

    def finish(self) -> None:
        """Take over what is being typed, where the gesture is to type something."""

    def draft(self) -> Diff | None:
        """What is being typed, as the edit that `finish` would make; None for none."""
        return None

    def double_click(self, pointer: Pointer) -> Tool | None:
        """A button went down a second time at once."""
        return self.press(pointer)
