"""Still: a scene of a plane for painting only, which does not follow the diagram."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from procos_studio.canvas.faces import faces
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Flow, Participant

_MARGIN = 16.0
"""Empty room around a small picture, in units of the plane."""


def scene_of(
    diagram: Diagram, plane: str, library: Library, theme: Theme, only: Collection[str] | None = None
) -> PlaneScene:
    """A scene for painting only: of all elements, or of some with what is inside of them and the flows between."""
    scene = PlaneScene(theme, Layers())
    Sync(diagram, plane, scene, faces(diagram, library)).stop()
    if only is not None:
        wanted = _with_insides(diagram, scene, only)
        for key in [key for key, look in scene.looks.items() if look.element not in wanted]:
            scene.drop(key)
    return scene


def _with_insides(diagram: Diagram, scene: PlaneScene, only: Collection[str]) -> set[str]:
    shown = scene.elements()
    holders = {
        key: {*(item.id for item in diagram.ancestors(key)), *(lane.id for lane in diagram.lanes(key))} for key in shown
    }
    pools = {pool.process for pool in diagram.all(Participant) if pool.id in only}
    wanted = {key for key in shown if key in only or not holders[key].isdisjoint(pools.union(only))}
    flows = {flow.id: {flow.source, flow.target} for flow in diagram.all(Flow)}
    return {key for key in shown if flows.get(key, {key}) <= wanted or key in only}


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
