"""Completing: what may be written at a place of a text with `${…}`, while it is being typed and cannot be read yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from procos_studio.expressions.expression import compile_text
from procos_studio.expressions.methods import METHODS
from procos_studio.expressions.values import ExpressionError
from procos_studio.problems import Refused

_OPENING = re.compile(r"(?<!\\)[$#]\{")
_STRINGS = re.compile(r"""[^"'}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_CLOSED = re.compile(r"""\\.|"[^"\\]*"|'[^'\\]*'""")
_WORD = re.compile(r"[^\W\d][\w$]*\Z|\Z")
_CHAIN = re.compile(
    r"""([^\W\d][\w$]*(?:\s*(?:\.\s*[^\W\d][\w$]*|\[\s*(?:\d+|"[^"\]]*"|'[^'\]]*')\s*\]))*)\s*\.\s*\Z"""
)
_NUMBER = re.compile(r"(?<![\w$\]])\d[\d.]*\Z")
_SECRET = re.compile(r"""\bsecret\(\s*["'](?P<name>[^"')]*)\Z""")


class What(StrEnum):
    """What kind of thing is being written."""

    VARIABLE = "variable"
    MEMBER = "member"
    SECRET = "secret"


class Place(NamedTuple):
    """What stands at a place: the beginning of a word, from `start` on, and for a member the expression it is of."""

    what: What
    start: int
    word: str
    base: str = ""


class Proposal(NamedTuple):
    """A word to write there, and in a few words what it is. `text` goes in, the cursor then stands `back` before its
    end."""

    text: str
    detail: str
    back: int = 0


WORDS = (
    Proposal("empty ", "is nothing, or holds nothing"),
    Proposal('secret("")', "a secret by its name", 2),
    Proposal("true", "yes"),
    Proposal("false", "no"),
    Proposal("null", "nothing"),
    Proposal("not ", "the contrary"),
    Proposal("and ", "both"),
    Proposal("or ", "one of the two"),
)
"""What the language itself knows."""


def place(text: str, at: int) -> Place | None:
    """What is being written at a place of the text; None outside of `${}`, and in the middle of a literal."""
    opening = opening_before(text, at)
    if opening is None:
        return None
    inside = text[opening:at]
    secret = _SECRET.search(inside)
    if secret is not None:
        return Place(What.SECRET, opening + secret.start("name"), secret["name"])
    if _is_in_string(inside):
        return None
    word = _WORD.search(inside)
    start = word.start() if word else len(inside)
    before = inside[:start]
    if _NUMBER.search(before):
        return None
    if not re.search(r"\.\s*\Z", before):
        return Place(What.VARIABLE, opening + start, inside[start:])
    chain = _CHAIN.search(before)
    return Place(What.MEMBER, opening + start, inside[start:], chain[1] if chain else "")


def opening_before(text: str, at: int) -> int | None:
    """Where the inside of the expression begins in which the place lies."""
    found = None
    for opening in _OPENING.finditer(text, 0, at):
        if found is not None and opening.start() < _end(text, found):
            continue
        found = opening.end()
    return found if found is not None and _end(text, found) >= at else None


def _end(text: str, start: int) -> int:
    """Where the expression that begins there ends; the end of the text where it is not closed."""
    at = start
    while (inner := _STRINGS.match(text, at)) is not None:
        at = inner.end()
    return at if at < len(text) and text[at] == "}" else len(text)


def _is_in_string(inside: str) -> bool:
    """Whether a quote is open at the end."""
    return bool(re.search("[\"']", _CLOSED.sub("", inside)))


def members(base: str, variables: Mapping[str, Any]) -> list[Proposal]:
    """What may follow `base.`: the keys of the map that it is now, and the methods of its kind."""
    value = _value(base, variables)
    keys = [Proposal(key, _kind(item)) for key, item in value.items() if key.isidentifier()] if _is_map(value) else []
    return [*keys, *_methods(type(value))]


def _value(base: str, variables: Mapping[str, Any]) -> Any:
    try:
        return compile_text(f"${{{base}}}").evaluate(variables) if base else None
    except (Refused, ExpressionError):
        return None


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _methods(kind: type) -> list[Proposal]:
    """Of a kind; of every kind where it is not known."""
    tables: Iterable[type] = (kind,) if kind in METHODS else METHODS
    found: dict[str, tuple[int, list[str]]] = {}
    for table in tables:
        for name, (_, most, _method) in METHODS[table].items():
            found.setdefault(name, (most, []))[1].append(_KINDS[table])
    return [
        Proposal(f"{name}()", f"of {', '.join(dict.fromkeys(kinds))}", 1 if most else 0)
        for name, (most, kinds) in sorted(found.items())
    ]


_KINDS = {str: "a text", list: "a list", dict: "a map", int: "a number", float: "a number", bool: "yes or no"}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "nothing")
