"""Docks: the panels around the canvas; they move, float and close, and remember where they were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMainWindow,
    QPushButton,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.chevrons import Chevrons
from procos_studio.app.folding import Folding
from procos_studio.canvas.theme import scaled

translate = QCoreApplication.translate

_ASIDE = {"blocks": 236, "inspector": 312}
"""The panels beside the canvas, and how wide they are at first."""
_ROOMY, _LEAST_SHARE = 1280, 0.8
"""A window that is less wide gives them less, but at least this part."""
_BOTTOM = 216
_LEAST = {"blocks": QSize(520, 0), "inspector": QSize(840, 0)}
_LEAST_BELOW = QSize(0, 440)
"""The smallest windows that have room for a panel and the canvas."""
_SMALLEST = QSize(64, 48)
"""Of a panel; what has more to say scrolls, or is cut."""


class Docks:
    """`blocks` at the left, `inspector` at the right, the others as tabs below. Each is found by its name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self._panels: dict[str, QWidget] = {}
        self._least: dict[QDockWidget, QSize] = {}
        self._folding = Folding(window, self._least, self._size)
        window.setDockNestingEnabled(True)
        window.setDocumentMode(True)
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.tabifiedDockWidgetActivated.connect(lambda _dock: self.dress_tabs())
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)

    def add(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Dock a panel; several below become tabs."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        panel.setProperty("panel", True)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dock.setWidget(_held(panel))
        _dress(dock)
        dock.topLevelChanged.connect(lambda _floating: _dress(dock))
        dock.dockLocationChanged.connect(lambda _area: self.dress_tabs())
        # Qt moves a panel behind another tab out of sight, where Tab still finds it; so it is hidden, too.
        dock.visibilityChanged.connect(panel.setVisible)
        below = next((item for item in self._docks.values() if self._window.dockWidgetArea(item) is area), None)
        self._window.addDockWidget(area, dock)
        if below is not None and area is Qt.DockWidgetArea.BottomDockWidgetArea:
            self._window.tabifyDockWidget(self._last_in(area, dock), dock)
        self._docks[name], self._panels[name] = dock, panel
        self._least[dock] = _LEAST.get(name, _LEAST_BELOW)
        return dock

    def dress_tabs(self) -> None:
        """Name the bars of tabs, and give them arrows: Qt makes new ones where panels move or are restored."""
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(translate("Docks", "Panels"))
            if bar.findChild(Chevrons) is None:
                Chevrons(bar)

    def _last_in(self, area: Qt.DockWidgetArea, but: QDockWidget) -> QDockWidget:
        return [item for item in self._docks.values() if item is not but and self._window.dockWidgetArea(item) is area][
            -1
        ]

    def show(self, name: str) -> None:
        """Bring a panel to the front, opening it where it was closed."""
        self._docks[name].show()
        self._docks[name].raise_()
        self._panels[name].show()

    def below(self) -> QWidget | None:
        """The panel that shows of those below the canvas."""
        panels = (panel for name, panel in self._panels.items() if name not in _ASIDE)
        return next((panel for panel in panels if panel.isVisible() and panel.window() is self._window), None)

    def set_title(self, name: str, title: str) -> None:
        """Rename a panel, for example to show a count."""
        if self._docks[name].windowTitle() != title:
            self._docks[name].setWindowTitle(title)

    def toggles(self) -> list[QAction]:
        """One action a panel that shows or hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def float_actions(self, parent: QWidget, title: str) -> list[QAction]:
        """One action a panel that takes it out of the window, or puts it back; `title` has a `{panel}`."""
        made = []
        for dock in self._docks.values():
            action = QAction(title.format(panel=dock.toggleViewAction().text()), parent)
            action.triggered.connect(lambda _checked=False, dock=dock: dock.setFloating(not dock.isFloating()))
            made.append(action)
        return made

    def raise_floating(self) -> None:
        """Bring what floats before the window, behind which it lies where it was restored first."""
        for dock in self._docks.values():
            if dock.isFloating() and not dock.isHidden():
                dock.hide()
                dock.show()

    def unfold(self) -> None:
        """Show what a small window hides."""
        self._folding.unfold()

    def reset(self) -> None:
        """Put every panel into its place, at its first size."""
        for dock in self._docks.values():
            dock.setFloating(False)
            dock.show()
        self._size(list(self._docks.values()))
        next(dock for name, dock in self._docks.items() if name not in _ASIDE).raise_()
        self.dress_tabs()
        self._folding.fold()

    def _size(self, docks: Sequence[QDockWidget]) -> None:
        """Give docks their first size."""
        aside = [dock for dock in docks if dock.objectName() in _ASIDE]
        below = [dock for dock in docks if dock.objectName() not in _ASIDE]
        share = min(1.0, max(_LEAST_SHARE, self._window.width() / _ROOMY))
        widths = [round(_ASIDE[dock.objectName()] * share) for dock in aside]
        self._window.resizeDocks(aside, widths, Qt.Orientation.Horizontal)
        height = min(scaled(_BOTTOM), self._window.height() // 3)
        self._window.resizeDocks(below, [height] * len(below), Qt.Orientation.Vertical)


def _held(panel: QWidget) -> QWidget:
    """The panel in a widget that stays when it is hidden, as a dock cannot be without one."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(panel)
    holder.setMinimumSize(_SMALLEST)
    return holder


class _TitleBar(QWidget):
    """Of a floating panel: its name, by which it is dragged, and a button that puts it back."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dock-title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        back = QPushButton(translate("Docks", "Put back"), flat=True)
        back.clicked.connect(lambda _checked=False: dock.setFloating(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 4, 4)
        row.addWidget(QLabel(dock.toggleViewAction().text()))
        row.addStretch()
        row.addWidget(back)


def _dress(dock: QDockWidget) -> None:
    """A docked panel needs no title bar: its tab, or its contents, say what it is."""
    bar = _TitleBar(dock) if dock.isFloating() else QWidget(dock)
    if not dock.isFloating():
        bar.setFixedHeight(0)
    before = dock.titleBarWidget()
    dock.setTitleBarWidget(bar)
    bar.show()
    if before is not None:
        before.deleteLater()
