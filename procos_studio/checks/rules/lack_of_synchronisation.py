"""Parallel ways that meet without a parallel join, so that what follows runs once for each."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.divergence import Split, meetings
from procos_studio.checks.graph import flow_graph
from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.lack-of-synchronisation"
_SYNCHRONISING = frozenset({"parallelGateway", "inclusiveGateway", "complexGateway", "endEvent"})


def check(diagram: Diagram) -> Iterator[Problem]:
    """An end event may be reached many times; everything else is a merge of single tokens."""
    for scope in scopes(diagram):
        for meeting in meetings(diagram, flow_graph(diagram, scope)):
            if meeting.how is Split.ALL and diagram[meeting.join].kind not in _SYNCHRONISING:
                yield warning(
                    CODE,
                    f"“{diagram[meeting.join].label}” and what follows run once for each of the parallel ways from"
                    f" “{diagram[meeting.split].label}”.",
                    meeting.join,
                    meeting.split,
                    hint="Join the ways with a parallel gateway first, if it should run once.",
                )
