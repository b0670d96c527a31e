"""Still: a scene of a plane for painting only, which does not follow the diagram."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from procos_studio.canvas.faces import faces
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram

_MARGIN = 16.0
"""Empty room around a small picture, in units of the plane."""


def scene_of(diagram: Diagram, plane: str, library: Library, theme: Theme) -> PlaneScene:
    """A scene for painting only."""
    scene = PlaneScene(theme, Layers())
    Sync(diagram, plane, scene, faces(diagram, library)).stop()
    return scene


def thumbnail(scene: PlaneScene, most: QSize, ratio: float) -> QPixmap:
    """All that a scene shows, at most at 100 % and `most` pixels large; null where it shows nothing.

    `ratio` is how many pixels of the screen make one.
    """
    area = scene.drawn_rect()
    if area.isEmpty():
        return QPixmap()
    area.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    scale = min(1.0, most.width() / area.width(), most.height() / area.height())
    made = QPixmap((area.size() * scale * ratio).toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(scene.theme.color("canvas"))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, QRectF(0, 0, area.width() * scale, area.height() * scale), area, _KEEP)
    painter.end()
    return made


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
