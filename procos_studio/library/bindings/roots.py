"""Bindings to messages, signals, errors and escalations, which stand at the root of the file and are shared."""

from __future__ import annotations

from procos_studio.library.bindings.binding import refuse
from procos_studio.library.bindings.events import definition, with_definition
from procos_studio.library.definition import Parameter, qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import Drawn, RootElement
from procos_studio.model.transaction import Transaction

IDENTITY = {"message": "name", "signal": "name", "error": "errorCode", "escalation": "escalationCode"}
"""The attribute by which the thing is told from others of its kind; two with the same are one."""

_BARE = frozenset({"id", *IDENTITY.values()})


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The attribute of the root element that the element, or its event definition, refers to."""
    kind, attribute = _bound(parameter)
    root = diagram.get(_reference(element, kind))
    return root.attributes.get(qualified(attribute)) if root else None


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Refer to the root element with this identity, made where there is none; other attributes change it in place.

    An element that only this one refers to is changed rather than left behind.
    """
    kind, attribute = _bound(parameter)
    current = diagram.get(_reference(element, kind))
    if attribute != IDENTITY[kind]:
        _describe(tx, parameter, current, attribute, text)
        return
    if current is not None and current.get(attribute) == text:
        return
    known = _find(diagram, kind, text) if text else None
    own = current if current is not None and not _is_shared(diagram, element, current.id) else None
    if known is None and text and own is not None:
        tx.put(_named(own, kind, text))
        return
    target = known or (_create(diagram, tx, kind, text) if text else None)
    _refer(diagram, tx, element, kind, target.get("id") if target else "")
    if own is not None and not own.content and own.attributes.keys() <= _BARE:
        tx.remove(own.id)


def _bound(parameter: Parameter) -> tuple[str, str]:
    """`message.name` names the kind of root element and its attribute."""
    kind, _, attribute = parameter.binding.name.partition(".")
    return kind, attribute


def _reference(element: Element, kind: str) -> str:
    found = definition(element)
    said = found.get(f"{kind}Ref") if found else element.get(f"{kind}Ref")
    return local_reference(said)


def _refer(diagram: Diagram, tx: Transaction, element: Element, kind: str, target: str) -> None:
    found, value = definition(element), target or None
    if found is None:
        tx.put(element.with_attributes(**{f"{kind}Ref": value}))
    else:
        tx.put(with_definition(element, found, found.with_attributes(**{f"{kind}Ref": value})))


def _find(diagram: Diagram, kind: str, identity: str) -> Element | None:
    roots = (root for root in diagram.children(diagram.root.id, RootElement) if root.kind == kind)
    return next((root for root in roots if root.get(IDENTITY[kind]) == identity), None)


def _create(diagram: Diagram, tx: Transaction, kind: str, identity: str) -> Element:
    key = tx.new_id(kind.capitalize())
    made = RootElement(key, bpmn(kind), diagram.root.id, {"id": key})
    return tx.add(_named(made, kind, identity))


def _named(root: Element, kind: str, identity: str) -> Element:
    """The element with an identity; a name that only repeated the old one follows."""
    attribute = IDENTITY[kind]
    follows = attribute != "name" and root.name in ("", root.get(attribute))
    return root.with_attributes(**{attribute: identity}, **({"name": identity} if follows else {}))


def _describe(tx: Transaction, parameter: Parameter, root: Element | None, attribute: str, text: str) -> None:
    if root is None:
        if text:
            raise refuse(parameter, "describes an error that has no code yet.", "Fill in the code first.")
        return
    tx.put(root.with_attribute_map({qualified(attribute): text or None}))


def _is_shared(diagram: Diagram, element: Element, root: str) -> bool:
    """Whether anything else in the file refers to the root element."""
    others = (other for other in diagram.elements.values() if not isinstance(other, Drawn) and other.id != element.id)
    return any(_names(other, root) for other in others)


def _names(element: Element, root: str) -> bool:
    if any(name.endswith("Ref") and local_reference(value) == root for name, value in element.attributes.items()):
        return True
    return any(
        local_reference(part.text) == root
        or any(name.endswith("Ref") and local_reference(value) == root for name, value in part.attributes.items())
        for detail in element.details
        if detail.tag != _EXTENSIONS
        for part in detail.walk()
    )


_EXTENSIONS = bpmn("extensionElements")
