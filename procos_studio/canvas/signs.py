"""Signs: a few strokes for each state, so that far out too none is told by its colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QRectF

from procos_studio.canvas.marks import Mark, State
from procos_studio.problems import Severity

Stroke = tuple[float, float, float, float]
"""From where to where, in a square from -1 to 1."""

_STROKES: Mapping[str, Sequence[Stroke]] = {
    "done": ((-0.9, 0.1, -0.25, 0.75), (-0.25, 0.75, 0.9, -0.7)),
    "failed": ((-0.8, -0.8, 0.8, 0.8), (-0.8, 0.8, 0.8, -0.8)),
    "waiting": ((-0.45, -0.8, -0.45, 0.8), (0.45, -0.8, 0.45, 0.8)),
    "active": ((-0.6, -0.85, 0.8, 0.0), (0.8, 0.0, -0.6, 0.85), (-0.6, 0.85, -0.6, -0.85)),
    "cancelled": ((-0.8, 0.8, 0.8, -0.8),),
    "error": ((0.0, -0.9, 0.0, 0.3), (0.0, 0.7, 0.0, 0.9)),
    "found": ((-0.8, 0.0, 0.0, -0.8), (0.0, -0.8, 0.8, 0.0), (0.8, 0.0, 0.0, 0.8), (0.0, 0.8, -0.8, 0.0)),
    "commented": ((-0.9, 0.0, 0.9, 0.0),),
}

URGENT = frozenset({"failed", "waiting", "error", "found"})
"""Signs that are drawn however far one is; they say that somebody should look."""


def sign_of(mark: Mark, *, commented_out: bool) -> str:
    """The name of the sign of a mark, `""` for none; of several the one that matters most."""
    if mark.state is not State.IDLE:
        return str(mark.state)
    if mark.severity is Severity.ERROR:
        return "error"
    return "found" if mark.found else "commented" if commented_out else ""


def strokes(sign: str, rect: QRectF, least: float = 0.0) -> list[QLineF]:
    """The lines of a sign in the middle of a shape; `least` is half its size at least, in units of the plane."""
    x, y = rect.center().x(), rect.center().y()
    half = max(least, min(rect.width(), rect.height()) * 0.3)
    return [QLineF(x + a * half, y + b * half, x + c * half, y + d * half) for a, b, c, d in _STROKES[sign]]
