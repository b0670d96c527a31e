"""Ring: goes with one key from pane to pane: toolbar, blocks, canvas, parameters, and what lies below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Pane = Callable[[], QWidget | None]
"""The pane as it is now; None where there is none."""


class Ring:
    """Hidden panes are passed by. Each takes the focus where it had it last, else at its first field."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        self._panes = panes
        self._last: dict[QWidget, QWidget] = {}

    def step(self, by: int) -> None:
        """Go to the next pane (1) or back to the one before (-1)."""
        focus = QApplication.focusWidget()
        shown = [pane for make in self._panes if (pane := make()) is not None and pane.isVisible()]
        here = next((place for place, pane in enumerate(shown) if _holds(pane, focus)), None)
        if here is not None and focus is not None:
            self._last[shown[here]] = focus
        start = here if here is not None else (-1 if by > 0 else 0)
        for distance in range(1, len(shown) + 1):
            target = self._target(shown[(start + by * distance) % len(shown)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _target(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(pane)
        inside = [pane, *pane.findChildren(QWidget)]
        return last if last in inside and _takes_focus(last) else next(filter(_takes_focus, inside), None)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))


def _takes_focus(widget: QWidget | None) -> bool:
    if widget is None or not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
