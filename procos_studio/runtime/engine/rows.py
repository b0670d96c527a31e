"""Rows: the form in which an engine's state leaves it and comes back: small JSON values, each under a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

FORMAT = 1
"""The version of the rows."""

Key = tuple[str, str, str, str]
"""Instance, token, part, name. `""` stands where a row belongs to no instance, or a part has only one row.

The parts of an instance's rows: `instance` (what is known once about it, with its root scope; the token is the
instance's id), `token` (an execution: a waiting token or an open scope), `variable` (by name), `items` (the list that a
loop goes over), `gathered` (what its passes gave, by number), `record` (a finished activity that can be undone, by
place). The parts of the engine's own rows: `engine` (version and counters), `letter` (a message that waits for a
receiver, by number), `start` (a timer that starts instances, by number), `family` (the moves counted together for
instances that started each other, by number).
"""


class Changes(NamedTuple):
    """What has changed since the last time; what is dropped is dropped before anything is put."""

    put: list[tuple[Key, Any]]
    dropped: list[Key]
    tokens: list[tuple[str, str]]
    instances: list[str]

    def __bool__(self) -> bool:
        return bool(self.put or self.dropped or self.tokens or self.instances)


NOTHING = Changes([], [], [], [])


def apply(rows: dict[Key, Any], changes: Changes) -> None:
    """Bring rows that were kept elsewhere up to date."""
    tokens, instances = set(changes.tokens), set(changes.instances)
    for key in [key for key in rows if key[0] in instances or key[:2] in tokens]:
        del rows[key]
    for key in changes.dropped:
        rows.pop(key, None)
    rows.update(changes.put)


Rows = Mapping[Key, Any] | Iterable[tuple[Key, Any]]
