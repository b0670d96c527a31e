"""Tokens: which parts of Python and JSON texts are words, texts, numbers and comments, and where a text is wrong."""

from __future__ import annotations

import ast
import builtins
import io
import json
import keyword
import re
import tokenize
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a part of code is."""

    KEYWORD = "keyword"
    BUILTIN = "builtin"
    TEXT = "text"
    NUMBER = "number"
    COMMENT = "comment"
    NAME = "name"


class Token(NamedTuple):
    """A part of one line, by its characters; `goes_on` where it is continued on the next."""

    line: int
    start: int
    end: int
    kind: Kind
    goes_on: bool = False


class Fault(NamedTuple):
    """What is wrong with code: line and column (both from 0), and a sentence."""

    line: int
    column: int
    message: str


_JSON = re.compile(
    r'(?P<name>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?P<text>"(?:\\.|[^"\\\n])*"?)|(?P<number>-?\d[\d.eE+-]*)'
    r"|(?P<keyword>\b(?:true|false|null)\b)"
)
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) | {"BpmnError"}


def tokens(language: str, text: str) -> Iterator[Token]:
    """The coloured parts of a text; none in a language that is not known."""
    if language == "python":
        yield from _python(text)
    elif language == "json":
        yield from _json(text)


def fault(language: str, text: str) -> Fault | None:
    """The first thing wrong with a text; None where nothing is, or where the language is not known."""
    if not text.strip():
        return None
    return _PARSERS[language](text) if language in _PARSERS else None


def _json(text: str) -> Iterator[Token]:
    for number, line in enumerate(text.split("\n")):
        for found in _JSON.finditer(line):
            yield Token(number, found.start(), found.end(), Kind(found.lastgroup or "text"))


def _python(text: str) -> Iterator[Token]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            kind = _kind(token)
            if kind is not None:
                yield from _by_line(token, kind)
    except (tokenize.TokenError, SyntaxError):
        # Text that is being typed: what could be read is coloured, what is wrong is said below the field.
        return


def _kind(token: tokenize.TokenInfo) -> Kind | None:
    if token.type == tokenize.NAME:
        if keyword.iskeyword(token.string):
            return Kind.KEYWORD
        return Kind.BUILTIN if token.string in _BUILTINS else None
    return {tokenize.STRING: Kind.TEXT, tokenize.NUMBER: Kind.NUMBER, tokenize.COMMENT: Kind.COMMENT}.get(token.type)


def _by_line(token: tokenize.TokenInfo, kind: Kind) -> Iterator[Token]:
    (first, start), (last, end) = token.start, token.end
    lines = token.string.split("\n")
    for line in range(first, last + 1):
        begin = start if line == first else 0
        stop = end if line == last else begin + len(lines[line - first])
        yield Token(line - 1, begin, stop, kind, line != last)


def _fault_of_python(text: str) -> Fault | None:
    try:
        ast.parse(text)
    except SyntaxError as failure:
        line = (failure.lineno or 1) - 1
        return Fault(line, max(0, (failure.offset or 1) - 1), f"Line {line + 1}: {failure.msg}.")
    except (ValueError, RecursionError) as failure:
        return Fault(0, 0, f"{failure}.")
    return None


def _fault_of_json(text: str) -> Fault | None:
    try:
        json.loads(text)
    except json.JSONDecodeError as failure:
        return Fault(failure.lineno - 1, failure.colno - 1, f"Line {failure.lineno}: {failure.msg}.")
    except (ValueError, RecursionError) as failure:
        return Fault(0, 0, f"{failure}.")
    return None


_PARSERS = {"python": _fault_of_python, "json": _fault_of_json}
