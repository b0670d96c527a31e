"""ContextMenu: what can be done with what is under the pointer on the canvas, as a menu."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu, QWidget

from procos_studio.app.actions import Actions
from procos_studio.app.mnemonics import give_letters
from procos_studio.library.mask import STAMP
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Flow, FlowNode, Lane, Participant

_GROUND = (("insert", "paste"), ("select-all", "make-space", "tidy"), ("parent", "zoom-reset", "fit"))
_BLOCK = ("form", "rename", "append", "connect", "replace")
_POOL = ("form", "rename", "add-lane-before", "add-lane", "split-lane", "expand")
_FLOW = ("form", "rename")
_INSIDE = ("inside", "peek", "expand", "ungroup")
_SEVERAL = ("connect-selected", "group", "tidy")
_ALIGNED = (
    *("align-left", "align-center", "align-right", "align-top", "align-middle", "align-bottom"),
    *("distribute-across", "distribute-down"),
)
_STOPS = ("breakpoint", "breakpoint-condition", "breakpoints-clear")
_EDIT = ("cut", "copy", "duplicate", "delete", "delete-heal")
_LEADS = ("to-writer", "to-reader", "follow-link", "block-help")


def context_menu(parent: QWidget, actions: Actions, diagram: Diagram, selection: tuple[str, ...]) -> QMenu:
    """A menu for what is selected; for the ground where nothing is. It goes when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("context-menu")
    menu.aboutToHide.connect(menu.deleteLater)
    for part in _parts(diagram, selection):
        menu.addSeparator()
        menu.addActions([actions[name] for name in part])
    give_letters(menu)
    return menu


def _parts(diagram: Diagram, selection: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not selection:
        yield from _GROUND
        return
    if len(selection) > 1:
        yield _SEVERAL
        yield _ALIGNED
    else:
        yield from _of_one(diagram, selection[0])
    yield _EDIT
    yield _LEADS


def _of_one(diagram: Diagram, key: str) -> Iterator[tuple[str, ...]]:
    element = diagram.get(key)
    if isinstance(element, (Participant, Lane)):
        yield _POOL
    elif isinstance(element, Flow):
        yield _FLOW
    else:
        yield _BLOCK
    if isinstance(element, FlowNode):
        yield (*(_INSIDE if element.is_container else ()), "group", "comment-out")
        if element.get(STAMP):
            yield ("edit-definition", "upgrade-blocks", "break-link")
        elif element.kind == "subProcess":
            yield ("make-block",)
        yield _STOPS
