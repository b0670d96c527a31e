"""The engine's own rows, read back: counters, moves that are counted together, kept messages, timers that start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.limits import Budget
from procos_studio.runtime.engine.post import Letter
from procos_studio.runtime.engine.saved.fields import LARGEST, Damaged, Fields, number
from procos_studio.runtime.engine.saved.waits import restored_due

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.notes import Notes
    from procos_studio.runtime.engine.specs.process import ProcessSpec

Versions = Mapping[tuple[str, str], "ProcessSpec"]
"""Processes by the digest of their XML and their id."""


def restore_counters(engine: Engine, notes: Notes, value: object) -> None:
    """Go on counting where the engine was."""
    fields = Fields(value, "the engine")
    fields.whole("format")
    engine.starting.count, engine.tokens = fields.whole("instances"), fields.whole("tokens")
    engine.subscriptions.count, engine.turns.count = fields.whole("waits"), fields.whole("turns")
    notes.serials, notes.families = fields.whole("serials"), fields.whole("families")
    notes.letters = fields.whole("letters")
    fields.done()


def restored_family(name: str, moves: object) -> Budget:
    """What is counted for instances that started each other."""
    if type(moves) is not int or not 0 <= moves <= LARGEST:
        raise Damaged("the moves of a family")
    return Budget(moves, 0, number(name, "a family"))


def _letter(engine: Engine, name: str, value: object, versions: Versions) -> None:
    fields = Fields(value, "a kept message")
    letter = Letter(
        fields.text("name"),
        fields.map("payload"),
        fields.text("target"),
        fields.optional("business_key", str),
        fields.map("keys"),
        fields.optional("instance", str),
        fields.map("correlation"),
        number(name, "a kept message"),
    )
    fields.done()
    engine.post.kept.append(letter)


def _start(engine: Engine, name: str, value: object, versions: Versions) -> None:
    fields = Fields(value, "a timer that starts instances")
    spec = spec_of(versions, fields.text("process"), fields.text("digest"))
    node = spec.references.node(fields.text("node"))
    due = restored_due(fields.items("due"), fields.where)
    fields.done()
    if node not in spec.triggers:
        raise Damaged(fields.where)
    engine.starting.set(number(name, fields.where), due, spec, node)


OWN: Mapping[str, Callable[[Engine, str, Any, Versions], None]] = {"letter": _letter, "start": _start}
"""What reads which part."""


def spec_of(versions: Versions, process: str, digest: str) -> ProcessSpec:
    """A process as it was when its instances began. Raises Damaged where it is not known."""
    found = versions.get((digest, process))
    if found is None:
        raise Damaged(f"there is no process “{process[:60]}” in the diagram {digest[:12]}")
    return found
