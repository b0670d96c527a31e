"""Saving and restoring: an engine that goes on from its rows does what the first one does."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.engine import Engine, Limits
from procos_studio.runtime.engine.rows import Key, apply

FEW = Limits(moves=20_000, depth=20, alive=3_000, instances=100)
VALUES: tuple[Any, ...] = (0, 1, 2, "a", True, False, ["x", "y"], [{"n": 1}, {"n": 2}], None)
NAMES = ("x", "input", "approved", "test", "count", "list", "nrOfInstances", "loopCounter")


class World:
    """An engine with its time and events, to which the same deeds can be done as to another."""

    def __init__(self, plan: Plan, now: float = 1_000.0) -> None:
        self.now = now
        self.plan = plan
        self.events: list[Any] = []
        self.open: dict[str, Any] = {}
        self.engine = Engine([plan], lambda: self.now, self._note, limits=FEW, is_durable=True)

    def _note(self, *event: Any) -> None:
        self.events.append(json.loads(json.dumps(event)))

    def go(self, budget: float) -> bool:
        more = self.engine.advance(budget)
        self.open |= {work.id: work for work in self.engine.take_work()}
        for gone in self.engine.take_cancelled():
            self.open.pop(gone, None)
        return more

    def restored(self, rows: dict[Key, Any]) -> World:
        other = World(self.plan, self.now)
        other.engine.restore(rows.items())
        other.open = {work.id: work for work in other.engine.take_work()}
        return other

    def everything(self) -> dict[Key, Any]:
        """The rows as they are when nothing is known to be saved."""
        notes = self.engine.notes
        assert notes is not None
        self.engine.post.has_changed = self.engine.starting.has_changed = True
        rows: dict[Key, Any] = {}
        for name, value in list(notes.saved.items()):
            rows["", "", *name] = value
        for instance in self.engine.live.values():
            for execution in instance.tasks.values():
                execution.saved = {}
                notes.touch(execution)
        apply(rows, self.engine.changes())
        return json.loads(json.dumps(list(rows.items()))) and {key: _plain(value) for key, value in rows.items()}


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def deed(world: World, chance: random.Random) -> None:
    """One thing that the outside does; the same for worlds that stand alike and the same chance."""
    engine, kind = world.engine, chance.random()
    waiting = sorted(engine.waiting(), key=lambda item: item.token)
    name, value = chance.choice(NAMES), chance.choice(VALUES)
    if kind < 0.45 and world.open:
        key = chance.choice(sorted(world.open))
        del world.open[key]
        how = chance.random()
        if how < 0.75:
            engine.complete(key, {name: value})
        elif how < 0.85:
            engine.throw(key, chance.choice(("42", "error")), "why", {name: value})
        else:
            engine.fail(key, "why")
    elif kind < 0.55 and world.open:
        engine.put_off(chance.choice(sorted(world.open)), 2, world.now + 5)
    elif kind < 0.75 and (due := engine.due()) is not None:
        world.now = max(world.now, due)
        engine.fire_due()
    elif kind < 0.9:
        _send(world, chance)
    elif kind < 0.95 and waiting:
        engine.retry(chance.choice(waiting).token)
    elif kind < 0.97 and engine.instances:
        engine.cancel(chance.choice(sorted(engine.instances)), "why")


def _send(world: World, chance: random.Random) -> None:
    nodes = [node for process in world.plan.processes for node in process.nodes]
    events = [event for node in nodes for event in node.events if event.name]
    if events:
        event = chance.choice(events)
        name = event.name.evaluate(dict.fromkeys((*NAMES, *getattr(event.name, "reads", ())), "a"))
        send: Any = world.engine.message if event.kind == "message" else world.engine.signal
        send(name, variables={"x": 1})


def begin(world: World, chance: random.Random) -> None:
    world.engine.arm_starts()
    for process in world.plan.processes:
        for node in process.nodes:
            if node.kind == "startEvent" and node.parent < 0:
                world.engine.start(process.id, {name: chance.choice(VALUES) for name in NAMES}, "key", node.id)


def compare(plan: Plan, seed: int, steps: int) -> None:
    """Let one world go on without a pause, while another is saved and restored again and again."""
    chance = random.Random(seed)
    first, rows = World(plan), dict[Key, Any]()
    begin(first, chance)
    apply(rows, _changes(first))
    second = first.restored(rows)
    told = len(first.events)
    for step in range(steps):
        state = chance.getstate()
        mores = []
        for world in (first, second):
            chance.setstate(state)
            if step % 3 == 0:
                deed(world, chance)
            mores.append(world.go(0.0))
        assert mores[0] == mores[1]
        assert second.events == first.events[told:]
        assert second.open.keys() == first.open.keys()
        apply(rows, _changes(first))
        assert {key: value for key, value in rows.items() if key[0] == "" or key[0] in first.engine.live} == rows
        if chance.random() < 0.4:
            second, told = first.restored(rows), len(first.events)
            assert second.everything() == rows


def _changes(world: World) -> Any:
    return type(NOTHING := world.engine.changes())(*map(_plain_list, NOTHING))


def _plain_list(rows: list[Any]) -> list[Any]:
    return [(row[0], _plain(row[1])) if isinstance(row, tuple) and isinstance(row[0], tuple) else row for row in rows]


@pytest.fixture(autouse=True)
def _short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that much is ready when a world is saved."""
    monkeypatch.setattr("procos_studio.runtime.engine.turns._MOVES", 3)


def test_a_restored_engine_goes_on_as_the_first_would_have(corpus_file: Path) -> None:
    plan = _plan(corpus_file)
    for seed in range(3):
        compare(plan, seed, 90)


def _plan(file: Path) -> Plan:
    try:
        plan = compile_plan(read_file(file).diagram, source=b"x").plan
    except Refused:
        plan = None
    if plan is None:
        pytest.skip("the file does not run")
    return plan
