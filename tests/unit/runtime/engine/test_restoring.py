"""Saving and restoring: an engine that goes on from its rows does what the first one does."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.engine import Engine, Limits
from procos_studio.runtime.engine.rows import Changes, Key, apply
from tests.unit.runtime.runnable import plan_of

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
        return {key: _plain(value) for key, value in rows.items()}


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
        assert {key[0] for key in rows} <= {"", *first.engine.live}
        if chance.random() < 0.4:
            second, told = first.restored(rows), len(first.events)
            assert second.everything() == rows


def _changes(world: World) -> Changes:
    """As a file would give them back."""
    found = world.engine.changes()
    return found._replace(put=[(key, _plain(value)) for key, value in found.put])


@pytest.fixture(autouse=True)
def _short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that much is ready when a world is saved."""
    monkeypatch.setattr("procos_studio.runtime.engine.turns._MOVES", 3)


def test_a_restored_engine_goes_on_as_the_first_would_have(corpus_file: Path) -> None:
    plan = plan_of(corpus_file, b"x")
    for seed in range(3):
        compare(plan, seed, 90)


def test_the_same_for_processes_of_the_conformance_suite(cases_folder: Path) -> None:
    for file in sorted(cases_folder.rglob("*.bpmn")):
        plan = compile_plan(read_file(file).diagram, source=b"x").plan
        if plan is not None:
            compare(plan, 1, 60)


@pytest.mark.parametrize("seed", range(40))
def test_the_same_for_any_blocks(seed: int, plan: Callable[..., Plan]) -> None:
    inside, first, last = Blocks(random.Random(seed)).series(3)
    ends = '<startEvent id="s"/><endEvent id="e"/>'
    whole = plan(ends + inside + wire("s", first) + wire(last, "e"), "", ROOT)
    compare(replace(whole, source=b"x"), seed, 120)


ROOT = '<message id="m" name="m"/><signal id="g" name="g"/><error id="err" errorCode="42"/>'
ERROR, COMPENSATION = '<errorEventDefinition errorRef="err"/>', "<compensateEventDefinition/>"
TIMER = "<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>"
TASKS = (
    '<serviceTask id="{0}" camunda:type="external" camunda:topic="t"/>',
    '<userTask id="{0}"><extensionElements><camunda:formData><camunda:formField id="x" type="long" defaultValue="1"/>'
    "</camunda:formData></extensionElements></userTask>",
    '<serviceTask id="{0}" camunda:expression="${{x}}" camunda:resultVariable="y"/>',
    '<receiveTask id="{0}" messageRef="m"/>',
    '<intermediateCatchEvent id="{0}"><signalEventDefinition signalRef="g"/></intermediateCatchEvent>',
    '<intermediateCatchEvent id="{0}"><timerEventDefinition><timeDuration>PT5S</timeDuration></timerEventDefinition>'
    "</intermediateCatchEvent>",
    '<intermediateThrowEvent id="{0}"><signalEventDefinition signalRef="g"/></intermediateThrowEvent>',
    '<intermediateThrowEvent id="{0}"><compensateEventDefinition/></intermediateThrowEvent>',
    '<serviceTask id="{0}" camunda:type="external" camunda:topic="t"><multiInstanceLoopCharacteristics '
    'camunda:collection="${{list}}" camunda:elementVariable="item"/></serviceTask>',
    '<serviceTask id="{0}" camunda:type="external" camunda:topic="t"><multiInstanceLoopCharacteristics '
    'isSequential="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>',
)


def wire(source: str, target: str, condition: str = "") -> str:
    """A sequence flow."""
    inside = f"<conditionExpression>{condition}</conditionExpression>" if condition else ""
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}">{inside}</sequenceFlow>'


Part = tuple[str, str, str]
"""The XML of a block, and the ids of its first and of its last node."""


