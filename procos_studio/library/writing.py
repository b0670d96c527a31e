"""Writing: a BlockDefinition -> the element template that `reading` makes it of again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from procos_studio.library.definition import BlockDefinition, Parameter
from procos_studio.library.reading import TYPES, called, default_size
from procos_studio.library.template import TYPES_OF

_TEXTS = frozenset({"text", "code", "map", "list", "fields"})
_LARGE = frozenset({"property", "camunda:inputParameter", "camunda:field"})
"""The bindings at which a text of several lines may stand."""


def written(block: BlockDefinition) -> str:
    """The text of a block's `block.json`."""
    return json.dumps(template_of(block), ensure_ascii=False, indent=2) + "\n"


def template_of(block: BlockDefinition) -> dict[str, Any]:
    """The element template as JSON values. The folder in which it stands says the family."""
    kind = f"bpmn:{block.element[:1].upper()}{block.element[1:]}"
    labels = dict.fromkeys(parameter.group for parameter in block.properties if parameter.group)
    groups = {label: f"group-{number}" for number, label in enumerate(labels, 1)}
    plain = [item for item in block.properties if item.binding.type in TYPES_OF]
    made = {
        "name": block.name,
        "id": block.id,
        "version": block.version,
        "description": block.description,
        "keywords": list(block.keywords),
        "appliesTo": [kind],
        "elementType": {"value": kind},
        "groups": [{"id": name, "label": label} for label, name in groups.items()],
        "properties": [*map(_fixed, block.fixed), *(_property(item, groups) for item in plain)],
        "metadata": {"procos": _ours(block, groups)},
    }
    return {key: value for key, value in made.items() if value or key in ("properties", "name", "id")}


def _ours(block: BlockDefinition, groups: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "icon": block.icon,
        "hue": "" if block.hue == block.family else block.hue,
        "event": block.event,
        "palette": block.palette,
        "size": [] if block.size == default_size(block.element) else list(block.size),
        "pdeKind": block.pde_kind,
        "face": list(block.face),
        "documentation": block.documentation,
        "parameters": [more for item in block.properties if (more := _more(item, groups))],
    }
    turned_off = {name: False for name in ("placeable", "describes") if not getattr(block, name)}
    return {key: value for key, value in said.items() if value} | turned_off


def _fixed(parameter: Parameter) -> dict[str, Any]:
    named = {} if parameter.id == _bound(parameter) else {"id": parameter.id}
    label = {} if parameter.label == parameter.id else {"label": parameter.label}
    return {**named, **label, "type": "Hidden", "value": parameter.default, "binding": _binding(parameter)}


def _property(parameter: Parameter, groups: Mapping[str, str]) -> dict[str, Any]:
    """What element templates know of a parameter."""
    made = {
        "id": parameter.id,
        "label": parameter.label,
        "type": _template_type(parameter),
        "value": parameter.default,
        "description": parameter.description,
        "group": groups.get(parameter.group, ""),
        "placeholder": parameter.placeholder,
        "choices": [{"name": choice.name, "value": choice.value} for choice in parameter.choices],
        "constraints": _constraints(parameter),
    }
    if made["type"] not in ("String", "Text"):
        del made["placeholder"]
    return {key: value for key, value in made.items() if value} | {"binding": _binding(parameter)}


def _more(parameter: Parameter, groups: Mapping[str, str]) -> dict[str, Any]:
    """What they do not know: of a parameter that they know a refinement, else all of it."""
    said = {
        "type": parameter.type,
        "minimum": parameter.minimum,
        "maximum": parameter.maximum,
        "unit": parameter.unit,
        "language": parameter.language,
        "absent": parameter.absent,
        "visibleIf": {name: list(wanted) for name, wanted in parameter.visible_if.items()},
        "since": parameter.since if parameter.since != 1 else None,
        "formerly": parameter.formerly,
        "formerDefault": parameter.former_default,
        "typed": parameter.typed or None,
    }
    refined = {key: value for key, value in said.items() if value not in (None, "", {})}
    if parameter.binding.type not in TYPES_OF:
        return {**_property(parameter, groups), "placeholder": parameter.placeholder, **refined}
    if TYPES[_template_type(parameter)] == parameter.type:
        del refined["type"]
    if parameter.type != "choice" and parameter.choices:
        refined["type"] = parameter.type
    return {"id": parameter.id, **refined} if refined else {}


def _template_type(parameter: Parameter) -> str:
    if parameter.type == "flag" and parameter.binding.type == "property":
        return "Boolean"
    if parameter.choices:
        return "Dropdown"
    return "Text" if parameter.type in _TEXTS and parameter.binding.type in _LARGE else "String"


def _constraints(parameter: Parameter) -> dict[str, Any]:
    pattern: Any = parameter.pattern
    if parameter.pattern_hint:
        pattern = {"value": parameter.pattern, "message": parameter.pattern_hint}
    made = {
        "notEmpty": parameter.required,
        "minLength": parameter.min_length,
        "maxLength": parameter.max_length,
        "pattern": pattern,
    }
    return {key: value for key, value in made.items() if value}


def _binding(parameter: Parameter) -> dict[str, Any]:
    bound = parameter.binding
    said: dict[str, Any] = {"type": bound.type, "name": bound.name, "source": bound.source}
    said |= {"scriptFormat": bound.script_format, **dict(bound.more)}
    if bound.said("expression"):
        said["expression"] = True
    return {key: value for key, value in said.items() if value}


def _bound(parameter: Parameter) -> str:
    return called(_binding(parameter))
