"""Bindings of element templates to one `camunda:in` or `camunda:out`: a variable that is passed to or from a call."""

from __future__ import annotations

from procos_studio.library.bindings.binding import dialect, is_extension
from procos_studio.library.definition import Binding, Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml


def read_in(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """What is passed to the binding's target; whether all variables are, where it is about all."""
    found = _found(element, "in", parameter.binding)
    if found is None:
        return None
    return (found.get("source") or found.get("sourceExpression")) if parameter.binding.said("target") else "true"


def write_in(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Pass it."""
    bound = parameter.binding
    if target := bound.said("target"):
        kind = "sourceExpression" if bound.said("expression") else "source"
        made = {kind: text, "target": target}
    else:
        made = {"variables": "all"}
    _exchange(tx, element, "in", bound, made if text and text != "false" else {})


def read_out(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The variable that takes the binding's source; whether all are taken back, where it is about all."""
    found = _found(element, "out", parameter.binding)
    if found is None:
        return None
    return found.get("target") if _source(parameter.binding) else "true"


def write_out(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Take it back."""
    source = _source(parameter.binding)
    made = {**source, "target": text} if source else {"variables": "all"}
    _exchange(tx, element, "out", parameter.binding, made if text and text != "false" else {})


def _source(bound: Binding) -> dict[str, str]:
    if bound.source:
        return {"source": bound.source}
    expression = bound.said("sourceExpression")
    return {"sourceExpression": expression} if expression else {}


def _found(element: Element, local: str, bound: Binding) -> Xml | None:
    return next((item for item in element.extensions if is_extension(item.tag, local) and _is_it(item, bound)), None)


def _is_it(item: Xml, bound: Binding) -> bool:
    """Whether an extension is the one that a binding is about: that of its target, of its source, or of all."""
    if target := bound.said("target"):
        return item.get("target") == target
    if source := _source(bound):
        return all(item.get(name) == text for name, text in source.items())
    return item.get("variables") == "all" and (item.get("local") == "true") is (bound.said("variables") == "local")


def _exchange(tx: Transaction, element: Element, local: str, bound: Binding, made: dict[str, str]) -> None:
    before = _found(element, local, bound)
    local_only = {"local": "true"} if bound.said("variables") == "local" else {}
    after = Xml(clark(dialect(element), local), {**made, **local_only}) if made else None
    kept = [after if item is before else item for item in element.extensions]
    if before is None:
        kept.append(after)
    tx.put(element.with_extensions(*(item for item in kept if item is not None)))
