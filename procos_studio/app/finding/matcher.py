"""The child process that tries patterns: one may run for years, and only a process can be ended in the midst of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from procos_studio.app.finding.matching import Match, Query, matches
from procos_studio.problems import Problem, Refused, error


def question(query: Query, replacement: str, texts: Sequence[str]) -> bytes:
    """What the child reads."""
    return json.dumps([query, replacement, texts]).encode()


def answer(data: bytes) -> list[Match]:
    """What the child wrote. Raises Refused as it did, ValueError for what is no answer."""
    said = json.loads(data)
    if isinstance(said, dict):
        raise Refused(error(said["code"], said["message"], hint=said["hint"]))
    return [Match(*item) for item in said]


def main() -> None:
    """Answer one question."""
    query, replacement, texts = json.load(sys.stdin.buffer)
    try:
        said: object = matches(Query(*query), replacement, texts)
    except Refused as refused:
        said = _told(refused.problems[0])
    sys.stdout.buffer.write(json.dumps(said).encode())


def _told(problem: Problem) -> dict[str, str]:
    return {"code": problem.code, "message": problem.message, "hint": problem.hint}


if __name__ == "__main__":
    main()
