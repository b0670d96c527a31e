"""Faces: what a specialised block shows of its definition, taken from the library and the parameters in the file."""

from __future__ import annotations

from procos_studio.canvas.looks import Face, Faces
from procos_studio.library import Library, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element


def faces(diagram: Diagram, library: Library) -> Faces:
    """The faces of the elements of a diagram; those of standard blocks, which look as BPMN draws them, are None."""

    def face(element: Element) -> Face | None:
        # what bears no stamp is a standard block, and most elements do not
        block = library.of(element) if mask.STAMP in element.attributes else None
        if block is None or block.is_standard:
            return None
        line = mask.summary(diagram, element.id, block)
        return Face(block.hue, block.icon, (line,) if line else ())

    return face
