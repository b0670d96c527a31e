"""Migrating: instances of a store go to another version of their process, each of them whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from procos_studio.compiler import Plan
from procos_studio.compiler.plan import Process
from procos_studio.expressions import ExpressionError
from procos_studio.problems import Problem, Refused, error
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.engine.rows import Changes, Key, apply
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.plan import MigrationPlan, check_plan
from procos_studio.runtime.migration.rewriting import Rewriting, Row
from procos_studio.runtime.reopening import compiled, read
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.store import SavedVersion, Store


class Outcome(NamedTuple):
    """What became of one instance, or would: from where to where its tokens went, or why they stay."""

    instance: str
    moved: Mapping[str, tuple[str, str]]
    problems: tuple[Problem, ...] = ()


class Migration:
    """Instances of one version on their way to another; nothing of the store changes before `commit`.

    Raises Refused where the store is in use or damaged.
    """

    def __init__(
        self,
        store: Store,
        source: SavedVersion,
        target: SavedVersion,
        clock: Callable[[], float],
        secrets: Secrets | None = None,
    ) -> None:
        store.own()
        self._store, self._clock, self._source, self._target = store, clock, source, target
        self._secrets = secrets or Secrets()
        self._secrets.adopt(store.nonce)
        reopened = read(store)
        self._rows = reopened.rows
        digests = dict.fromkeys((*reopened.sources, source.digest, target.digest))
        self._plans = compiled({digest: store.source(digest) for digest in digests})
        self.source = Elements(_process(self._plans, source))
        self.target = Elements(_process(self._plans, target))
        self._batch: list[RunEvent] = []
        self._seq = store.last_seq()
        # damaged rows are refused here, so that everything below may rely on them
        self._restored({})

    def instances(self) -> list[str]:
        """The instances of the source that live, in the order in which they began."""
        mine = (self._source.process, self._source.digest)
        alive = {key[0] for key, value in self._rows if key[2] == "instance" and _version(value) == mine}
        return [item.id for item in self._store.instances() if item.id in alive]

    def run(self, plan: MigrationPlan, chosen: Collection[str], *, is_dry: bool) -> Iterator[Outcome]:
        """Migrate the chosen instances, each in one transaction of its own; `is_dry` only tells what would happen.

        Raises Refused where the plan cannot be for any instance.
        """
        problems = check_plan(plan, self.source, self.target)
        if problems:
            raise Refused(problems)
        rewritten = {instance: self._rewritten(plan, instance) for instance in chosen}
        going = {instance: rows for instance, (rows, outcome) in rewritten.items() if not outcome.problems}
        engine = self._restored(going)
        for rows, outcome in rewritten.values():
            yield outcome if outcome.problems else self._arrive(engine, plan, rows, outcome, is_dry=is_dry)

    def _rewritten(self, plan: MigrationPlan, instance: str) -> tuple[list[Row], Outcome]:
        rewriting = Rewriting(plan, self.source, self.target, self._target.digest)
        rows = rewriting.rows(row for row in self._rows if row[0][0] == instance)
        return rows, Outcome(instance, rewriting.moved, tuple(rewriting.problems))

    def _restored(self, going: Mapping[str, Sequence[Row]]) -> Engine:
        """An engine in which all who can go have gone."""
        others = [row for row in self._rows if row[0][0] not in going]
        engine = Engine(self._plans, self._clock, self._record, secrets=self._secrets.stand_in, is_durable=True)
        engine.restore([*others, *(row for rows in going.values() for row in rows)])
        return engine

    def _arrive(
        self, engine: Engine, plan: MigrationPlan, rows: Sequence[Row], outcome: Outcome, *, is_dry: bool
    ) -> Outcome:
        """Let one instance wait for what the target says, and store it."""
        before = self._seq
        self._batch = []
        self._record(EventKind.INSTANCE_MIGRATED, outcome.instance, "", "", self._told(plan))
        try:
            engine.rearm(outcome.instance)
        except ExpressionError as failure:
            # what it has changed in the engine until then must not be stored with the next one
            self._seq = before
            engine.changes()
            hint = "Give the instance what the expression reads, or mend it in the target."
            words = f"What {plan.target} waits for has no value in {outcome.instance}: {failure}."
            return outcome._replace(problems=(error("migration.event", words, hint=hint),))
        if not is_dry:
            self._store.commit(self._batch, _together(outcome.instance, rows, engine.changes()))
        return outcome

    def _told(self, plan: MigrationPlan) -> dict[str, Any]:
        ids = {self.source.node(item.source).id: self.target.node(item.target).id for item in plan.instructions}
        return {
            "process": self._target.process,
            "definition": self._target.digest,
            "from": self._source.digest,
            "elements": {here: there for here, there in ids.items() if here != there},
        }

    def _record(self, kind: EventKind, instance: str, element: str, token: str, data: Mapping[str, Any]) -> None:
        self._seq += 1
        self._batch.append(RunEvent(self._seq, instance, kind, element, token, self._clock(), data))


def _together(instance: str, rows: Sequence[Row], changes: Changes) -> Changes:
    """The rows of an instance that takes the place of what it was, with what has changed in it since."""
    found: dict[Key, Any] = dict(rows)
    apply(found, changes)
    return Changes(list(found.items()), changes.dropped, changes.tokens, [instance, *changes.instances])


def _version(head: Any) -> tuple[str, str]:
    return (str(head.get("process")), str(head.get("digest"))) if isinstance(head, dict) else ("", "")


def _process(plans: Sequence[Plan], version: SavedVersion) -> Process:
    for plan in plans:
        for process in plan.processes:
            if (plan.digest, process.id) == (version.digest, version.process):
                return process
    hint = "Keep the file for a rescue."
    raise Refused(error("store.damaged", f"The diagram of “{version.process}” does not hold it.", hint=hint))
