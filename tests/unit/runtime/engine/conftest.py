"""A small stage: a process from a few lines, played on the engine alone, with time and work in the test's hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.engine import Engine, Limits, Work
from procos_studio.runtime.events import EventKind

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="definitions">'
)


def flows(text: str) -> str:
    """Sequence flows from lines such as `a > b` or `a > b ${x > 1}`; their ids are `a-b`."""
    found = ""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        ends, _, condition = line.partition("${")
        source, target = (end.strip() for end in ends.split(">", 1))
        escaped = condition.replace("&", "&amp;").replace("<", "&lt;")
        inside = f"<conditionExpression>${{{escaped}</conditionExpression>" if condition else ""
        found += (
            f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}">{inside}</sequenceFlow>'
        )
    return found


def compiled(nodes: str, wires: str = "", root: str = "") -> Plan:
    """The plan of a process `p`; `root` are elements beside it."""
    text = f'{HEAD}{root}<process id="p" name="P" isExecutable="true">{nodes}{flows(wires)}</process></definitions>'
    result = compile_plan(read_bytes(text.encode()).diagram)
    assert result.plan is not None, [str(problem) for problem in result.problems]
    return result.plan


class Stage:
    """An engine, its clock, the events that it told, and the work that it handed out."""

    def __init__(self, *plans: Plan, limits: Limits | None = None) -> None:
        self.now = 1_000.0
        self.plans = plans
        self.events: list[tuple[EventKind, str, str, str, dict[str, Any]]] = []
        self.engine = Engine(plans, lambda: self.now, self._note, **({"limits": limits} if limits else {}))
        self.work: list[Work] = []

    def _note(self, kind: EventKind, instance: str, element: str, token: str, data: dict[str, Any]) -> None:
        self.events.append((kind, instance, element, token, dict(data)))

    def start(self, process: str = "p", business_key: str = "", start_event: str = "", **variables: Any) -> str:
        """Start an instance and let it run to its waits."""
        instance = self.engine.start(process, variables, business_key, start_event)
        self.go()
        return instance

    def go(self) -> None:
        """Let everything run that can."""
        assert not self.engine.advance()
        self.work.extend(self.engine.take_work())
        gone = set(self.engine.take_cancelled())
        self.work = [work for work in self.work if work.id not in gone]

    def find(self, element: str) -> Work:
        """The first open work of an element."""
        return next(work for work in self.work if work.element == element)

    def do(self, element: str, **results: Any) -> None:
        """Complete the first open work of an element."""
        work = self.find(element)
        self.work.remove(work)
        self.engine.complete(work.id, results)
        self.go()

    def throw(self, element: str, code: str, message: str = "") -> None:
        """End the first open work of an element with a BPMN error."""
        work = self.find(element)
        self.work.remove(work)
        self.engine.throw(work.id, code, message)
        self.go()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, timer by timer."""
        until = self.now + seconds
        while (due := self.engine.due()) is not None and due <= until:
            self.now = max(due, self.now)
            self.engine.fire_due()
            self.go()
        self.now = until

    def message(self, name: str, **arguments: Any) -> str:
        """Send a message from outside."""
        taken = self.engine.message(name, **arguments)
        self.go()
        return taken

    def signal(self, name: str, **variables: Any) -> int:
        """Send a signal from outside."""
        count = self.engine.signal(name, variables)
        self.go()
        return count

    @property
    def open(self) -> list[str]:
        """The elements of the open work, sorted."""
        return sorted(work.element for work in self.work)

    def told(self, kind: EventKind, element: str | None = None) -> list[dict[str, Any]]:
        """The data of the events of a kind."""
        return [data for what, _, where, _, data in self.events if what is kind and element in (None, where)]

    def path(self, kind: EventKind = EventKind.ELEMENT_COMPLETED) -> list[str]:
        """The elements that completed (or what `kind` says), in order."""
        return [where for what, _, where, _, _ in self.events if what is kind]

    def ended(self, kind: EventKind = EventKind.INSTANCE_COMPLETED) -> list[str]:
        """The instances that ended in this way."""
        return [instance for what, instance, _, _, _ in self.events if what is kind]

    def waits(self) -> dict[str, str]:
        """What each element waits for."""
        return {item.element: item.kind for item in self.engine.waiting()}

    def balance(self) -> Mapping[str, int]:
        """Tokens that were entered but neither completed nor cancelled, by element."""
        left: dict[str, str] = {}
        for kind, _, element, token, _ in self.events:
            if kind is EventKind.ELEMENT_ENTERED:
                left[token] = element
            elif kind in (EventKind.ELEMENT_COMPLETED, EventKind.ELEMENT_CANCELLED):
                left.pop(token)
        return {element: list(left.values()).count(element) for element in left.values()}


@pytest.fixture
def play() -> Callable[..., Stage]:
    """Makes a stage for one process: nodes, flows, and root elements."""

    def make(nodes: str, wires: str = "", root: str = "", limits: Limits | None = None) -> Stage:
        return Stage(compiled(nodes, wires, root), limits=limits)

    return make


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """Compiles one process."""
    return compiled


@pytest.fixture
def stage() -> type[Stage]:
    """The stage for several plans."""
    return Stage
