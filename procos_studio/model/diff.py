"""Diff: what one edit changed, element by element, and how to turn it round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from procos_studio.model.elements import Element


class Change(NamedTuple):
    """One element before and after; None where it did not or does not exist."""

    before: Element | None
    after: Element | None


@dataclass(frozen=True)
class Diff:
    """The changes of one committed edit, by element key. Elements that ended as they began are not in it."""

    label: str
    changes: Mapping[str, Change]

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def added(self) -> tuple[str, ...]:
        """Keys of elements that came."""
        return tuple(key for key, change in self.changes.items() if change.before is None)

    @property
    def removed(self) -> tuple[str, ...]:
        """Keys of elements that went."""
        return tuple(key for key, change in self.changes.items() if change.after is None)

    @property
    def changed(self) -> tuple[str, ...]:
        """Keys of elements that stayed and are different."""
        return tuple(key for key, change in self.changes.items() if change.before and change.after)

    def reversed(self) -> Diff:
        """The diff that takes this one back."""
        swapped = {key: Change(after, before) for key, (before, after) in self.changes.items()}
        return Diff(self.label, swapped)
