"""A choreography or conversation: the file keeps it, but the studio neither shows nor runs it."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Collaboration
from procos_studio.problems import Problem, warning

CODE = "style.not-shown"
_CHOREOGRAPHIES = frozenset({"choreography", "globalChoreographyTask"})
_CONVERSATIONS = frozenset({"conversation", "subConversation", "callConversation"})


def check(diagram: Diagram) -> Iterator[Problem]:
    """One finding for each choreography, and for each collaboration with conversations."""
    for element in diagram.children(diagram.root.id, Element):
        if element.kind in _CHOREOGRAPHIES:
            yield _kept("choreography", element)
        elif isinstance(element, Collaboration) and any(item.kind in _CONVERSATIONS for item in element.details):
            yield _kept("conversation", element)


def _kept(what: str, element: Element) -> Problem:
    return warning(
        CODE,
        f"The {what} in “{element.label}” is kept in the file, but neither shown in full nor run.",
        element.id,
        hint="Draw pools that exchange messages to see and run it here.",
    )
