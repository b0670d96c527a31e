"""Bindings to `camunda:in` and `camunda:out`: what a call activity passes in and takes back."""

from __future__ import annotations

import json
from collections.abc import Callable

from procos_studio.library.bindings.binding import dialect, is_extension, refuse
from procos_studio.library.bindings.structured import parse
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml


def read_mapping(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """JSON of target names to the variables or expressions that fill them."""
    found = [item for item in element.extensions if _maps(item, parameter.binding.name)]
    pairs = {item.get("target"): item.get("source") or item.get("sourceExpression") for item in found}
    return json.dumps(pairs, ensure_ascii=False) if pairs else None


def write_mapping(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Replace all single mappings of this direction; “all variables” and the business key stay."""
    pairs = parse(parameter, text) if text else {}
    if not isinstance(pairs, dict) or not all(isinstance(value, str) for value in pairs.values()):
        raise refuse(parameter, "is no table of names and values.", 'Write it like {"name": "variable"}.')
    space, local = dialect(element), parameter.binding.name
    made = [_mapping(space, local, target, source) for target, source in pairs.items()]
    _replace(tx, element, lambda item: _maps(item, local), made)


def _mapping(space: str, local: str, target: str, source: str) -> Xml:
    attribute = "sourceExpression" if "${" in source or "#{" in source else "source"
    return Xml(clark(space, local), {attribute: source, "target": target})


def read_all(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """Whether every variable passes."""
    return "true" if any(_passes_all(item, parameter.binding.name) for item in element.extensions) else None


def write_all(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Let every variable pass, or not."""
    local = parameter.binding.name
    made = [Xml(clark(dialect(element), local), {"variables": "all"})] if text == "true" else []
    _replace(tx, element, lambda item: _passes_all(item, local), made)


def read_business_key(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The business key of the called instance."""
    found = next((item for item in element.extensions if _names_key(item)), None)
    return found.get("businessKey") if found else None


def write_business_key(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set it."""
    made = [Xml(clark(dialect(element), "in"), {"businessKey": text})] if text else []
    _replace(tx, element, _names_key, made)


def _maps(item: Xml, local: str) -> bool:
    return is_extension(item.tag, local) and bool(item.get("target"))


def _passes_all(item: Xml, local: str) -> bool:
    return is_extension(item.tag, local) and item.get("variables") == "all"


def _names_key(item: Xml) -> bool:
    return is_extension(item.tag, "in") and "businessKey" in item.attributes


def _replace(tx: Transaction, element: Element, goes: Callable[[Xml], bool], made: list[Xml]) -> None:
    """The extensions for which `goes` holds make room for `made`, which stand where the first of them stood."""
    kept = [item for item in element.extensions if not goes(item)]
    at = next((index for index, item in enumerate(element.extensions) if goes(item)), len(kept))
    tx.put(element.with_extensions(*kept[:at], *made, *kept[at:]))
