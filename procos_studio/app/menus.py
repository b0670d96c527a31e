"""Menus: the table of commands as one menu with submenus, with the lists that change while the app runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from procos_studio.app.actions import Actions
from procos_studio.app.appearance import Appearance
from procos_studio.app.commands import COMMANDS, MENUS
from procos_studio.app.keymap import Keymap
from procos_studio.app.language import NAMES, SYSTEM
from procos_studio.app.mnemonics import give_letters
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import QT_TR_NOOP, translated


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
        give_letters(self.main)

    def add_to_view(self, panels: Iterable[QAction], floating: Iterable[QAction], appearance: Appearance) -> None:
        """Add the panels, the themes and what may move to the View menu."""
        view = self.submenus["View"]
        view.addSeparator()
        shown, loose = view.addMenu(translated(QT_TR_NOOP("Panels"))), view.addMenu(translated(QT_TR_NOOP("Float")))
        shown.addActions(list(panels))
        loose.addActions(list(floating))
        names = {
            "system": translated(QT_TR_NOOP("As the system")),
            "light": translated(QT_TR_NOOP("Light")),
            "dark": translated(QT_TR_NOOP("Dark")),
            "high-contrast": translated(QT_TR_NOOP("High contrast")),
        }
        themes = view.addMenu(translated(QT_TR_NOOP("Theme")))
        _offer(themes, "theme", names, appearance.choice, appearance.choose)
        motions = {
            "system": translated(QT_TR_NOOP("As the system")),
            "on": translated(QT_TR_NOOP("Show what moves")),
            "off": translated(QT_TR_NOOP("Let nothing move")),
        }
        moving = view.addMenu(translated(QT_TR_NOOP("Motion")))
        _offer(moving, "motion", motions, appearance.moving.choice, appearance.moving.choose)

    def add_languages(self, chosen: str, choose: Callable[[str], object]) -> None:
        """Add the languages to the View menu, each as it calls itself."""
        languages = self.submenus["View"].addMenu(translated(QT_TR_NOOP("Language (after a restart)")))
        own = {SYSTEM: translated(QT_TR_NOOP("As the system")), **NAMES}
        _offer(languages, "language", own, chosen, choose)

    def add_to_help(self, keymap: Keymap) -> None:
        """Add the presets of keys to the Help menu."""
        presets = QMenu(translated(QT_TR_NOOP("Keys of")), self.main)
        _offer(presets, "keys", keymap.choices, keymap.choice, keymap.choose)
        before = self.submenus["Help"].actions()[2]
        self.submenus["Help"].insertMenu(before, presets)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List these files."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(tip(str(path)))
            action.triggered.connect(lambda _checked=False, path=path: self._open_path(path))
        self.recent.setEnabled(not self.recent.isEmpty())

    def leaves(self) -> list[tuple[str, QAction]]:
        """Every action that can be run now, with the names of the menus above it, for the command palette."""
        return list(_leaves(self.main, ""))


def _offer(menu: QMenu, kind: str, names: Mapping[str, str], chosen: str, choose: Callable[[str], object]) -> None:
    """One checkable entry a name; they are found as `kind-name`."""
    group = QActionGroup(menu)
    for choice, name in names.items():
        action = menu.addAction(name)
        action.setObjectName(f"{kind}-{choice}")
        action.setCheckable(True)
        action.setChecked(choice == chosen)
        action.triggered.connect(lambda _checked=False, choice=choice: choose(choice))
        group.addAction(action)


def _leaves(menu: QMenu, above: str) -> Iterable[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _leaves(inner, f"{above} › {action.text()}" if above else action.text())
        elif not action.isSeparator() and action.isEnabled():
            yield above, action
