"""Vacancy: where there is room for a new block: right of the selected one, else near the middle of what shows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.surface import Surface
from procos_studio.edits.append import GAP, free_place
from procos_studio.model.records import FlowNode

_SIZE = (100.0, 80.0)
"""Of most blocks; which one it will be is not known yet."""
_STEP, _FARTHEST = 60.0, 20
"""How far tried places are apart, and how many steps from the middle the last one is."""


def vacancy(surface: Surface) -> QPointF:
    """The middle of the place; the middle of what shows where nothing is free."""
    chosen = surface.selection[0] if len(surface.selection) == 1 else ""
    shape = surface.diagram.shape(chosen) if surface.diagram.find(chosen, FlowNode) else None
    if shape is not None:
        found = free_place(surface.diagram, shape, _SIZE)
        return QPointF(found.x, found.y)
    middle = surface.camera.visible.center()
    return next((at for at in _around(surface.camera.visible) if _is_free(surface, at)), middle)


def _around(area: QRectF) -> list[QPointF]:
    """Places in an area, the one nearest to its middle first."""
    width, height = _SIZE
    across, down = (
        min(_FARTHEST, int(max(0.0, room) / 2 / _STEP)) for room in (area.width() - width, area.height() - height)
    )
    steps = [(x, y) for x in range(-across, across + 1) for y in range(-down, down + 1)]
    steps.sort(key=lambda step: (step[0] ** 2 + step[1] ** 2, -step[0], -step[1]))
    return [area.center() + QPointF(x * _STEP, y * _STEP) for x, y in steps]


def _is_free(surface: Surface, at: QPointF) -> bool:
    width, height = _SIZE
    box = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
    near = surface.scene.items(box.adjusted(-GAP / 5, -GAP / 5, GAP / 5, GAP / 5))
    return not any(isinstance(item, ShapeItem) and not item.look.is_area for item in near)
