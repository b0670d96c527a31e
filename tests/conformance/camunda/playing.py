"""Playing a case on our engine, told in the referee's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from procos_studio.compiler import Plan
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.engine.limits import DEFAULT_LIMITS, Limits
from procos_studio.runtime.events import EventKind

BEGIN = 1_000_000_000.0
SIGNS = {EventKind.ELEMENT_ENTERED: "+", EventKind.ELEMENT_COMPLETED: "-", EventKind.ELEMENT_CANCELLED: "~"}
STATES = {
    EventKind.INSTANCE_COMPLETED: "completed",
    EventKind.INSTANCE_CANCELLED: "cancelled",
    EventKind.INSTANCE_FAILED: "failed",
}


@dataclass
class Player:
    """Plays a case on our engine, and tells what happened in the referee's words."""

    plan: Plan
    limits: Limits = DEFAULT_LIMITS
    now: float = BEGIN
    log: list[str] = field(default_factory=list)
    begun: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    instances: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine = Engine([self.plan], lambda: self.now, self._note, limits=self.limits)

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
        return {"steps": [self.take(step) for step in steps], "instances": list(map(self.end, self.instances))}

    def end(self, instance: str) -> dict[str, Any]:
        """How an instance has ended, or stands."""
        found = {name: value for name, value in self.instances[instance].items() if value}
        return found | {"variables": self.engine.variables(instance)}

    def take(self, step: Mapping[str, Any]) -> dict[str, Any]:
        """What happened at one step."""
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
            case {"miss": seconds}:
                self._miss(seconds)
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

    def _miss(self, seconds: float) -> None:
        """Time passes while nobody serves the engine; then whatever is due fires."""
        self.now += seconds
        while (due := self.engine.due()) is not None and due <= self.now:
            self.engine.fire_due()
            self._go()

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
