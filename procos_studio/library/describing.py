"""Describing: a definition itself as the values of a form, and the definition with one of them changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from procos_studio.library.definition import BlockDefinition, Choice, Parameter
from procos_studio.library.drafting import INPUT, changed, slug

BLOCK = ("name", "family", "description", "icon", "hue", "keywords", "documentation")
"""What can be said of a block."""
WORDED = ("string", "text")
"""The types of which a form of words can be asked: a pattern, and how long they are."""
_TYPED = frozenset({"number", "flag"})


def of_block(block: BlockDefinition) -> dict[str, str]:
    """The values of the form of a block."""
    said = {name: str(getattr(block, name)) for name in BLOCK if name != "keywords"}
    return said | {"keywords": _json(list(block.keywords))}


def with_block(block: BlockDefinition, name: str, text: str) -> BlockDefinition:
    """The block with one of these changed. A draft that stands in no folder yet has its id after its name."""
    if name == "keywords":
        return replace(block, keywords=tuple(map(str, _held(text, list))))
    said: dict[str, Any] = {name: text.strip() if name in ("name", "family") else text}
    if name == "family":
        said |= {"family": slug(text), "hue": slug(text) if block.hue == block.family else block.hue}
    made = replace(block, **said)
    return made if block.file is not None else replace(made, id=f"{made.family}/{slug(made.name)}")


def of_parameter(block: BlockDefinition, parameter: Parameter) -> dict[str, str]:
    """The values of the form of one of the block's parameters."""
    when, wanted = next(iter(parameter.visible_if.items()), ("", ()))
    return {
        **{name: str(getattr(parameter, name)) for name in _PLAIN},
        "required": _flag(parameter.required),
        "face": _flag(parameter.id in block.face),
        "choices": _json({choice.value: choice.name for choice in parameter.choices}),
        "min_length": _number(parameter.min_length or None),
        "max_length": _number(parameter.max_length),
        "minimum": _number(parameter.minimum),
        "maximum": _number(parameter.maximum),
        "when": when,
        "wanted": _json(list(wanted)),
    }


_PLAIN = (
    *("label", "id", "type", "default", "unit", "language", "group", "description", "placeholder"),
    *("pattern", "pattern_hint"),
)


def with_parameter(block: BlockDefinition, parameter: Parameter, name: str, text: str) -> BlockDefinition:
    """The block with one of the values of one of its parameters changed."""
    if name == "face":
        shown = [item for item in block.face if item != parameter.id]
        order = [item.id for item in block.properties]
        face = sorted({*shown, parameter.id}, key=order.index) if text == "true" else shown
        return replace(block, face=tuple(face))
    change, plain = _CHANGES.get(name), dict[str, Any]({name: text})
    made = change(parameter, text) if change else replace(parameter, **plain)
    return changed(block, parameter.id, made)


def _renamed(parameter: Parameter, text: str) -> Parameter:
    """An input is called what the variable is called that it sets inside."""
    bound = parameter.binding
    return replace(parameter, id=text, binding=replace(bound, name=text) if bound.type == INPUT else bound)


def _retyped(parameter: Parameter, text: str) -> Parameter:
    """A value of another type; what only the old one had goes, so that nothing stays that no form shows."""
    kept = replace(parameter, type=text, typed=text in _TYPED and parameter.binding.type == INPUT)
    if text != "number":
        kept = replace(kept, minimum=None, maximum=None, unit="")
    if text not in WORDED:
        kept = replace(kept, pattern="", pattern_hint="", min_length=0, max_length=None)
    return replace(
        kept,
        choices=parameter.choices if text == "choice" else (),
        language=(parameter.language or "python") if text == "code" else "",
    )


def _on(parameter: Parameter, text: str) -> Parameter:
    others = dict(list(parameter.visible_if.items())[1:])
    wanted = next(iter(parameter.visible_if.values()), ())
    return replace(parameter, visible_if={**({text: wanted} if text else {}), **others})


def _wanted(parameter: Parameter, text: str) -> Parameter:
    when = next(iter(parameter.visible_if), "")
    said = {when: tuple(map(str, _held(text, list)))} if when else {}
    return replace(parameter, visible_if={**parameter.visible_if, **said})


def _choices(parameter: Parameter, text: str) -> Parameter:
    found = _held(text, dict)
    return replace(parameter, choices=tuple(Choice(str(name) or value, value) for value, name in found.items()))


_CHANGES: Mapping[str, Callable[[Parameter, str], Parameter]] = {
    "id": _renamed,
    "type": _retyped,
    "required": lambda parameter, text: replace(parameter, required=text == "true"),
    "choices": _choices,
    "min_length": lambda parameter, text: replace(parameter, min_length=_length(text) or 0),
    "max_length": lambda parameter, text: replace(parameter, max_length=_length(text)),
    "minimum": lambda parameter, text: replace(parameter, minimum=_parsed(text)),
    "maximum": lambda parameter, text: replace(parameter, maximum=_parsed(text)),
    "when": _on,
    "wanted": _wanted,
}


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _length(text: str) -> int | None:
    number = _parsed(text)
    return int(number) if number is not None and 0 <= number <= _LONGEST else None


_LONGEST = 1_000_000


def _parsed(text: str) -> float | None:
    try:
        return float(text) if text.strip() else None
    except ValueError:
        return None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _held(text: str, kind: type) -> Any:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return kind()
    return found if isinstance(found, kind) else kind()
