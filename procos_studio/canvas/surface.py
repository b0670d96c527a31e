"""Surface: the shown plane as tools and commands see it: document, scene, camera, selection, attempted edits."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsView

from procos_studio.canvas.camera import Camera
from procos_studio.canvas.faces import faces
from procos_studio.canvas.handles import Handles
from procos_studio.canvas.looks import Look, ShapeLook
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.overlay import Overlay
from procos_studio.canvas.overview import FAR, Overview
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.model.geometry import Bounds, Point
from procos_studio.problems import Problem, Refused

R = TypeVar("R")


class Surface(QObject):
    """One plane of one diagram, or nothing.

    `selection_changed` carries ids. `insert_requested` carries a point of the plane and the same point on the screen.
    `refused` carries the Problem of an edit that was not allowed, `hint` a sentence that helps with a gesture.
    `zooms` tells that the zoom is about to change, and whether by a step that a person makes.
    `gesture_ended` tells that a gesture is over by itself, without pointer or key.
    `changed` tells that the document, the plane or the theme is another than before.
    `typing` tells that a name is being typed in its place, or no longer is.
    `link_requested` carries the id of an element whose link sign was clicked.
    `redrawn` tells that something on the plane looks different.
    """

    viewport_changed = Signal()
    selection_changed = Signal(tuple)
    open_requested = Signal(str)
    edit_requested = Signal(str)
    replace_requested = Signal(str)
    parent_requested = Signal()
    link_requested = Signal(str)
    insert_requested = Signal(QPointF, QPoint)
    refused = Signal(Problem)
    hint = Signal(str)
    typing = Signal()
    gesture_ended = Signal()
    zooms = Signal(bool)
    changed = Signal()
    redrawn = Signal()

    def __init__(self, view: QGraphicsView, theme: Theme) -> None:
        super().__init__(view)
        self.view = view
        self.theme = theme
        self.layers = Layers()
        self.camera = Camera(view, self.zooms.emit, self._camera_moved)
        self.plane = ""
        self.drags_pan = False
        """Whether a drag from empty ground moves the plane instead of selecting."""
        self.tell_link: Callable[[str], str] = lambda _element: ""
        """Says where the links of an element lead."""
        self.insert_source = ""
        """The element from which the next inserted block is to be connected, or `""`."""
        self.insert_towards: Point | None = None
        """Says on which side of that element the flow leaves it; None for any."""
        self._diagram: Diagram | None = None
        self._library: Library | None = None
        self._sync: Sync | None = None
        self._stop_following: Callable[[], None] | None = None
        self._announced: tuple[str, ...] = ()
        self._was_empty = True
        self._make_scene()

    # what is shown ------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a diagram is shown."""
        return self._diagram is not None

    @property
    def diagram(self) -> Diagram:
        """The document; RuntimeError while none is shown."""
        if self._diagram is None:
            raise RuntimeError("no diagram is shown")
        return self._diagram

    @property
    def library(self) -> Library:
        """The blocks; RuntimeError while no diagram is shown."""
        if self._library is None:
            raise RuntimeError("no diagram is shown")
        return self._library

    def shows(self, diagram: Diagram) -> bool:
        """Whether a plane of this diagram is shown."""
        return self._diagram is diagram

    def show(self, diagram: Diagram, plane: str, library: Library, looks: Mapping[str, Look]) -> None:
        """Show a plane instead of what was shown; `looks` are those that are known already."""
        self._leave()
        self._make_scene()
        self._diagram, self._library, self.plane = diagram, library, plane
        self._sync = Sync(diagram, plane, self.scene, faces(diagram, library), looks)
        self._stop_following = diagram.changed.connect(self._follow)
        self._announce_selection()
        self.changed.emit()

    def close(self) -> None:
        """Show nothing and follow no diagram."""
        self._leave()
        self._make_scene()
        self._announce_selection()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.theme = self.overlay.theme = theme
        self.scene.set_theme(theme)
        self.changed.emit()

    def _leave(self) -> None:
        if self._sync is not None:
            self._sync.stop()
        if self._stop_following is not None:
            self._stop_following()
        self._diagram = self._library = self._sync = self._stop_following = None
        self.plane = self.insert_source = ""

    def _make_scene(self) -> None:
        self.scene = PlaneScene(self.theme, self.layers)
        self.overview = Overview(self.scene)
        self.overlay = Overlay(self.theme)
        self.overlay.set_scale(self.camera.scale)
        self.scene.addItem(self.overlay)
        self.handles = Handles(self.scene, self.overlay, self.units)
        self.view.setScene(self.scene)
        self.scene.changed.connect(self._scene_changed)
        self.scene.changed_unseen.connect(self._repaint)

    def _scene_changed(self, _areas: list[QRectF]) -> None:
        """Being connected matters: only then does Qt tell the view of areas that items have left, whoever painted."""
        self._repaint()

    def _repaint(self) -> None:
        """Repaint all where that costs no more than a part, or where the words on an empty plane come or go."""
        self.redrawn.emit()
        is_empty = not self.scene.looks
        if self.camera.scale < FAR or is_empty != self._was_empty:
            self.view.viewport().update()
        self._was_empty = is_empty

    def _follow(self, _diff: Diff) -> None:
        self._announce_selection()
        self.handles.refresh()
        self.changed.emit()
        self.viewport_changed.emit()

    def _camera_moved(self) -> None:
        self.overlay.set_scale(self.camera.scale)
        self.handles.place()
        self.viewport_changed.emit()

    # selection and edits ------------------------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected elements, the first selected first."""
        return self.scene.selected

    def select(self, elements: Iterable[str]) -> None:
        """Select exactly these of the elements shown here."""
        self.scene.select(elements)
        self._announce_selection()

    def _announce_selection(self) -> None:
        if self.selection != self._announced:
            self._announced = self.selection
            self.handles.refresh()
            self.selection_changed.emit(self._announced)

    def ask_for_block(self, at: QPointF, source: str = "", towards: Point | None = None) -> None:
        """Ask for a block at a point of the plane; it will be connected from `source`, from its side `towards`."""
        self.insert_source, self.insert_towards = source, towards
        self.insert_requested.emit(at, self.view.viewport().mapToGlobal(self.view.mapFromScene(at)))

    def attempt(self, edit: Callable[[], R]) -> R | None:
        """The edit's result; None where it was refused, which `refused` tells."""
        try:
            return edit()
        except Refused as refusal:
            self.refused.emit(refusal.problems[0])
            return None

    def shapes_in_sight(self) -> Iterator[ShapeLook]:
        """The shapes of which a part shows."""
        seen = self.camera.visible
        shapes = (look for look in self.scene.looks_in(seen) if isinstance(look, ShapeLook))
        return (look for look in shapes if seen.intersects(QRectF(*look.bounds)))

    def beside(self, without: Container[str] = frozenset(), *, pools: bool = False) -> list[Bounds]:
        """What shows, and with what something may come into line: steps, or pools; not what is in `without`."""
        found = (look for look in self.shapes_in_sight() if look.element not in without)
        return [look.bounds for look in found if (look.kind == "participant" if pools else look.guides)]

    def units(self, pixels: float) -> float:
        """How many units of the plane a length on the screen is, at the present zoom."""
        return pixels / self.camera.scale
