"""Length-prefixed JSON between a sandbox's parent and child, read with distrust."""

from __future__ import annotations

import asyncio
import json
from typing import Any, NoReturn

LARGEST = 1_000_000
DEEPEST = 200


class BadMessage(Exception):
    """What arrived is no message of ours; the text says why."""


def encode(message: dict[str, Any]) -> bytes:
    """Four bytes of length and UTF-8 JSON; raises BadMessage for what JSON cannot carry or what is over 1 MB."""
    try:
        body = json.dumps(message, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError) as exc:
        raise BadMessage(f"it cannot be written as JSON: {exc}") from exc
    if len(body) > LARGEST:
        raise BadMessage(f"it has {len(body):,} bytes; {LARGEST:,} are allowed")
    return len(body).to_bytes(4, "big") + body


async def receive(stream: asyncio.StreamReader) -> dict[str, Any]:
    """The next message; raises BadMessage for anything else, and EOFError where the stream ends before one."""
    try:
        size = int.from_bytes(await stream.readexactly(4), "big")
        if size > LARGEST:
            raise BadMessage(f"it claims {size:,} bytes; {LARGEST:,} are allowed")
        return decode(await stream.readexactly(size))
    except asyncio.IncompleteReadError as exc:
        raise EOFError("the stream ended before a whole message") from exc


def decode(body: bytes) -> dict[str, Any]:
    """The message in `body`: a map of plain JSON values, no NaN, no half characters, at most 200 deep."""
    try:
        message = json.loads(body, parse_constant=_refuse)
        json.dumps(message, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as exc:
        raise BadMessage(f"it is no plain JSON: {str(exc) or 'nested too deeply'}") from exc
    if not isinstance(message, dict):
        raise BadMessage("it is no map")
    if depth(message) > DEEPEST:
        raise BadMessage(f"it is nested deeper than {DEEPEST}")
    return message


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def depth(value: Any) -> int:
    """How many maps and lists stand inside one another; 0 for a plain value."""
    deepest = 0
    level = [value]
    while level := [item for item in level if isinstance(item, dict | list)]:
        deepest += 1
        level = [inner for item in level for inner in (item.values() if isinstance(item, dict) else item)]
    return deepest
