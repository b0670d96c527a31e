"""`procos run`: runs a process to its end, shows how, and leaves a report."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any, NamedTuple

from procos_studio.cli import report
from procos_studio.cli.answering import answer, answer_argument, clock_arguments
from procos_studio.cli.compiling import compiled_file
from procos_studio.cli.console import DONE, FAILED, complain, painted, print_json, printable
from procos_studio.cli.inputs import answers, assignments, form_defaults
from procos_studio.cli.progress import Lines, Live, Progress, Silent
from procos_studio.compiler import Plan
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused, error
from procos_studio.runtime.clock import Clock, VirtualClock, WallClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store

_TICK = 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = (
        'A diagram\'s ${secret("name")} is the environment variable PROCOS_SECRET_NAME. Exit codes: 0 the process '
        "completed; 1 it failed, waits, has an incident or cannot run; 2 wrong use or unreadable; 130 Ctrl-C."
    )
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    parser.add_argument("--process", metavar="ID", default="", help="which process, where the file holds several")
    parser.add_argument(
        *("-i", "--input"),
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a variable (JSON, else text), NAME=@FILE.json, or @FILE.json with a map of them; may be repeated",
    )
    parser.add_argument("--business-key", metavar="KEY", default="", help="the instance's business key")
    answer_argument(parser)
    clock_arguments(parser)
    parser.add_argument(
        "--store", metavar="FILE", help="keep the run in this store, so that `procos resume` can go on with it"
    )
    parser.add_argument("--report", metavar="DIR", help="write events.jsonl, summary.json and report.md there")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of the progress")


class Order(NamedTuple):
    """What is to be run, and how."""

    diagram: Diagram
    plan: Plan
    process: str
    variables: Mapping[str, Any]
    business_key: str
    answers: Mapping[str, Mapping[str, Any]]
    clock: Clock
    timeout: float | None


class Ended(NamedTuple):
    """A run that is over; `events` are empty unless a report is wanted."""

    instance: str
    state: RunState
    events: Sequence[RunEvent]
    timed_out: bool


def run(args: argparse.Namespace) -> int:
    """Run; 0 where the process completed, 1 where it did not, or where it cannot run."""
    order = _order(args)
    if order is None:
        return FAILED
    progress = _progress(args.json, order.diagram)
    with Store(args.store) if args.store else nullcontext() as store:
        ended = asyncio.run(_follow(order, store, progress, keep=bool(args.report)))
    if args.report:
        report.write(Path(args.report), ended.events, ended.state, ended.instance, order.diagram)
    return _conclude(ended, order.diagram, as_json=args.json)


def _order(args: argparse.Namespace) -> Order | None:
    given, answered = assignments(args.input, "--input"), answers(args.answer)
    diagram, plan, problems = compiled_file(args.file, is_kept=bool(args.store))
    if plan is None:
        if args.json:
            print_json({"outcome": "refused", "problems": [problem.to_json() for problem in problems]})
        complain(f"{args.file}: cannot run; `procos check` explains more")
        return None
    process = _chosen(plan, args.process)
    variables = form_defaults(diagram, process) | given
    clock = VirtualClock() if args.virtual_clock else WallClock()
    return Order(diagram, plan, process, variables, args.business_key, answered, clock, args.timeout)


def _chosen(plan: Plan, asked: str) -> str:
    """The process to start: the one asked for, else the only one that can be started. Raises Refused."""
    known = [process.id for process in plan.processes]
    if asked:
        if asked in known:
            return asked
        raise Refused(error("run.process", f"There is no process “{asked}”.", hint=f"There is {', '.join(known)}."))
    startable = [process for process in plan.processes if process.starts]
    executable = [process for process in startable if process.is_executable]
    candidates = [process.id for process in executable or startable] or known
    if len(candidates) == 1:
        return candidates[0]
    choice = " or ".join(candidates)
    message = f"The file holds {len(candidates)} processes that could be started."
    raise Refused(error("run.process", message, hint=f"Choose: --process {choice}."))


def _progress(as_json: bool, diagram: Diagram) -> Progress:
    if as_json:
        return Silent()
    return Live(diagram, sys.stdout) if sys.stdout.isatty() else Lines(diagram, sys.stdout)


async def _follow(order: Order, store: Store | None, progress: Progress, *, keep: bool) -> Ended:
    runtime = Runtime([order.plan], clock=order.clock, store=store)
    events: list[RunEvent] = []
    if keep:
        runtime.events.connect(events.extend)
    hide = runtime.events.connect(lambda batch: progress.show(batch, runtime.state))
    runtime.events.connect(lambda batch: _answer(batch, runtime, order))
    timed_out = False
    ticking = asyncio.create_task(_tick(progress, runtime, order.clock))
    try:
        instance = await runtime.start(order.process, order.variables, order.business_key)
        try:
            await asyncio.wait_for(runtime.until_idle(), order.timeout)
        except TimeoutError:
            timed_out = True
        # Stopping cancels whatever still waits; what is told is how things stood before.
        state = runtime.state
        hide()
    finally:
        ticking.cancel()
        await runtime.stop()
        with suppress(asyncio.CancelledError):
            await ticking
    progress.close(state)
    return Ended(instance, state, events[: state.events], timed_out)


async def _tick(progress: Progress, runtime: Runtime, clock: Clock) -> None:
    while True:
        await asyncio.sleep(_TICK)
        progress.tick(runtime.state, clock.now())


def _answer(batch: Sequence[RunEvent], runtime: Runtime, order: Order) -> None:
    for event in batch:
        if event.kind is EventKind.USER_TASK_CREATED:
            answer(runtime, event.token, event.element, order.diagram, order.answers)


def _conclude(ended: Ended, diagram: Diagram, *, as_json: bool) -> int:
    facts = report.summary(ended.state, ended.instance, diagram)
    if ended.timed_out:
        facts |= {"outcome": "timeout", "reasons": ["The time that --timeout allows is over.", *facts["reasons"]]}
    good = facts["outcome"] == "completed"
    if as_json:
        print_json(facts)
        return DONE if good else FAILED
    for name, value in sorted(facts["variables"].items()):
        print(f"  {painted(printable(name), 'grey')} = {printable(_short(value))}")
    word = painted(facts["outcome"], "green" if good else "red")
    print(f"{word} in {facts['seconds']:.2f} s, {facts['events']:,} events")
    for reason in facts["reasons"]:
        complain(reason)
    return DONE if good else FAILED


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 200 else text[:199] + "…"
