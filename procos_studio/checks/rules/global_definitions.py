"""Messages, signals, errors and escalations have names of their own and are used (bpmnlint: global)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import local_reference
from procos_studio.model.records import RootElement
from procos_studio.problems import Problem, info, warning

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
            yield info(CODE, f"The {element.kind} “{element.label}” is not used.", element.id, hint="Delete it.")


def _used(diagram: Diagram) -> set[str]:
    """Every id that an attribute other than `id` names, in elements and in what belongs to them."""
    used: set[str] = set()
    for element in diagram.elements.values():
        used.update(_references(element.attributes))
        for detail in element.details:
            for part in detail.walk():
                used.update(_references(part.attributes))
                used.add(local_reference(part.text))
    return used - {""}


def _references(attributes: Mapping[str, str]) -> Iterator[str]:
    return (local_reference(value) for name, value in attributes.items() if name != "id")
