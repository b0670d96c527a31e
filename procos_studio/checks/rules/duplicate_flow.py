"""Two flows between the same nodes with the same condition (bpmnlint: no-duplicate-sequence-flows)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.duplicate"


def check(diagram: Diagram) -> Iterator[Problem]:
    """The second one doubles the token, or can never be chosen."""
    for scope in scopes(diagram):
        seen: dict[tuple[str, str, str | None], str] = {}
        for flow in scope.flows:
            first = seen.setdefault((flow.source, flow.target, flow.condition), flow.id)
            if first != flow.id and flow.source in diagram:
                yield warning(
                    CODE,
                    f"Two flows from “{diagram[flow.source].label}” are the same.",
                    flow.id,
                    first,
                    hint="Delete one of them.",
                )
