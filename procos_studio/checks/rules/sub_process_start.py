"""A sub-process starts plainly, an event sub-process by an event (bpmnlint: sub-process-blank-start-event)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Process
from procos_studio.problems import Problem, error

CODE = "event.sub-process-start"


def check(diagram: Diagram) -> Iterator[Problem]:
    """BPMN 2.0, 10.5.2: start events of embedded sub-processes are none events; event sub-processes need a trigger."""
    for scope in scopes(diagram):
        if isinstance(scope.holder, Process):
            continue
        for node in scope.nodes:
            if node.kind == "startEvent" and bool(node.event_definitions) != scope.is_event_sub_process:
                wanted = (
                    "needs an event such as a message or an error" if scope.is_event_sub_process else "must be plain"
                )
                yield error(
                    CODE,
                    f"The start “{node.label}” of “{scope.holder.label}” {wanted}.",
                    node.id,
                    scope.holder.id,
                    hint="Replace the start event with one of the right kind.",
                )
