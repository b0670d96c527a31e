"""Folding: puts panels out of sight while the window is too small for them and the canvas, and brings them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

_WIDE = 1 << 20
"""Pixels; no window is too small then."""


class Folding(QObject):
    """`least` holds for each docked panel the smallest window in which it shows by itself.

    A person who asks for a panel in a smaller window gets it nevertheless. `size_anew` sizes those that come back,
    as they were squeezed before they went.
    """

    def __init__(
        self,
        window: QMainWindow,
        least: Mapping[QDockWidget, QSize],
        size_anew: Callable[[Sequence[QDockWidget]], object],
    ) -> None:
        super().__init__(window)
        self._window, self._least, self._size_anew = window, least, size_anew
        self._small: set[QDockWidget] = set()
        self._folded: dict[QDockWidget, bool] = {}
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if isinstance(event, QResizeEvent):
            self._fit(event.size())
        return super().eventFilter(watched, event)

    def unfold(self) -> None:
        """Show again what was folded, so that the layout can be remembered as the person had it."""
        self._fit(QSize(_WIDE, _WIDE))

    def fold(self) -> None:
        """Put out of sight again what shows, and has no room."""
        self._small = set()
        self._fit(self._window.size())

    def _fit(self, size: QSize) -> None:
        small = {dock for dock, least in self._least.items() if _is_too_small(size, least)}
        if small == self._small:
            return
        fresh = [dock for dock in self._least if dock in small - self._small and _is_there(dock)]
        in_front = {dock: not dock.visibleRegion().isEmpty() for dock in fresh}
        back = [dock for dock in self._folded if dock not in small]
        self._small, self._folded = small, {**self._folded, **in_front}
        for dock in fresh:
            dock.hide()
        # What lay in front comes last, so that it does again.
        for dock in sorted(back, key=self._folded.__getitem__):
            dock.show()
            if self._folded.pop(dock):
                dock.raise_()
        if back:
            self._size_anew(back)


def _is_too_small(size: QSize, least: QSize) -> bool:
    return size.width() < least.width() or size.height() < least.height()


def _is_there(dock: QDockWidget) -> bool:
    return not dock.isHidden() and not dock.isFloating()
