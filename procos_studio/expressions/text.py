"""Texts that mix literals and `${…}`: where the expressions begin and end.

A backslash before `${` makes it literal, as in JUEL.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(r"(\\*)([$#])\{")
_INSIDE = re.compile(r"""[^}"']+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)


class Piece(NamedTuple):
    """A literal, or the inside of an expression; `at` is its place in the whole text."""

    text: str
    is_expression: bool
    at: int


class Unclosed(ValueError):
    """A `${` without its `}`; `at` is its place."""

    def __init__(self, at: int) -> None:
        super().__init__("unclosed")
        self.at = at


def is_literal(text: str) -> bool:
    """Whether nothing in the text is evaluated or escaped."""
    return "${" not in text and "#{" not in text


def pieces(text: str) -> list[Piece]:
    """The pieces in order; adjacent literals are joined. Raises Unclosed."""
    found: list[Piece] = []
    literal, start, at = "", 0, 0
    while (opening := _OPENING.search(text, at)) is not None:
        slashes = opening.group(1)
        literal += text[at : opening.start()] + slashes[1:]
        if slashes:
            literal += opening.group(2) + "{"
            at = opening.end()
            continue
        end = _end(text, opening.end())
        if literal:
            found.append(Piece(literal, False, start))
        found.append(Piece(text[opening.end() : end], True, opening.end()))
        literal, start, at = "", end + 1, end + 1
    literal += text[at:]
    if literal or not found:
        found.append(Piece(literal, False, start))
    return found


def _end(text: str, at: int) -> int:
    begin = at
    while (inside := _INSIDE.match(text, at)) is not None:
        at = inside.end()
    if at >= len(text) or text[at] != "}":
        raise Unclosed(begin - 2)
    return at
