"""Pipeline panel: the five stages of the selected block in its latest passage, each with verdict and time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from procos_studio.app.panels import stages
from procos_studio.app.tips import tip
from procos_studio.canvas.marks import spoken
from procos_studio.canvas.theme import NORMAL, Theme, scaled
from procos_studio.runtime.state import STAGE_NAMES, ElementState, Light

_ROW, _LEFT, _RADIUS = 28, 12, 5.0
_LEAST = 0.00005
_TOKENS = {"": "light-off", "running": "accent", "passed": "done", "failed": "failed", "skipped": "cancelled"}


class PipelinePanel(QWidget):
    """Painted, because five rows with a line through them are no table. `sentences` say the same to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lights: tuple[Light, ...] = ()
        self.sentences: tuple[str, ...] = ()
        self.setFixedHeight(_ROW * len(STAGE_NAMES))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_element(None)

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self._theme = theme
        self.update()

    def show_element(self, found: ElementState | None) -> None:
        """Show the latest passage of an element; None where there was none."""
        lights = found.stages if found is not None and found.attempt else (Light(),) * len(STAGE_NAMES)
        if lights == self._lights:
            return
        self._lights = lights
        self.sentences = tuple(self._sentence(index, light) for index, light in enumerate(lights))
        self.setAccessibleName(self.tr("Pipeline") + ": " + "; ".join(self.sentences))
        self.setToolTip(tip("\n".join(self.sentences)))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a verdict."""
        return QSize(240, _ROW * len(STAGE_NAMES))

    def _sentence(self, index: int, light: Light) -> str:
        waiting = (
            self.tr("put the context together"),
            self.tr("inputs, policy, health"),
            self.tr("choose an endpoint, call it"),
            self.tr("check the result"),
            self.tr("learn, return"),
        )
        now = self.tr("at work") if light.verdict == "running" else waiting[index]
        return f"{stages.called(STAGE_NAMES[index])} — {stages.said(light.detail) or now}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot, a sentence and a time a row, joined by a line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(scaled(NORMAL)))
        for index in range(1, len(self._lights)):
            reached = self._lights[index].verdict != ""
            token = _TOKENS[self._lights[index - 1].verdict] if reached else "light-off"
            painter.setPen(self._theme.pen(self._theme.color(token), 2 if reached else 1))
            top, bottom = self._center(index - 1), self._center(index)
            painter.drawLine(top + QPointF(0, _RADIUS + 1), bottom - QPointF(0, _RADIUS + 1))
        for index, light in enumerate(self._lights):
            self._row(painter, index, light)
        painter.end()

    def _center(self, index: int) -> QPointF:
        return QPointF(_LEFT, _ROW * index + _ROW / 2)

    def _row(self, painter: QPainter, index: int, light: Light) -> None:
        self._dot(painter, self._center(index), light)
        metrics = painter.fontMetrics()
        time = _time(light.duration) if light.verdict in ("passed", "failed", "skipped") else ""
        time = "…" if light.verdict == "running" else time
        spare = metrics.horizontalAdvance(time) + 12 if time else 0
        box = QRectF(_LEFT + 16, _ROW * index, self.width() - _LEFT - 24, _ROW)
        painter.setPen(self._theme.color("text-dim"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), time)
        painter.setPen(
            self._theme.color({"": "text-faint", "running": "accent", "failed": "failed"}.get(light.verdict, "text"))
        )
        shown = metrics.elidedText(self.sentences[index], Qt.TextElideMode.ElideRight, int(box.width() - spare))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _dot(self, painter: QPainter, center: QPointF, light: Light) -> None:
        """The shapes of the lights on the canvas: ring, ringed dot, dot, cross, dash."""
        color = self._theme.color(_TOKENS[light.verdict])
        painter.setPen(self._theme.pen(color, 2.2 if light.verdict == "failed" else 1.4))
        if light.verdict == "failed":
            reach = QPointF(4, 4)
            painter.drawLine(center - reach, center + reach)
            painter.drawLine(center + QPointF(-4, 4), center + QPointF(4, -4))
            return
        filled = light.verdict in ("passed", "running")
        painter.setBrush(self._theme.brush(color if filled else self._theme.color("surface")))
        painter.drawEllipse(center, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if light.verdict == "running":
            painter.setPen(self._theme.pen(color, 1))
            painter.drawEllipse(center, _RADIUS + 3, _RADIUS + 3)
        elif light.verdict == "skipped":
            painter.drawLine(center - QPointF(3, 0), center + QPointF(3, 0))


def _time(seconds: float) -> str:
    return spoken(seconds) if seconds >= _LEAST else f"< {spoken(2 * _LEAST)}"
