"""JSON schema as a list of sentences; the only importer of jsonschema in the runtime, loaded late."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError

_MOST = 5


def faults(schema: Mapping[str, Any], value: object) -> list[str]:
    """What is wrong with `value` by `schema` (JSON schema 2020-12), at most five sentences; none if nothing is.

    A schema that is itself wrong is a fault, too. References to other documents are not followed.
    """
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as exc:
        return [f"the schema itself is wrong: {exc.message}"]
    found = sorted(
        Draft202012Validator(schema).iter_errors(value), key=lambda error: [str(part) for part in error.path]
    )
    return [_sentence(error) for error in found[:_MOST]]


def _sentence(error: ValidationError) -> str:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path).lstrip(".")
    message = error.message if len(error.message) <= 200 else error.message[:199] + "…"
    return f"{place}: {message}" if place else message
