"""Saved state that is damaged, forged or newer is refused in words; nothing of it runs, nothing breaks."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.compiler import Plan
from procos_studio.problems import Refused
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.engine.rows import FORMAT, Key, apply
from procos_studio.runtime.engine.saved import restoring

NODES = """
<startEvent id="s"/><parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="e"/>
<userTask id="user"><extensionElements><camunda:formData><camunda:formField id="ok" type="boolean"/></camunda:formData>
</extensionElements></userTask>
<serviceTask id="work" camunda:type="external" camunda:topic="t"><extensionElements><camunda:inputOutput>
<camunda:inputParameter name="in">${x}</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
<boundaryEvent id="late" attachedToRef="work" cancelActivity="false">
<timerEventDefinition><timeCycle>R3/PT1H</timeCycle>
</timerEventDefinition></boundaryEvent><endEvent id="e2"/>
<serviceTask id="each" camunda:type="external" camunda:topic="t"><multiInstanceLoopCharacteristics isSequential="true"
 camunda:collection="${list}" camunda:elementVariable="item"/></serviceTask>
<subProcess id="sub"><startEvent id="ss"/><serviceTask id="undoable" camunda:expression="${1}"/>
<boundaryEvent id="undo" attachedToRef="undoable"><compensateEventDefinition/></boundaryEvent>
<task id="handler" isForCompensation="true"/><association id="a" sourceRef="undo" targetRef="handler"/>
<intermediateCatchEvent id="message"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
<intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent><endEvent id="se"/>
<sequenceFlow id="s1" sourceRef="ss" targetRef="undoable"/>
<sequenceFlow id="s2" sourceRef="undoable" targetRef="message"/>
<sequenceFlow id="s3" sourceRef="message" targetRef="back"/><sequenceFlow id="s4" sourceRef="back" targetRef="se"/>
</subProcess>
<callActivity id="call" calledElement="q"/><exclusiveGateway id="stuck"/>
<eventBasedGateway id="first"/>
<intermediateCatchEvent id="sig"><signalEventDefinition signalRef="g"/></intermediateCatchEvent>
<intermediateCatchEvent id="cond">
<conditionalEventDefinition><condition>${x == 9}</condition></conditionalEventDefinition>
</intermediateCatchEvent>
"""
WIRES = """
s > fork
fork > user
fork > work
fork > each
fork > sub
fork > call
fork > stuck
fork > first
fork > join
user > join
work > join
late > e2
each > join
sub > join
call > join
stuck > join ${x == 1}
first > sig
first > cond
sig > join
cond > join
join > e
"""
ROOT = """<message id="m" name="m"/><signal id="g" name="g"/>
<process id="q" isExecutable="true"><startEvent id="qs"/><receiveTask id="qr"/><sequenceFlow id="qf" sourceRef="qs"
 targetRef="qr"/></process>"""


def rows_of(plan: Plan) -> dict[Key, Any]:
    """The state of an instance that waits in every way."""
    engine = Engine([plan], lambda: 5.0, is_durable=True)
    engine.start("p", {"x": 0, "list": [1, 2, 3]})
    engine.advance()
    for work in engine.take_work():
        if work.element == "each":
            engine.complete(work.id, {"y": 1})
    rows: dict[Key, Any] = {}
    apply(rows, engine.changes())
    return {key: json.loads(json.dumps(value)) for key, value in rows.items()}


@pytest.fixture
def everything(plan: Callable[..., Plan]) -> Plan:
    """A process that waits in every way."""
    return plan(NODES, WIRES, ROOT)


def go_on(plan: Plan, rows: dict[Key, Any]) -> Engine:
    """Restore, and do what the outside would do."""
    engine = Engine([plan], lambda: 5_000_000.0, is_durable=True)
    engine.restore(rows.items())
    for _ in range(6):
        for work in engine.take_work():
            engine.complete(work.id, {"z": 1})
        engine.fire_due()
        engine.message("m")
        engine.signal("g")
        for waiting in engine.waiting():
            engine.complete(waiting.token, {"x": 9})
            engine.retry(waiting.token)
        for _ in range(200):
            engine.advance(0.0)
        engine.changes()
    for instance in list(engine.instances):
        engine.cancel(instance)
    engine.advance()
    return engine


def test_the_honest_state_goes_on(everything: Plan) -> None:
    rows = rows_of(everything)
    assert {key[2] for key in rows} == {"engine", "family", "instance", "token", "variable", "items", "record"}
    assert not go_on(everything, rows).instances


STRANGE: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2, 7, 10**30, 1.5, float("nan"), "", "x", "i1", "t3", "fork", "user", "each", "sub", "q",
    "#0", "body", "join", "activity", "scope", "process", "work", "arrive", "begin", "__class__", "${1/0}", [],
    ["drain", None], ["arrive", "user", None], ["begin", {"loopCounter": 99}], ["finish", None], ["perform", None],
    {}, {"held": {}},
    {"loopCounter": 10**9}, [1, 2, 3], ["i1", "t1"], [[]],
)  # fmt: skip


def mutate(rows: dict[Key, Any], chance: random.Random) -> None:
    """Change one thing: a value anywhere inside, an entry, a whole row, or its key."""
    key = chance.choice(sorted(rows))
    how = chance.random()
    if how < 0.08:
        del rows[key]
    elif how < 0.14:
        part = chance.choice(("variable", "items", "gathered", "record", "token", "instance", "letter", "start", "new"))
        rows[(*key[:2], part, chance.choice(("", "0", "1", "x")))] = copy.deepcopy(rows[chance.choice(sorted(rows))])
    elif how < 0.2:
        rows[key] = copy.deepcopy(rows[chance.choice(sorted(rows))])
    else:
        rows[key] = _changed(rows[key], chance)


def _changed(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(sorted(value))
        if chance.random() < 0.1:
            del value[name]
        elif chance.random() < 0.1:
            value[str(chance.choice(STRANGE))] = chance.choice(STRANGE)
        else:
            value[name] = _changed(value[name], chance)
        return value
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        value[place] = _changed(value[place], chance)
        return value
    return copy.deepcopy(chance.choice(STRANGE))


def test_forged_rows_are_refused_or_go_on_but_never_break(everything: Plan) -> None:
    honest, refused = rows_of(everything), list[str]()
    for seed in range(1_000):
        chance = random.Random(seed)
        rows = copy.deepcopy(honest)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            mutate(rows, chance)
        try:
            go_on(everything, rows)
        except Refused as failure:
            refused.append(failure.problems[0].code)
    assert set(refused) <= {"state.damaged", "state.newer"}
    assert len(refused) > 600


def test_newer_rows_are_refused(everything: Plan) -> None:
    rows = rows_of(everything)
    rows["", "", "engine", ""]["format"] = FORMAT + 1
    with pytest.raises(Refused, match="newer"):
        go_on(everything, rows)


def test_older_rows_take_every_step_to_this_version(everything: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a version in which flags were numbers, and a later one in which families did not count
    def flags(rows: dict[Key, Any]) -> dict[Key, Any]:
        return {
            key: value | {"frozen": bool(value["frozen"])} if key[2] == "instance" else value
            for key, value in rows.items()
        }

    def families(rows: dict[Key, Any]) -> dict[Key, Any]:
        return rows | {
            ("", "", "family", str(value["family"])): 0 for key, value in rows.items() if key[2] == "instance"
        }

    monkeypatch.setattr(restoring, "MIGRATIONS", (flags, families))
    monkeypatch.setattr(restoring, "FORMAT", 3)
    rows = {key: value for key, value in rows_of(everything).items() if key[2] != "family"}
    for key, value in rows.items():
        if key[2] == "instance":
            value["frozen"] = 0
    # then it goes on
    assert rows["", "", "engine", ""]["format"] == 1
    assert not go_on(everything, rows).instances


def test_instances_of_a_diagram_that_is_not_there_are_refused(everything: Plan) -> None:
    with pytest.raises(Refused, match="no process"):
        go_on(Plan("", 0, ()), rows_of(everything))
