"""Templates: whether a `block.json` is an element template for Camunda 7 as we read it, and where it is not.

Source: Camunda's JSON schema for element templates 0.22, as far as a block uses it; `metadata.procos` is ours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from procos_studio.library.bindings import BINDINGS
from procos_studio.library.definition import TYPES

Faults = Iterator["Fault"]


class Fault(NamedTuple):
    """One thing wrong in a template: where (`properties[3].binding`, `""` for all of it), and what."""

    place: str
    message: str


_QUALIFIED = re.compile(r"\w+:\w+")
_TYPES_OF: Mapping[str, frozenset[str]] = {
    "property": frozenset({"String", "Text", "Hidden", "Dropdown", "Boolean"}),
    "camunda:property": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:outputParameter": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:in:businessKey": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:inputParameter": frozenset({"String", "Text", "Hidden", "Dropdown"}),
}
"""Which property types each binding of an element template takes."""

_NEEDS: Mapping[str, str] = {
    "property": "name",
    "camunda:property": "name",
    "camunda:inputParameter": "name",
    "camunda:outputParameter": "source",
    "procos:extension": "name",
    "procos:timer": "name",
    "procos:definition": "name",
    "procos:root": "name",
    "procos:loop": "name",
    "procos:loopOption": "name",
    "procos:parameters": "name",
    "procos:variables": "name",
    "procos:allVariables": "name",
    "procos:process": "name",
    "procos:dataObject": "name",
}
_SHAPE: Mapping[str, type | tuple[type, ...]] = {
    "$schema": str,
    "name": str,
    "id": str,
    "version": int,
    "description": str,
    "keywords": list,
    "appliesTo": list,
    "elementType": dict,
    "groups": list,
    "properties": list,
    "metadata": dict,
    "entriesVisible": bool,
    "isDefault": bool,
    "deprecated": (bool, dict),
    "documentationRef": str,
}
_PROPERTY: Mapping[str, type | tuple[type, ...]] = {
    "id": str,
    "label": str,
    "type": str,
    "value": (str, bool, int, float),
    "description": str,
    "group": str,
    "placeholder": str,
    "editable": bool,
    "choices": list,
    "constraints": dict,
    "binding": dict,
}
_CONSTRAINTS: Mapping[str, type | tuple[type, ...]] = {
    "notEmpty": bool,
    "minLength": int,
    "maxLength": int,
    "pattern": (str, dict),
}
_OURS: Mapping[str, type | tuple[type, ...]] = {
    "icon": str,
    "hue": str,
    "pdeKind": str,
    "event": str,
    "palette": int,
    "placeable": bool,
    "describes": bool,
    "size": list,
    "face": list,
    "documentation": str,
    "parameters": list,
}
_REFINED: Mapping[str, type | tuple[type, ...]] = {
    "id": str,
    "type": str,
    "minimum": (int, float),
    "maximum": (int, float),
    "unit": str,
    "language": str,
    "absent": str,
    "required": bool,
    "visibleIf": dict,
}
_OWN = {**_PROPERTY, **_REFINED}
PDE_KINDS = frozenset({"", "general", "ai", "integration", "meta"})


def faults(data: Any) -> list[Fault]:
    """Everything wrong with a parsed `block.json`; none means that a block can be made of it."""
    if not isinstance(data, dict):
        return [Fault("", "has to be a JSON object")]
    found = list(_shaped(data, _SHAPE, "", ("name", "id", "version", "appliesTo", "properties")))
    return found or [*_head(data), *_properties(data), *_metadata(data)]


def _shaped(
    data: Mapping[str, Any],
    shape: Mapping[str, type | tuple[type, ...]],
    place: str,
    needed: Collection[str] = (),
) -> Faults:
    """Unknown keys, missing keys, and values of the wrong JSON type."""
    for key, found in data.items():
        if key not in shape:
            yield Fault(_at(place, key), "is not known")
        elif not _is(found, shape[key]):
            yield Fault(_at(place, key), f"has to be {_named(shape[key])}")
    for key in needed:
        if key not in data:
            yield Fault(_at(place, key), "is missing")


def _is(found: Any, wanted: type | tuple[type, ...]) -> bool:
    """JSON's types: a boolean is no number."""
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    if isinstance(found, bool):
        return bool in kinds
    return isinstance(found, kinds) and not (isinstance(found, float) and not math.isfinite(found))


def _named(wanted: type | tuple[type, ...]) -> str:
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    names |= {list: "a list", dict: "an object"}
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    return " or ".join(dict.fromkeys(names[kind] for kind in kinds))


def _at(place: str, key: str | int) -> str:
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if place else key


def _head(data: Mapping[str, Any]) -> Faults:
    for key in ("name", "id"):
        if not data[key].strip():
            yield Fault(key, "is empty")
    yield from _texts(data.get("keywords", []), "keywords")
    yield from _texts(data["appliesTo"], "appliesTo")
    for place, name in (("appliesTo", item) for item in data["appliesTo"] if isinstance(item, str)):
        if not _QUALIFIED.fullmatch(name):
            yield Fault(place, f"has “{name}”; it has to be like bpmn:Task")
    if not data["appliesTo"]:
        yield Fault("appliesTo", "is empty")
    if "elementType" in data:
        yield from _element_type(data["elementType"])
    for number, group in enumerate(data.get("groups", [])):
        place = _at("groups", number)
        if isinstance(group, dict):
            yield from _shaped(group, {"id": str, "label": str}, place, ("id", "label"))
        else:
            yield Fault(place, "has to be an object")


