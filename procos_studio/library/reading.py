"""Reading: a valid element template, as JSON values -> a BlockDefinition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from procos_studio.library.definition import Binding, BlockDefinition, Choice, Parameter

TYPES: Mapping[str, str] = {
    "String": "string",
    "Text": "text",
    "Dropdown": "choice",
    "Boolean": "flag",
    "Hidden": "string",
}
"""The type of a parameter by that of a template's property."""
_EVENT, _GATEWAY, _TASK = (36.0, 36.0), (50.0, 50.0), (100.0, 80.0)
_SIZES: Mapping[str, tuple[float, float]] = {
    "participant": (600, 250),
    "lane": (570, 125),
    "dataObjectReference": (36, 50),
    "dataStoreReference": (50, 50),
    "textAnnotation": (160, 48),
    "group": (300, 200),
}


def read(data: Mapping[str, Any], family: str) -> BlockDefinition:
    """The block that a template without faults describes; `family` is the folder in which it stands."""
    ours: Mapping[str, Any] = data.get("metadata", {}).get("procos", {})
    element = _element(data)
    parameters = _parameters(data, ours)
    return BlockDefinition(
        id=data["id"],
        name=data["name"],
        family=family,
        version=data.get("version", 0),
        element=element,
        description=data.get("description", ""),
        documentation=ours.get("documentation", ""),
        keywords=tuple(data.get("keywords", ())),
        icon=ours.get("icon", "mdi6.cube-outline"),
        hue=ours.get("hue", family),
        event=ours.get("event", ""),
        properties=parameters,
        fixed=tuple(_property(item, ours) for item in data["properties"] if _is_fixed(item)),
        pde_kind=ours.get("pdeKind", ""),
        face=tuple(ours.get("face", ())),
        size=_size(ours, element),
        palette=ours.get("palette", 0),
        placeable=ours.get("placeable", True),
        describes=ours.get("describes", True),
    )


def _element(data: Mapping[str, Any]) -> str:
    """`serviceTask` of `bpmn:ServiceTask`."""
    name = data["elementType"]["value"] if "elementType" in data else data["appliesTo"][0]
    local = str(name).rpartition(":")[2]
    return local[:1].lower() + local[1:]


def _size(ours: Mapping[str, Any], element: str) -> tuple[float, float]:
    if "size" in ours:
        return float(ours["size"][0]), float(ours["size"][1])
    return default_size(element)


def default_size(element: str) -> tuple[float, float]:
    """Width and height of what says none."""
    if element in _SIZES:
        return _SIZES[element]
    return _EVENT if element.endswith("Event") else _GATEWAY if element.endswith("Gateway") else _TASK


def _is_fixed(item: Mapping[str, Any]) -> bool:
    return item.get("type") == "Hidden"


def _parameters(data: Mapping[str, Any], ours: Mapping[str, Any]) -> tuple[Parameter, ...]:
    """Group by group in the order that the template gives the groups; in a group ours, then the template's."""
    labels = {group["id"]: group["label"] for group in data.get("groups", ())}
    known = {item.get("id") for item in data["properties"]}
    made = [_own(item) for item in ours.get("parameters", ()) if item["id"] not in known]
    made += [_property(item, ours) for item in data["properties"] if not _is_fixed(item)]
    order = {group: place for place, group in enumerate(("", *labels))}
    made.sort(key=lambda parameter: order.get(parameter.group, 0))
    return tuple(replace(parameter, group=labels.get(parameter.group, "")) for parameter in made)


def _property(item: Mapping[str, Any], ours: Mapping[str, Any]) -> Parameter:
    """A template's property with what `metadata.procos` says beyond it."""
    name = item.get("id") or called(item["binding"])
    refinements = (more for more in ours.get("parameters", ()) if more["id"] == item.get("id"))
    plain = _plain(item, str(name), TYPES[item.get("type", "String")])
    return _refined(plain, next(refinements, {}))


def _own(item: Mapping[str, Any]) -> Parameter:
    return _refined(_plain(item, item["id"], "string"), item)


def _plain(item: Mapping[str, Any], name: str, kind: str) -> Parameter:
    binding, constraints = item["binding"], item.get("constraints", {})
    pattern = constraints.get("pattern", "")
    said = pattern if isinstance(pattern, dict) else {"value": pattern}
    return Parameter(
        id=name,
        label=item.get("label", name),
        binding=_binding(binding),
        type=kind,
        default=_text(item.get("value", _silent(binding))),
        required=constraints.get("notEmpty", False),
        group=item.get("group", ""),
        description=item.get("description", ""),
        placeholder=item.get("placeholder", ""),
        choices=tuple(Choice(choice["name"], choice["value"]) for choice in item.get("choices", ())),
        pattern=said.get("value", ""),
        pattern_hint=said.get("message", ""),
        min_length=constraints.get("minLength", 0),
        max_length=constraints.get("maxLength"),
        visible_if=_condition(item.get("condition", {})),
    )


def _binding(said: Mapping[str, Any]) -> Binding:
    more = {key: _text(value) for key, value in said.items() if key not in ("type", "name", "source", "scriptFormat")}
    kept = tuple((key, value) for key, value in more.items() if value not in ("", "false"))
    return Binding(said["type"], said.get("name", ""), said.get("source", ""), said.get("scriptFormat", ""), kept)


def _condition(found: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """At which values of others a property counts, all of them together."""
    wanted: dict[str, tuple[str, ...]] = {}
    for one in found.get("allMatch", [found] if found else []):
        values = tuple(map(_text, one["oneOf"] if "oneOf" in one else [one["equals"]]))
        before = wanted.get(one["property"], values)
        wanted[one["property"]] = tuple(value for value in values if value in before)
    return wanted


def called(binding: Mapping[str, Any]) -> str:
    """What a property without an id is called by."""
    return next((str(binding[key]) for key in _NAMING if binding.get(key)), "")


def _silent(binding: Mapping[str, Any]) -> str:
    """What a property without a value has: where all variables are passed, that they are."""
    is_all = binding["type"] in ("camunda:in", "camunda:out") and "variables" in binding
    return "true" if is_all and not any(key in binding for key in ("target", "source", "sourceExpression")) else ""


_NAMING = ("name", "source", "target", "sourceExpression", "event", "variables")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _refined(parameter: Parameter, more: Mapping[str, Any]) -> Parameter:
    """The parameter with the keys that element templates lack."""
    same = ("type", "minimum", "maximum", "unit", "language", "absent", "required", "since", "formerly", "typed")
    said: dict[str, Any] = {name: more[name] for name in same if name in more}
    if "formerDefault" in more:
        said["former_default"] = more["formerDefault"]
    if "visibleIf" in more:
        said["visible_if"] = {name: tuple(known) for name, known in more["visibleIf"].items()}
    return replace(parameter, **said)
