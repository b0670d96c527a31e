"""Actions: the commands of the table as QActions of a window, their keys, and whether each is of use now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from procos_studio.app.commands import COMMANDS, Command, Needs, Where
from procos_studio.app.icons import glyph
from procos_studio.app.keymap import Keymap, name_of
from procos_studio.app.tips import tip
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import QT_TR_NOOP, told, translated


@dataclass(frozen=True)
class Situation:
    """What there is at the moment, as far as commands depend on it."""

    tab: bool = False
    document: bool = False
    selection: bool = False
    undo: str | None = None
    redo: str | None = None
    can_run: bool = False
    running: bool = False
    paused: bool = False
    breakable: bool = False
    breakpoints: bool = False

    def allowed(self) -> Mapping[Needs, bool]:
        """For each kind of needs, whether a command with these is of use."""
        return {
            Needs.NOTHING: True,
            Needs.TAB: self.tab,
            Needs.DOCUMENT: self.document,
            Needs.SELECTION: self.document and self.selection,
            Needs.UNDO: self.undo is not None,
            Needs.REDO: self.redo is not None,
            Needs.READY: self.document and (self.can_run or self.paused),
            Needs.RUN: self.running,
            Needs.STOPPED: self.paused,
            Needs.BREAKABLE: self.breakable,
            Needs.BREAKPOINTS: self.breakpoints,
        }


class Actions:
    """One QAction a command. `handlers` names what each does, and must name all; `before` is done before any."""

    def __init__(
        self,
        window: QWidget,
        canvas: QWidget,
        handlers: Mapping[str, Callable[[], object]],
        before: Callable[[], object],
    ) -> None:
        self._by_id: dict[str, QAction] = {}
        self._now: Situation | None = None
        for command in COMMANDS:
            action = self._by_id[command.id] = _action(command, window, canvas)
            action.triggered.connect(lambda _checked=False: before())
            action.triggered.connect(lambda _checked=False, handler=handlers[command.id]: handler())

    def __getitem__(self, command: str) -> QAction:
        return self._by_id[command]

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        for command in COMMANDS:
            if command.icon:
                token = "text-on-accent" if command.id == "run" else "text"
                self._by_id[command.id].setIcon(glyph(command.icon, theme, token))

    def set_keys(self, keymap: Keymap) -> None:
        """Take other keys; a bare letter works on the canvas only, which has its keys itself."""
        for command in COMMANDS:
            action, keys = self._by_id[command.id], keymap.keys_of(name_of(command))
            is_everywhere = command.canvas and command.where is Where.WINDOW
            action.setShortcuts(_sequences(one for one in keys if len(one) > 1 or not is_everywhere))
            action.setToolTip(tip(with_keys(action)))

    def follow(self, now: Situation) -> None:
        """Enable what is of use; undo and redo say what they would do."""
        if now == self._now:
            return
        self._now, allowed = now, now.allowed()
        for command in COMMANDS:
            self._by_id[command.id].setEnabled(allowed[command.needs])
        self._name("undo", now.undo)
        self._name("redo", now.redo)
        self._by_id["pause"].setText(translated(QT_TR_NOOP("Go on") if now.paused else QT_TR_NOOP("Pause")))

    def _name(self, command: str, label: str | None) -> None:
        action = self._by_id[command]
        title = title_of(next(item for item in COMMANDS if item.id == command))
        action.setText(f"{title}: {told(label)}" if label else title)
        action.setToolTip(tip(with_keys(action)))


def title_of(command: Command) -> str:
    """The command's name in the person's language."""
    return translated(command.title)


def with_keys(action: QAction) -> str:
    """The action's name and its key, as a tool tip."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.text()} ({keys})" if keys else action.text()


def _sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """These keys, and signs typed with Shift also without it: where Shift+? is pressed, Qt looks for `?` on X11."""
    known = tuple(keys)
    bare = (one[:-1].replace("Shift+", "") + one[-1] for one in known if "Shift+" in one and not one[-1].isalnum())
    return [QKeySequence(one) for one in (*known, *bare)]


def _action(command: Command, window: QWidget, canvas: QWidget) -> QAction:
    action = QAction(title_of(command), window)
    action.setObjectName(command.id)
    action.setShortcuts(_sequences(command.keys))
    action.setToolTip(tip(with_keys(action)))
    if command.where is Where.WINDOW:
        window.addAction(action)
    elif command.canvas:
        # The canvas has these keys itself; the action only shows them in the menu.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    else:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        canvas.addAction(action)
    return action
