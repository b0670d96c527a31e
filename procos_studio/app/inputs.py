"""Inputs: what a process wants to be told before it starts: its start form, and the variables that nothing sets."""

from __future__ import annotations

from procos_studio.app.form_fields import FormField, declared
from procos_studio.bpmn.variables import Kind, locals_of, results, sets, spots
from procos_studio.canvas.translating import QT_TR_NOOP, translated
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode

_READING = (Kind.EXPRESSION, Kind.SCRIPT)
_IMPLICIT = frozenset(
    {"execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"}
)


def inputs(diagram: Diagram, process: str) -> tuple[FormField, ...]:
    """The questions to ask before `process` starts: the fields of its start event, then each variable that an
    expression or a script of the process reads and nothing in it sets."""
    if process not in diagram:
        return ()
    start = _start(diagram, process)
    fields = declared(start) if start is not None else ()
    known = {field.id for field in fields} | written(diagram, process) | _IMPLICIT
    missing = sorted(_read(diagram, process) - known)
    hint = translated(QT_TR_NOOP("text, number or JSON"))
    return (*fields, *(FormField(name, name, "json", hint=hint) for name in missing))


def written(diagram: Diagram, process: str) -> set[str]:
    """The variables that something in the process sets, and those that its parts have for themselves."""
    found: set[str] = set()
    for element in diagram.walk(process):
        found |= sets(element) | locals_of(element) | results(element)
    return found


def _start(diagram: Diagram, process: str) -> FlowNode | None:
    starts = [node for node in diagram.children(process, FlowNode) if node.kind == "startEvent"]
    return next((node for node in starts if node.event_kind == "none"), starts[0] if starts else None)


def _read(diagram: Diagram, process: str) -> set[str]:
    """What expressions and scripts read; outputs do so among the results of their task, which only a run can tell."""
    texts = (spot for element in diagram.walk(process) for spot in spots(element))
    return {name for spot in texts if spot.kind in _READING and spot.what != "output" for name in spot.reads}
