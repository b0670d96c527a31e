"""The engine means what Camunda 7 means, save where docs/semantics.md says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
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
    compiled = compile_plan(read_bytes(case.bpmn.encode()).diagram)
    assert compiled.plan is not None, [str(problem) for problem in compiled.problems]
    # when our engine plays the same
    ours = Player(compiled.plan).play(case.play)
    # then nothing differs, save what is meant to
    wanted = case.theirs | (case.ours or {})
    found = _differences(compiled.plan, case.ordered, ours, wanted)
    assert not found, "\n".join(found)
    assert bool(case.ours) == bool(case.differs)


def test_camunda_still_does_what_was_kept(case: Any, referee: Mapping[str, Any]) -> None:
    # given what a real Camunda did when the case was written
    # when it is asked again
    # then it does the same
    assert referee[case.name] == case.theirs


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
                    detail = str(round(wait.due.at - BEGIN)) if wait.due is not None else wait.name
                    yield f"{wait.kind} {wait.node.id} {detail}".strip()

    def _variables(self) -> Iterator[str]:
        for instance in self.engine.instances.values():
            for execution in instance.tasks.values():
                for name, value in (execution.variables or {}).items():
                    yield f"{execution.node.id}.{name} = {json.dumps(value, separators=(',', ':'), sort_keys=True)}"


# comparing ------------------------------------------------------------------------------------------------------------


def _differences(
    plan: Plan, ordered: frozenset[str], ours: Mapping[str, Any], wanted: Mapping[str, Any]
) -> list[str]:
    """What is not the same, step by step; of the order in which things happened only what BPMN does not leave open."""
    tied = _tied(plan, ordered)
    found = []
    for number, (one, other) in enumerate(zip(ours["steps"], wanted["steps"], strict=True)):
        for what in ("open", "waits", "variables", "refused"):
            if one.get(what) != other.get(what):
                found.append(f"step {number} {what}: {one.get(what)} instead of {other.get(what)}")
        if not _same_order(one["log"].split(), other["log"].split(), tied):
            found.append(f"step {number}: {one['log']}\n     instead of {other['log']}")
    if ours["instances"] != wanted["instances"]:
        found.append(f"the end: {ours['instances']}\n     instead of {wanted['instances']}")
    return found


def _same_order(ours: list[str], theirs: list[str], tied: frozenset[tuple[str, str]]) -> bool:
    """Whether two logs tell the same: the same things, and those of elements that are tied in the same order."""
    if sorted(ours) != sorted(theirs):
        return False
    elements = {told[1:] for told in ours}
    pairs = [(one, other) for one, other in tied if one in elements and other in elements]
    pairs += [(one, one) for one in elements]
    return all(_only(ours, pair) == _only(theirs, pair) for pair in pairs)


def _only(log: list[str], elements: tuple[str, str]) -> list[str]:
    return [told for told in log if told[1:] in elements]


def _tied(plan: Plan, ordered: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The pairs of elements whose order BPMN gives: along flows, inside and outside, activity and boundary event."""
    pairs = {(one, other) for one in ordered for other in ordered if one < other}
    tops = {process.id: [node.id for node in process.nodes if node.parent < 0] for process in plan.processes}
    for process in plan.processes:
        ids = [node.id for node in process.nodes]
        pairs |= {(ids[flow.source], ids[flow.target]) for flow in process.flows}
        for node in process.nodes:
            pairs |= {(ids[other], node.id) for other in (node.parent, node.attached_to, node.handler) if other >= 0}
            if node.link >= 0:
                pairs.add((node.id, ids[node.link]))
            if node.call is not None:
                pairs |= {(node.id, top) for top in tops.get(getattr(node.call.called, "source", ""), [])}
    return frozenset(pairs)
