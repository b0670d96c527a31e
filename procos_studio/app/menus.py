"""Menus: the table of commands as one menu with submenus, with the lists that change while the app runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from procos_studio.app.actions import Actions
from procos_studio.app.appearance import CHOICES, Appearance
from procos_studio.app.commands import COMMANDS, MENUS
from procos_studio.app.translating import QT_TR_NOOP, translated


class Menus:
    """`main` holds everything; `recent` is filled anew by `show_recent`."""

    def __init__(self, parent: QWidget, actions: Actions, export: QMenu, open_path: Callable[[Path], object]) -> None:
        self.main = QMenu(parent)
        self._open_path = open_path
        self.recent = QMenu(translated(QT_TR_NOOP("Recent files")), self.main)
        self.submenus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = self.submenus[name] = self.main.addMenu(translated(name))
            part = 0
            for command in COMMANDS:
                if command.menu != name:
                    continue
                if command.part != part:
                    menu.addSeparator()
                    part = command.part
                menu.addAction(actions[command.id])
        self.submenus["File"].insertMenu(actions["save"], self.recent)
        self.submenus["File"].insertMenu(actions["close"], export)

    def add_to_view(self, panels: Iterable[QAction], floating: Iterable[QAction], appearance: Appearance) -> None:
        """Add the panels and the themes to the View menu."""
        view = self.submenus["View"]
        view.addSeparator()
        shown, loose = view.addMenu(translated(QT_TR_NOOP("Panels"))), view.addMenu(translated(QT_TR_NOOP("Float")))
        shown.addActions(list(panels))
        loose.addActions(list(floating))
        themes = view.addMenu(translated(QT_TR_NOOP("Theme")))
        names = {
            "system": translated(QT_TR_NOOP("As the system")),
            "light": translated(QT_TR_NOOP("Light")),
            "dark": translated(QT_TR_NOOP("Dark")),
        }
        group = QActionGroup(themes)
        for choice in CHOICES:
            action = themes.addAction(names[choice])
            action.setObjectName(f"theme-{choice}")
            action.setCheckable(True)
            action.setChecked(choice == appearance.choice)
            action.triggered.connect(lambda _checked=False, choice=choice: appearance.choose(choice))
            group.addAction(action)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List these files."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open_path(path))
        self.recent.setEnabled(not self.recent.isEmpty())

    def leaves(self) -> list[tuple[str, QAction]]:
        """Every action that can be run now, with the names of the menus above it, for the command palette."""
        return list(_leaves(self.main, ""))


def _leaves(menu: QMenu, above: str) -> Iterable[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _leaves(inner, f"{above} › {action.text()}" if above else action.text())
        elif not action.isSeparator() and action.isEnabled():
            yield above, action
