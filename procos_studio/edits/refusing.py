"""Refusing: how an edit says no, and the texts that no file can hold."""

from __future__ import annotations

from typing import TypeVar

from procos_studio.library.shape import UNSTORABLE
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.problems import Refused, error

E = TypeVar("E", bound=Element)
LONGEST = 64 * 1024
"""The most characters of one text: a reader refuses longer attributes."""


def refused(message: str, *elements: str, hint: str = "") -> Refused:
    """The exception that says why an edit cannot be made, about `elements`."""
    return Refused(error("edit.refused", message, *elements, hint=hint))


def known(diagram: Diagram, key: str, kind: type[E], what: str = "element") -> E:
    """The element of this record class; Refused where the diagram has none of it (any more)."""
    found = diagram.find(key, kind)
    if found is None:
        raise refused(f"There is no {what} “{key[:60]}” in this diagram.", key, hint="It may have been deleted.")
    return found


def storable(text: str, key: str) -> str:
    """The text with its line ends made plain; Refused where XML cannot hold it or it is too long."""
    if UNSTORABLE.search(text):
        raise refused("The text holds a control character, which XML cannot store.", key, hint="Delete it.")
    if len(text) > LONGEST:
        raise refused("The text is longer than 64 kB.", key, hint="Keep it in a file or a variable instead.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
