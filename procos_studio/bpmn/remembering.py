"""Remembering: keeps what was read of an element for as long as that very record lives, for records never change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from procos_studio.model.elements import Element

T = TypeVar("T")


def per_record(read: Callable[[Element], T]) -> Callable[[Element], T]:
    """The same function, which reads each record once. What it gives must not be changed by who asks.

    Records are told apart by identity: they cannot be hashed, and to compare two takes as long as to read one.
    """
    known: dict[int, tuple[ref[Element], T]] = {}

    def forget(gone: ref[Element], at: int) -> None:
        found = known.get(at)
        # a newer record may be at the same address already
        if found is not None and found[0] is gone:
            del known[at]

    @wraps(read)
    def remembered(element: Element) -> T:
        at = id(element)
        found = known.get(at)
        if found is None or found[0]() is not element:
            found = known[at] = ref(element, lambda gone: forget(gone, at)), read(element)
        return found[1]

    return remembered
