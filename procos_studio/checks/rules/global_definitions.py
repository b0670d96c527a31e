"""Messages, signals, errors and escalations have names of their own and are used (bpmnlint: global)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import local_reference
from procos_studio.model.records import RootElement
from procos_studio.problems import Problem, warning

CODE = "event.global-definition"
_KINDS = frozenset({"message", "signal", "error", "escalation"})


def check(diagram: Diagram) -> Iterator[Problem]:
    """Two of one kind with one name are one thing for an engine; most probably a slip."""
    used = _used(diagram)
    seen: dict[tuple[str, str], str] = {}
    for element in diagram.children(diagram.root.id, RootElement):
        if element.kind not in _KINDS:
            continue
        name = element.name or element.get("errorCode") or element.get("escalationCode")
        if not name:
            yield warning(CODE, f"A {element.kind} has no name.", element.id, hint="Name it; engines match by name.")
        elif seen.setdefault((element.kind, name), element.id) != element.id:
            yield warning(CODE, f"Two {element.kind}s are called “{name}”.", element.id, hint="Use one of them.")
        if element.id not in used:
            yield warning(CODE, f"The {element.kind} “{element.label}” is not used.", element.id, hint="Delete it.")


def _used(diagram: Diagram) -> set[str]:
    used = {local_reference(value) for element in diagram.elements.values() for value in element.attributes.values()}
    for node in nodes(diagram):
        for detail in node.details:
            for part in detail.walk():
                used.update(local_reference(value) for value in part.attributes.values())
    for root in diagram.children(diagram.root.id, RootElement):
        for detail in root.details:
            used.update(local_reference(value) for part in detail.walk() for value in part.attributes.values())
    return used - {""}