def _element_type(found: Mapping[str, Any]) -> Faults:
    wrong = list(_shaped(found, {"value": str}, "elementType", ("value",)))
    yield from wrong
    if not wrong and not _QUALIFIED.fullmatch(found["value"]):
        yield Fault("elementType.value", "has to be like bpmn:ServiceTask")


def _texts(items: list[Any], place: str) -> Faults:
    for number, item in enumerate(items):
        if not isinstance(item, str):
            yield Fault(_at(place, number), "has to be a text")


def _properties(data: Mapping[str, Any]) -> Faults:
    groups = {group["id"] for group in data.get("groups", []) if isinstance(group, dict) and "id" in group}
    for number, item in enumerate(data["properties"]):
        place = _at("properties", number)
        if not isinstance(item, dict):
            yield Fault(place, "has to be an object")
            continue
        wrong = list(_shaped(item, _PROPERTY, place, ("binding",)))
        yield from wrong or [*_common(item, place, groups), *_template_type(item, place)]


def _common(item: Mapping[str, Any], place: str, groups: Collection[str]) -> Faults:
    """What template properties and parameters of our own share."""
    yield from _choices(item, place)
    yield from _constraints(item, place)
    if item.get("group", "") and item["group"] not in groups:
        yield Fault(_at(place, "group"), f"“{item['group']}” is not among the groups")
    binding, at = item["binding"], _at(place, "binding")
    shape = dict.fromkeys(("type", "name", "source", "scriptFormat"), str)
    wrong = list(_shaped(binding, shape, at, ("type",)))
    yield from wrong
    if wrong:
        return
    if binding["type"] not in BINDINGS:
        yield Fault(_at(at, "type"), f"“{binding['type']}” is not known; known are {', '.join(BINDINGS)}")
    elif (needed := _NEEDS.get(binding["type"], "")) and not binding.get(needed):
        yield Fault(_at(at, needed), "is missing")


def _choices(item: Mapping[str, Any], place: str) -> Faults:
    if item.get("type") in ("Dropdown", "choice") and not item.get("choices"):
        yield Fault(_at(place, "choices"), "is missing")
    for number, choice in enumerate(item.get("choices", [])):
        at = _at(_at(place, "choices"), number)
        if isinstance(choice, dict):
            yield from _shaped(choice, {"name": str, "value": str}, at, ("name", "value"))
        else:
            yield Fault(at, "has to be an object")


def _constraints(item: Mapping[str, Any], place: str) -> Faults:
    found, at = item.get("constraints", {}), _at(place, "constraints")
    yield from _shaped(found, _CONSTRAINTS, at)
    pattern = found.get("pattern", "")
    if isinstance(pattern, dict):
        yield from _shaped(pattern, {"value": str, "message": str}, _at(at, "pattern"), ("value",))
        pattern = pattern.get("value", "")
    try:
        re.compile(pattern if isinstance(pattern, str) else "")
    except re.error as failure:
        yield Fault(_at(at, "pattern"), f"is no pattern: {failure}")


def _template_type(item: Mapping[str, Any], place: str) -> Faults:
    kind, binding = item.get("type", "String"), item["binding"].get("type", "")
    if binding not in _TYPES_OF:
        yield Fault(_at(place, "binding"), "belongs under metadata.procos.parameters, Camunda does not know it")
    elif kind not in _TYPES_OF[binding]:
        wanted = ", ".join(sorted(_TYPES_OF[binding]))
        yield Fault(_at(place, "type"), f"is “{kind}”; with {binding} it has to be one of {wanted}")
    if kind not in ("String", "Text") and "placeholder" in item:
        yield Fault(_at(place, "placeholder"), "is for String and Text only")
    if not isinstance(item.get("value", ""), (str, bool)):
        yield Fault(_at(place, "value"), "has to be a text or true or false")


def _metadata(data: Mapping[str, Any]) -> Faults:
    ours, place = data.get("metadata", {}).get("procos", {}), "metadata.procos"
    if not isinstance(ours, dict):
        yield Fault(place, "has to be an object")
        return
    wrong = list(_shaped(ours, _OURS, place))
    yield from wrong
    if wrong:
        return
    if ours.get("pdeKind", "") not in PDE_KINDS:
        yield Fault(_at(place, "pdeKind"), f"“{ours['pdeKind']}” is none of general, ai, integration, meta")
    size = ours.get("size", [1, 1])
    if len(size) != 2 or not all(_is(side, (int, float)) and 0 < side <= 10_000 for side in size):
        yield Fault(_at(place, "size"), "has to be a width and a height")
    yield from _parameters(data, ours.get("parameters", []), _at(place, "parameters"))


def _parameters(data: Mapping[str, Any], items: list[Any], place: str) -> Faults:
    groups = {group["id"] for group in data.get("groups", []) if isinstance(group, dict) and "id" in group}
    named = {item.get("id") for item in data["properties"] if isinstance(item, dict)}
    for number, item in enumerate(items):
        at = _at(place, number)
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            yield Fault(at, "has to be an object with an id")
        elif item["id"] in named:
            yield from _shaped(item, _REFINED, at)
            yield from _refined(item, at)
        else:
            wrong = list(_shaped(item, _OWN, at, ("label", "binding")))
            yield from wrong or [*_common(item, at, groups), *_refined(item, at)]


def _refined(item: Mapping[str, Any], place: str) -> Faults:
    if item.get("type", "string") not in TYPES:
        yield Fault(_at(place, "type"), f"“{item['type']}” is none of {', '.join(sorted(TYPES))}")
    wanted = item.get("visibleIf", {})
    for name, known in wanted.items() if isinstance(wanted, dict) else ():
        if not isinstance(known, list) or not all(isinstance(value, str) for value in known):
            yield Fault(_at(_at(place, "visibleIf"), name), "has to be a list of texts")
