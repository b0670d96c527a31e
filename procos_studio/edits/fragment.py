"""Fragment: a clip as the text of a small BPMN file, in which it travels to other diagrams and programs."""

from __future__ import annotations

from procos_studio.bpmn import new_diagram, write_bytes
from procos_studio.edits.clip import Clip
from procos_studio.edits.copy import copy
from procos_studio.edits.paste import paste
from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Collaboration, Plane, Process, Shape


def fragment(clip: Clip) -> bytes:
    """A BPMN file that holds the clip, where it stood, and the messages, errors and the like that it needs."""
    diagram = new_diagram()
    paste(diagram, clip, next(diagram.all(Plane)).id, clip.box.center)
    return write_bytes(diagram)


def clip_of(diagram: Diagram) -> Clip:
    """All that stands on the first page of a file: the pools, else the first process drawn. Raises Refused for none."""
    for kind in (Collaboration, Process):
        for element in diagram.children(diagram.root.id, kind):
            plane = diagram.plane_of(element.id)
            shown = [shape.shows for shape in diagram.children(plane.id, Shape)] if plane is not None else []
            if shown:
                return copy(diagram, shown)
    raise refused("There is no block in what was copied.", hint="Copy some blocks of a BPMN file first.")
