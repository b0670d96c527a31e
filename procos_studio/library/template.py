"""Templates: whether a `block.json` is an element template for Camunda 7 as we read it, and where it is not.

Source: Camunda's JSON schema for element templates 0.22, as far as a block uses it; `metadata.procos` is ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import islice
from typing import Any

from procos_studio.library.bindings import BINDINGS
from procos_studio.library.definition import TYPES
from procos_studio.library.patterns import Unfit, compiled
from procos_studio.library.shape import UNSTORABLE, Fault, Faults, Kinds, below, is_kind, shaped

_QUALIFIED = re.compile(r"\w+:\w+")
_LONGEST_NAME, _MOST, _LAST_VERSION = 200, 300, 999_999_999
TYPES_OF: Mapping[str, frozenset[str]] = {
    "property": frozenset({"String", "Text", "Hidden", "Dropdown", "Boolean"}),
    "camunda:property": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:outputParameter": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:in:businessKey": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:in": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:out": frozenset({"String", "Hidden", "Dropdown"}),
    "camunda:inputParameter": frozenset({"String", "Text", "Hidden", "Dropdown"}),
    "camunda:field": frozenset({"String", "Text", "Hidden", "Dropdown"}),
    "camunda:executionListener": frozenset({"Hidden"}),
}
"""Which property types each binding of an element template takes; other bindings stand under `metadata.procos`."""

_NEEDS: Mapping[str, str] = {
    "property": "name",
    "camunda:property": "name",
    "camunda:inputParameter": "name",
    "camunda:outputParameter": "source",
    "camunda:field": "name",
    "camunda:executionListener": "event",
    "procos:extension": "name",
    "procos:timer": "name",
    "procos:definition": "name",
    "procos:root": "name",
    "procos:loop": "name",
    "procos:loopOption": "name",
    "procos:parameters": "name",
    "procos:results": "name",
    "procos:variables": "name",
    "procos:allVariables": "name",
    "procos:process": "name",
    "procos:dataObject": "name",
}
_NEEDS_ONE: Mapping[str, tuple[str, ...]] = {
    "camunda:in": ("target", "variables"),
    "camunda:out": ("source", "sourceExpression", "variables"),
}
_SHAPE: Mapping[str, Kinds] = {
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
    "icon": dict,
    "engines": dict,
    "category": dict,
}
_PROPERTY: Mapping[str, Kinds] = {
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
    "condition": dict,
}
_BINDING: Mapping[str, Kinds] = {
    "type": str,
    "name": str,
    "source": str,
    "scriptFormat": str,
    "target": str,
    "variables": str,
    "sourceExpression": str,
    "expression": bool,
    "event": str,
    "implementationType": str,
}
_CONDITION: Mapping[str, Kinds] = {
    "property": str,
    "type": str,
    "equals": (str, bool, int, float),
    "oneOf": list,
}
_CONSTRAINTS: Mapping[str, Kinds] = {
    "notEmpty": bool,
    "minLength": int,
    "maxLength": int,
    "pattern": (str, dict),
}
_OURS: Mapping[str, Kinds] = {
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
_REFINED: Mapping[str, Kinds] = {
    "id": str,
    "type": str,
    "minimum": (int, float),
    "maximum": (int, float),
    "unit": str,
    "language": str,
    "absent": str,
    "required": bool,
    "visibleIf": dict,
    "since": int,
    "formerly": str,
    "formerDefault": str,
    "typed": bool,
}
_OWN = {**_PROPERTY, **_REFINED}
PDE_KINDS = frozenset({"", "general", "ai", "integration", "meta"})


def faults(data: Any) -> list[Fault]:
    """Everything wrong with a parsed `block.json`; none means that a block can be made of it."""
    if not isinstance(data, dict):
        return [Fault("", "has to be a JSON object")]
    found = list(islice(_unstorable(data), 1))
    found = found or list(shaped(data, _SHAPE, "", ("name", "id", "appliesTo", "properties")))
    return found or [*_head(data), *_properties(data), *_metadata(data)]


def _unstorable(data: Any) -> Faults:
    """Texts that no diagram could hold, wherever they stand; without recursion, for a file may nest as it likes."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        place, found = waiting.pop()
        items = found.items() if isinstance(found, dict) else enumerate(found)
        for key, item in items:
            if isinstance(key, str) and UNSTORABLE.search(key):
                yield Fault(place, "holds a control character, which XML cannot store")
            elif isinstance(item, str) and UNSTORABLE.search(item):
                yield Fault(below(place, key), "holds a control character, which XML cannot store")
            elif isinstance(item, (dict, list)):
                waiting.append((below(place, key), item))


