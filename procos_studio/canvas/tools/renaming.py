"""Renaming: lets the name of an element be typed in its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF

from procos_studio.canvas.editor import NameEditor
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.painting.pools import header_of
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.text import NORMAL
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.rename import rename
from procos_studio.model.diff import Diff
from procos_studio.model.lines import at, length
from procos_studio.model.records import Artifact
from procos_studio.problems import Refused

_WIDTH, _HEIGHT = 140.0, 34.0
"""The least size of the field, in pixels."""


class Renaming(Tool):
    """Lasts until the field is left; a click elsewhere or a zoom leaves it."""

    def __init__(self, surface: Surface, element: str, place: QRectF) -> None:
        super().__init__(surface)
        self._element, self._place = element, place
        self._editor: NameEditor | None = None

    @classmethod
    def of(cls, surface: Surface, element: str) -> Tool | None:
        """The gesture for an element; None where this plane does not show it."""
        place = name_place(surface, element)
        return cls(surface, element, place) if not place.isEmpty() else None

    @classmethod
    def of_new(cls, surface: Surface, key: str) -> Tool | None:
        """The gesture for an annotation that was just placed, which is nothing without its text; else None."""
        note = surface.diagram.find(key, Artifact)
        is_empty = note is not None and note.kind == "textAnnotation" and not note.annotation
        return cls.of(surface, key) if is_empty else None

    def enter(self) -> None:
        """Put the field in the place of the name."""
        view = self.surface.view
        self.surface.camera.reveal(self._place)
        box = view.mapFromScene(self._place).boundingRect()
        size = round(NORMAL.size * self.surface.camera.scale)
        text = self._text()
        self._editor = NameEditor(text, _roomy(box, view.viewport().rect()), size, self.surface.theme, view.viewport())
        self._editor.committed.connect(self._commit)
        self._editor.cancelled.connect(self.surface.gesture_ended)
        self._editor.textChanged.connect(self.surface.typing)
        self.surface.zooms.connect(self._leave)

    def press(self, pointer: Pointer) -> Tool | None:
        """Leave the field."""
        self.finish()
        return None

    def finish(self) -> None:
        """Take over what was typed."""
        if self._editor is not None:
            self._editor.commit()

    def draft(self) -> Diff | None:
        """None also where it changes nothing, or would be refused."""
        diagram = self.surface.diagram
        text = self._editor.text() if self._editor is not None else None
        if text is None or self._element not in diagram or text == self._text():
            return None
        try:
            return diagram.tried("Rename", lambda: rename(diagram, self._element, text))
        except Refused:
            return None

    def exit(self) -> None:
        """Take the field away and hand the keyboard back to the canvas."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self.surface.zooms.disconnect(self._leave)
            editor.blockSignals(True)
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.surface.view.setFocus()
            self.surface.typing.emit()

    def _leave(self, _by_step: bool) -> None:
        """The zoom changes, with which the field does not grow."""
        self.finish()

    def _text(self) -> str:
        element = self.surface.diagram[self._element]
        if isinstance(element, Artifact) and element.kind == "textAnnotation":
            return element.annotation
        item = self.surface.scene.item_of(self._element)
        return item.look.name if element.kind == "group" and item is not None else element.name

    def _commit(self, text: str) -> None:
        if self._element in self.surface.diagram and text != self._text():
            self.surface.attempt(lambda: rename(self.surface.diagram, self._element, text))
        self.surface.gesture_ended.emit()


def name_place(surface: Surface, element: str) -> QRectF:
    """Where the name of an element stands or would stand, on the plane; empty where the plane does not show it."""
    item = surface.scene.item_of(element)
    if item is None:
        return QRectF()
    label = surface.scene.labels.get(item.look.key)
    if label is not None:
        return label.text_rect()
    if isinstance(item.look, ShapeLook):
        return _in_shape(item.look)
    points = item.look.points
    if len(points) < 2:
        return QRectF()
    middle = at(points, length(points) / 2)
    return QRectF(middle.x - 45, middle.y - 20, 90, 18)


def _in_shape(look: ShapeLook) -> QRectF:
    box = QRectF(*look.bounds)
    if look.kind in ("participant", "lane"):
        band = header_of(look).translated(box.topLeft())
        return band if not look.horizontal or band == box else QRectF(band.left(), band.center().y() - 17, 180, 34)
    if look.expanded:
        return QRectF(box.left() + 8, box.top() + 4, min(box.width() - 16, 220), 26)
    if look.kind.endswith(("Event", "Gateway")):
        return QRectF(box.center().x() - 45, box.bottom() + 4, 90, 30)
    if look.face is not None:
        return QRectF(box.left() + 8, box.top() + 4, box.width() - 16, 26)
    return box.adjusted(4, 4, -4, -4)


def _roomy(box: QRect, view: QRect) -> QRect:
    """The box made large enough to type in, inside the view."""
    wide, high = max(box.width(), int(_WIDTH)), max(box.height(), int(_HEIGHT))
    place = QRect(box.center().x() - wide // 2, box.center().y() - high // 2, wide, high)
    place.moveLeft(max(view.left() + 4, min(place.left(), view.right() - wide - 4)))
    place.moveTop(max(view.top() + 4, min(place.top(), view.bottom() - high - 4)))
    return place
