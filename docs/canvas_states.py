"""Canvas states: those states of the studio that show what stands on the canvas."""

from __future__ import annotations

import asyncio

from stage import Stage

from procos_studio.bpmn import new_diagram
from procos_studio.edits.add_lane import add_lane
from procos_studio.edits.append import append
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.connect import connect
from procos_studio.edits.group import group
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import Plane


async def annotation_with_link(stage: Stage) -> None:
    """Notes beside a block, and a sign where they link."""
    await stage.sample()
    note = place(
        stage.diagram, stage.library.blocks["standard/text-annotation"], stage.session.tab.plane, Point(900, 40)
    )
    rename(stage.diagram, note, "See [how we pack](https://shop.example)")
    connect(stage.diagram, "reserve", note)
    set_documentation(stage.diagram, "reserve", "How we pack: https://shop.example/packing")
    await asyncio.sleep(0.2)
    stage.select("reserve")
    stage.session.tab.view.run("fit")


async def lanes(stage: Stage) -> None:
    """Two pools, one with lanes."""
    await stage.show(_pools(stage.library))


async def subsystem(stage: Stage) -> None:
    """Inside a subsystem, with the way back above."""
    await stage.sample()
    made = group(stage.diagram, ("reserve",), "Reservation")
    stage.session.tab.open_inside(made)
    await asyncio.sleep(0.1)
    stage.session.tab.view.run("fit")


async def peek(stage: Stage) -> None:
    """A look into a subsystem."""
    await stage.sample()
    made = group(stage.diagram, ("reserve",), "Reservation")
    stage.select(made)
    stage.command("peek")


async def commented_out(stage: Stage) -> None:
    """A block that a run passes by."""
    await stage.sample()
    comment_out(stage.diagram, ("reserve",))
    await asyncio.sleep(0.5)


async def huge(stage: Stage) -> None:
    """A diagram of a thousand blocks from far away, with the minimap."""
    await stage.show(_rows(stage.library, 40, 25))


async def huge_near(stage: Stage) -> None:
    """A part of it, with the minimap."""
    await huge(stage)
    view = stage.session.tab.view
    view.run("reset_zoom")
    view.centerOn(view.content_rect().center())
    await asyncio.sleep(0.4)


def _rows(library: Library, rows: int, columns: int) -> Diagram:
    diagram = new_diagram("Warehouse")
    plane = next(diagram.all(Plane)).id
    for row in range(rows):
        last = place(diagram, library.blocks["standard/start"], plane, Point(100, 200 + row * 160))
        for column in range(columns):
            block = library.blocks["compute/python-script" if column % 3 else "standard/user-task"]
            last = append(diagram, last, block)
    return diagram


def _pools(library: Library) -> Diagram:
    diagram = new_diagram("Order")
    plane = next(diagram.all(Plane)).id
    shop = place(diagram, library.blocks["standard/pool"], plane, Point(500, 200))
    rename(diagram, shop, "Shop")
    lane = add_lane(diagram, shop)
    other = add_lane(diagram, lane)
    rename(diagram, lane, "Sales")
    rename(diagram, other, "Warehouse")
    start = place(diagram, library.blocks["standard/start"], plane, Point(300, 160), lane)
    task = append(diagram, start, library.blocks["standard/user-task"])
    rename(diagram, task, "Take the order")
    bank = place(diagram, library.blocks["standard/pool"], plane, Point(500, 600))
    rename(diagram, bank, "Bank")
    connect(diagram, task, bank)
    return diagram
