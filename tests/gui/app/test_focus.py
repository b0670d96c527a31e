"""Where the focus is can be seen: whatever takes it looks otherwise with it, in every theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollBar, QWidget

from procos_studio.canvas.theme import NAMES
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

AROUND = 3
"""Pixels beside a widget that its ring may take."""
SEEN = 24
"""Pixels that differ, more than a blinking caret has."""


def in_the_way_of_tab(window: QWidget) -> list[QWidget]:
    """What Tab stops at, where something of it can be seen."""
    stops = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        widget
        for widget in stops
        if widget.focusProxy() is None and not widget.visibleRegion().isEmpty() and not isinstance(widget, QScrollBar)
    ]


def picture(widget: QWidget) -> QImage:
    box = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return widget.window().grab(box.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def difference(one: QImage, other: QImage) -> int:
    """So many pixels are not the same."""
    if one.size() != other.size():
        return SEEN + 1
    places = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("panel", ["find", "variables"])
def test_everything_in_the_window(studio: StudioPage, tmp_path: Path, theme: str, panel: str) -> None:
    # given a run, a selected block with its form, and a panel
    studio.window.appearance.choose(theme)
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    studio.canvas.view.select(("work",))
    studio.window.panes.docks.show(panel)
    studio.settle()
    stops = in_the_way_of_tab(studio.window)
    assert len(stops) > 15
    nowhere = QWidget(studio.window, focusPolicy=Qt.FocusPolicy.StrongFocus)
    nowhere.show()
    unseen = []
    for widget in stops:
        nowhere.setFocus()
        studio.settle()
        before = picture(widget)
        # when
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        studio.settle()
        # then
        if widget.isVisible() and difference(before, picture(widget)) <= SEEN:
            unseen.append(f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}")
    assert unseen == []
