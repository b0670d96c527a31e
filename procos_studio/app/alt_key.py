"""AltKey: Alt, pressed and let go alone, opens the menu, as it goes to the menu bar in other programs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_OTHERS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate})
"""What makes of Alt a modifier, or of the window one that is left."""


class AltKey(QObject):
    """Works in `window`."""

    def __init__(self, window: QWidget, open_menu: Callable[[], object]) -> None:
        super().__init__(window)
        self._open_menu = open_menu
        self._is_held = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Alt come at the window; only while it is held, all that happens is looked at."""
        kind = event.type()
        if self._is_held and kind in _OTHERS:
            self._let_go()
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._follow(event, kind)
        return False

    def _follow(self, event: QKeyEvent, kind: QEvent.Type) -> None:
        is_alone = event.key() == Qt.Key.Key_Alt and not event.modifiers() & ~Qt.KeyboardModifier.AltModifier
        # in the middle of a drag it says what the drag does
        is_alone = is_alone and QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if kind is QEvent.Type.KeyPress and is_alone and not self._is_held:
            self._is_held = True
            _app().installEventFilter(self)
        elif self._is_held and not is_alone:
            self._let_go()
        elif self._is_held and kind is QEvent.Type.KeyRelease:
            self._let_go()
            self._open_menu()

    def _let_go(self) -> None:
        self._is_held = False
        _app().removeEventFilter(self)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
