"""Paste: puts a copied piece onto a diagram, the same or another."""

from __future__ import annotations

from procos_studio.edits.clip import Clip
from procos_studio.edits.drawing import holder_at, known_plane
from procos_studio.edits.inserting import insert
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point

STEP = 20.0
"""How far right and down of the original a copy stands where nobody says where."""


def paste(diagram: Diagram, clip: Clip, plane: str, at: Point | None = None) -> tuple[str, ...]:
    """The keys of the pasted elements; the clip's middle comes to `at`, in what is drawn there.

    All get fresh ids, names stay. Messages, errors and the like are shared where the diagram has the same, and come
    along where it has not. Raises Refused where BPMN does not let them stand there.
    """
    page = known_plane(diagram, plane)
    center = clip.box.center
    by = Point(at.x - center.x, at.y - center.y) if at is not None else Point(STEP, STEP)
    holder = holder_at(diagram, page, clip.box.moved(*by))
    with diagram.edit(f"Paste {len(clip.tops)} elements" if len(clip.tops) > 1 else "Paste") as tx:
        return insert(diagram, tx, clip, page, by, holder)
