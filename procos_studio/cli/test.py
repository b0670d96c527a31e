"""`procos test`: runs the scenarios that are kept beside blocks, and says which of them still come out the same."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from procos_studio.cli import junit, report
from procos_studio.cli.answering import answer, answer_argument, clock_arguments
from procos_studio.cli.console import (
    DONE,
    FAILED,
    UNUSABLE,
    complain,
    painted,
    print_json,
    print_problems,
    printable,
    write_output,
)
from procos_studio.cli.inputs import answers
from procos_studio.compiler import compile_plan
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.edits.standing_alone import standing_alone
from procos_studio.library import BlockDefinition, load
from procos_studio.library.folder import TEMPLATE
from procos_studio.library.inside import pattern
from procos_studio.library.scenarios import Scenario, differences, read_scenario, scenario_files
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Process
from procos_studio.problems import Problem, Refused, error, has_errors
from procos_studio.resources import shipped
from procos_studio.runtime.clock import VirtualClock, WallClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime

_PATIENCE = 60.0
"""Seconds for one scenario, unless `--timeout` says otherwise."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = "Exit codes: 0 all came out as kept; 1 some did not; 2 there is none, or a file is unreadable."
    parser.add_argument("paths", nargs="+", metavar="DIR", help="a block's folder, a family's, or a library's")
    answer_argument(parser)
    clock_arguments(parser)
    parser.add_argument("--junit", metavar="FILE", help="also write a report as JUnit's XML (- for stdout)")
    parser.add_argument("--json", action="store_true", help="print the outcomes as JSON")


class Outcome(NamedTuple):
    """How a scenario went: `faults` are what did not come out, none where all did; `seconds` on the wall."""

    block: str
    scenario: str
    file: str
    seconds: float
    faults: tuple[str, ...]


def run(args: argparse.Namespace) -> int:
    """Run every scenario below the folders."""
    given = answers(args.answer)
    timeout = args.timeout or _PATIENCE
    found: list[Outcome] = []
    unreadable = False
    for path in map(Path, args.paths):
        blocks, problems = _blocks(path)
        for problem in problems:
            print_problems(problem.file or str(path), [problem])
        unreadable = unreadable or has_errors(problems)
        for block in blocks:
            for file in scenario_files(block):
                found.append(_tried(block, file, given, timeout, virtual=args.virtual_clock))
                if not (args.json or args.junit == "-"):
                    _tell(found[-1])
    return _conclude(args, found, unreadable)


def _blocks(path: Path) -> tuple[list[BlockDefinition], list[Problem]]:
    """The blocks in or below a folder, and what there cannot be read."""
    if not path.is_dir():
        raise Refused(
            error("test.folder", f"There is no folder “{path}”.", hint="Name a block's folder, or a library.")
        )
    real = path.resolve()
    is_block, is_family = (real / TEMPLATE).exists(), any(real.glob(f"*/{TEMPLATE}"))
    root = real.parent.parent if is_block else real.parent if is_family else real
    library = load() if root == shipped("blocks").resolve() else load([root])
    mine = [block for block in library.blocks.values() if block.file and block.file.resolve().is_relative_to(real)]
    problems = [item for item in library.problems if item.file and Path(item.file).resolve().is_relative_to(real)]
    return sorted(mine, key=lambda block: block.id), problems


def _tried(
    block: BlockDefinition, file: Path, given: Mapping[str, Mapping[str, Any]], timeout: float, *, virtual: bool
) -> Outcome:
    began, name = time.perf_counter(), file.stem
    try:
        scenario = read_scenario(file)
        name = scenario.name
        diagram, process = _alone(block, scenario)
        faults = asyncio.run(_run(diagram, process, scenario, given, timeout, virtual=virtual))
    except Refused as refused:
        faults = [str(problem) for problem in refused.problems]
    return Outcome(block.id, name, str(file), time.perf_counter() - began, tuple(faults))


def _alone(block: BlockDefinition, scenario: Scenario) -> tuple[Diagram, str]:
    """The block alone in a process, filled in as the scenario says. Raises Refused."""
    diagram, key = standing_alone(block, *pattern(block)) if block.inside is not None else standing_alone(block)
    for name, text in scenario.parameters.items():
        parameter = block.parameter(name)
        if parameter is None:
            hint = "Keep the scenario again, or take the parameter out of it."
            raise Refused(error("test.parameter", f"“{block.name}” has no parameter “{name}”.", hint=hint))
        set_parameter(diagram, key, parameter, text)
    return diagram, next(diagram.all(Process)).id


async def _run(
    diagram: Diagram,
    process: str,
    scenario: Scenario,
    given: Mapping[str, Mapping[str, Any]],
    timeout: float,
    *,
    virtual: bool,
) -> list[str]:
    """What did not come out as the scenario says."""
    compiled = compile_plan(diagram, process)
    if compiled.plan is None or has_errors(compiled.problems):
        return [str(problem) for problem in compiled.problems]
    runtime = Runtime([compiled.plan], clock=VirtualClock() if virtual else WallClock())

    def follow(batch: Sequence[RunEvent]) -> None:
        for event in batch:
            if event.kind is EventKind.USER_TASK_CREATED:
                answer(runtime, event.token, event.element, diagram, given)

    runtime.events.connect(follow)
    try:
        instance = await runtime.start(process, scenario.variables)
        try:
            await asyncio.wait_for(runtime.until_idle(), timeout)
        except TimeoutError:
            return [f"It was not done after {timeout:g} s."]
        facts = report.summary(runtime.state, instance, diagram)
    finally:
        await runtime.stop()
    if facts["outcome"] != "completed":
        return [f"It ended as “{facts['outcome']}”.", *map(str, facts["reasons"])]
    return list(differences(scenario.results, facts["variables"]))


def _tell(outcome: Outcome) -> None:
    word = painted("failed", "red") if outcome.faults else painted("passed", "green")
    print(f"{word}  {printable(outcome.block)}: {printable(outcome.scenario)} ({outcome.seconds:.2f} s)")
    for fault in outcome.faults:
        print(f"        {printable(fault)}")


def _conclude(args: argparse.Namespace, found: Sequence[Outcome], unreadable: bool) -> int:
    failed = sum(bool(outcome.faults) for outcome in found)
    if args.junit:
        write_output(args.junit, junit.written(junit.Case(*outcome) for outcome in found))
    if args.json:
        print_json([{**outcome._asdict(), "passed": not outcome.faults} for outcome in found])
    elif args.junit != "-":
        print(f"{len(found)} scenario(s): {len(found) - failed} passed, {failed} failed")
    if not found:
        complain("no scenario there; keep one in the studio under “Try it”, or write it: docs/blocks.md says how")
    return UNUSABLE if unreadable or not found else FAILED if failed else DONE
