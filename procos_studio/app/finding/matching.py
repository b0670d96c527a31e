"""Matching: where the words or the pattern of a person stand in texts, and what would stand there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from procos_studio.problems import Problem, Refused, error

MOST = 1_000
"""Matches that are looked for: more than a person looks through."""
LONGEST = 64 * 1024
"""The most characters of a piece that is put in."""


class Query(NamedTuple):
    """What is looked for, literally or as a regular expression of Python."""

    text: str
    match_case: bool = False
    whole_word: bool = False
    is_pattern: bool = False


class Match(NamedTuple):
    """The characters from `start` to `end` of the text with this number, and what would replace them."""

    number: int
    start: int
    end: int
    after: str


def matches(query: Query, replacement: str, texts: Sequence[str]) -> list[Match]:
    """The first `MOST` matches, and one more where there are more. Raises Refused for what is no pattern.

    A pattern may take any time, which nothing in this process can end: see `matcher`.
    """
    pattern = _pattern(query)
    found: list[Match] = []
    for match in _all(pattern, query, replacement, texts):
        found.append(match)
        if len(found) > MOST:
            break
    return found


def _all(pattern: re.Pattern[str], query: Query, replacement: str, texts: Sequence[str]) -> Iterator[Match]:
    for number, text in enumerate(texts):
        for match in pattern.finditer(text):
            if match.end() > match.start():
                after = _expanded(match, replacement) if query.is_pattern else replacement
                yield Match(number, match.start(), match.end(), after)


def _pattern(query: Query) -> re.Pattern[str]:
    text = query.text if query.is_pattern else re.escape(query.text)
    flags = re.MULTILINE | (re.RegexFlag(0) if query.match_case else re.IGNORECASE)
    try:
        # alone first, so that a fault is told where it stands in what was typed
        pattern = re.compile(text, flags)
        return re.compile(rf"(?<!\w)(?:{text})(?!\w)", flags) if query.whole_word else pattern
    except re.error as failure:
        raise Refused(_no_pattern(failure.msg, (failure.pos or 0) + 1)) from failure
    except (OverflowError, RecursionError, ValueError) as failure:
        raise Refused(TOO_MUCH) from failure


def _expanded(match: re.Match[str], replacement: str) -> str:
    try:
        return match.expand(replacement)[:LONGEST]
    except (re.error, IndexError) as failure:
        raise Refused(_no_template(getattr(failure, "msg", str(failure)))) from failure


def _no_pattern(reason: str, place: int) -> Problem:
    message = f"This is no pattern: {reason}, at character {place}."
    return error("find.no-pattern", message, hint="Switch patterns off to look for the very characters.")


def _no_template(reason: str) -> Problem:
    hint = "Groups of the pattern are written \\1, \\2 …; a backslash itself is \\\\."
    return error("find.no-template", f"This cannot replace what the pattern finds: {reason}.", hint=hint)


TOO_MUCH = error(
    "find.too-much",
    "This pattern takes too long on these texts.",
    hint="Make it simpler: no repetition inside a repetition, as in (a+)+.",
)
