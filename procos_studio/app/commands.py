"""Commands: the visible table of everything that a menu, a key or the command palette can ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from procos_studio.canvas.keys import BINDINGS


class Where(StrEnum):
    """Where the keys of a command work: in the whole window, or only while the canvas has the focus."""

    WINDOW = "window"
    CANVAS = "canvas"


class Needs(StrEnum):
    """What must be there for a command to be of use."""

    NOTHING = "nothing"
    DOCUMENT = "document"
    SELECTION = "selection"
    UNDO = "undo"
    REDO = "redo"
    READY = "ready"
    RUN = "run"


class Command(NamedTuple):
    """One command. `icon` is a qtawesome name; `menu` the submenu, and a new `part` of it begins after a line.

    `canvas` names the command of the canvas that does it; the canvas then has the keys, too.
    """

    id: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.DOCUMENT
    where: Where = Where.WINDOW
    part: int = 0
    canvas: str = ""


CONTEXT = "Commands"
"""Menus and titles are translated in this context when they are shown."""

MENUS = ("File", "Edit", "View", "Run", "Help")
_CANVAS_KEYS = {binding.command: binding.keys for binding in BINDINGS}


def _canvas(id: str, title: str, canvas: str, needs: Needs = Needs.SELECTION, part: int = 1, icon: str = "") -> Command:
    """A command of the canvas, in the Edit menu."""
    return Command(id, "Edit", title, _CANVAS_KEYS[canvas], icon, needs, Where.CANVAS, part, canvas)


FILE = (
    Command("new", "File", "New process", ("Ctrl+N",), "mdi6.file-plus-outline", Needs.NOTHING),
    Command("open", "File", "Open…", ("Ctrl+O",), "mdi6.folder-open-outline", Needs.NOTHING),
    Command("sample", "File", "Open the sample", (), "mdi6.school-outline", Needs.NOTHING),
    Command("save", "File", "Save", ("Ctrl+S",), "mdi6.content-save-outline", part=1),
    Command("save-as", "File", "Save as…", ("Ctrl+Shift+S",), part=1),
    Command("close", "File", "Close", ("Ctrl+W",), part=2),
    Command("quit", "File", "Quit", ("Ctrl+Q",), needs=Needs.NOTHING, part=2),
)

EDIT = (
    Command("undo", "Edit", "Undo", ("Ctrl+Z",), "mdi6.undo", Needs.UNDO),
    Command("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "mdi6.redo", Needs.REDO),
    _canvas("cut", "Cut", "cut"),
    _canvas("copy", "Copy", "copy"),
    _canvas("paste", "Paste", "paste", Needs.DOCUMENT),
    _canvas("duplicate", "Duplicate", "duplicate"),
    _canvas("delete", "Delete", "delete"),
    _canvas("delete-heal", "Delete and join what was around", "delete_and_heal"),
    _canvas("select-all", "Select all", "select_all", Needs.DOCUMENT),
    _canvas("insert", "Insert a block…", "insert", Needs.DOCUMENT, 2, "mdi6.plus"),
    _canvas("append", "Append a block…", "append", part=2),
    _canvas("connect", "Connect with the pointer", "connect", part=2),
    _canvas("connect-selected", "Connect the selected blocks", "connect_selected", part=2),
    Command("replace", "Edit", "Replace by…", ("R",), "", Needs.SELECTION, Where.CANVAS, 2),
    _canvas("rename", "Rename", "rename", part=2),
    _canvas("form", "Edit the parameters", "open", part=2),
    Command("group", "Edit", "Make a subsystem", ("Ctrl+G",), "", Needs.SELECTION, part=2),
    Command("tidy", "Edit", "Tidy", ("Ctrl+Shift+A",), "mdi6.auto-fix", part=3),
    Command("find", "Edit", "Find here…", ("Ctrl+F",), "mdi6.magnify", part=3),
)

VIEW = (
    Command("zoom-in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), "mdi6.magnify-plus-outline", canvas="zoom_in"),
    Command("zoom-out", "View", "Zoom out", ("Ctrl+-",), "mdi6.magnify-minus-outline", canvas="zoom_out"),
    Command("zoom-reset", "View", "Actual size", ("Ctrl+0",), canvas="reset_zoom"),
    Command("fit", "View", "Fit the whole diagram", ("Ctrl+1", "Home"), "mdi6.fit-to-page-outline", canvas="fit"),
    Command("fit-selection", "View", "Fit the selection", ("Ctrl+2",), needs=Needs.SELECTION, canvas="fit_selection"),
    Command("inside", "View", "Open the subsystem", ("Alt+Down",), "", Needs.SELECTION, part=1, canvas="open_inside"),
    Command("parent", "View", "To the parent", ("Alt+Up",), part=1),
    Command("next-tab", "View", "Next diagram", ("Ctrl+Tab",), part=1),
    Command("canvas", "View", "Go to the canvas", ("F6",), part=1),
    Command("blocks", "View", "Search blocks", ("Ctrl+Shift+B",), part=1),
    Command("layout", "View", "Put the panels back in their places", needs=Needs.NOTHING, part=2),
)

RUN = (
    Command("run", "Run", "Run, or go on", ("F5",), "mdi6.play", Needs.READY),
    Command("pause", "Run", "Pause", ("Ctrl+F5",), "mdi6.pause", Needs.RUN),
    Command("stop", "Run", "Stop", ("Shift+F5",), "mdi6.stop", Needs.RUN),
    Command("earlier", "Run", "Look one event back", ("Alt+,",), "", part=1),
    Command("later", "Run", "Look one event on", ("Alt+.",), "", part=1),
    Command("check", "Run", "Check", ("Ctrl+B",), "mdi6.check-circle-outline", part=2),
    Command("next-problem", "Run", "Next problem", ("F8",), part=2),
)

HELP = (
    Command("palette", "Help", "Find a command…", ("Ctrl+Shift+P",), "mdi6.apple-keyboard-command", Needs.NOTHING),
    Command("shortcuts", "Help", "All shortcuts", ("Shift+?",), "mdi6.keyboard-outline", Needs.NOTHING),
    Command("about", "Help", "About ProcOS Studio", needs=Needs.NOTHING, part=1),
)

COMMANDS = (*FILE, *EDIT, *VIEW, *RUN, *HELP)
"""All commands, in the order of their menus."""
