"""What a run starts with: values from the command line, and the defaults of the start event's form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import CAMUNDA, OPERATON, clark
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused, error
from procos_studio.runtime.sandbox.message import DEEPEST, depth


def assignments(words: Iterable[str], option: str) -> dict[str, Any]:
    """`name=value` words as values by name, and `@file.json` as all that the file's map holds; later ones win.

    A value that is JSON is taken as JSON, any other is text; `name=@file` takes it from a file. Raises Refused.
    """
    found: dict[str, Any] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not _is_text(word):
            raise _refused(option, f"“{name}” holds bytes that are no UTF-8 text")
        if word.startswith("@"):
            found |= _map(word[1:], option)
        elif equals and name:
            found[name] = _file(text[1:], option) if text.startswith("@") else value(text)
        else:
            raise _refused(option, f"“{word}” is neither name=value nor @file.json")
    return found


def value(text: str) -> Any:
    """JSON values where `text` is JSON, else the text."""
    try:
        return _read(text)
    except (ValueError, RecursionError):
        return text


def _read(text: str) -> Any:
    """The JSON values in `text`; ValueError or RecursionError for what no variable can hold."""
    found = json.loads(text, parse_constant=_no_number)
    if depth(found) > DEEPEST:
        raise ValueError(f"it is nested deeper than {DEEPEST}")
    if not _is_text(json.dumps(found, ensure_ascii=False, allow_nan=False)):  # 1e999 is read as an infinity
        raise ValueError("a text holds half a character (a lone surrogate)")
    return found


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _file(path: str, option: str) -> Any:
    try:
        return _read(Path(path).read_text(encoding="utf-8"))
    except OSError as exc:
        raise _refused(option, f"{path}: {exc.strerror or exc}") from exc
    except (ValueError, RecursionError) as exc:
        raise _refused(option, f"{path} is no JSON of variables: {exc}") from exc


def _map(path: str, option: str) -> dict[str, Any]:
    found = _file(path, option)
    if not isinstance(found, dict):
        raise _refused(option, f"{path} holds no JSON map of names and values")
    return found


def _refused(option: str, reason: str) -> Refused:
    return Refused(
        error("run.input", f"{option}: {reason}.", hint="Write for example -i amount=12 or -i @values.json.")
    )


def form_defaults(diagram: Diagram, process: str) -> dict[str, Any]:
    """The default values in the forms of a process's start events, by variable."""
    starts = [node for node in diagram.children(process, FlowNode) if node.kind == "startEvent"]
    fields = [field for start in starts for field in _fields(start)]
    return {
        field.get("id"): _typed(field) for field in fields if field.get("id") and "defaultValue" in field.attributes
    }


def _fields(start: FlowNode) -> tuple[Xml, ...]:
    for space in (CAMUNDA, OPERATON):
        form = start.extension(clark(space, "formData"))
        if form is not None:
            return form.all(clark(space, "formField"))
    return ()


_NUMBERS = frozenset({"long", "integer", "double", "number"})


def _typed(field: Xml) -> Any:
    text = field.get("defaultValue")
    if field.get("type") == "boolean":
        return text.strip().lower() == "true"
    return value(text) if field.get("type") in _NUMBERS else text


def answers(words: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
    """`TASK=@file.json` or `TASK={"name": value}` words as form values by user task. Raises Refused."""
    found = assignments(words, "--answer")
    for task, values in found.items():
        if not isinstance(values, dict):
            raise _refused("--answer", f"the answer of “{task}” is no JSON map")
    return found
