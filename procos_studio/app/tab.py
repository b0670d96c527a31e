"""Tab: one open document: breadcrumb, canvas, minimap."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from procos_studio.app.breadcrumb import Breadcrumb
from procos_studio.app.document import Document
from procos_studio.app.minimap import Minimap
from procos_studio.canvas.looks import Look
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.pages import above, roots
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.view import CanvasView
from procos_studio.library import Library
from procos_studio.model.diff import Diff
from procos_studio.model.records import Collaboration, FlowNode, Plane, Process

_NO_LOOKS: Mapping[str, Look] = {}
_MARGIN = 16
_SETTLED_MS = 100
"""How long the view must have stood still before the minimap comes or goes."""
_NEARLY, _READABLE = 0.3, 0.6
"""A first look at this scale would show a diagram of which the person could read nothing, from this one on all."""
_TOUCHED = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.NativeGesture, QEvent.Type.Gesture)
"""By what a person says that the view stands as it should."""
_NAMED = (FlowNode, Plane, Process, Collaboration)
"""What the breadcrumb may name."""


class DocumentTab(QWidget):
    """Shows one plane of the document at a time.

    `title_changed` tells that name or modified state may differ, `changed` carries the Diff of every edit.
    """

    title_changed = Signal()
    changed = Signal(object)

    def __init__(self, document: Document, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.view = CanvasView(theme, self)
        self.view.setAccessibleName(self.tr("Canvas"))
        self._library = library
        self._marks: dict[str, Mapping[str, Mark]] = {}
        self.breadcrumb = Breadcrumb(self)
        self.breadcrumb.chosen.connect(self.show_plane)
        self.breadcrumb.up_asked.connect(self.to_parent)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.breadcrumb)
        self._split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._split.addWidget(self.view)
        layout.addWidget(self._split, 1)
        self.minimap = Minimap(self.view, theme)
        self.view.viewport().installEventFilter(self)
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._place_minimap)
        self.view.viewport_changed.connect(self._settled.start)
        self.plane = ""
        self._is_fitted = False
        self._first: tuple[float, int, int] | None = None
        """How the view stood after the first look; None before it, and once a person has done something."""
        self._stop_listening = document.diagram.changed.connect(self._follow)
        self._stop_saving = document.saved.connect(lambda _document: self.title_changed.emit())
        self.view.open_requested.connect(self.open_inside)
        plane = document.main_plane()
        if plane is not None:
            self.show_plane(plane.id, document.looks)
            document.looks = {}

    def close_document(self) -> None:
        """Stop listening to the document; call before the tab goes."""
        self._stop_listening()
        self._stop_saving()
        self.view.close_diagram()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self.view.set_theme(theme)
        self.minimap.set_theme(theme)

    def show_notice(self, notice: QWidget) -> None:
        """Show a bar above the canvas until it is deleted."""
        self._layout.insertWidget(0, notice)

    def show_beside(self, pane: QWidget) -> None:
        """Show something at the right of the canvas, half as wide as both, until it is deleted."""
        self._first = None  # what the person was looking at stays as large as it was
        half = self._split.width() // 2
        self._split.addWidget(pane)
        self._split.setSizes([half, half])

    def set_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Show marks now and on every plane opened later."""
        self._marks[layer] = marks
        self.view.set_marks(layer, marks)
        self.view.viewport().update()
        self.minimap.refresh()

    def update_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Change some marks of a layer and keep the others."""
        self._marks[layer] = {**self._marks.get(layer, {}), **marks}
        self.view.update_marks(layer, marks)
        self.minimap.refresh()

    def show_plane(self, plane: str, looks: Mapping[str, Look] = _NO_LOOKS) -> None:
        """Show a plane of the document from its beginning; `looks` are those that are known already."""
        self.plane = plane
        self.view.show_diagram(self.document.diagram, plane, self._library, looks)
        for layer, marks in self._marks.items():
            self.view.set_marks(layer, marks)
        self.breadcrumb.show_page(self.document.diagram, self.plane)

    def open_inside(self, element: str) -> bool:
        """Go into a collapsed sub-process; False where it has no inside of its own."""
        plane = self.document.diagram.plane_of(element)
        if plane is None or plane.id == self.plane:
            return False
        self.show_plane(plane.id)
        return True

    def to_parent(self) -> None:
        """Go up one level, and select what was left."""
        here = self._shown_element()
        parent = above(self.document.diagram, here) if here else None
        if parent is not None and here is not None:
            self.show_plane(parent.id)
            self.view.select((here,))

    def show_next_page(self) -> None:
        """Show the next of the pages that are inside no other."""
        pages = [page.plane for page in roots(self.document.diagram)]
        if len(pages) > 1:
            here = pages.index(self.plane) if self.plane in pages else -1
            self.show_plane(pages[(here + 1) % len(pages)])

    def reveal(self, element: str) -> None:
        """Open the plane that draws an element, select it, and bring it into view."""
        drawn = self.document.diagram.drawn(element)
        if drawn and all(item.parent != self.plane for item in drawn):
            self.show_plane(drawn[0].parent)
        self.view.select((element,))
        self.view.reveal(element)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the whole plane the first time, when the size is known."""
        super().showEvent(event)
        if not self._is_fitted:
            self._is_fitted = True
            # The layout gives the canvas its size only after this event.
            QTimer.singleShot(0, self.view, self._look_first)

    def _look_first(self) -> None:
        """Show all of it, or its beginning where names could just not be read then."""
        self.view.run("fit")
        camera, content = self.view.surface.camera, self.view.content_rect()
        if _NEARLY < camera.scale < _READABLE:
            margin = _MARGIN / _READABLE
            shown = QRectF(content.topLeft(), QSizeF(self.view.viewport().size()) / _READABLE)
            shown.translate(-margin, -2 * margin)
            wanted = content.adjusted(-margin, -margin, margin, margin)
            if wanted.width() <= shown.width() and wanted.height() <= shown.height():
                shown.moveCenter(content.center())
            camera.look_at(_READABLE, shown.center())
        self._first = self._standing()

    def _look_again(self) -> None:
        """The view has another size, and nobody has done anything since the first look."""
        if self._first is not None:
            self._look_first()

    def _standing(self) -> tuple[float, int, int]:
        view = self.view
        return view.transform().m11(), view.horizontalScrollBar().value(), view.verticalScrollBar().value()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the minimap in its corner, and the first look whole while the window only comes to its size."""
        kind = event.type()
        if watched is self.view.viewport() and kind in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place_minimap()
            if self._first == self._standing():
                QTimer.singleShot(0, self.view, self._look_again)
        elif kind in _TOUCHED:
            self._first = None
        return super().eventFilter(watched, event)

    def _place_minimap(self) -> None:
        """In the lower right corner, where there is room; not over a drawing all of which can be seen anyway."""
        view, size = self.view, self.view.viewport().size()
        box = QRect(QPoint(0, 0), self.minimap.size())
        box.moveBottomRight(QPoint(size.width() - _MARGIN, size.height() - _MARGIN))
        self.minimap.move(box.topLeft())
        content = view.mapFromScene(view.content_rect()).boundingRect()
        hides = view.viewport().rect().contains(content) and content.intersects(box)
        self.minimap.setVisible(size.width() > 640 and size.height() > 360 and not hides)

    def _follow(self, diff: Diff) -> None:
        self._first = None
        diagram = self.document.diagram
        if self.plane not in diagram:
            plane = self.document.main_plane()
            if plane is not None:
                self.show_plane(plane.id)
        elif any(isinstance(diagram.get(key), _NAMED) or key not in diagram for key in diff.changes):
            self.breadcrumb.show_page(self.document.diagram, self.plane)
        self.minimap.refresh()
        self.changed.emit(diff)
        self.title_changed.emit()

    def _shown_element(self) -> str | None:
        plane = self.document.diagram.find(self.plane, Plane)
        return plane.shows if plane is not None else None
