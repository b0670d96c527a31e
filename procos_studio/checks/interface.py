"""Interface: what a subsystem takes from the variables around it, and what it leaves to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from procos_studio.bpmn.variables import locals_of, reads, sets
from procos_studio.checks.variables import upstream
from procos_studio.library.bindings import structured
from procos_studio.library.bindings.binding import extension
from procos_studio.library.drafting import INPUT, OUTPUT, Form
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import DataElement, FlowNode, SequenceFlow
from procos_studio.model.xml import Xml

_IMPLICIT = frozenset(
    {"execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"}
)
"""What an engine gives by itself."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The door of a subsystem.

    `inputs` are the names that it reads, with the text that gives each its value today; what it may overwrite is among
    them. `results` are the variables that it leaves, with the expression over its own variables that gives each; where
    somebody reads some of what it sets, only those. `written` are all variables that its parts set. Inputs and outputs
    that the subsystem has already are kept as they are; `forms` says which of them are a script, a list or a map, by
    their binding and name: their text is the script, or JSON.
    """

    inputs: Mapping[str, str]
    results: Mapping[str, str]
    written: tuple[str, ...]
    forms: Mapping[tuple[str, str], Form] = field(default_factory=dict)


def interface(diagram: Diagram, key: str) -> Interface:
    """The interface of a sub-process, in the order in which its parts name the variables."""
    mapped = {bound: dict(_mapped(diagram, key, bound.partition(":")[2])) for bound in (INPUT, OUTPUT)}
    taken, given = ({name: text for name, (text, _) in mapped[bound].items()} for bound in (INPUT, OUTPUT))
    own = locals_of(diagram[key])
    written = tuple(name for name in _written(diagram, key) if name not in own)
    before = _set_before(diagram, key)
    asked = (*_needed(diagram, key), *(name for name in written if name in before))
    inputs = {name: f"${{{name}}}" for name in asked if name not in own | _IMPLICIT}
    around = _read_outside(diagram, key)
    shown = [name for name in written if name in around] if given or around.intersection(written) else written
    forms = {(bound, name): form for bound in mapped for name, (_, form) in mapped[bound].items() if form is not None}
    return Interface({**taken, **inputs}, {**{name: f"${{{name}}}" for name in shown}, **given}, written, forms)


def _mapped(diagram: Diagram, key: str, local: str) -> Iterator[tuple[str, tuple[str, Form | None]]]:
    """The inputs or outputs of an element, each with its text and, where that is no plain one, its form."""
    holder = extension(diagram[key], "inputOutput")
    for item in holder.children if holder else ():
        if item.kind == local and item.get("name"):
            yield item.get("name"), _given(item)


def _given(item: Xml) -> tuple[str, Form | None]:
    inner = next((child for child in item.children if child.kind in ("list", "map", "script")), None)
    if inner is None:
        return item.text, None
    if inner.kind == "script":
        return inner.text.strip(), Form("code", inner.get("scriptFormat"))
    return structured.to_json(inner) or "", Form(inner.kind)


def _inside(diagram: Diagram, key: str) -> list[str]:
    return [item.id for item in diagram.walk(key) if item.id != key]


def _written(diagram: Diagram, key: str) -> dict[str, None]:
    """The variables that parts set and leave to the whole."""
    found: dict[str, None] = {}
    for part in _inside(diagram, key):
        hidden = _hidden(diagram, part, key)
        found.update((name, None) for name in sorted(sets(diagram[part])) if name not in hidden)
    return found


def _needed(diagram: Diagram, key: str) -> dict[str, None]:
    """The variables that a part may read before another part has set them."""
    inside = _inside(diagram, key)
    setters = {part: sets(diagram[part]) for part in inside}
    found: dict[str, None] = {}
    for part in inside:
        wanted = reads(diagram[part]) - _hidden(diagram, part, key)
        if wanted:
            before = upstream(diagram, part).intersection(inside)
            before |= {other for other in inside if isinstance(diagram[other], DataElement)}
            known = {name for other in before - {part} for name in setters[other]}
            found.update((name, None) for name in sorted(wanted - known))
    return found


def _hidden(diagram: Diagram, part: str, key: str) -> frozenset[str]:
    """The names that mean something of a smaller scope between a part and the subsystem."""
    found: frozenset[str] = frozenset()
    for element in diagram.ancestors(part):
        if element.id == key:
            break
        found |= locals_of(element)
    return found


def _set_before(diagram: Diagram, key: str) -> frozenset[str]:
    """The variables that may have a value when the subsystem is reached."""
    inside = {key, *_inside(diagram, key)}
    return frozenset(name for other in upstream(diagram, key) - inside for name in sets(diagram[other]))


def _read_outside(diagram: Diagram, key: str) -> frozenset[str]:
    inside = {key, *_inside(diagram, key)}
    others = (item for item in diagram.walk() if item.id not in inside)
    read = (reads(item) for item in others if isinstance(item, FlowNode | SequenceFlow))
    return frozenset(name for names in read for name in names)
