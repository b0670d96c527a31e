"""Comparing what our engine did with what Camunda did, as far as BPMN does not leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from procos_studio.compiler import Plan
from procos_studio.compiler.plan import Node, Process

Marks = frozenset[str]


def differences(plan: Plan, ordered: str, ours: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """What is not the same, step by step; of the order in which things happened only what BPMN does not leave open."""
    silent, tied = frozenset(_silent(plan)), [*_tied(plan), frozenset("+" + key for key in ordered.split())]
    found = []
    for number, (one, other) in enumerate(zip(ours["steps"], wanted["steps"], strict=True)):
        for what in ("open", "waits", "variables", "refused"):
            if one.get(what) != other.get(what):
                found.append(f"step {number} {what}: {one.get(what)} instead of {other.get(what)}")
        logs = [[mark for mark in log["log"].split() if mark not in silent] for log in (one, other)]
        if sorted(logs[0]) != sorted(logs[1]) or any(_only(logs[0], tie) != _only(logs[1], tie) for tie in tied):
            found.append(f"step {number}: {one['log']}\n     instead of {other['log']}")
    if ours["instances"] != wanted["instances"]:
        found.append(f"the end: {ours['instances']}\n     instead of {wanted['instances']}")
    return found


def _only(log: list[str], marks: Marks) -> list[str]:
    """These marks in their order; of several passes that are interrupted together only the first of each counts."""
    found = [mark for mark in log if mark in marks]
    return list(dict.fromkeys(found)) if any(mark[0] == "~" for mark in marks) else found


def _nodes(plan: Plan) -> Iterator[tuple[Process, Node]]:
    for process in plan.processes:
        for node in process.nodes:
            yield process, node


def _silent(plan: Plan) -> Iterator[str]:
    """Marks that say nothing: Camunda's history knows no link events, and calls an event that throws, and a gateway
    whose event has come, cancelled where it is done."""
    for _, node in _nodes(plan):
        is_link = any(event.kind == "link" for event in node.events)
        if is_link or node.kind in ("endEvent", "intermediateThrowEvent", "eventBasedGateway"):
            yield from ("-" + node.id, "~" + node.id)
        if is_link:
            yield "+" + node.id


def _tied(plan: Plan) -> Iterator[Marks]:
    """The marks whose order BPMN gives: along flows, inside and outside, activity and boundary event."""
    tops = {process.id: [node.id for node in process.nodes if node.parent < 0] for process in plan.processes}
    for process, node in _nodes(plan):
        key, nodes = node.id, process.nodes
        for flow in (process.flows[number] for number in node.outgoing):
            yield frozenset({f"-{key}", f"+{nodes[flow.target].id}"})
        for inner in node.children:
            yield frozenset({f"+{key}", f"+{nodes[inner].id}"})
            yield frozenset({f"-{key}", f"-{nodes[inner].id}"})
        for event in node.boundary:
            yield frozenset({f"-{key}", f"~{key}", f"+{nodes[event].id}"})
        if node.handler >= 0:
            yield frozenset({f"-{key}", f"+{nodes[node.handler].id}"})
        if node.call is not None:
            for top in tops.get(getattr(node.call.called, "source", ""), []):
                yield frozenset({f"-{key}", f"-{top}"})
