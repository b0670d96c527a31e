"""Stage validation: the result is plain JSON and fits the task's result schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from procos_studio.runtime.late import load
from procos_studio.runtime.pde.passage import Passage, StageFailure
from procos_studio.runtime.sandbox.message import DEEPEST, depth
from procos_studio.runtime.settings import PdeKind

_LARGEST = 10_000_000


def validation(passage: Passage) -> str:
    """Check the result. What a model wrote may be better the next time; any other wrong result stays wrong."""
    schema = passage.schema
    if not passage.result and schema is None:
        return "nothing returned"
    wrong = _not_json(passage.result) or _misfit(schema, passage.result)
    if wrong:
        chosen = passage.chosen
        if chosen is not None:
            passage.services.learner.observe(chosen.name, ok=False, seconds=0.0)
        varies = chosen is not None and chosen.adapter.kind is PdeKind.AI
        raise StageFailure(f"The result is not as it should be: {wrong}", retryable=varies)
    names = ", ".join(f"{name}:{_kind(value)}" for name, value in list(passage.result.items())[:4])
    return f"schema {names}" if schema is not None else f"plain values {names}"


def _not_json(result: Mapping[str, Any]) -> str:
    try:
        size = len(json.dumps(dict(result), allow_nan=False, ensure_ascii=False).encode())
    except (TypeError, ValueError, RecursionError) as exc:
        return f"it is no plain JSON ({exc})"
    if depth(result) > DEEPEST:
        return f"it is nested deeper than {DEEPEST}"
    return f"it has {size:,} bytes; {_LARGEST:,} are allowed" if size > _LARGEST else ""


def _misfit(schema: Mapping[str, Any] | None, result: Mapping[str, Any]) -> str:
    if schema is None:
        return ""
    faults: Callable[[Mapping[str, Any], object], list[str]] = load("schema").faults
    return "; ".join(faults(schema, dict(result)))


def _kind(value: object) -> str:
    """The word of the forms for a value's type."""
    words = {bool: "yes/no", int: "number", float: "number", str: "text", list: "list", dict: "map"}
    return words.get(type(value), "nothing")
