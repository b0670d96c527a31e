"""Toolbox: holds the one tool that is in use, and hands it what pointer and keys do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.asking import Asking
from procos_studio.canvas.tools.autoscroll import AutoScroll
from procos_studio.canvas.tools.panning import Panning
from procos_studio.canvas.tools.renaming import Renaming
from procos_studio.canvas.tools.selecting import Selecting
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.canvas.walking import Heading

_HEADINGS = {f"{verb}_{way.name.lower()}": way for way in Heading for verb in ("walk", "nudge")}


class Toolbox:
    """The tool in use; `Selecting` while nothing else is under way. Nothing happens while no diagram is shown."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.active: Tool = Selecting(surface)
        self._panning: Panning | None = None
        self._last: Pointer | None = None
        self._space_held = self._has_panned = self._is_refused = False
        self.active.enter()
        self._scrolling = AutoScroll(surface, self._drag_on)
        surface.gesture_ended.connect(self._end)

    @property
    def is_resting(self) -> bool:
        """Whether no gesture is under way."""
        return isinstance(self.active, Selecting)

    def begin(self, tool: Tool) -> None:
        """Give up what is under way, and start a gesture."""
        self.cancel()
        self._hand_over(tool)

    def name_new(self, key: str) -> None:
        """Let what was just placed get its text, where it is nothing without."""
        tool = Renaming.of_new(self.surface, key)
        if tool is not None:
            self.begin(tool)

    def cancel(self) -> None:
        """Give up what is under way."""
        self.active.cancel()
        self._hand_over(None)

    def escape(self) -> None:
        """Give up what is under way, else clear the selection."""
        if self.is_resting:
            self.surface.select(())
        self.cancel()

    def press(self, pointer: Pointer) -> None:
        """A button went down; the middle one, or any with Space held, pans whatever else is under way."""
        if pointer.button is Qt.MouseButton.MiddleButton or self._space_held:
            self._panning = Panning(self.surface, pointer)
            self._has_panned = self._space_held
            self._show_cursor()
        elif self.surface.is_open:
            self._hand_over(self.active.press(pointer))

    def move(self, pointer: Pointer) -> None:
        """The pointer moved; a gesture that begins with it learns so at once."""
        self._last = pointer
        if self._panning is not None:
            self._panning.move(pointer)
        elif self.surface.is_open:
            before = self.active
            self._hand_over(before.move(pointer))
            if self.active is not before and not isinstance(self.active, Selecting):
                self._hand_over(self.active.move(pointer))
            self._scrolling.follow(pointer if self.active.scrolls else None)
            if self.active.refuses is not self._is_refused:
                self._show_cursor()

    def hold(self, keys: Qt.KeyboardModifier) -> None:
        """Ctrl, Shift or Alt went down or up while the pointer rests: the gesture under way may mean another thing."""
        if self._last is not None and not self.is_resting:
            self.move(replace(self._last, modifiers=keys))

    def look_again(self) -> None:
        """Other things show under a pointer that rests: the gesture under way goes on from there."""
        if self._last is not None and not self.is_resting and self._panning is None:
            self.move(replace(self._last, at=self.surface.view.mapToScene(self._last.pixel)))

    def release(self, pointer: Pointer) -> None:
        """A button went up."""
        if self._panning is not None:
            if self._panning.release(pointer) is None:
                self._panning = None
                self._show_cursor()
        elif self.surface.is_open:
            self._hand_over(self.active.release(pointer))

    def double_click(self, pointer: Pointer) -> None:
        """A button went down a second time at once."""
        if self.surface.is_open:
            self._hand_over(self.active.double_click(pointer))

    def take(self, command: str) -> bool:
        """Let the gesture under way have a command: arrows steer it, and what opens a block completes it."""
        heading = _HEADINGS.get(command)
        if heading is not None:
            return self.active.steer(heading)
        if command != "open" or self.is_resting:
            return False
        self._hand_over(self.active.confirm())
        return True

    def come_back(self) -> None:
        """The keyboard came back to the canvas, from whatever was open above it."""
        if isinstance(self.active, Asking):
            self.cancel()

    def leave(self) -> None:
        """The pointer left the view."""
        self.surface.handles.hover(None)

    def hold_space(self, held: bool) -> bool:
        """While Space is held, a drag pans; True when it was let go without any, while nothing else went on."""
        was_tapped = self._space_held and not held and not self._has_panned and self.is_resting
        self._has_panned = self._has_panned and held
        self._space_held = held
        self._show_cursor()
        return was_tapped

    def _drag_on(self, pointer: Pointer) -> None:
        """The view has scrolled under a pointer that rests at its edge."""
        self._hand_over(self.active.move(pointer))

    def _end(self) -> None:
        self._hand_over(None)

    def _show_cursor(self) -> None:
        if self._panning is not None:
            cursor = self._panning.cursor
        elif self._space_held:
            cursor = Qt.CursorShape.OpenHandCursor
        else:
            cursor = Qt.CursorShape.ForbiddenCursor if self.active.refuses else self.active.cursor
        self._is_refused = self.active.refuses
        self.surface.view.viewport().setCursor(cursor)

    def _hand_over(self, tool: Tool | None) -> None:
        if tool is self.active:
            return
        self._scrolling.follow(None)
        self.active.exit()
        self.active = tool if tool is not None else Selecting(self.surface)
        self.surface.handles.hide(not isinstance(self.active, Selecting))
        self.active.enter()
        self._show_cursor()
