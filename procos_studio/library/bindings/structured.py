"""Lists and maps: JSON text <-> `camunda:list` and `camunda:map`, which is how the engines hold them."""

from __future__ import annotations

import json
import re
from typing import Any

from procos_studio.library.bindings.binding import is_extension
from procos_studio.library.definition import Parameter
from procos_studio.model.names import clark
from procos_studio.model.xml import Xml

_CONSTANT = re.compile(r"\$\{(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\}")
_DEEPEST = 20


def parse(parameter: Parameter, text: str) -> list[Any] | dict[str, Any] | None:
    """The list or map that the text spells as JSON; None where it is none (an expression, for example)."""
    wanted = dict if parameter.type == "map" else list
    try:
        value = json.loads(text, parse_constant=_refuse)
        fits = isinstance(value, wanted) and _depth(value) <= _DEEPEST
    except (ValueError, RecursionError):
        return None
    return value if fits else None


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(item) for item in inner), default=0)


def to_xml(value: list[Any] | dict[str, Any], namespace: str) -> Xml:
    """`camunda:list` or `camunda:map`; constants that are no text become `${}`, so that they keep their type."""
    if isinstance(value, list):
        return Xml(clark(namespace, "list"), children=tuple(_item(item, namespace) for item in value))
    entries = (held(Xml(clark(namespace, "entry"), {"key": key}), item, namespace) for key, item in value.items())
    return Xml(clark(namespace, "map"), children=tuple(entries))


def _item(value: Any, namespace: str) -> Xml:
    """A list holds lists and maps directly, and texts in `camunda:value`."""
    return (
        to_xml(value, namespace)
        if isinstance(value, (list, dict))
        else held(Xml(clark(namespace, "value")), value, namespace)
    )


def held(holder: Xml, value: Any, namespace: str) -> Xml:
    """The holder (a parameter, an entry, a `camunda:value`) of a value."""
    if isinstance(value, (list, dict)):
        return holder.with_children(to_xml(value, namespace))
    text = value if isinstance(value, str) else f"${{{json.dumps(value)}}}"
    return Xml(holder.tag, holder.attributes, text)


def as_value(text: str) -> str:
    """A number, `true` or `false` as the `${}` that gives it, so that it does not become a text; others as they are."""
    wrapped = f"${{{text.strip()}}}"
    return wrapped if _CONSTANT.fullmatch(wrapped) else text


def bare(text: str) -> str:
    """What `as_value` was given."""
    constant = _CONSTANT.fullmatch(text.strip())
    return constant[1] if constant else text


def to_json(item: Xml) -> str | None:
    """The JSON text of a `camunda:list` or `camunda:map`; None where it holds more than JSON (a script)."""
    if any(part.kind == "script" for part in item.walk()):
        return None
    return json.dumps(value_of(item), ensure_ascii=False)


def value_of(item: Xml) -> Any:
    """The JSON value in a list, a map, or what holds one of them or a text."""
    if is_extension(item.tag, "list"):
        return [value_of(child) for child in item.children]
    if is_extension(item.tag, "map"):
        return {entry.get("key"): value_of(entry) for entry in item.children}
    if item.children:
        return value_of(item.children[0])
    constant = _CONSTANT.fullmatch(item.text)
    return json.loads(constant[1]) if constant else item.text
