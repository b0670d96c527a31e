"""Binding to the fields of a generated form (`camunda:formData`), as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from procos_studio.library.bindings.binding import dialect, extension, is_extension, refuse
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

TYPES = ("string", "long", "boolean", "date", "enum")
"""The types of form fields that Camunda 7 knows."""

_KEYS = frozenset({"id", "label", "type", "default", "required", "choices"})


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """JSON list of `{id, label, type, default, required, choices: [{id, name}]}`; what is not set is left out."""
    form = extension(element, "formData")
    fields = [_read_field(child) for child in form.children if is_extension(child.tag, "formField")] if form else []
    return json.dumps(fields, ensure_ascii=False) if fields else None


def _read_field(field: Xml) -> dict[str, Any]:
    choices = [child for child in field.children if is_extension(child.tag, "value")]
    said: dict[str, Any] = {
        "id": field.get("id"),
        "label": field.get("label"),
        "type": field.get("type"),
        "default": field.get("defaultValue"),
        "required": any(_is_required(child) for child in _constraints(field)),
        "choices": [{"id": child.get("id"), "name": child.get("name")} for child in choices],
    }
    return {key: value for key, value in said.items() if value}


def _constraints(field: Xml) -> tuple[Xml, ...]:
    found = next((child for child in field.children if is_extension(child.tag, "validation")), None)
    return found.children if found else ()


def _is_required(constraint: Xml) -> bool:
    return constraint.get("name") == "required" and constraint.get("config") != "false"


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Make the form; what a field of the same id holds besides (properties, other constraints) stays."""
    fields = parse(text)
    if fields is None:
        raise refuse(parameter, "is no list of fields.", 'Write it like [{"id": "amount", "type": "long"}].')
    space = dialect(element)
    form = extension(element, "formData") or Xml(clark(space, "formData"))
    known = {child.get("id"): child for child in form.children}
    made = [_field(known.get(field["id"]), field, space) for field in fields]
    others = [child for child in form.children if not is_extension(child.tag, "formField")]
    tx.put(_with_form(element, form, form.with_children(*made, *others) if made or others else None))


def _with_form(element: Element, before: Xml, after: Xml | None) -> Element:
    if after is None:
        return element.without_extension(before.tag)
    return element.with_extension(after)


def parse(text: str) -> list[dict[str, Any]] | None:
    """The fields that the text spells, with known keys and an id each; None where it does not."""
    if not text.strip():
        return []
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, list) and all(_is_field(field) for field in fields) else None


def _is_field(field: Any) -> bool:
    if not isinstance(field, dict) or not field.keys() <= _KEYS or not field.get("id"):
        return False
    texts = all(isinstance(field.get(key, ""), str) for key in ("id", "label", "type", "default"))
    choices = field.get("choices", [])
    return texts and isinstance(choices, list) and all(_is_choice(choice) for choice in choices)


def _is_choice(choice: Any) -> bool:
    return (
        isinstance(choice, dict)
        and choice.keys() <= {"id", "name"}
        and bool(choice.get("id"))
        and all(isinstance(value, str) for value in choice.values())
    )


def _field(before: Xml | None, field: Mapping[str, Any], space: str) -> Xml:
    holder = before or Xml(clark(space, "formField"))
    values = {"label": field.get("label"), "type": field.get("type", "string"), "defaultValue": field.get("default")}
    said = holder.with_attributes(id=field["id"], **{name: value or None for name, value in values.items()})
    kept = [child for child in holder.children if child.kind not in ("value", "validation")]
    return said.with_children(*kept, *_validation(holder, field, space), *_choices(field, space))


def _validation(holder: Xml, field: Mapping[str, Any], space: str) -> list[Xml]:
    others = [item for item in _constraints(holder) if item.get("name") != "required"]
    needed = Xml(clark(space, "constraint"), {"name": "required", "config": "true"})
    constraints = [*others, needed] if field.get("required") is True else others
    found = next((child for child in holder.children if child.kind == "validation"), Xml(clark(space, "validation")))
    return [replace(found, children=tuple(constraints))] if constraints else []


def _choices(field: Mapping[str, Any], space: str) -> list[Xml]:
    tag = clark(space, "value")
    return [Xml(tag, {"id": choice["id"], "name": choice.get("name", "")}) for choice in field.get("choices", [])]