def _head(data: Mapping[str, Any]) -> Faults:
    for key in ("name", "id"):
        if not data[key].strip():
            yield Fault(key, "is empty")
        elif len(data[key]) > _LONGEST_NAME:
            yield Fault(key, f"is longer than {_LONGEST_NAME} characters")
    if re.search(r"\s", data["id"]):
        yield Fault("id", "holds a blank")
    if not 0 <= data.get("version", 0) <= _LAST_VERSION:
        yield Fault("version", f"has to be a number from 0 to {_LAST_VERSION}")
    if len(data["properties"]) > _MOST:
        yield Fault("properties", f"holds more than {_MOST} entries, more than a form could show")
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
        place = below("groups", number)
        if isinstance(group, dict):
            yield from shaped(group, {"id": str, "label": str}, place, ("id", "label"))
        else:
            yield Fault(place, "has to be an object")


def _element_type(found: Mapping[str, Any]) -> Faults:
    wrong = list(shaped(found, {"value": str}, "elementType", ("value",)))
    yield from wrong
    if not wrong and not _QUALIFIED.fullmatch(found["value"]):
        yield Fault("elementType.value", "has to be like bpmn:ServiceTask")


def _texts(items: list[Any], place: str) -> Faults:
    for number, item in enumerate(items):
        if not isinstance(item, str):
            yield Fault(below(place, number), "has to be a text")


def _properties(data: Mapping[str, Any]) -> Faults:
    groups, named = _ids(data.get("groups", [])), _ids(data["properties"])
    for number, item in enumerate(data["properties"]):
        place = below("properties", number)
        if not isinstance(item, dict):
            yield Fault(place, "has to be an object")
            continue
        wrong = list(shaped(item, _PROPERTY, place, ("binding",)))
        yield from wrong or [
            *_common(item, place, groups),
            *_template_type(item, place),
            *_condition(item, place, named),
        ]


def _common(item: Mapping[str, Any], place: str, groups: Collection[str]) -> Faults:
    """What template properties and parameters of our own share."""
    yield from _choices(item, place)
    yield from _constraints(item, place)
    if item.get("group", "") and item["group"] not in groups:
        yield Fault(below(place, "group"), f"“{item['group']}” is not among the groups")
    binding, at = item["binding"], below(place, "binding")
    wrong = list(shaped(binding, _BINDING, at, ("type",)))
    yield from wrong
    if wrong:
        return
    if binding["type"].startswith("zeebe:"):
        yield Fault(below(at, "type"), f"“{binding['type']}” is Camunda 8's; this studio writes for Camunda 7")
    elif binding["type"] not in BINDINGS:
        yield Fault(below(at, "type"), f"“{binding['type']}” is not known; known are {', '.join(BINDINGS)}")
    elif (needed := _NEEDS.get(binding["type"], "")) and not binding.get(needed):
        yield Fault(below(at, needed), "is missing")
    elif (any_of := _NEEDS_ONE.get(binding["type"], ())) and not any(binding.get(key) for key in any_of):
        yield Fault(at, f"has to have one of {', '.join(any_of)}")


def _condition(item: Mapping[str, Any], place: str, named: Collection[str]) -> Faults:
    """When a property counts: at a value of another one, or at one of several."""
    found, at = item.get("condition", {}), below(place, "condition")
    if found and item.get("type") == "Hidden":
        yield Fault(at, "is for what people set; what is Hidden always counts")
    every = found["allMatch"] if isinstance(found.get("allMatch"), list) else [found] if found else []
    for one in every:
        wrong = list(shaped(one, _CONDITION, at, ("property",))) if isinstance(one, dict) else [Fault(at, "is odd")]
        yield from wrong
        if wrong:
            return
        if one["property"] not in named:
            yield Fault(at, f"there is no property “{one['property']}”")
        if ("equals" in one) is ("oneOf" in one):
            yield Fault(at, "has to have either equals or oneOf")


