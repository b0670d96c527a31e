"""Instances of a process `p` in a store, with time and work in the test's hands, on their way to another version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.engine import Engine, Work
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.migrating import Migration, Outcome
from procos_studio.runtime.migration.plan import Instruction, MigrationPlan
from procos_studio.runtime.migration.proposal import propose
from procos_studio.runtime.reopening import compiled, read
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import Versions, deploy

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">'
    '<message id="m" name="paid" /><message id="n" name="sent" />'
    '<process id="p" isExecutable="true">'
)


def flows(text: str) -> str:
    """Sequence flows from lines such as `a > b > c`; their ids are `a-b`."""
    found = ""
    for line in text.split(";"):
        ends = [end.strip() for end in line.split(">")]
        for here, there in pairwise(ends):
            found += f'<sequenceFlow id="{here}-{there}" sourceRef="{here}" targetRef="{there}" />'
    return found


def plan_of(nodes: str, wires: str) -> Plan:
    text = f"{HEAD}{nodes}{flows(wires)}</process></definitions>"
    diagram = read_bytes(text.encode()).diagram
    found = compile_plan(diagram, "test", write_bytes(diagram))
    assert found.plan is not None, found.problems
    return found.plan


class Journey:
    """Every deed is stored at once, and every migration happens between two lives of the engine."""

    def __init__(self, store: Store) -> None:
        self.store, self.now = store, 1_000.0
        self.engine = Engine([], lambda: self.now, is_durable=True)
        self.work: dict[str, Work] = {}

    def deploy(self, nodes: str, wires: str) -> None:
        deploy(self.store, [plan_of(nodes, wires)], lambda: self.now)
        self.wake()

    def wake(self) -> None:
        reopened = read(self.store)
        plans = [*compiled(reopened.sources), *Versions(self.store).plans()]
        self._seq = self.store.last_seq()
        self.engine = Engine(plans, lambda: self.now, self._note, is_durable=True)
        self.engine.restore(reopened.rows)
        self._batch: list[RunEvent] = []
        self.work = {}
        self.go()

    def _note(self, kind: EventKind, instance: str, element: str, token: str, data: Mapping[str, Any]) -> None:
        self._seq += 1
        self._batch.append(RunEvent(self._seq, instance, kind, element, token, self.now, data))

    def go(self) -> None:
        self.engine.advance()
        self.work |= {work.id: work for work in self.engine.take_work()}
        for gone in self.engine.take_cancelled():
            self.work.pop(gone, None)
        self.store.commit(self._batch, self.engine.changes())
        self._batch = []

    def start(self, **variables: Any) -> str:
        instance = self.engine.start("p", variables)
        self.go()
        return instance

    def do(self, element: str, **results: Any) -> None:
        work = next(work for work in self.work.values() if work.element == element)
        del self.work[work.id]
        self.engine.complete(work.id, results)
        self.go()

    def fail(self, element: str) -> None:
        self.engine.fail(next(work.id for work in self.work.values() if work.element == element), "broken")
        self.go()

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.engine.fire_due()
        self.go()

    def message(self, name: str) -> str:
        taken = self.engine.message(name)
        self.go()
        return taken

    def migrate(
        self, nodes: str, wires: str, mapping: dict[str, str] | None = None, *, updates: bool = False, dry: bool = False
    ) -> list[Outcome]:
        """Deploy another version, and let all go there; over the proposal, `mapping` says what goes where."""
        source = Versions(self.store).find("p")
        deploy(self.store, [plan_of(nodes, wires)], lambda: self.now)
        target = Versions(self.store).find("p")
        migration = Migration(self.store, source, target, lambda: self.now)
        plan = propose(migration.source, migration.target, ("p:1", "p:2"))
        if mapping is not None:
            plan = MigrationPlan("p:1", "p:2", tuple(Instruction(*item) for item in mapping.items()))
        outcomes = list(migration.run(plan.updating() if updates else plan, migration.instances(), is_dry=dry))
        self.wake()
        return outcomes

    @property
    def open(self) -> list[str]:
        return sorted(work.element for work in self.work.values())

    @property
    def waits(self) -> list[tuple[str, str]]:
        """Element and kind of each token that waits."""
        return sorted((item.element, item.kind) for item in self.engine.waiting())

    def path(self, instance: str = "i1") -> list[str]:
        events = self.store.events(instance)
        return [event.element for event in events if event.kind is EventKind.ELEMENT_COMPLETED]


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    with Store(tmp_path / "runs.db") as store:
        yield Journey(store)


@pytest.fixture
def elements() -> Callable[[str, str], Elements]:
    """The elements of a process with these nodes and flows."""

    def of(nodes: str, wires: str) -> Elements:
        return Elements(plan_of(nodes, wires).processes[0])

    return of