class Blocks:
    """Makes random blocks."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._count = 0

    def _name(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def series(self, depth: int) -> Part:
        parts = [self.block(depth) for _ in range(self._chance.randint(1, 3))]
        wires = "".join(wire(one[2], two[1]) for one, two in pairwise(parts))
        return "".join(part[0] for part in parts) + wires, parts[0][1], parts[-1][2]

    def block(self, depth: int) -> Part:
        kind = self._chance.choice(
            ("task", "task", "parallel", "exclusive", "inclusive", "inside") if depth else ("task",)
        )
        if kind == "task":
            name = self._name("t")
            return self._chance.choice(TASKS).format(name), name, name
        return self._inside(depth) if kind == "inside" else self._gates(kind, depth)

    def _gates(self, kind: str, depth: int) -> Part:
        split, join = self._name("g"), self._name("g")
        parts = [self.series(depth - 1) for _ in range(2)]
        tests = ("", "" if kind == "parallel" else "${x != null}")
        wires = [wire(split, part[1], test) + wire(part[2], join) for part, test in zip(parts, tests, strict=True)]
        gates = "".join(f'<{kind}Gateway id="{name}"/>' for name in (split, join))
        return gates + "".join(part[0] for part in parts) + "".join(wires), split, join

    def _inside(self, depth: int) -> Part:
        name, start, end, edge, handler = (self._name(letter) for letter in "sabch")
        inner, first, last = self.series(depth - 1)
        ends = f'<startEvent id="{start}"/><endEvent id="{end}"/>{wire(start, first)}{wire(last, end)}'
        many = self._chance.choice(("", "", '<multiInstanceLoopCharacteristics camunda:collection="${list}"/>'))
        beside = self._chance.choice((TIMER, ERROR, COMPENSATION))
        cancels = "false" if beside == TIMER else "true"
        xml = f'<subProcess id="{name}">{many}{ends}{inner}</subProcess>'
        xml += f'<boundaryEvent id="{edge}" attachedToRef="{name}" cancelActivity="{cancels}">{beside}</boundaryEvent>'
        if beside == COMPENSATION:
            xml += f'<task id="{handler}" isForCompensation="true"/>'
            xml += f'<association id="{edge}-{handler}" sourceRef="{edge}" targetRef="{handler}"/>'
        return xml, name, name


POOLS = (
    '<message id="M" name="one"/><collaboration id="co"><participant id="P1" processRef="p"/>'
    '<participant id="P2" processRef="q"/><messageFlow id="f1" sourceRef="t1" targetRef="c2"/></collaboration>'
    '<process id="q" isExecutable="true"><startEvent id="s2"/><userTask id="w"/><intermediateCatchEvent id="c2">'
    '<messageEventDefinition messageRef="M"/></intermediateCatchEvent><sequenceFlow id="q1" sourceRef="s2"'
    ' targetRef="w"/><sequenceFlow id="q2" sourceRef="w" targetRef="c2"/></process>'
)


def test_a_message_that_waits_for_its_receiver_and_a_timer_that_starts_are_kept(plan: Callable[..., Plan]) -> None:
    # given a message whose receiver is still at work, and a process that begins every hour
    cycle = f'<startEvent id="every">{TIMER}</startEvent><endEvent id="done"/>'
    send = '<startEvent id="s"/><intermediateThrowEvent id="t1"><messageEventDefinition messageRef="M"/>'
    whole = plan(f"{cycle}{send}</intermediateThrowEvent>", "every > done\n s > t1", POOLS)
    first, rows = World(replace(whole, source=b"x")), dict[Key, Any]()
    first.engine.arm_starts()
    first.engine.start("q", {})
    first.engine.start("p", {}, start_event="s")
    while first.go(0.0):
        pass
    apply(rows, _changes(first))
    assert sorted(key[2] for key in rows if not key[0]) == ["engine", "family", "letter", "start"]
    # when it goes on elsewhere
    second = first.restored(rows)
    (work,) = second.open.values()
    second.engine.complete(work.id, {})
    second.now = second.engine.due() or 0.0
    second.engine.fire_due()
    while second.go(0.0):
        pass
    apply(rows, _changes(second))
    # then the message has come, the instance of the hour has been there, and its timer is set again
    assert [(key[2], value["due"][0]) for key, value in rows.items() if key[2] != "engine"] == [("start", 8_200.0)]
    assert not second.engine.instances
