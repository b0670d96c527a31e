"""Reopening: what a new runtime has to know to go on with the instances that live in a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.store import Store

Rows = Sequence[tuple[Key, Any]]


class Reopened(NamedTuple):
    """The live rows of a store, and the XML of all diagrams that they need, by digest, the latest used last."""

    rows: Rows
    sources: dict[str, bytes]


def counters(store: Store) -> Rows:
    """What a run that begins anew goes on counting from; the instances of other runs stay asleep."""
    return [(key, value) for key, value in store.live("") if key[2] == "engine"]


def read(store: Store) -> Reopened:
    """Everything that lives. Raises Refused."""
    rows = list(store.live())
    return Reopened(rows, {digest: store.source(digest) for digest in _digests(rows)})


def _digests(rows: Rows) -> Iterable[str]:
    """The digests that instances and timers name; those of the instances that began last come last."""
    began = {key[0]: _whole(value, "serial") for key, value in rows if key[2] == "token" and key[0] == key[1]}
    named = [(began.get(key[0], 0), value) for key, value in rows if key[2] in ("instance", "start")]
    named.sort(key=lambda item: item[0])
    return {str(value.get("digest")): None for _, value in named if isinstance(value, dict)}


def _whole(value: Any, name: str) -> int:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, int) else 0


def compiled(sources: dict[str, bytes]) -> list[Plan]:
    """The plans of stored diagrams. Raises Refused where one cannot run any more."""
    return [_compiled(xml) for xml in sources.values()]


def _compiled(xml: bytes) -> Plan:
    found = compile_plan(read_bytes(xml).diagram, source=xml)
    if found.plan is None:
        raise Refused(found.problems)
    return found.plan
