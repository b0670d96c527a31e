"""Handlers: which method does each command of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from procos_studio.app.editing import Editing
from procos_studio.app.files import Files
from procos_studio.app.panes import Panes
from procos_studio.app.run_control import RunControl
from procos_studio.canvas.view import CanvasView

Handler = Callable[[], object]


def handlers(files: Files, editing: Editing, runs: RunControl, panes: Panes) -> dict[str, Handler]:
    """By command id; those that concern the window itself are the window's to add."""

    def on_view(method: Callable[[CanvasView], object]) -> Handler:
        return lambda: method(editing.view) if editing.view is not None else None

    canvas: Mapping[str, Callable[[CanvasView], object]] = {
        "cut": CanvasView.cut,
        "copy": CanvasView.copy,
        "paste": CanvasView.paste,
        "duplicate": CanvasView.duplicate,
        "delete": CanvasView.delete_selection,
        "delete-heal": lambda view: view.delete_selection(heal=True),
        "select-all": CanvasView.select_all,
        "rename": CanvasView.rename_selected,
        "zoom-in": CanvasView.zoom_in,
        "zoom-out": CanvasView.zoom_out,
        "zoom-reset": CanvasView.reset,
        "fit": CanvasView.fit,
        "fit-selection": CanvasView.fit_selection,
        "canvas": CanvasView.setFocus,
    }
    return {
        "new": files.new,
        "open": files.open,
        "sample": files.open_sample,
        "save": files.save,
        "save-as": files.save_as,
        "undo": editing.undo,
        "redo": editing.redo,
        "insert": editing.insert,
        "append": editing.append,
        "replace": editing.replace,
        "form": panes.edit_form,
        "group": editing.group,
        "tidy": editing.tidy,
        "find": editing.find,
        "inside": editing.open_inside,
        "parent": editing.to_parent,
        "blocks": panes.search_blocks,
        "layout": panes.docks.reset,
        "run": runs.run,
        "pause": runs.pause,
        "stop": runs.stop,
        "next-problem": panes.problems.choose_next,
        **{name: on_view(method) for name, method in canvas.items()},
    }
