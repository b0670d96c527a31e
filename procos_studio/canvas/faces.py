"""Faces: what a specialised block shows of its definition, taken from the library and the parameters in the file."""

from __future__ import annotations

from procos_studio.canvas.looks import Face, Faces
from procos_studio.library import BlockDefinition, Library, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element

PLAIN = "standard"
"""The family whose blocks look as BPMN draws them."""

_SEPARATOR = " · "


def faces(diagram: Diagram, library: Library) -> Faces:
    """The faces of the elements of a diagram; those of standard blocks are None."""

    def face(element: Element) -> Face | None:
        block = library.of(element)
        if block is None or block.family == PLAIN:
            return None
        return Face(block.hue, block.icon, _lines(diagram, element.id, block))

    return face


def _lines(diagram: Diagram, key: str, block: BlockDefinition) -> tuple[str, ...]:
    """The values of the face's parameters on one line; those without a value are left out."""
    if not block.face:
        return ()
    values = mask.values(diagram, key, block)
    shown = (" ".join(values.get(name, "").split()) for name in block.face)
    line = _SEPARATOR.join(text for text in shown if text)
    return (line,) if line else ()
