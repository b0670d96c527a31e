"""Steps: the drafts of a block that a person has gone through, to go back and forth between them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from procos_studio.library import BlockDefinition

_MOST = 500


class Steps:
    """Typing on in one field is one step; whatever comes, goes or moves is one of its own."""

    def __init__(self, block: BlockDefinition) -> None:
        self._drafts, self._at = [block], 0
        self._typed: tuple[str, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier draft."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a later one."""
        return self._at + 1 < len(self._drafts)

    def note(self, block: BlockDefinition) -> None:
        """The draft is this now."""
        now = self._drafts[self._at]
        if block == now:
            return
        typed = _typed(now, block)
        goes_on = bool(typed) and typed == self._typed and self.can_undo
        self._drafts[self._at if goes_on else self._at + 1 :] = [block]
        del self._drafts[:-_MOST]
        self._at, self._typed = len(self._drafts) - 1, typed

    def keep(self, block: BlockDefinition) -> None:
        """The draft of now was saved as this, which is no step."""
        self._drafts[self._at] = block
        self.settle()

    def settle(self) -> None:
        """What is typed from now on is another step."""
        self._typed = ()

    def undo(self) -> BlockDefinition:
        """The draft before, which is that of now."""
        return self._go(-1)

    def redo(self) -> BlockDefinition:
        """The draft after, which is that of now."""
        return self._go(1)

    def _go(self, by: int) -> BlockDefinition:
        self._at = max(0, min(len(self._drafts) - 1, self._at + by))
        self.settle()
        return self._drafts[self._at]


def _typed(before: BlockDefinition, after: BlockDefinition) -> tuple[str, ...]:
    """The one text in which two drafts differ, as its path; nothing where more is different."""
    changed = _changed(before, after) - {"id", "fixed", "face"}
    if changed != {"properties"}:
        return tuple(changed) if len(changed) == 1 else ()
    pairs = list(zip(before.properties, after.properties, strict=False))
    others = [(one, other) for one, other in pairs if one != other]
    if len(before.properties) != len(after.properties) or len(others) != 1 or others[0][0].id != others[0][1].id:
        return ()
    inner = _changed(*others[0])
    return (others[0][0].id, *inner) if len(inner) == 1 and inner <= _TEXTS else ()


_TEXTS = frozenset({"label", "default", "description", "placeholder", "unit", "group", "pattern", "pattern_hint"})


def _changed(before: Any, after: Any) -> set[str]:
    return {item.name for item in fields(before) if getattr(before, item.name) != getattr(after, item.name)}
