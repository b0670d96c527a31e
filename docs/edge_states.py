"""Edge states: states of the studio that people meet now and then: nothing found, a run that waits, a question."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QPoint
from stage import TEMPLATES, Stage, until

from procos_studio.app import asking
from procos_studio.app.chooser import Chooser
from procos_studio.app.context_menu import context_menu
from procos_studio.app.crashes import Crashes
from procos_studio.app.debugging.condition import ConditionDialog
from procos_studio.bpmn import new_diagram
from procos_studio.edits.append import append
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import Plane
from procos_studio.problems import error


async def palette_nothing(stage: Stage) -> None:
    """No block is called so."""
    await stage.sample()
    stage.window.panes.palette.search.setFocus()
    stage.window.panes.palette.search.setText("coffee machine")


async def chooser_nothing(stage: Stage) -> None:
    """No command is called so."""
    await stage.sample()
    stage.command("palette")
    await asyncio.sleep(0.1)
    stage.window.findChildren(Chooser)[0].search.setText("coffee")


async def menu_file(stage: Stage) -> None:
    """The File menu."""
    await _menu(stage, "File")


async def menu_arrange(stage: Stage) -> None:
    """The Arrange menu."""
    await _menu(stage, "Arrange")


async def menu_run(stage: Stage) -> None:
    """The Run menu."""
    await _menu(stage, "Run")


async def menu_help(stage: Stage) -> None:
    """The Help menu."""
    await _menu(stage, "Help")


async def _menu(stage: Stage, name: str) -> None:
    await stage.sample()
    stage.window.menus.submenus[name].popup(stage.window.mapToGlobal(QPoint(24, 56)))


async def menu_target(stage: Stage) -> None:
    """Which engine a diagram is for."""
    await stage.sample()
    target = stage.window.status.target
    target.menu().popup(target.mapToGlobal(QPoint(0, -target.menu().sizeHint().height())))


async def context_flow(stage: Stage) -> None:
    """What can be done with a flow."""
    await stage.sample()
    stage.select("is_large")
    window = stage.window
    menu = context_menu(window, window.actions_by_id, stage.diagram, ("is_large",))
    menu.popup(window.mapToGlobal(QPoint(window.width() // 2, 160)))


async def form_of_a_flow(stage: Stage) -> None:
    """A flow with its condition."""
    await stage.sample()
    stage.select("is_large")


async def form_of_the_process(stage: Stage) -> None:
    """Nothing is selected."""
    await stage.sample()
    stage.select()


async def waiting_for_a_person(stage: Stage) -> None:
    """A run that waits until somebody has done something."""
    await stage.show(_approval(stage.library))
    await stage.run()
    session = stage.session
    await until(lambda: bool(session.watch.state.user_tasks))
    await asyncio.sleep(0.4)


async def paused(stage: Stage) -> None:
    """A run that is held."""
    await stage.sample()
    await stage.run()
    stage.command("pause")
    await asyncio.sleep(0.4)


async def stopped(stage: Stage) -> None:
    """A run that stands before a block, with breakpoints of every kind."""
    await stage.sample()
    for key in ("check_credit", "reserve", "confirm", "prepare"):
        stage.select(key)
        stage.command("breakpoint")
    session = stage.session
    session.stops.set_condition("reserve", "${total > 100}")
    session.stops.set_on("confirm", False)
    await stage.run()
    await until(lambda: session.run is not None and session.run.stop_at is not None)
    stage.command("breakpoints")


async def breakpoint_condition(stage: Stage) -> None:
    """A condition that cannot be read."""
    await stage.sample()
    stage.select("check_credit")
    stage.command("breakpoint-condition")
    dialog = stage.window.findChild(ConditionDialog)
    if dialog is not None:
        dialog.edit.setText("${total >")
    await asyncio.sleep(0.4)


async def earlier_moment(stage: Stage) -> None:
    """A finished run, looked at in its middle."""
    await stage.sample()
    await stage.run()
    await stage.finish()
    stage.window.panes.timeline.scrubber.setValue(5_000)


async def about(stage: Stage) -> None:
    """What this is."""
    await stage.sample()
    stage.command("about")


async def other_language(stage: Stage) -> None:
    """The question whether to begin anew in another language."""
    await stage.sample()
    stage.window.speaking.choose("en")
    stage.window.speaking.choose("de")


async def told(stage: Stage) -> None:
    """Something could not be done."""
    await stage.sample()
    problems = [error("x", f"“Task {number}” calls nothing.", hint="Give it a topic.") for number in range(12)]
    asking.tell(stage.window, "order_check.bpmn was written, but Operaton would refuse it.", problems)


async def crash(stage: Stage) -> None:
    """A bug."""
    await stage.sample()
    Crashes(stage.window).report(ValueError, ValueError("nothing"), None)


async def floating(stage: Stage) -> None:
    """A panel that was taken out of the window."""
    await stage.sample()
    stage.window.panes.float_actions()[1].trigger()


async def many_tabs(stage: Stage) -> None:
    """More diagrams than there is room for their names, some with long ones."""
    for number in range(8):
        name = "a process whose name is as long as names of processes get.bpmn" if number % 3 == 0 else "order.bpmn"
        (stage.folder / str(number)).mkdir()
        path = stage.folder / str(number) / name
        path.write_bytes((TEMPLATES / "order_check.bpmn").read_bytes())
        stage.window.files.open_path(path)
        await stage.checked()


async def long_names(stage: Stage) -> None:
    """Blocks with names that have no room."""
    await stage.sample()
    for key in ("price_order", "check_credit", "reserve", "confirm", "large", "order_received"):
        rename(stage.diagram, key, "Donaudampfschifffahrtsgesellschaftskapitän asks whether everything is fine")
    stage.select("check_credit")


def _approval(library: Library) -> Diagram:
    diagram = new_diagram("Approval")
    plane = next(diagram.all(Plane)).id
    start = place(diagram, library.blocks["standard/start"], plane, Point(200, 200))
    task = append(diagram, start, library.blocks["people/approval"])
    rename(diagram, task, "Approve the order")
    append(diagram, task, library.blocks["standard/end"])
    return diagram


EDGES = (
    *(palette_nothing, chooser_nothing, menu_file, menu_arrange, menu_run, menu_help, menu_target, context_flow),
    *(form_of_a_flow, form_of_the_process, waiting_for_a_person, paused, earlier_moment, about, other_language),
    *(told, crash, floating, many_tabs, long_names, stopped, breakpoint_condition),
)
