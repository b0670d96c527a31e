"""Checks: what is wrong with a diagram, or will be when it runs; the rules are the visible list below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType

from procos_studio.bpmn import references
from procos_studio.checks import masks
from procos_studio.checks.rules import (
    ad_hoc,
    commented_out,
    dead_end,
    deadlock,
    disconnected,
    duplicate_flow,
    end_event,
    event_based_gateway,
    event_definitions,
    executable,
    expressions,
    fake_join,
    flow_ends,
    gateway_kinds,
    gateway_roles,
    global_definitions,
    implicit_end,
    implicit_split,
    label_required,
    lack_of_synchronisation,
    link_events,
    missing_condition,
    missing_default,
    no_drawing,
    not_shown,
    overlapping,
    single_blank_start,
    start_event,
    sub_process_start,
    superfluous_termination,
    task_content,
    timers,
    unreachable,
)
from procos_studio.library import Library
from procos_studio.model.commenting import is_commented_out
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, Process
from procos_studio.problems import Problem, Severity
from procos_studio.targets import Target
from procos_studio.targets import check as check_target

RULES: tuple[ModuleType, ...] = (
    start_event,
    end_event,
    single_blank_start,
    sub_process_start,
    ad_hoc,
    flow_ends,
    missing_condition,
    missing_default,
    unreachable,
    dead_end,
    deadlock,
    lack_of_synchronisation,
    disconnected,
    duplicate_flow,
    event_based_gateway,
    event_definitions,
    link_events,
    timers,
    global_definitions,
    task_content,
    expressions,
    executable,
    implicit_end,
    implicit_split,
    fake_join,
    gateway_roles,
    gateway_kinds,
    superfluous_termination,
    label_required,
    overlapping,
    no_drawing,
    not_shown,
    commented_out,
)
"""Every rule that looks at the diagram alone."""

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(diagram: Diagram, *, target: Target | None = None, library: Library | None = None) -> list[Problem]:
    """All findings, errors first; with a target also what it refuses, with a library also what masks demand.

    What stops neither a run nor the target is a warning: faults of a process that is only a drawing beside an
    executable one or of what is commented out, and what the target does although the embedded engine does not.
    """
    found = list(_findings(diagram))
    if library is not None:
        found += masks.check(diagram, library)
    passed_by = _commented_out(diagram)
    drawn_only = _drawn_only(diagram) | passed_by
    harmless = target.also_runs if target else frozenset[str]()
    found = [
        replace(problem, severity=Severity.WARNING)
        if problem.severity is Severity.ERROR
        and (problem.code in harmless or drawn_only.intersection(problem.elements[:1]))
        else problem
        for problem in found
    ]
    if target is not None:
        # an export puts plain steps in the place of what is commented out
        found += [item for item in check_target(diagram, target) if not passed_by.intersection(item.elements[:1])]
    return sorted(dict.fromkeys(found), key=lambda problem: _WEIGHT[problem.severity])


def _drawn_only(diagram: Diagram) -> frozenset[str]:
    """What stands in processes that are not executable, where another one is."""
    processes = diagram.children(diagram.root.id, Process)
    if not any(process.is_executable for process in processes):
        return frozenset()
    drawn = (process for process in processes if not process.is_executable)
    return frozenset(element.id for process in drawn for element in diagram.walk(process.id))


def _commented_out(diagram: Diagram) -> frozenset[str]:
    """The blocks that are commented out, and all that stands in them."""
    marked = (node for node in diagram.walk() if isinstance(node, FlowNode) and is_commented_out(diagram, node))
    return frozenset(element.id for node in marked for element in diagram.walk(node.id))


def _findings(diagram: Diagram) -> Iterator[Problem]:
    yield from references.check(diagram)
    for rule in RULES:
        run: Callable[[Diagram], Iterator[Problem]] = rule.check
        yield from run(diagram)
