"""Handlers: which method does each command of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from procos_studio.app.arranging import Arranging
from procos_studio.app.commands import COMMANDS
from procos_studio.app.editing import Editing
from procos_studio.app.files import Files
from procos_studio.app.panes import Panes
from procos_studio.app.run_control import RunControl
from procos_studio.edits.align import Edge

Handler = Callable[[], object]


def handlers(files: Files, editing: Editing, runs: RunControl, panes: Panes) -> dict[str, Handler]:
    """By command id; those that concern the window itself are the window's to add."""
    arranging = Arranging(editing)
    on_canvas = {command.id: partial(editing.on_canvas, command.canvas) for command in COMMANDS if command.canvas}
    return {
        **on_canvas,
        "new": files.new,
        "open": files.open,
        "sample": files.open_sample,
        "save": files.save,
        "save-as": files.save_as,
        "undo": editing.undo,
        "redo": editing.redo,
        "replace": editing.replace,
        "find": editing.find,
        "find-everywhere": editing.find_everywhere,
        "tidy": arranging.tidy,
        "space-right": partial(arranging.make_space, True),
        "space-below": partial(arranging.make_space, False),
        "expand": arranging.expand,
        **{f"align-{edge}": partial(arranging.align, edge) for edge in Edge},
        "distribute-across": partial(arranging.distribute, True),
        "distribute-down": partial(arranging.distribute, False),
        "parent": editing.to_parent,
        "next-page": editing.next_page,
        "block-help": editing.help_on_block,
        "canvas": editing.focus_canvas,
        "blocks": panes.search_blocks,
        "layout": panes.docks.reset,
        "run": runs.run,
        "run-another": runs.run_another,
        "pause": runs.pause,
        "stop": runs.stop,
        "earlier": partial(panes.timeline.step, -1),
        "later": partial(panes.timeline.step, 1),
        "next-problem": panes.problems.choose_next,
    }
