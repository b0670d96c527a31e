"""A terminate end with nothing left to terminate (bpmnlint: superfluous-termination)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import Scope, scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, info

CODE = "style.superfluous-termination"
_FORKS = frozenset({"parallelGateway", "inclusiveGateway", "complexGateway"})


def check(diagram: Diagram) -> Iterator[Problem]:
    """A scope with one end, no fork and no non-interrupting event holds one token when it gets there."""
    for scope in scopes(diagram):
        ends = [node for node in scope.nodes if node.kind == "endEvent"]
        if len(ends) == 1 and ends[0].event_kind == "terminate" and not _forks(diagram, scope):
            yield info(
                CODE,
                f"“{ends[0].label}” terminates, but nothing else can be running.",
                ends[0].id,
                hint="A plain end event does the same.",
            )


def _forks(diagram: Diagram, scope: Scope) -> bool:
    return any(
        node.kind in _FORKS
        or node.is_event_sub_process
        or (node.kind == "boundaryEvent" and not node.is_interrupting)
        or (not node.is_gateway and len(diagram.outgoing(node.id, SequenceFlow)) > 1)
        for node in scope.nodes
    )
