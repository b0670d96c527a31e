"""Commands: the visible table of everything that a menu, a key or the command palette can ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from procos_studio.canvas.keys import BINDINGS
from procos_studio.canvas.translating import QT_TR_NOOP


class Where(StrEnum):
    """Where the keys of a command work: in the whole window, or only while the canvas has the focus."""

    WINDOW = "window"
    CANVAS = "canvas"


class Needs(StrEnum):
    """What must be there for a command to be of use."""

    NOTHING = "nothing"
    TAB = "tab"
    DOCUMENT = "document"
    SELECTION = "selection"
    UNDO = "undo"
    REDO = "redo"
    READY = "ready"
    RUN = "run"
    STOPPED = "stopped"
    BREAKABLE = "breakable"
    BREAKPOINTS = "breakpoints"


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


MENUS = (
    QT_TR_NOOP("File"),
    QT_TR_NOOP("Edit"),
    QT_TR_NOOP("Block"),
    QT_TR_NOOP("Find"),
    QT_TR_NOOP("Arrange"),
    QT_TR_NOOP("View"),
    QT_TR_NOOP("Run"),
    QT_TR_NOOP("Help"),
)
_CANVAS_KEYS = {binding.command: binding.keys for binding in BINDINGS}


def _edit(id: str, title: str, canvas: str, needs: Needs = Needs.SELECTION) -> Command:
    """A command of the canvas, in the Edit menu."""
    return Command(id, "Edit", title, _CANVAS_KEYS[canvas], "", needs, Where.CANVAS, 1, canvas)


def _block(id: str, title: str, canvas: str, part: int = 0, needs: Needs = Needs.SELECTION, icon: str = "") -> Command:
    """A command of the canvas, in the Block menu."""
    return Command(id, "Block", title, _CANVAS_KEYS[canvas], icon, needs, Where.CANVAS, part, canvas)


def _arrange(title: str, canvas: str, icon: str = "", part: int = 0, needs: Needs = Needs.SELECTION) -> Command:
    """A command of the canvas, in the Arrange menu; both have it under one name."""
    id = canvas.replace("_", "-")
    return Command(id, "Arrange", title, _CANVAS_KEYS[canvas], icon, needs, Where.CANVAS, part, canvas)


FILE = (
    Command("new", "File", QT_TR_NOOP("New process"), ("Ctrl+N",), "mdi6.file-plus-outline", Needs.NOTHING),
    Command("open", "File", QT_TR_NOOP("Open…"), ("Ctrl+O",), "mdi6.folder-open-outline", Needs.NOTHING),
    Command("sample", "File", QT_TR_NOOP("Open the sample"), (), "mdi6.school-outline", Needs.NOTHING),
    Command("save", "File", QT_TR_NOOP("Save"), ("Ctrl+S",), "mdi6.content-save-outline", part=1),
    Command("save-as", "File", QT_TR_NOOP("Save as…"), ("Ctrl+Shift+S",), part=1),
    Command("compare", "File", QT_TR_NOOP("Compare with the file"), part=1),
    Command("compare-with", "File", QT_TR_NOOP("Compare with another file…"), part=1),
    Command("print", "File", QT_TR_NOOP("Print…"), ("Ctrl+P",), "mdi6.printer-outline", part=2),
    Command("close", "File", QT_TR_NOOP("Close"), ("Ctrl+W",), needs=Needs.TAB, part=2),
    Command("quit", "File", QT_TR_NOOP("Quit"), ("Ctrl+Q",), needs=Needs.NOTHING, part=2),
)

EDIT = (
    Command("undo", "Edit", QT_TR_NOOP("Undo"), ("Ctrl+Z",), "mdi6.undo", Needs.UNDO),
    Command("redo", "Edit", QT_TR_NOOP("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "mdi6.redo", Needs.REDO),
    _edit("cut", QT_TR_NOOP("Cut"), "cut"),
    _edit("copy", QT_TR_NOOP("Copy"), "copy"),
    _edit("paste", QT_TR_NOOP("Paste"), "paste", Needs.DOCUMENT),
    _edit("duplicate", QT_TR_NOOP("Duplicate"), "duplicate"),
    _edit("delete", QT_TR_NOOP("Delete"), "delete"),
    _edit("delete-heal", QT_TR_NOOP("Delete and join what was around"), "delete_and_heal"),
    _edit("select-all", QT_TR_NOOP("Select all"), "select_all", Needs.DOCUMENT),
)

BLOCK = (
    _block("insert", QT_TR_NOOP("Insert a block…"), "insert", needs=Needs.DOCUMENT, icon="mdi6.plus"),
    _block("append", QT_TR_NOOP("Append a block…"), "append"),
    _block("connect", QT_TR_NOOP("Connect with the pointer"), "connect"),
    _block("connect-selected", QT_TR_NOOP("Connect the selected blocks"), "connect_selected"),
    _block("replace", QT_TR_NOOP("Replace by…"), "replace"),
    _block("rename", QT_TR_NOOP("Rename"), "rename"),
    _block("form", QT_TR_NOOP("Edit the parameters"), "open"),
    _block("group", QT_TR_NOOP("Make a subsystem"), "group", part=1),
    _block("ungroup", QT_TR_NOOP("Take the subsystem apart"), "ungroup", part=1),
    Command("expand", "Block", QT_TR_NOOP("Show or hide the inside in place"), (), "", Needs.SELECTION, part=1),
    _block("comment-out", QT_TR_NOOP("Comment out, or bring back"), "comment_out", part=1),
    Command("make-block", "Block", QT_TR_NOOP("Make a block of the subsystem…"), (), "", Needs.SELECTION, part=2),
    Command("edit-definition", "Block", QT_TR_NOOP("Edit the block's definition…"), (), "", Needs.SELECTION, part=2),
    Command("break-link", "Block", QT_TR_NOOP("Break the block's link"), (), "", Needs.SELECTION, part=2),
    Command("upgrade-blocks", "Block", QT_TR_NOOP("Upgrade blocks…"), part=2),
)

FIND = (
    Command("find", "Find", QT_TR_NOOP("Find here…"), ("Ctrl+F",), "mdi6.magnify"),
    Command("replace-texts", "Find", QT_TR_NOOP("Find and replace here…"), ("Ctrl+H",)),
    Command("find-everywhere", "Find", QT_TR_NOOP("Find in all open diagrams…"), ("Ctrl+Shift+F",)),
    Command("next-match", "Find", QT_TR_NOOP("Next match"), ("F3",)),
    Command("previous-match", "Find", QT_TR_NOOP("Previous match"), ("Shift+F3",)),
    Command("follow-link", "Find", QT_TR_NOOP("Open the link in the notes"), ("Ctrl+K",), "", Needs.SELECTION, part=1),
    Command("to-writer", "Find", QT_TR_NOOP("Go to who sets a variable"), ("F12",), where=Where.CANVAS, part=1),
    Command("to-reader", "Find", QT_TR_NOOP("Go to who reads a variable"), ("Shift+F12",), where=Where.CANVAS, part=1),
)

ARRANGE = (
    _arrange(QT_TR_NOOP("Tidy"), "tidy", "mdi6.auto-fix", needs=Needs.DOCUMENT),
    _arrange(QT_TR_NOOP("Make space"), "make_space", needs=Needs.DOCUMENT),
    _arrange(QT_TR_NOOP("Add a lane"), "add_lane"),
    _arrange(QT_TR_NOOP("Add a lane above, or at the left"), "add_lane_before"),
    _arrange(QT_TR_NOOP("Split the lane"), "split_lane"),
    _arrange(QT_TR_NOOP("Align at the left"), "align_left", "mdi6.align-horizontal-left", 1),
    _arrange(QT_TR_NOOP("Align the middles in a column"), "align_center", "mdi6.align-horizontal-center", 1),
    _arrange(QT_TR_NOOP("Align at the right"), "align_right", "mdi6.align-horizontal-right", 1),
    _arrange(QT_TR_NOOP("Align at the top"), "align_top", "mdi6.align-vertical-top", 1),
    _arrange(QT_TR_NOOP("Align the middles in a row"), "align_middle", "mdi6.align-vertical-center", 1),
    _arrange(QT_TR_NOOP("Align at the bottom"), "align_bottom", "mdi6.align-vertical-bottom", 1),
    _arrange(QT_TR_NOOP("Equal gaps from left to right"), "distribute_across", "mdi6.distribute-horizontal-center", 2),
    _arrange(QT_TR_NOOP("Equal gaps from top to bottom"), "distribute_down", "mdi6.distribute-vertical-center", 2),
)

VIEW = (
    Command(
        "zoom-in", "View", QT_TR_NOOP("Zoom in"), ("Ctrl++", "Ctrl+="), "mdi6.magnify-plus-outline", canvas="zoom_in"
    ),
    Command("zoom-out", "View", QT_TR_NOOP("Zoom out"), ("Ctrl+-",), "mdi6.magnify-minus-outline", canvas="zoom_out"),
    Command("zoom-reset", "View", QT_TR_NOOP("Actual size"), ("Ctrl+0",), canvas="reset_zoom"),
    Command(
        "fit", "View", QT_TR_NOOP("Fit the whole diagram"), ("Ctrl+1", "Home"), "mdi6.fit-to-page-outline", canvas="fit"
    ),
    Command(
        "fit-selection",
        "View",
        QT_TR_NOOP("Fit the selection"),
        ("Ctrl+2",),
        needs=Needs.SELECTION,
        canvas="fit_selection",
    ),
    Command(
        "inside",
        "View",
        QT_TR_NOOP("Open the subsystem"),
        ("Alt+Down",),
        "",
        Needs.SELECTION,
        part=1,
        canvas="open_inside",
    ),
    Command("peek", "View", QT_TR_NOOP("Look into the subsystem"), _CANVAS_KEYS["peek"], part=1, canvas="peek"),
    Command("parent", "View", QT_TR_NOOP("To the parent"), ("Alt+Up",), part=1, canvas="to_parent"),
    Command("next-page", "View", QT_TR_NOOP("Next page of this file"), ("Ctrl+PgDown",), part=1),
    Command("xml", "View", QT_TR_NOOP("XML beside the canvas"), ("Ctrl+U",), "mdi6.xml", part=1),
    Command("next-tab", "View", QT_TR_NOOP("Next diagram"), ("Ctrl+Tab",), part=1),
    Command("canvas", "View", QT_TR_NOOP("Go to the canvas"), ("Ctrl+F6",), part=1),
    Command("next-pane", "View", QT_TR_NOOP("Next pane"), ("F6",), needs=Needs.NOTHING, part=1),
    Command("previous-pane", "View", QT_TR_NOOP("Previous pane"), ("Shift+F6",), needs=Needs.NOTHING, part=1),
    Command("blocks", "View", QT_TR_NOOP("Search blocks"), ("Ctrl+Shift+B",), part=1),
    Command("layout", "View", QT_TR_NOOP("Put the panels back in their places"), needs=Needs.NOTHING, part=2),
)

RUN = (
    Command("run", "Run", QT_TR_NOOP("Run, or go on"), ("F5",), "mdi6.play", Needs.READY),
    Command("pause", "Run", QT_TR_NOOP("Pause"), ("Ctrl+F5",), "mdi6.pause", Needs.RUN),
    Command("stop", "Run", QT_TR_NOOP("Stop"), ("Shift+F5",), "mdi6.stop", Needs.RUN),
    Command("run-another", "Run", QT_TR_NOOP("Choose what to run…"), ("Ctrl+Shift+F5",)),
    Command("step-over", "Run", QT_TR_NOOP("Step over"), ("F10",), "mdi6.debug-step-over", Needs.READY, part=1),
    Command("step-into", "Run", QT_TR_NOOP("Step into"), ("F11",), "mdi6.debug-step-into", Needs.READY, part=1),
    Command("step-out", "Run", QT_TR_NOOP("Step out"), ("Shift+F11",), "mdi6.debug-step-out", Needs.STOPPED, part=1),
    Command("breakpoint", "Run", QT_TR_NOOP("Set or remove a breakpoint"), ("F9",), "", Needs.BREAKABLE, part=2),
    Command(
        "breakpoint-condition",
        "Run",
        QT_TR_NOOP("Condition of the breakpoint…"),
        ("Shift+F9",),
        needs=Needs.BREAKABLE,
        part=2,
    ),
    Command(
        "breakpoints-clear",
        "Run",
        QT_TR_NOOP("Remove all breakpoints"),
        ("Ctrl+Shift+F9",),
        needs=Needs.BREAKPOINTS,
        part=2,
    ),
    Command("breakpoints", "Run", QT_TR_NOOP("List the breakpoints"), ("Ctrl+F9",), part=2),
    Command("earlier", "Run", QT_TR_NOOP("Look one event back"), (",", "Alt+,"), "", part=3),
    Command("later", "Run", QT_TR_NOOP("Look one event on"), (".", "Alt+."), "", part=3),
    Command("check", "Run", QT_TR_NOOP("Check"), ("Ctrl+B",), "mdi6.check-circle-outline", part=4),
    Command("next-problem", "Run", QT_TR_NOOP("Next problem"), ("F8",), part=4),
)

HELP = (
    Command(
        "palette",
        "Help",
        QT_TR_NOOP("Find a command…"),
        ("Ctrl+Shift+P",),
        "mdi6.apple-keyboard-command",
        Needs.NOTHING,
    ),
    Command("shortcuts", "Help", QT_TR_NOOP("All shortcuts"), ("Shift+?",), "mdi6.keyboard-outline", Needs.NOTHING),
    Command(
        "block-help", "Help", QT_TR_NOOP("Help on the block"), ("F1",), "mdi6.help-circle-outline", Needs.SELECTION
    ),
    Command("tour", "Help", QT_TR_NOOP("Show the tour again"), needs=Needs.NOTHING),
    Command("about", "Help", QT_TR_NOOP("About ProcOS Studio"), needs=Needs.NOTHING, part=1),
)

COMMANDS = (*FILE, *EDIT, *BLOCK, *FIND, *ARRANGE, *VIEW, *RUN, *HELP)
"""All commands, in the order of their menus."""
