"""Saying: how the value of a parameter reads on the face of its block: in words, on one line, never as raw data."""

from __future__ import annotations

import json
import re

from procos_studio.library.definition import Parameter

_ASSIGNED = re.compile(r"^([A-Za-z]\w*)\s*(?:\*\*|//|>>|<<|[-+*/%|&^])?=(?!=)", re.MULTILINE)
_DULL = re.compile(r"\s*(?:#|import\b|from\b|\"\"\"|'''|$)")
_RESULTS = ("camunda:outputParameter",)
_MOST = 4


def said(parameter: Parameter, text: str) -> str:
    """The value in words; `""` where it says nothing that helps."""
    if parameter.type == "secret":
        return ""
    if parameter.type == "map":
        return _results(_keys(text))
    if parameter.type == "list":
        return ", ".join(_items(text))
    if parameter.type == "code":
        return _results(list(dict.fromkeys(_ASSIGNED.findall(text)))) or _first_line(text)
    if parameter.type == "flag":
        return parameter.label if text == "true" else ""
    if parameter.binding.type in _RESULTS or parameter.binding.name == "camunda:resultVariable":
        return _results([text])
    name = next((choice.name for choice in parameter.choices if choice.value == text), text)
    unit = f" {parameter.unit}" if parameter.unit and parameter.type == "number" else ""
    return " ".join(name.split()) + unit


def _results(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST])
    return f"→ {shown}{', …' if len(names) > _MOST else ''}" if shown else ""


def _keys(text: str) -> list[str]:
    found = _read(text)
    return [str(name) for name in found] if isinstance(found, dict) else []


def _items(text: str) -> list[str]:
    found = _read(text)
    return [str(item) for item in found if not isinstance(item, dict | list)] if isinstance(found, list) else []


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _first_line(text: str) -> str:
    return next((" ".join(line.split()) for line in text.splitlines() if not _DULL.match(line)), "")
