"""The engine means what Camunda 7 means, save where docs/semantics.md says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.compiler.plan import Node, Process
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.events import EventKind

BEGIN = 1_000_000_000.0
SIGNS = {EventKind.ELEMENT_ENTERED: "+", EventKind.ELEMENT_COMPLETED: "-", EventKind.ELEMENT_CANCELLED: "~"}
STATES = {
    EventKind.INSTANCE_COMPLETED: "completed",
    EventKind.INSTANCE_CANCELLED: "cancelled",
    EventKind.INSTANCE_FAILED: "failed",
}


def test_the_engine_does_what_camunda_does(case: Any) -> None:
    # given a process, what the outside does with it, and what Camunda did
    plan = _plan(case)
    # when our engine plays the same
    ours = Player(plan).play(case.play)
    # then nothing differs, save what is meant to
    found = _differences(plan, case.ordered, ours, {**case.theirs, **case.ours})
    assert not found, "\n".join(found)
    assert bool(case.ours) == bool(case.differs)


def test_camunda_still_does_what_was_kept(case: Any, referee: Mapping[str, Any]) -> None:
    # given what a real Camunda did when the case was written
    # when it is asked again
    # then it does the same, in an order that BPMN allows
    found = _differences(_plan(case), case.ordered, referee[case.name], case.theirs)
    assert not found, "\n".join(found)


def _plan(case: Any) -> Plan:
    compiled = compile_plan(read_bytes(case.bpmn.encode()).diagram)
    assert compiled.plan is not None, [str(problem) for problem in compiled.problems]
    return compiled.plan


# playing on our engine ------------------------------------------------------------------------------------------------


@dataclass
class Player:
    """Plays a case on our engine, and tells what happened in the referee's words."""

    plan: Plan
    now: float = BEGIN
    log: list[str] = field(default_factory=list)
    begun: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    instances: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine = Engine([self.plan], lambda: self.now, self._note)

    def _note(self, kind: EventKind, instance: str, element: str, token: str, data: dict[str, Any]) -> None:
        if kind in SIGNS:
            self.log.append(SIGNS[kind] + element)
            if kind is EventKind.ELEMENT_ENTERED:
                self.begun[token] = element
                self.last[element] = token
            else:
                del self.begun[token]
        elif kind is EventKind.INSTANCE_STARTED:
            self.instances[instance] = {"process": data["process"], "state": "active", "key": data["business_key"]}
        elif kind in STATES:
            self.instances[instance]["state"] = STATES[kind]

    def play(self, steps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """What happened at each step, and how the instances ended."""
        return {"steps": [self._take(step) for step in steps], "instances": list(map(self._end, self.instances))}

    def _end(self, instance: str) -> dict[str, Any]:
        found = {name: value for name, value in self.instances[instance].items() if value}
        return found | {"variables": self.engine.variables(instance)}

    def _take(self, step: Mapping[str, Any]) -> dict[str, Any]:
        self.log = []
        refused = self._act(step)
        self._go()
        answer = {
            "log": " ".join(self.log),
            "open": sorted(self.begun.values()),
            "waits": sorted(self._waits()),
            "variables": sorted(self._variables()),
        }
        return answer | ({"refused": refused} if refused else {})

    def _go(self) -> None:
        assert not self.engine.advance()
        self.engine.take_work()
        self.engine.take_cancelled()

    def _act(self, step: Mapping[str, Any]) -> str:
        values, which, engine = step.get("with", {}), step.get("which", 0), self.engine
        match step:
            case {"start": process}:
                engine.start(process, values, step.get("key") or "")
            case {"complete": element} if not self._open(element):
                engine.complete(self.last[element], values)
                return "Gone"
            case {"complete": element}:
                engine.complete(self._open(element)[which], {**values, **step.get("local", {})})
            case {"throw": code, "at": element}:
                engine.throw(self._open(element)[which], code, step.get("message", ""), values)
            case {"fail": element}:
                engine.fail(self._open(element)[which], step["message"])
            case {"message": name}:
                keys = step.get("keys")
                if not engine.message(name, values, step.get("key"), keys):
                    return "MismatchingMessageCorrelationException"
            case {"signal": name}:
                engine.signal(name, values)
            case {"pass": seconds}:
                self._pass(seconds)
            case {"cancel": _}:
                engine.cancel(list(self.instances)[which])
        return ""

    def _open(self, element: str) -> list[str]:
        """The open work of an element, in the order in which it began."""
        return [token for token, where in self.begun.items() if where == element and token in self.engine.held]

    def _pass(self, seconds: float) -> None:
        until = self.now + seconds
        while (due := self.engine.due()) is not None and due <= until:
            self.now = max(due, self.now)
            self.engine.fire_due()
            self._go()
        self.now = until

    def _waits(self) -> Iterator[str]:
        for instance in self.engine.instances.values():
            for execution in instance.tasks.values():
                kind = "incident" if "incident" in execution.memo else execution.memo.get("waits")
                if kind in ("user", "work", "incident"):
                    yield f"{kind} {execution.node.id}"
                for wait in execution.subscriptions:
                    if wait.due is not None and not wait.is_set:
                        continue
                    detail = str(round(wait.due.at - BEGIN)) if wait.due is not None else wait.name
                    yield f"{wait.kind} {wait.node.id} {detail}".strip()

    def _variables(self) -> Iterator[str]:
        for instance in self.engine.instances.values():
            for execution in (item for item in instance.tasks.values() if item.role != "undo"):
                for name, value in (execution.variables or {}).items():
                    yield f"{execution.node.id}.{name} = {json.dumps(value, separators=(',', ':'), sort_keys=True)}"


# comparing ------------------------------------------------------------------------------------------------------------

Marks = frozenset[str]


def _differences(plan: Plan, ordered: str, ours: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """What is not the same, step by step; of the order in which things happened only what BPMN does not leave open."""
    silent, tied = frozenset(_silent(plan)), [*_tied(plan), frozenset("+" + key for key in ordered.split())]
    found = []
    for number, (one, other) in enumerate(zip(ours["steps"], wanted["steps"], strict=True)):
        for what in ("open", "waits", "variables", "refused"):
            if one.get(what) != other.get(what):
                found.append(f"step {number} {what}: {one.get(what)} instead of {other.get(what)}")
        logs = [[mark for mark in log["log"].split() if mark not in silent] for log in (one, other)]
        if sorted(logs[0]) != sorted(logs[1]) or any(_only(logs[0], tie) != _only(logs[1], tie) for tie in tied):
            found.append(f"step {number}: {one['log']}\n     instead of {other['log']}")
    if ours["instances"] != wanted["instances"]:
        found.append(f"the end: {ours['instances']}\n     instead of {wanted['instances']}")
    return found


def _only(log: list[str], marks: Marks) -> list[str]:
    return [mark for mark in log if mark in marks]


def _nodes(plan: Plan) -> Iterator[tuple[Process, Node]]:
    for process in plan.processes:
        for node in process.nodes:
            yield process, node


def _silent(plan: Plan) -> Iterator[str]:
    """Marks that say nothing: Camunda's history knows no link events, and calls an event that throws, and a gateway
    whose event has come, cancelled where it is done."""
    for _, node in _nodes(plan):
        is_link = any(event.kind == "link" for event in node.events)
        if is_link or node.kind in ("endEvent", "intermediateThrowEvent", "eventBasedGateway"):
            yield from ("-" + node.id, "~" + node.id)
        if is_link:
            yield "+" + node.id


def _tied(plan: Plan) -> Iterator[Marks]:
    """The marks whose order BPMN gives: along flows, inside and outside, activity and boundary event."""
    tops = {process.id: [node.id for node in process.nodes if node.parent < 0] for process in plan.processes}
    for process, node in _nodes(plan):
        key, nodes = node.id, process.nodes
        for flow in (process.flows[number] for number in node.outgoing):
            yield frozenset({f"-{key}", f"+{nodes[flow.target].id}"})
        for inner in node.children:
            yield frozenset({f"+{key}", f"+{nodes[inner].id}"})
            yield frozenset({f"-{key}", f"-{nodes[inner].id}"})
        for event in node.boundary:
            yield frozenset({f"-{key}", f"~{key}", f"+{nodes[event].id}"})
        if node.handler >= 0:
            yield frozenset({f"-{key}", f"+{nodes[node.handler].id}"})
        if node.call is not None:
            for top in tops.get(getattr(node.call.called, "source", ""), []):
                yield frozenset({f"-{key}", f"-{top}"})
