"""Themes, names for screen readers, and the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from procos_studio.app.settings import Settings
from procos_studio.canvas import theme as themes
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage, button


def test_the_theme_is_switched_while_the_app_runs_and_remembered(studio: StudioPage, tmp_path: Path) -> None:
    # given an open document in the light theme
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    light = studio.window.grab().toImage().pixelColor(4, 4).lightness()
    # when dark is chosen in the menu
    dark = studio.window.findChild(QAction, "theme-dark")
    assert dark is not None
    dark.trigger()
    studio.settle()
    # then window and canvas are dark, and so they will be at the next start
    assert studio.window.grab().toImage().pixelColor(4, 4).lightness() < light
    assert studio.session.tab.view.surface.theme.is_dark
    assert Settings().theme() == "dark"
    light_action = studio.window.findChild(QAction, "theme-light")
    assert light_action is not None
    light_action.trigger()


def test_everything_that_takes_the_focus_has_a_name(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.settle()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider)
    nameless = [
        widget
        for widget in studio.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not isinstance(widget, QScrollBar)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_tab_leaves_the_canvas_and_comes_back(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    view = studio.canvas.view
    assert studio.window.focusWidget() is view
    seen: set[QWidget] = set()
    for _ in range(80):
        widget = QApplication.focusWidget()
        if widget is None or (widget is view and seen):
            break
        seen.add(widget)
        studio.qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert len(seen) > 5
    studio.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert studio.window.focusWidget() is view


def test_all_shortcuts_are_listed_and_found_by_typing(studio: StudioPage) -> None:
    studio.command("shortcuts")
    dialog = studio.dialog("shortcuts-dialog")
    studio.qtbot.keyClicks(dialog.findChild(QLineEdit), "f5")
    rows = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]  # type: ignore[attr-defined]
    shown = [row.text(0) for row in rows if not row.isHidden()]
    assert "Run, or go on" in shown
    assert "Save" not in shown
    dialog.close()


def test_a_panel_floats_and_is_put_back(studio: StudioPage) -> None:
    dock = studio.window.findChild(QDockWidget, "inspector")
    assert dock is not None
    action = studio.window.panes.float_actions()[1]
    action.trigger()
    studio.wait_for(dock.isFloating)
    studio.qtbot.mouseClick(button(dock, "Put back"), Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: not dock.isFloating())


@pytest.mark.parametrize("signal", ["scheme", "contrast"])
def test_the_platform_is_followed_while_the_app_runs(
    studio: StudioPage, monkeypatch: pytest.MonkeyPatch, signal: str
) -> None:
    # given a studio that looks as the platform does, which is light
    monkeypatch.setattr(themes, "system_scheme", lambda: "light")
    system = studio.window.findChild(QAction, "theme-system")
    assert system is not None
    system.trigger()
    studio.new()
    view = studio.canvas.view
    assert view.surface.theme.name == "light"
    # when the platform changes
    monkeypatch.setattr(themes, "system_scheme", lambda: "dark" if signal == "scheme" else "high-contrast")
    hints = QGuiApplication.styleHints()
    if signal == "scheme":
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    else:
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    # then the canvas does
    assert view.surface.theme.name == ("dark" if signal == "scheme" else "high-contrast")
    # and not when a theme was chosen
    light = studio.window.findChild(QAction, "theme-light")
    assert light is not None
    light.trigger()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert view.surface.theme.name == "light"


def test_the_window_is_called_after_what_is_open(studio: StudioPage, tmp_path: Path) -> None:
    assert studio.window.windowTitle() == "ProcOS Studio"
    studio.open(write(tmp_path, QUICK, name="quick.bpmn"))
    assert studio.window.windowTitle() == "quick.bpmn — ProcOS Studio"
    studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    studio.settle()
    assert studio.window.windowTitle() == "ProcOS Studio"
