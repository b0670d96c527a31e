"""Sheets: the pages of a document as pictures of it: what each shows, and where it leads to another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from procos_studio.canvas.pages import every, way
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.still import scene_of
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Collaboration, Drawn, Plane, Process
from procos_studio.problems import Problem, Refused, error

MARGIN = 24.0
"""Empty room around the drawing, in units of the plane."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`path` names the pages from the outermost to this one; `doors` are the planes behind parts of the drawing."""

    plane: str
    path: tuple[str, ...]
    scene: PlaneScene
    doors: Mapping[str, QRectF] = field(default_factory=dict)

    @property
    def area(self) -> QRectF:
        """What is to be seen, in units of the plane."""
        return self.scene.drawn_rect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def sheet(diagram: Diagram, plane: str, library: Library, theme: Theme, only: Collection[str] | None = None) -> Sheet:
    """One page, or what some of its elements show; Refused where there is nothing to be seen."""
    scene = scene_of(diagram, plane, library, theme, only)
    if scene.drawn_rect().isEmpty():
        raise Refused(_nothing())
    inside = {element: diagram.plane_of(element) for element in scene.elements()}
    doors = {found.id: scene.extent((key,)) for key, found in inside.items() if found is not None and found.id != plane}
    return Sheet(plane, tuple(page.label for page in way(diagram, plane)), scene, doors)


def all_sheets(diagram: Diagram, library: Library, theme: Theme) -> tuple[Sheet, ...]:
    """Every page on which something is drawn, each followed by those inside of it."""
    planes = [path[-1].plane for path in every(diagram)]
    drawn = [plane for plane in planes if diagram.children(plane, Drawn)]
    if not drawn:
        raise Refused(_nothing())
    return tuple(sheet(diagram, plane, library, theme) for plane in drawn)


def _nothing() -> Problem:
    return error("image.empty", "There is nothing to be drawn.", hint="Draw or select some blocks first.")


def first_plane(diagram: Diagram) -> str:
    """The plane of the collaboration, else of the first process, else any; `""` in a file without a drawing."""
    for kind in (Collaboration, Process):
        for element in diagram.children(diagram.root.id, kind):
            plane = diagram.plane_of(element.id)
            if plane is not None:
                return plane.id
    return next((plane.id for plane in diagram.all(Plane)), "")
