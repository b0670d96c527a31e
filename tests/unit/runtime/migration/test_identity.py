"""A migration to a version that is the same changes nothing, wherever in a run it happens."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from procos_studio.compiler import Plan
from procos_studio.runtime.engine import Engine, Limits
from procos_studio.runtime.engine.rows import Key, apply
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.plan import check_plan
from procos_studio.runtime.migration.proposal import propose
from procos_studio.runtime.migration.rewriting import Rewriting
from tests.unit.runtime.runnable import plan_of

FEW = Limits(moves=5_000, depth=10, alive=1_000, instances=50)
NAMES = ("x", "input", "approved", "test", "count", "list")
VALUES: tuple[Any, ...] = (0, 1, "a", True, ["x", "y"], None)


class Life:
    """An engine whose rows are kept beside it."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.now, self.rows = plan, 1_000.0, dict[Key, Any]()
        self.open: dict[str, Any] = {}
        self.engine = Engine([plan], lambda: self.now, limits=FEW, is_durable=True)

    def go(self, budget: float) -> None:
        self.engine.advance(budget)
        self.open |= {work.id: work for work in self.engine.take_work()}
        for gone in self.engine.take_cancelled():
            self.open.pop(gone, None)
        apply(self.rows, self.engine.changes())
        self.rows = {key: json.loads(json.dumps(value)) for key, value in self.rows.items()}

    def act(self, chance: random.Random) -> None:
        if self.open and chance.random() < 0.6:
            key = chance.choice(sorted(self.open))
            del self.open[key]
            self.engine.complete(key, {chance.choice(NAMES): chance.choice(VALUES)})
        elif (due := self.engine.due()) is not None:
            self.now = max(self.now, due)
            self.engine.fire_due()


def test_a_migration_to_the_same_changes_no_row(corpus_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # so that much is on its way when it is looked at
    monkeypatch.setattr("procos_studio.runtime.engine.turns._MOVES", 3)
    plan = plan_of(corpus_file, b"one")
    chance = random.Random(corpus_file.stem)
    life = Life(plan)
    for process in plan.processes:
        for node in process.nodes:
            if node.kind == "startEvent" and node.parent < 0:
                life.engine.start(process.id, {name: chance.choice(VALUES) for name in NAMES}, "key", node.id)
    for step in range(12):
        life.go(0.0)
        if step % 3 == 0:
            _migrate_all(life)
            life.act(chance)


def _migrate_all(life: Life) -> None:
    """Send every instance to a plan that differs by its digest alone, and let it wait for what that says."""
    other = replace(life.plan, source=b"other")
    changed = dict(life.rows)
    for instance in life.engine.instances.values():
        elements = Elements(instance.process.plan)
        plan = propose(elements, elements, ("p:1", "p:2"))
        assert not check_plan(plan, elements, elements)
        assert dict(plan.elements) == {name: name for name in elements.names}
        rewriting = Rewriting(plan, elements, elements, other.digest)
        mine = [(key, value) for key, value in life.rows.items() if key[0] == instance.id]
        rows = rewriting.rows(mine)
        assert rewriting.problems == []
        head = (instance.id, instance.id, "instance", "")
        assert {**dict(rows), head: None} == {**dict(mine), head: None}
        changed |= dict(rows)
    engine = Engine([other], lambda: life.now, limits=FEW, is_durable=True)
    engine.restore(changed.items(), [life.plan])
    for instance in list(engine.instances):
        engine.rearm(instance)
    after = dict(changed)
    apply(after, engine.changes())
    assert _without_turns(after) == _without_turns(changed)


def _without_turns(rows: dict[Key, Any]) -> dict[Key, Any]:
    """An instance that migrates has a turn, whatever it waits for."""
    found = {key: json.loads(json.dumps(value)) for key, value in rows.items()}
    for key, value in found.items():
        if key[2] in ("instance", "engine"):
            value |= {"turn": 0, "turns": 0}
    return found
