"""A step with several ways in joins nothing: it runs once for each (bpmnlint: fake-join)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, info

CODE = "style.fake-join"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Legal, but readers often expect it to wait."""
    for node in nodes(diagram):
        joins = node.is_activity or node.kind.startswith("intermediate")
        if joins and len(diagram.incoming(node.id, SequenceFlow)) > 1:
            yield info(
                CODE,
                f"Several flows enter “{node.label}”; it does not wait for all of them.",
                node.id,
                hint="Put the gateway in front that says what is meant.",
            )
