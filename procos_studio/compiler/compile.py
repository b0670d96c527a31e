"""Compile: a diagram into a plan, or the problems that name what cannot run; no flow node is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from procos_studio.compiler import correlation
from procos_studio.compiler.draft import Draft
from procos_studio.compiler.flows import compile_flows
from procos_studio.compiler.listeners import listeners
from procos_studio.compiler.message_flows import flow_target
from procos_studio.compiler.nodes import compile_node, global_task
from procos_studio.compiler.plan import Compiled, Node, Plan, Process
from procos_studio.compiler.reachability import reachable, reaching
from procos_studio.compiler.reading import says
from procos_studio.compiler.starts import event_sub_processes, process_starts, triggers
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Process as ProcessElement
from procos_studio.model.records import RootElement
from procos_studio.problems import Problem, Severity, error, has_errors

_GLOBAL_TASKS = frozenset(
    {"globalTask", "globalScriptTask", "globalUserTask", "globalManualTask", "globalBusinessRuleTask"}
)
_JOINS = frozenset({"inclusiveGateway", "complexGateway"})


def compile_plan(diagram: Diagram, name: str = "", source: bytes = b"") -> Compiled:
    """The plan of a file.

    A node that cannot run is an error where a token can come to it; elsewhere it is a warning, and an incident in case
    a token does come. Where no process says that it is executable, all of them are taken to be. `source` is the XML
    that the diagram was read from or written to; only a plan that has it can go on after its program has ended.
    """
    problems: list[Problem] = []
    found = [process for process in diagram.children(diagram.root.id, ProcessElement) if process.children]
    none_executable = not any(process.is_executable for process in found)
    processes = [_process(diagram, process, none_executable or process.is_executable, problems) for process in found]
    for element in diagram.children(diagram.root.id, RootElement):
        if element.kind in _GLOBAL_TASKS:
            processes.append(_global(diagram, element, problems))
    if not any(process.nodes for process in processes):
        problems.append(_nothing(diagram))
    plan = Plan(name, diagram.revision, tuple(processes), source)
    unique = tuple(dict.fromkeys(problems))
    return Compiled(None if has_errors(unique) else plan, unique)


def _nothing(diagram: Diagram) -> Problem:
    hint = "Place a start event and a block after it."
    return error("plan.nothing", "There is no process in this diagram that could run.", diagram.root.id, hint=hint)


def _process(diagram: Diagram, element: ProcessElement, runs: bool, problems: list[Problem]) -> Process:
    draft = Draft.of(diagram, element)
    flows = compile_flows(draft)
    nodes = [compile_node(draft, node) for node in draft.nodes]
    starts, event_subs = process_starts(draft), event_sub_processes(draft, element.id)
    roots = {*starts, *event_subs, *triggers(draft)}
    reached = reachable(nodes, flows, roots) if runs else frozenset[int]()
    for node in nodes:
        if node.kind in _JOINS:
            every, leading = (reaching(nodes, flows, node.index, over_borders) for over_borders in (True, False))
            nodes[node.index] = replace(node, reaching=every, leading=leading)
    nodes = [_judged(draft, node, node.index in reached, problems) for node in nodes]
    own, ties = listeners(draft, element), correlation.correlation(draft)
    problems.extend([*draft.notes, *_severe(draft.faults.get(element.id, []), runs)])
    if runs and nodes and not roots:
        hint = "Place a start event."
        problems.append(error("plan.no-start", f"“{element.label}” has no place to start.", element.id, hint=hint))
    targets = {draft.number(node.id): target for node in draft.nodes if (target := flow_target(diagram, node))}
    return Process(
        element.id,
        element.name,
        tuple(nodes),
        flows,
        starts,
        event_subs,
        runs,
        targets,
        ties,
        own,
        says(element, "versionTag"),
    )


def _judged(draft: Draft, node: Node, is_reached: bool, problems: list[Problem]) -> Node:
    """An error where a token can come to the node; else a warning, and an obstacle in its way."""
    faults = draft.faults.get(node.id, [])
    if not faults:
        return node
    problems.extend(_severe(faults, is_reached))
    return node if is_reached else replace(node, obstacle=faults[0])


def _severe(faults: Iterable[Problem], is_reached: bool) -> list[Problem]:
    return [fault if is_reached else replace(fault, severity=Severity.WARNING) for fault in faults]


def _global(diagram: Diagram, element: RootElement, problems: list[Problem]) -> Process:
    draft = Draft(diagram, element)
    node = global_task(draft, element)
    problems.extend(_all(draft))
    return Process(element.id, element.name, (node,), (), (0,), (), True)


def _all(draft: Draft) -> Iterator[Problem]:
    for faults in draft.faults.values():
        yield from faults
    yield from draft.notes
