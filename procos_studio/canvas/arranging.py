"""Arranging: the commands that line up, tidy, part and set aside what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.surface import Surface
from procos_studio.edits.align import Edge, align, distribute
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.place import place
from procos_studio.layout import tidy
from procos_studio.model.geometry import Point
from procos_studio.model.records import Lane, Participant

translate = QCoreApplication.translate

_LANE = "standard/lane"


def align_selection(surface: Surface, edge: Edge) -> None:
    """Bring the selected blocks into line."""
    if has_selection(surface):
        surface.attempt(lambda: align(surface.diagram, surface.selection, edge))


def distribute_selection(surface: Surface, horizontally: bool) -> None:
    """Leave equal gaps between the selected blocks."""
    if has_selection(surface):
        surface.attempt(lambda: distribute(surface.diagram, surface.selection, horizontally))


def tidy_plane(surface: Surface) -> None:
    """Lay out the selected blocks where several are, else all of the plane."""
    chosen = [key for key in surface.selection if surface.scene.shape_of(key)]
    surface.attempt(lambda: tidy(surface.diagram, surface.plane, chosen if len(chosen) > 1 else None))


def comment_out_selection(surface: Surface) -> None:
    """Let runs pass the selected blocks by, or no longer."""
    if has_selection(surface):
        surface.attempt(lambda: comment_out(surface.diagram, surface.selection))


def add_lane(surface: Surface) -> None:
    """Add a lane to the selected pool, or to that of the selected lane."""
    key = only_selected(surface)
    element, block = surface.diagram.get(key), surface.library.get(_LANE)
    if not isinstance(element, (Participant, Lane)) or block is None:
        surface.hint.emit(translate("Canvas", "Select a pool or a lane first."))
        return
    x, y = surface.scene.bounds_of(key).center
    made = surface.attempt(lambda: place(surface.diagram, block, surface.plane, Point(x, y), key))
    if made:
        surface.select((made,))


def has_selection(surface: Surface) -> bool:
    """Whether anything is selected; else a word about it."""
    if not surface.selection:
        surface.hint.emit(translate("Canvas", "Select a block first."))
    return bool(surface.selection)


def only_selected(surface: Surface) -> str:
    """The one selected element; else `""`, and a word about it."""
    if len(surface.selection) == 1:
        return surface.selection[0]
    surface.hint.emit(translate("Canvas", "Select one block first."))
    return ""
