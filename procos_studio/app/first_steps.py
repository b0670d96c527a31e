"""First steps: what the three cards of the tour say, and beside what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from procos_studio.app.tour import Stop

translate = QCoreApplication.translate


def first_steps(palette: QWidget, form: QWidget, run: QWidget) -> tuple[Stop, ...]:
    """Build, set, run."""
    return (
        Stop(
            translate("FirstSteps", "Put blocks together"),
            translate(
                "FirstSteps",
                "Drag a block onto the canvas, or double-click there and type its name. A drag "
                "from its right side connects it to the next.",
            ),
            palette,
        ),
        Stop(
            translate("FirstSteps", "Set their parameters"),
            translate(
                "FirstSteps",
                "Click a block: its form stands here. ${name} puts a variable in, and its value shows after a run.",
            ),
            form,
        ),
        Stop(
            translate("FirstSteps", "Press F5 and watch"),
            translate(
                "FirstSteps",
                "Five lights show how far each task is. Drag the handle of the timeline below to look back.",
            ),
            run,
        ),
    )
