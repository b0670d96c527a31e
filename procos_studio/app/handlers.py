"""Handlers: which method does each command of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from procos_studio.app.commands import COMMANDS
from procos_studio.app.editing import Editing
from procos_studio.app.files import Files
from procos_studio.app.finding.haystack import Where
from procos_studio.app.finding.seeking import Seeking
from procos_studio.app.panes import Panes
from procos_studio.app.run_control import RunControl

Handler = Callable[[], object]


def handlers(files: Files, editing: Editing, seeking: Seeking, runs: RunControl, panes: Panes) -> dict[str, Handler]:
    """By command id; those that concern the window itself are the window's to add."""
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
        "find": partial(_find, seeking, panes, Where.HERE),
        "find-everywhere": partial(_find, seeking, panes, Where.EVERYWHERE),
        "replace-texts": partial(_find, seeking, panes, Where.HERE, replacing=True),
        "next-match": panes.find.list.step,
        "previous-match": partial(panes.find.list.step, back=True),
        "expand": editing.expand,
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


def _find(seeking: Seeking, panes: Panes, where: Where, *, replacing: bool = False) -> None:
    panes.docks.show("find")
    seeking.open(where, replacing=replacing)
