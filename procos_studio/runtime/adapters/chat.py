"""What the chat adapters share: the messages of a request, and the answer as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from procos_studio.runtime.adapters.adapter import AdapterError, Config
from procos_studio.runtime.adapters.web import as_json


def messages(config: Config) -> list[dict[str, str]]:
    """The system message, where there is one, and the user's."""
    said = [{"role": "system", "content": str(config["system"])}] if config.get("system") else []
    return [*said, {"role": "user", "content": str(config["prompt"])}]


def body(request: Mapping[str, Any]) -> bytes:
    """The JSON body of a request, without what is not set."""
    return json.dumps({name: value for name, value in request.items() if value is not None}).encode()


def text_at(answer: Any, *path: str | int) -> str:
    """The text at `path` inside an answer; raises AdapterError (a retry may help) where it is missing."""
    for part in path:
        try:
            answer = answer[part]
        except (KeyError, IndexError, TypeError) as exc:
            raise AdapterError(f"The model's answer has no {part!r}.", retryable=True) from exc
    if not isinstance(answer, str):
        raise AdapterError("The model's answer holds no text.", retryable=True)
    return answer
