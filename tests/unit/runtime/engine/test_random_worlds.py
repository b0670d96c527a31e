from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from procos_studio.compiler import Plan
from procos_studio.runtime.engine import Limits
from tests.unit.runtime.runnable import plan_of

FEW = Limits(moves=20_000, depth=20, alive=3_000, instances=100)
VALUES: tuple[Any, ...] = (0, 1, "a", True, False, ["x", "y"], None)
NAMES = ("x", "input", "approved", "test", "count", "list", "nrOfInstances", "loopCounter")


def test_whatever_the_world_does_nothing_is_left_behind(corpus_file: Path, stage: Any) -> None:
    # given a process of another tool
    plan = plan_of(corpus_file)
    for seed in range(2):
        world = random.Random(seed)
        play = stage(plan, limits=FEW)
        _start_all(play, plan, world)
        # when the outside answers, fails, throws, sends, retries and cancels at random
        for _ in range(40):
            world.choice(DEEDS)(play, plan, world)
            play.go()
        # and everything is cancelled in the end
        for instance in list(play.engine.instances):
            play.engine.cancel(instance)
        # then no token, wait or work is left
        assert play.balance() == {}
        assert play.engine.held == {}
        assert play.engine.subscriptions.next_due() is None


def _start_all(play: Any, plan: Plan, world: random.Random) -> None:
    for process in plan.processes:
        starts = [node.id for node in process.nodes if node.kind == "startEvent" and node.parent < 0]
        for start in starts:
            play.start(process.id, start_event=start, **{name: world.choice(VALUES) for name in NAMES})


def _complete(play: Any, plan: Plan, world: random.Random) -> None:
    if play.work:
        work = play.work.pop(world.randrange(len(play.work)))
        play.engine.complete(work.id, {world.choice(NAMES): world.choice(VALUES)})


def _throw(play: Any, plan: Plan, world: random.Random) -> None:
    if play.work:
        play.engine.throw(play.work.pop().id, world.choice(("42", "error")), "why")


def _fail(play: Any, plan: Plan, world: random.Random) -> None:
    if play.work:
        play.engine.fail(play.work.pop().id, "why")


def _time(play: Any, plan: Plan, world: random.Random) -> None:
    due = play.engine.due()
    if due is not None:
        play.now = max(play.now, due)
        play.engine.fire_due()


def _send(play: Any, plan: Plan, world: random.Random) -> None:
    events = [event for process in plan.processes for node in process.nodes for event in node.events if event.name]
    if events:
        event = world.choice(events)
        name = event.name.evaluate(dict.fromkeys((*NAMES, *getattr(event.name, "reads", ())), "a"))
        send: Callable[..., Any] = play.engine.message if event.kind == "message" else play.engine.signal
        send(name, variables={"x": 1})


def _retry(play: Any, plan: Plan, world: random.Random) -> None:
    waiting = play.engine.waiting()
    if waiting:
        play.engine.retry(world.choice(waiting).token)


def _cancel(play: Any, plan: Plan, world: random.Random) -> None:
    if play.engine.instances and world.random() < 0.2:
        play.engine.cancel(world.choice(list(play.engine.instances)))


DEEDS = (_complete, _complete, _complete, _throw, _fail, _time, _send, _retry, _cancel)
