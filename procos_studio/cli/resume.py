"""`procos resume`: goes on with whatever earlier runs left alive in a store, to its end."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from procos_studio.cli import report
from procos_studio.cli.answering import answer, answer_argument, clock_arguments
from procos_studio.cli.console import DONE, FAILED, complain, print_json, printable
from procos_studio.cli.families import Families
from procos_studio.cli.inputs import answers
from procos_studio.cli.progress import Lines, Progress, Silent
from procos_studio.cli.stored import opened
from procos_studio.cli.telling import Diagrams
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.clock import VIRTUAL_START, Clock, VirtualClock, WallClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import Versions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = (
        "Where timers start instances by themselves this goes on until Ctrl-C, unless --until-idle or --timeout end "
        "it. Exit codes: 0 all that lived has completed; 1 something failed, waits or has an incident; 2 wrong use or "
        "an unusable store; 130 Ctrl-C."
    )
    parser.add_argument("file", metavar="FILE", help="a store, as `procos run --store FILE` makes it")
    answer_argument(parser)
    clock_arguments(parser)
    parser.add_argument(
        "--until-idle", action="store_true", help="start nothing by a timer; end when nothing that lives can go on"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of the progress")


def run(args: argparse.Namespace) -> int:
    """Go on; 0 where all that lived has completed."""
    answered = answers(args.answer)
    with opened(args.file) as store:
        clock: Clock = VirtualClock(max(store.last_time(), VIRTUAL_START)) if args.virtual_clock else WallClock()
        families = Families(Diagrams(store), _silent if args.json else _lines)
        timed_out = asyncio.run(_follow(store, clock, args, families, answered))
    return _conclude(families, timed_out=timed_out, as_json=args.json)


def _silent(diagram: Diagram) -> Progress:
    return Silent()


def _lines(diagram: Diagram) -> Progress:
    return Lines(diagram, sys.stdout)


async def _follow(
    store: Store,
    clock: Clock,
    args: argparse.Namespace,
    families: Families,
    answered: Mapping[str, Mapping[str, Any]],
) -> bool:
    """Whether time ran out."""
    runtime = await Runtime.reopen(store, clock=clock, plans=Versions(store).plans())
    if args.until_idle:
        runtime.hold_starts()
    elif runtime.start_timers:
        _say_how_long(runtime.start_timers)
    try:
        families.wake(store)
        runtime.events.connect(families.take)
        runtime.events.connect(_answering(runtime, families, answered))
        for family in families.all:
            for token, task in family.state.user_tasks.items():
                answer(runtime, token, task.element, family.diagram, answered)
        await asyncio.wait_for(runtime.until_idle(), args.timeout)
    except TimeoutError:
        return True
    finally:
        await runtime.stop()
        for family in families.all:
            family.progress.close(family.state)
    return False


def _say_how_long(timers: int) -> None:
    """Whoever did not expect it must not wonder why nothing ends."""
    what = "1 timer is" if timers == 1 else f"{timers} timers are"
    complain(f"{what} set to start instances, so this goes on, until Ctrl-C; --until-idle starts none and ends")


def _answering(
    runtime: Runtime, families: Families, answered: Mapping[str, Mapping[str, Any]]
) -> Callable[[Sequence[RunEvent]], None]:
    def look(batch: Sequence[RunEvent]) -> None:
        for event in batch:
            if event.kind is EventKind.USER_TASK_CREATED:
                answer(runtime, event.token, event.element, families[event.instance].diagram, answered)

    return look


def _conclude(families: Families, *, timed_out: bool, as_json: bool) -> int:
    told = [report.summary(family.state, family.instance, family.diagram) for family in families.all]
    if as_json:
        print_json({"timedOut": timed_out, "instances": told, "forgotten": families.forgotten})
    else:
        _tell(told, families.forgotten)
    if timed_out:
        complain("the time that --timeout allows is over; what was not finished stays in the store")
    good = families.are_good and all(facts["outcome"] == "completed" for facts in told)
    return DONE if good and not timed_out else FAILED


def _tell(told: Sequence[Mapping[str, Any]], forgotten: int) -> None:
    if not told:
        print("nothing was left to go on with")
    if forgotten:
        print(f"{forgotten:,} earlier ones have ended")
    for facts in told:
        about = f"{facts['instance']} of {facts['process']}: {facts['outcome']} in {facts['seconds']:.2f} s"
        print(f"{printable(about)}, {facts['events']:,} events")
        for reason in facts["reasons"]:
            complain(f"{facts['instance']}: {reason}")
