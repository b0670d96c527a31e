"""What the chat adapters share: their parameters, the messages of a request, and the answer as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from procos_studio.problems import Problem, error
from procos_studio.runtime.adapters.adapter import AdapterError, Config
from procos_studio.runtime.adapters.web import as_json, check_url

_NUMBER: Mapping[str, Any] = {"type": ["number", "string"]}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["model", "prompt"],
    "properties": {
        "baseUrl": {"type": "string"},
        "model": {"type": "string", "minLength": 1},
        "system": {"type": ["string", "null"]},
        "prompt": {"type": "string", "minLength": 1},
        "temperature": _NUMBER,
        "maxTokens": _NUMBER,
        "format": {"enum": ["", "text", "json"]},
    },
}
"""Numbers may stand in texts, because forms write texts."""


def validate(config: Config, base_url: str) -> list[Problem]:
    """The address must be one, and the numbers must be numbers."""
    problems = check_url("baseUrl", base(config, base_url))
    for name in ("temperature", "maxTokens"):
        try:
            number(config, name)
        except ValueError:
            problems.append(error("adapter.number", f"The parameter {name!r} is no number.", hint="Write a number."))
    return problems


def base(config: Config, default: str) -> str:
    """The address of the service, without a slash at its end."""
    return str(config.get("baseUrl") or default).rstrip("/")


def number(config: Config, name: str) -> float | None:
    """A parameter as a number; None where it is not set. Raises ValueError where it is none."""
    value = config.get(name)
    return None if value in (None, "") else float(str(value))


def whole(config: Config, name: str) -> int | None:
    """A parameter as a whole number; None where it is not set."""
    value = number(config, name)
    return None if value is None else int(value)


def messages(config: Config) -> list[dict[str, str]]:
    """The system message, where there is one, and the user's."""
    said = [{"role": "system", "content": str(config["system"])}] if config.get("system") else []
    return [*said, {"role": "user", "content": str(config["prompt"])}]


def wants_json(config: Config) -> bool:
    """Whether the answer shall be JSON values."""
    return config.get("format") == "json"


def body(request: Mapping[str, Any]) -> bytes:
    """The JSON body of a request, without what is not set."""
    return json.dumps({name: value for name, value in request.items() if value is not None}).encode()


def answer(config: Config, text: str) -> Any:
    """What the model wrote, in the asked form; raises AdapterError (a retry may help) where it is no JSON."""
    return as_json(text.encode()) if wants_json(config) else text


def text_at(found: Any, *path: str | int) -> str:
    """The text at `path` inside a reply; raises AdapterError (a retry may help) where it is missing."""
    for part in path:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError) as exc:
            raise AdapterError(f"The model's answer has no {part!r}.", retryable=True) from exc
    if not isinstance(found, str):
        raise AdapterError("The model's answer holds no text.", retryable=True)
    return found


def count(reply: Any, *path: str) -> int:
    """The whole number at `path` inside a reply; 0 where there is none."""
    for part in path:
        reply = reply.get(part) if isinstance(reply, dict) else None
    return reply if isinstance(reply, int) else 0
