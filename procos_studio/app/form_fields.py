"""FormField: one question of a form, as a start event, a user task or an unset variable asks it, and its answers."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from procos_studio.model.elements import Element
from procos_studio.model.names import CAMUNDA, OPERATON, clark
from procos_studio.model.xml import Xml

_TYPES = {"long": "number", "integer": "number", "double": "number", "number": "number", "boolean": "boolean"}
_NAMESPACES = (CAMUNDA, OPERATON)


class Invalid(ValueError):
    """An answer that cannot be taken; its text says why."""


class FormField(NamedTuple):
    """One question. `type` is `string`, `number`, `boolean`, `enum`, `json` or `map`; `choices` are value and name.

    A `json` answer is any JSON value; text that is not JSON counts as a text, so that nobody has to type
    quotes. A `map` is a JSON object.
    """

    id: str
    label: str
    type: str = "string"
    default: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


def declared(element: Element) -> tuple[FormField, ...]:
    """The fields of an element's `camunda:formData`, in document order."""
    for namespace in _NAMESPACES:
        form = element.extension(clark(namespace, "formData"))
        if form is not None:
            return tuple(
                _declared(item, namespace) for item in form.all(clark(namespace, "formField")) if item.get("id")
            )
    return ()


def _declared(item: Xml, namespace: str) -> FormField:
    choices = tuple(
        (value.get("id"), value.get("name") or value.get("id")) for value in item.all(clark(namespace, "value"))
    )
    validation = item.child(clark(namespace, "validation"))
    rules = validation.all(clark(namespace, "constraint")) if validation else ()
    return FormField(
        item.get("id"),
        item.get("label") or item.get("id"),
        "enum" if choices else _TYPES.get(item.get("type"), "string"),
        item.get("defaultValue"),
        any(rule.get("name") == "required" for rule in rules),
        choices,
    )


def fields_of(form: Any) -> tuple[FormField, ...]:
    """The fields of a user task as its event tells them: a list of maps in the words of `camunda:formField`.

    `values` are the choices of an enum, `constraints` its rules by name, `value` what the field has at the moment.
    """
    items = form if isinstance(form, list | tuple) else ()
    return tuple(_told(item) for item in items if isinstance(item, Mapping) and item.get("id"))


def _told(item: Mapping[str, Any]) -> FormField:
    name = str(item["id"])
    values = item.get("values") or {}
    choices = tuple((str(value), str(label or value)) for value, label in values.items())
    default = item.get("value")
    return FormField(
        name,
        str(item.get("label") or name),
        "enum" if choices else _TYPES.get(str(item.get("type", "")), "string"),
        "" if default is None else shown(default),
        "required" in (item.get("constraints") or {}),
        choices,
    )


def shown(value: Any) -> str:
    """A JSON value as a line to edit: text as it is, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def parsed(field: FormField, text: str) -> Any:
    """The JSON value of an answer; None for an empty one that is not required. Raises Invalid."""
    if field.type == "boolean":
        return text == "true"
    if not text.strip():
        if field.required:
            raise Invalid("This is required.")
        return "" if field.type == "string" and field.default else None
    if field.type == "number":
        return _number(text)
    if field.type == "map":
        return _map(text)
    return _json(text) if field.type == "json" else text


def proposed(fields: Iterable[FormField]) -> dict[str, Any]:
    """The answers that the fields themselves propose. Raises Invalid where one has to be given by a person."""
    answers = {field.id: parsed(field, field.default) for field in fields}
    return {name: value for name, value in answers.items() if value is not None}


def _number(text: str) -> int | float:
    try:
        value = float(text.strip())
    except ValueError:
        raise Invalid("This is no number; write for example 12 or 1.5.") from None
    if not math.isfinite(value):
        raise Invalid("This number is too large.")
    return int(value) if value.is_integer() and "." not in text and "e" not in text.lower() else value


def _map(text: str) -> dict[str, Any]:
    value = _json(text)
    if not isinstance(value, dict):
        raise Invalid('This is no map of names and values; write for example {"amount": 5}.')
    return value


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=str)
    except (ValueError, RecursionError):
        return text
