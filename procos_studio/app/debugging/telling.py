"""Telling: where a run has stopped and why, as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.translating import told
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.breakpoints import Stop, Why

translate = QCoreApplication.translate


def sentence(stop: Stop, diagram: Diagram) -> str:
    """For example `Stopped before “Check order”: breakpoint`."""
    element = diagram.get(stop.element)
    name = element.label if element is not None else stop.element
    if stop.why is Why.ERROR:
        said = translate("Debugging", "Stopped at “{name}”: error {detail}").format(name=name, detail=told(stop.detail))
        return said.strip()
    if stop.why is Why.VARIABLE:
        said = translate("Debugging", "Stopped at “{name}”: {variable} was set")
        return said.format(name=name, variable=stop.detail)
    if stop.problem is not None:
        said = translate("Debugging", "Stopped before “{name}”: {problem}")
        return said.format(name=name, problem=told(stop.problem.message))
    if stop.why is Why.STEP:
        return translate("Debugging", "Stopped before “{name}”: step").format(name=name)
    return translate("Debugging", "Stopped before “{name}”: breakpoint").format(name=name)
