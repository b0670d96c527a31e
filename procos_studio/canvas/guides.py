"""Guides: the lines and gap marks that explain why something snapped where it did."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from procos_studio.canvas.gaps import Span
from procos_studio.canvas.overlay import Polyline, Primitive
from procos_studio.canvas.snapping import Snapped

_TICK = 5.0
"""Half the length of the stroke at each end of a gap, in pixels."""


def guides(snapped: Snapped, unit: float) -> list[Primitive]:
    """What to show for a snap; `unit` is how many units of the plane a pixel is."""
    lines: list[Primitive] = [Polyline((QPointF(*start), QPointF(*end)), "guide") for start, end in snapped.guides]
    return lines + [mark for span in snapped.gaps for mark in _gap(span, _TICK * unit)]


def _gap(span: Span, tick: float) -> list[Primitive]:
    start, end = QPointF(*span[0]), QPointF(*span[1])
    aside = QPointF(0, tick) if span[0].y == span[1].y else QPointF(tick, 0)
    strokes = ((start, end), (start - aside, start + aside), (end - aside, end + aside))
    return [Polyline(stroke, "guide") for stroke in strokes]
