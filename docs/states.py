"""States: every state of the studio that people look at, each as the steps that bring a fresh window into it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from canvas_states import (
    annotation_with_link,
    commented_out,
    huge,
    huge_near,
    lanes,
    peek,
    subsystem,
)
from edge_states import EDGES
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QLineEdit
from stage import Model, Stage, until

from procos_studio.app.context_menu import context_menu
from procos_studio.app.document import Document
from procos_studio.app.forms.code.field import CodeField
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.safety import Safety
from procos_studio.bpmn import write_bytes
from procos_studio.edits.delete import delete
from procos_studio.edits.group import group
from procos_studio.edits.move import move
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.model.geometry import Point

State = Callable[[Stage], Awaitable[None]]

_MOMENT = 1_777_887_000.0
"""Epoch seconds."""


async def first_start(stage: Stage) -> None:
    """The tour over the sample."""
    await stage.sample()
    stage.window.show_tour()


async def empty_window(stage: Stage) -> None:
    """Nothing is open."""
    await asyncio.sleep(0.1)


async def empty_diagram(stage: Stage) -> None:
    """A new process."""
    stage.command("new")
    await asyncio.sleep(0.5)


async def build(stage: Stage) -> None:
    """The sample with a selected block, its form and the problems."""
    await stage.sample()
    stage.select("check_credit")
    stage.window.panes.docks.show("problems")


async def form_of_a_service(stage: Stage) -> None:
    """A long form with sections."""
    await stage.sample("ai_query.bpmn")
    stage.select("ask_model")


async def form_of_several(stage: Stage) -> None:
    """What several blocks share."""
    await stage.sample()
    stage.select("check_credit", "reserve", "confirm")


async def code_window(stage: Stage) -> None:
    """The window in which code is written."""
    await stage.sample()
    stage.select("check_credit")
    await asyncio.sleep(0.1)
    fields = stage.window.panes.inspector.form.fields.values()
    next(field for field in fields if isinstance(field, CodeField)).open_window()


async def start_dialog(stage: Stage) -> None:
    """What a process is started with."""
    await stage.sample("ai_query.bpmn")
    stage.command("run")


async def running(stage: Stage) -> None:
    """A question on its way to a model, at its second attempt."""
    Model.asked = 0
    await stage.sample("ai_query.bpmn")
    await stage.run(ollamaUrl=f"http://127.0.0.1:{stage.port}")
    await until(lambda: Model.asked == 2)
    await asyncio.sleep(0.6)
    stage.select("ask_model")


async def finished(stage: Stage) -> None:
    """The sample after its run, with its variables."""
    await stage.sample()
    await stage.run()
    await stage.finish()
    stage.window.panes.docks.show("variables")


async def events(stage: Stage) -> None:
    """The log of a run."""
    await finished(stage)
    stage.window.panes.docks.show("events")


async def failed(stage: Stage) -> None:
    """A run that waits with an incident."""
    await stage.sample("ai_query.bpmn")
    await stage.run(ollamaUrl="http://127.0.0.1:9")
    session = stage.session
    await until(lambda: bool(session.watch.state.incidents) or not session.is_running)
    stage.select("ask_model")


async def problems(stage: Stage) -> None:
    """What a check finds."""
    await stage.sample()
    delete(stage.diagram, ("no_credit", "refused"))
    script = stage.library.blocks["compute/python-script"]
    place(stage.diagram, script, stage.session.tab.plane, Point(600, 600))
    stage.command("check")
    await asyncio.sleep(0.6)


async def find(stage: Stage) -> None:
    """Find and replace."""
    await stage.sample()
    stage.command("replace-texts")
    _type(stage, stage.window.panes.find.find_edit, "order")
    stage.window.panes.find.replace_edit.setText("purchase")
    await asyncio.sleep(1)


async def find_everywhere(stage: Stage) -> None:
    """Find in all open diagrams."""
    await stage.sample("ai_query.bpmn")
    await stage.sample()
    stage.command("find-everywhere")
    _type(stage, stage.window.panes.find.find_edit, "check")
    await asyncio.sleep(1)


async def compare(stage: Stage) -> None:
    """In what the diagram differs from its file."""
    await stage.sample()
    rename(stage.diagram, "reserve", "Pack the goods")
    move(stage.diagram, ("confirm",), 0, 80)
    delete(stage.diagram, ("no_credit",))
    stage.command("compare")
    await asyncio.sleep(0.4)


async def xml(stage: Stage) -> None:
    """The XML beside the canvas."""
    await stage.sample()
    stage.command("xml")
    stage.select("check_credit")
    await asyncio.sleep(0.6)


async def author_block(stage: Stage) -> None:
    """The window in which a block is made: what it is called."""
    await _author(stage, 0)


async def author_parameters(stage: Stage) -> None:
    """The window in which a block is made: its parameters."""
    await _author(stage, 1)


async def author_trial(stage: Stage) -> None:
    """The window in which a block is made: a trial."""
    await _author(stage, 2)


async def _author(stage: Stage, tab: int) -> None:
    await stage.sample()
    made = group(stage.diagram, ("reserve",), "Reservation")
    stage.select(made)
    stage.command("make-block")
    await asyncio.sleep(0.2)
    author = stage.window.authoring._authors[0]
    author.tabs.setCurrentIndex(tab)


async def upgrade_bar(stage: Stage) -> None:
    """Blocks that are older than the library."""
    await _outdated(stage)


async def upgrade_dialog(stage: Stage) -> None:
    """What an upgrade would change."""
    await _outdated(stage)
    stage.command("upgrade-blocks")


async def _outdated(stage: Stage) -> None:
    path = stage.folder / "old.bpmn"
    await stage.sample()
    text = write_bytes(stage.diagram).decode().replace('modelerTemplateVersion="1"', 'modelerTemplateVersion="0"')
    path.write_text(text, encoding="utf-8")
    stage.window.files.open_path(path)
    await stage.checked()
    await asyncio.sleep(0.3)


async def rename_variable(stage: Stage) -> None:
    """Every place that names a variable."""
    await stage.sample()
    stage.window.going.rename("customer")


async def recovery(stage: Stage) -> None:
    """What an earlier studio did not save."""
    shelf = stage.folder / "unsaved"
    safety = Safety(stage.window, shelf)
    path = await stage.sample()
    for number, (file, title) in enumerate(((str(path), path.name), ("", "Process 3"))):
        document = Document.open(path)
        rename(document.diagram, "reserve", "Pack the goods")
        copy = Copy(shelf / f"{number}.unsaved")
        copy.begin(About(file, title, document.on_disk, 0, _MOMENT), document.base, document.diagram.history.done, {})
        copy.let_go()
    safety.look_back()
    safety.close()


async def changed_outside(stage: Stage) -> None:
    """Another program wrote the file."""
    path = await stage.sample()
    path.write_bytes(path.read_bytes().replace(b"Reserve the goods", b"Pack the goods"))
    stage.window.outside.look()
    await asyncio.sleep(0.5)


async def palette_search(stage: Stage) -> None:
    """Blocks found by typing."""
    await stage.sample()
    _type(stage, stage.window.panes.palette.search, "wait")


async def quick_insert(stage: Stage) -> None:
    """A block asked for at a place."""
    await stage.sample()
    view = stage.session.tab.view
    at = QPointF(view.visible_rect().center())
    stage.window.editing.insert_at(at, view.viewport().mapToGlobal(view.mapFromScene(at)))


async def command_palette(stage: Stage) -> None:
    """A command asked for."""
    await stage.sample()
    stage.command("palette")


async def shortcuts(stage: Stage) -> None:
    """All shortcuts."""
    await stage.sample()
    stage.command("shortcuts")


async def block_help(stage: Stage) -> None:
    """Help on a block."""
    await stage.sample("ai_query.bpmn")
    stage.select("ask_model")
    stage.command("block-help")


async def main_menu(stage: Stage) -> None:
    """The menu of all commands."""
    await _menu(stage, "")


async def menu_edit(stage: Stage) -> None:
    """The Edit menu."""
    await _menu(stage, "Edit")


async def menu_block(stage: Stage) -> None:
    """The Block menu."""
    await _menu(stage, "Block")


async def menu_find(stage: Stage) -> None:
    """The Find menu."""
    await _menu(stage, "Find")


async def menu_view(stage: Stage) -> None:
    """The View menu."""
    await _menu(stage, "View")


async def _menu(stage: Stage, name: str) -> None:
    await stage.sample()
    stage.select("check_credit")
    if name:
        stage.window.menus.submenus[name].popup(stage.window.mapToGlobal(QPoint(24, 56)))
    else:
        stage.window.toolbar.open_menu()


async def context_block(stage: Stage) -> None:
    """What can be done with a block."""
    await _context(stage, "check_credit")


async def context_ground(stage: Stage) -> None:
    """What can be done with the ground."""
    await _context(stage)


async def context_several(stage: Stage) -> None:
    """What can be done with several blocks."""
    await _context(stage, "check_credit", "reserve")


async def _context(stage: Stage, *keys: str) -> None:
    await stage.sample()
    stage.select(*keys)
    window = stage.window
    menu = context_menu(window, window.actions_by_id, stage.diagram, keys)
    menu.popup(window.mapToGlobal(QPoint(window.width() // 2, 160)))


async def print_preview(stage: Stage) -> None:
    """The pages as they would be printed."""
    await stage.sample()
    stage.command("print")


async def picture_dialog(stage: Stage) -> None:
    """As what a picture is saved."""
    await stage.sample()
    stage.select("check_credit")
    stage.window.exporting.to_picture()


async def unsaved(stage: Stage) -> None:
    """The question before changes are lost."""
    await stage.sample()
    rename(stage.diagram, "reserve", "Pack the goods")
    asyncio.get_running_loop().call_later(0.1, lambda: stage.command("close"))
    await asyncio.sleep(0.3)


def _type(stage: Stage, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.setText(text)


STATES: tuple[State, ...] = (
    *(first_start, empty_window, empty_diagram, build, form_of_a_service, form_of_several, code_window),
    *(start_dialog, running, finished, events, failed, problems, find, find_everywhere, compare, xml),
    *(author_block, author_parameters, author_trial, upgrade_bar, upgrade_dialog, rename_variable),
    *(recovery, changed_outside, palette_search, quick_insert, command_palette, shortcuts, block_help),
    *(main_menu, menu_edit, menu_block, menu_find, menu_view, context_block, context_ground, context_several),
    *(print_preview, picture_dialog, unsaved, annotation_with_link, lanes, subsystem, peek, commented_out),
    *(huge, huge_near),
    *EDGES,
)