def _choices(item: Mapping[str, Any], place: str) -> Faults:
    if item.get("type") in ("Dropdown", "choice") and not item.get("choices"):
        yield Fault(below(place, "choices"), "is missing")
    for number, choice in enumerate(item.get("choices", [])):
        at = below(below(place, "choices"), number)
        if isinstance(choice, dict):
            yield from shaped(choice, {"name": str, "value": str}, at, ("name", "value"))
        else:
            yield Fault(at, "has to be an object")


def _constraints(item: Mapping[str, Any], place: str) -> Faults:
    found, at = item.get("constraints", {}), below(place, "constraints")
    yield from shaped(found, _CONSTRAINTS, at)
    pattern = found.get("pattern", "")
    if isinstance(pattern, dict):
        yield from shaped(pattern, {"value": str, "message": str}, below(at, "pattern"), ("value",))
        pattern = pattern.get("value", "")
    try:
        compiled(pattern if isinstance(pattern, str) else "")
    except Unfit as reason:
        yield Fault(below(at, "pattern"), f"{reason}")


def _template_type(item: Mapping[str, Any], place: str) -> Faults:
    kind, binding = item.get("type", "String"), str(item["binding"].get("type", ""))
    if binding not in TYPES_OF and binding in BINDINGS:
        yield Fault(below(place, "binding"), "belongs under metadata.procos.parameters, Camunda does not know it")
    elif binding in TYPES_OF and kind not in TYPES_OF[binding]:
        wanted = ", ".join(sorted(TYPES_OF[binding]))
        yield Fault(below(place, "type"), f"is “{kind}”; with {binding} it has to be one of {wanted}")
    if kind not in ("String", "Text") and "placeholder" in item:
        yield Fault(below(place, "placeholder"), "is for String and Text only")
    if not isinstance(item.get("value", ""), (str, bool)):
        yield Fault(below(place, "value"), "has to be a text or true or false")


def _metadata(data: Mapping[str, Any]) -> Faults:
    ours, place = data.get("metadata", {}).get("procos", {}), "metadata.procos"
    if not isinstance(ours, dict):
        yield Fault(place, "has to be an object")
        return
    wrong = list(shaped(ours, _OURS, place))
    yield from wrong
    if wrong:
        return
    if ours.get("pdeKind", "") not in PDE_KINDS:
        yield Fault(below(place, "pdeKind"), f"“{ours['pdeKind']}” is none of general, ai, integration, meta")
    size = ours.get("size", [1, 1])
    if len(size) != 2 or not all(is_kind(side, (int, float)) and 0 < side <= 10_000 for side in size):
        yield Fault(below(place, "size"), "has to be a width and a height")
    yield from _texts(ours.get("face", []), below(place, "face"))
    yield from _parameters(data, ours.get("parameters", []), below(place, "parameters"))


def _parameters(data: Mapping[str, Any], items: list[Any], place: str) -> Faults:
    groups = _ids(data.get("groups", []))
    named = _ids(data["properties"])
    for number, item in enumerate(items):
        at = below(place, number)
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            yield Fault(at, "has to be an object with an id")
        elif item["id"] in named:
            wrong = list(shaped(item, _REFINED, at))
            yield from wrong or _refined(item, at)
        else:
            wrong = list(shaped(item, _OWN, at, ("label", "binding")))
            yield from wrong or [*_common(item, at, groups), *_refined(item, at)]


def _ids(items: list[Any]) -> set[str]:
    return {item["id"] for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)}


def _refined(item: Mapping[str, Any], place: str) -> Faults:
    if item.get("type", "string") not in TYPES:
        yield Fault(below(place, "type"), f"“{item['type']}” is none of {', '.join(sorted(TYPES))}")
    wanted = item.get("visibleIf", {})
    for name, known in wanted.items() if isinstance(wanted, dict) else ():
        if not isinstance(known, list) or not all(isinstance(value, str) for value in known):
            yield Fault(below(below(place, "visibleIf"), name), "has to be a list of texts")
