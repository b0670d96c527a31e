"""Arranging: the commands that line up, tidy, part and set aside what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.surface import Surface
from procos_studio.edits.add_lane import add_lane
from procos_studio.edits.align import Edge, align, distribute
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.move_lane import move_lane
from procos_studio.edits.split_lane import split_lane
from procos_studio.model.records import Lane, Participant

translate = QCoreApplication.translate


def align_selection(surface: Surface, edge: Edge) -> None:
    """Bring the selected blocks into line."""
    if has_selection(surface):
        surface.attempt(lambda: align(surface.diagram, surface.selection, edge))


def distribute_selection(surface: Surface, horizontally: bool) -> None:
    """Leave equal gaps between the selected blocks."""
    if has_selection(surface):
        surface.attempt(lambda: distribute(surface.diagram, surface.selection, horizontally))


def to_tidy(surface: Surface) -> tuple[str, ...] | None:
    """The selected blocks where several are; else None, which means all of the plane."""
    chosen = tuple(key for key in surface.selection if surface.scene.shape_look(key))
    return chosen if len(chosen) > 1 else None


def comment_out_selection(surface: Surface) -> None:
    """Let runs pass the selected blocks by, or no longer."""
    if has_selection(surface):
        surface.attempt(lambda: comment_out(surface.diagram, surface.selection))


def add_lane_beside(surface: Surface, before: bool = False) -> None:
    """Add a lane behind the selected one (or above or left of it), or at an end of the selected pool."""
    key = _lane_or_pool(surface)
    made = surface.attempt(lambda: add_lane(surface.diagram, key, before)) if key else None
    if made:
        surface.select((made,))


def split_selected_lane(surface: Surface) -> None:
    """Divide the selected lane into lanes of its own, or the selected pool into one more."""
    key = _lane_or_pool(surface)
    if surface.diagram.find(key, Participant) is not None:
        add_lane_beside(surface)
        return
    made = surface.attempt(lambda: split_lane(surface.diagram, key)) if key else None
    if made:
        surface.select(made[:1])


def nudge_lane(surface: Surface, dx: int, dy: int) -> bool:
    """Let the selected lane change places with the one on that side; False where no lane is selected, or not alone."""
    lane = surface.diagram.find(surface.selection[0], Lane) if len(surface.selection) == 1 else None
    shape = surface.diagram.shape(lane.id) if lane is not None else None
    if lane is None or shape is None:
        return False
    across = dy if shape.is_horizontal else dx
    if across:
        surface.attempt(lambda: move_lane(surface.diagram, lane.id, back=across < 0))
    return True


def _lane_or_pool(surface: Surface) -> str:
    key = only_selected(surface)
    if isinstance(surface.diagram.get(key), (Participant, Lane)):
        return key
    surface.hint.emit(translate("Canvas", "Select a pool or a lane first."))
    return ""


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
