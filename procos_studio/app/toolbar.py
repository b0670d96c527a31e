"""Toolbar: the menu, undo and redo, the run, and at the right tidy, check, export and the command palette."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from procos_studio.app.actions import Actions
from procos_studio.app.findings import Findings
from procos_studio.app.icons import glyph
from procos_studio.app.styling import restyle
from procos_studio.canvas.theme import Theme
from procos_studio.problems import Severity

_ICON, _GAP, _ASIDE = 16, 16, 12
"""The size of a sign, the room between groups and at both ends, in pixels."""
_MORE = "qt_toolbar_ext_button"
"""What Qt calls the button for all that has no room."""


class Toolbar(QToolBar):
    """Shows actions; what they do is the window's."""

    def __init__(self, actions: Actions, menu: QMenu, export: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(_ICON, _ICON))
        self.toggleViewAction().setEnabled(False)
        self.menu_button = QToolButton()
        self.menu_button.setText("ProcOS Studio")
        self.menu_button.setObjectName("brand")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("All commands (Alt)"))
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setShortcut("Alt+F")
        self.addWidget(self.menu_button)
        self.run = self._button(actions, "run", text=self.tr("Run  F5"))
        self.run.setProperty("role", "primary")
        self.check = self._button(actions, "check", text=self.tr("Check"))
        self.export = QToolButton()
        self.export.setText(self.tr("Export"))
        self.export.setObjectName("export")
        self.export.setMenu(export)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(_row(self._button(actions, "undo"), self._button(actions, "redo")))
        self.addWidget(_row(self.run, self._button(actions, "pause"), self._button(actions, "stop")))
        self.addWidget(_row(*(self._button(actions, name) for name in ("step-over", "step-into", "step-out"))))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        keys = actions["palette"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        palette = self._button(actions, "palette", text=keys)
        tidy = self._button(actions, "tidy", text=self.tr("Tidy"))
        self.addWidget(_row(tidy, self.check, self.export, palette))
        self._wordy = (palette, tidy, self.menu_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep so much room for the check that nothing beside it moves when one has ended well."""
        super().showEvent(event)
        shown = self.check.text()
        self.check.setText(self.tr("Check ✓"))
        self.check.setMinimumWidth(self.check.sizeHint().width())
        self.check.setText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A few signs without words are found sooner than what Qt puts behind its button for all that has no room."""
        over = self._needed() - self.width()
        for button in self._wordy:
            if over > 0 and _says(button):
                _say(button, words=False)
                over -= _words(button)
        for button in reversed(self._wordy):
            if over + _words(button) <= 0 and not _says(button):
                _say(button, words=True)
                over += _words(button)

    def _needed(self) -> int:
        """How wide all buttons are together."""
        widgets = [self.widgetForAction(action) for action in self.actions()]
        return sum(widget.sizeHint().width() + _GAP for widget in widgets) + 2 * _ASIDE

    def open_menu(self) -> None:
        """Open the menu from the keyboard, its first entry chosen."""
        menu = self.menu_button.menu()
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons of the menu, and of what has no room, in other colours."""
        self.menu_button.setIcon(glyph("mdi6.menu", theme))
        for more in self.findChildren(QToolButton, _MORE):
            more.setIcon(glyph("mdi6.chevron-double-right", theme))
            more.setAccessibleName(self.tr("More buttons"))

    def show_findings(self, found: Findings | None) -> None:
        """Show how many problems the last check found."""
        if found is None:
            self.check.setText(self.tr("Check"))
            return
        errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
        if not errors and not warnings:
            self.check.setText(self.tr("Check ✓"))
        else:
            parts = (f"✕ {errors}" if errors else "", f"⚠ {warnings}" if warnings else "")
            self.check.setText(self.tr("Check {counts}").format(counts="  ".join(part for part in parts if part)))
        role = "bad" if errors else ""
        restyle(self.check, "role", role)
        self._fit()

    def _button(self, actions: Actions, command: str, text: str = "") -> QToolButton:
        button = _NamedButton(text)
        button.setDefaultAction(actions[command])
        button.setObjectName(command)
        button.setProperty("worded", bool(text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        with_text = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(with_text if text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.keep_text()
        return button


class _NamedButton(QToolButton):
    """A button of an action that keeps a text of its own, whatever the action is called at the moment."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._own = text

    def keep_text(self) -> None:
        """Show the own text again whenever the action has changed."""
        action = self.defaultAction()
        action.changed.connect(self._restore)
        self._restore()

    def setText(self, text: str) -> None:
        """Take another own text."""
        self._own = text
        super().setText(text)

    def _restore(self) -> None:
        action = self.defaultAction()
        self.setAccessibleName(action.text())
        if self._own:
            super().setText(self._own)


def _words(button: QToolButton) -> int:
    """How much wider a button is with its words."""
    return button.fontMetrics().horizontalAdvance(button.text()) + 12


def _says(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def _say(button: QToolButton, *, words: bool) -> None:
    """Show a button with its words, or without."""
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    restyle(button, "worded", words)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    return row
