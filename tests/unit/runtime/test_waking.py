"""A run that is reopened knows how things stand, without reading what has happened."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes, read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store
from procos_studio.runtime.waking import standing

K = EventKind
FORM = "form", '<userTask id="form" name="Approve" />'
UNKNOWN = "odd", '<serviceTask id="odd" camunda:type="external" camunda:topic="nobody" />'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def woken(store: Store) -> RunState:
    return standing(store, store.live(), store.living())


def folded(store: Store) -> RunState:
    return RunState.empty().after_all(store.events())


def compare(store: Store) -> None:
    """What is told of what lives is what its whole history adds up to."""
    here, there = woken(store), folded(store)
    alive = {item.id for item in store.living()}
    assert dict(here.tokens) == dict(there.tokens)
    assert dict(here.user_tasks) == dict(there.user_tasks)
    assert dict(here.incidents) == dict(there.incidents)
    for name in alive:
        wanted = there.instances[name]
        assert here.instances[name] == wanted
    for scope, names in there.scopes.items():
        for name, trail in names.items():
            if scope in here.scopes:
                assert here.scopes[scope][name].last.value == trail.last.value
    for digest, diagram in here.diagrams.items():
        for key, element in diagram.elements.items():
            assert element.active == there.diagrams[digest].elements[key].active
    assert (here.seq, here.time) == (there.seq, there.time)


def test_people_incidents_and_variables_stand_as_their_history_says(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        run(line(FORM), store=store)
        run(line(UNKNOWN), store=store)
        compare(store)
        state = woken(store)
        assert [task.data["name"] for task in state.user_tasks.values()] == ["Approve"]
        assert [item.element for item in state.incidents.values()] == ["odd"]
        assert dict(state.instances["i1"].variables) == {"n": 1}


def saved(plan: Plan, process: str, path: Path) -> Iterator[Store]:
    """Stores in which a process stands after its first steps, at its first rest."""
    events: list[RunEvent] = []

    def keep(kind: Any, instance: str, element: str, token: str, data: Any) -> None:
        events.append(RunEvent(len(events) + 1, instance, kind, element, token, VIRTUAL_START + len(events), data))

    engine = Engine([plan], lambda: VIRTUAL_START, keep, is_durable=True)
    engine.start(process, {"x": 1, "y": [1, 2]})
    engine.advance()
    with Store(path) as store:
        store.commit(events, engine.changes(), {plan.digest: plan.source})
        yield store


def test_every_process_that_waits_stands_as_its_history_says(corpus_file: Path, path: Path) -> None:
    try:
        plan = compile_plan(read_file(corpus_file).diagram, source=corpus_file.read_bytes()).plan
    except Refused:
        plan = None
    for number, process in enumerate(plan.processes if plan is not None else ()):
        if process.starts:
            for store in saved(plan, process.id, path.with_suffix(f".{number}")):
                compare(store)


ROUNDS = """<startEvent id="s" /><exclusiveGateway id="merge" />
  <serviceTask id="step" camunda:expression="${n + 1}" camunda:resultVariable="n" />
  <exclusiveGateway id="more" default="out" /><userTask id="ask" /><endEvent id="e" />
  <sequenceFlow id="a" sourceRef="s" targetRef="merge" /><sequenceFlow id="b" sourceRef="merge" targetRef="step" />
  <sequenceFlow id="c" sourceRef="step" targetRef="more" />
  <sequenceFlow id="back" sourceRef="more" targetRef="merge"><conditionExpression>${n &lt; top}</conditionExpression>
  </sequenceFlow><sequenceFlow id="out" sourceRef="more" targetRef="ask" />
  <sequenceFlow id="d" sourceRef="ask" targetRef="e" />"""


def steps_to_reopen(run: Any, path: Path, rounds: int, ended: int) -> tuple[int, int]:
    """How many steps SQLite takes to reopen a store, and how many events are in it."""

    async def act(scene: Any) -> None:
        for _ in range(ended):
            await scene.runtime.cancel(await scene.runtime.start("p", {"n": 0, "top": 1}))
        await scene.runtime.start("p", {"n": 0, "top": rounds})
        await scene.runtime.until_idle()

    with Store(path) as store:
        run(ROUNDS, act, store=store)
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    async def reopen() -> None:
        with Store(path) as store:
            store._reading.set_progress_handler(count, 1)
            runtime = await Runtime.reopen(store, clock=VirtualClock())
            assert len(runtime.state.user_tasks) == 1
            await runtime.stop()

    asyncio.run(reopen())
    with sqlite3.connect(path) as db:
        return steps, db.execute("select count(*) from event").fetchone()[0]


def test_a_long_history_is_not_read_again(run: Any, tmp_path: Path) -> None:
    # given the same live state behind a short and a long history of its own, and behind many others that have ended
    short, few = steps_to_reopen(run, tmp_path / "short.db", 2, 1)
    long, many = steps_to_reopen(run, tmp_path / "long.db", 2_000, 60)
    # then reopening takes SQLite no more steps, but for those down a deeper tree
    assert many > 100 * few
    assert long < 1.2 * short


def test_what_is_damaged_is_refused(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        run(line(FORM), store=store)
    with sqlite3.connect(path) as db:
        db.execute("update live set data = '[]' where part = 'token'")
    with Store(path) as store, pytest.raises(Refused, match="damaged"):
        woken(store)


FILE = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="{name}" isExecutable="true"><startEvent id="Start" />{task}<endEvent id="End" />
  <sequenceFlow id="in" sourceRef="Start" targetRef="Task" /><sequenceFlow id="out" sourceRef="Task" targetRef="End" />
  </process></definitions>"""


def plan_of(name: str, task: str) -> Plan:
    xml = FILE.format(name=name, task=task).encode()
    plan = compile_plan(read_bytes(xml).diagram, source=xml).plan
    assert plan is not None
    return plan


def test_two_files_may_use_the_same_ids(path: Path) -> None:
    # given a file that calls another one, with the very ids of its own
    outer = plan_of("outer", '<callActivity id="Task" calledElement="inner" />')
    inner = plan_of("inner", '<userTask id="Task" />')

    async def act() -> None:
        with Store(path) as store:
            runtime = Runtime([outer, inner], clock=VirtualClock(), store=store)
            await runtime.start("outer", {})
            await runtime.until_idle()
            await runtime.start("inner", {})
            await runtime.until_idle()
            _check(runtime.state, outer, inner)
            (token, _) = sorted(runtime.state.user_tasks)
            await runtime.complete_user_task(token, {})
            await runtime.until_idle()
            ends = [runtime.state.diagrams[plan.digest].elements["End"].completed for plan in (outer, inner)]
            assert ends == [1, 1]
            assert runtime.state.elements["Task"].active == 0
            assert runtime.state.diagrams[inner.digest].elements["Task"].active == 1
            await runtime.stop()

    asyncio.run(asyncio.wait_for(act(), 20))


def _check(state: RunState, outer: Plan, inner: Plan) -> None:
    assert state.home == outer.digest
    assert (state.elements["Task"].active, str(state.elements["Task"].status)) == (1, "running")
    there = state.diagrams[inner.digest]
    assert (there.elements["Task"].active, str(there.elements["Task"].status)) == (2, "waiting")
    assert (dict(state.flows), dict(there.flows)) == ({"in": 1}, {"in": 2})
