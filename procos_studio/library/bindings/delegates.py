"""Bindings of element templates to what Java code of a task is given and listens to: fields and listeners."""

from __future__ import annotations

from procos_studio.library.bindings.binding import dialect, is_extension
from procos_studio.library.definition import Binding, Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml


def read_field(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text or the expression of a field."""
    found = next((item for item in element.extensions if _is_field(item, parameter.binding)), None)
    if found is None:
        return None
    inner = next(iter(found.children), None)
    return inner.text if inner is not None else found.get("stringValue") or found.get("expression")


def write_field(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set it."""
    bound, space = parameter.binding, dialect(element)
    inner = Xml(clark(space, "expression" if bound.said("expression") else "string"), text=text)
    made = Xml(clark(space, "field"), {"name": bound.name}).with_children(inner) if text else None
    _put(tx, element, next((item for item in element.extensions if _is_field(item, bound)), None), made)


def read_listener(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """What a listener runs; one that is given is there with what it is given, for there may be several of a kind."""
    found = next((item for item in element.extensions if _is_listener(item, parameter)), None)
    return parameter.default if found is not None else None


def write_listener(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Add it, or take it out."""
    before = next((item for item in element.extensions if _is_listener(item, parameter)), None)
    if (before is None) is bool(text):
        _put(tx, element, before, _listener(element, parameter.binding, text) if text else None)


def _is_field(item: Xml, bound: Binding) -> bool:
    return is_extension(item.tag, "field") and item.get("name") == bound.name


def _is_listener(item: Xml, parameter: Parameter) -> bool:
    bound, kind = parameter.binding, parameter.binding.said("implementationType") or "class"
    if not is_extension(item.tag, "executionListener") or item.get("event") != bound.said("event"):
        return False
    if kind == "script":
        return any(inner.kind == "script" and inner.text == parameter.default for inner in item.children)
    return item.get(kind) == parameter.default


def _listener(element: Element, bound: Binding, text: str) -> Xml:
    space, kind = dialect(element), bound.said("implementationType") or "class"
    made = Xml(clark(space, "executionListener"), {"event": bound.said("event")})
    if kind != "script":
        return made.with_attributes(**{kind: text})
    return made.with_children(Xml(clark(space, "script"), {"scriptFormat": bound.script_format}, text))


def _put(tx: Transaction, element: Element, before: Xml | None, after: Xml | None) -> None:
    kept = [after if item is before else item for item in element.extensions]
    if before is None:
        kept.append(after)
    tx.put(element.with_extensions(*(item for item in kept if item is not None)))
