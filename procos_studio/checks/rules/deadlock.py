"""A parallel join that waits for two ways of which only one is ever taken."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.divergence import Split, meetings
from procos_studio.checks.graph import flow_graph
from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, error, warning

CODE = "flow.deadlock"


def check(diagram: Diagram) -> Iterator[Problem]:
    """A split that is on a loop may still feed both ways in time, so there it is a warning."""
    for scope in scopes(diagram):
        for meeting in meetings(diagram, flow_graph(diagram, scope)):
            if meeting.how is Split.ONE and diagram[meeting.join].kind == "parallelGateway":
                report = warning if meeting.repeats else error
                yield report(
                    CODE,
                    f"“{diagram[meeting.join].label}” waits for all its flows, but “{diagram[meeting.split].label}”"
                    " lets only one of them through.",
                    meeting.join,
                    meeting.split,
                    hint="Join with an exclusive gateway, or split with a parallel one.",
                )
