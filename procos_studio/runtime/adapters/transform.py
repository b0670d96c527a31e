"""Adapter `procos.transform`: its parameters, computed by their expressions, are its results."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from procos_studio.problems import Problem, error
from procos_studio.runtime.adapters.adapter import Adapter, AdapterError, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.settings import PdeKind

FORMAT = "format"


def _as_json(name: str, value: Any) -> Any:
    """The values in a text of JSON; what is no text is left as it is."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value, parse_constant=_refuse)
    except (ValueError, RecursionError) as exc:
        raise AdapterError(f"{name!r} is no JSON: {exc}.", retryable=False) from exc


def _as_text(name: str, value: Any) -> Any:
    """A text as it is, any other value as JSON text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _as_it_is(name: str, value: Any) -> Any:
    return value


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


FORMATS: Mapping[str, Callable[[str, Any], Any]] = {
    "": _as_it_is,
    "value": _as_it_is,
    "json": _as_json,
    "text": _as_text,
}
"""What `format` may be: values as they are, texts read as JSON, or everything written as text."""


class Transform:
    """Gives every parameter but `format` as a result of the same name."""

    topic = "procos.transform"
    kind = PdeKind.GENERAL
    is_immediate = True
    schema: Mapping[str, Any] = {}

    def validate(self, config: Config) -> list[Problem]:
        """The format must be a known one."""
        if config.get(FORMAT, "") in FORMATS:
            return []
        known = ", ".join(name for name in FORMATS if name)
        return [error("adapter.format", f"The format {config[FORMAT]!r} is not one of {known}.", hint="Choose one.")]

    def place(self, config: Config) -> str:
        """Nothing outside is asked."""
        return ""

    async def health(self, config: Config, doors: Doors) -> str:
        """Always well."""
        return ""

    async def execute(self, job: Job) -> dict[str, Any]:
        """The parameters in the asked format."""
        change = FORMATS[job.config.get(FORMAT, "")]
        return {name: change(name, value) for name, value in job.config.items() if name != FORMAT}


ADAPTER: Adapter = Transform()
