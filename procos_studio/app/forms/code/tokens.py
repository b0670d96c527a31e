"""Tokens: which parts of Python and JSON texts are words, texts, numbers and comments, and where a text is wrong."""

from __future__ import annotations

import ast
import builtins
import json
import keyword
import re
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
    """A part of one line, by its characters."""

    start: int
    end: int
    kind: Kind


class Fault(NamedTuple):
    """What is wrong with code: line and column (both from 0), and a sentence."""

    line: int
    column: int
    message: str


_JSON = re.compile(
    r'(?P<name>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?P<text>"(?:\\.|[^"\\\n])*"?)|(?P<number>-?\d[\d.eE+-]*)'
    r"|(?P<keyword>\b(?:true|false|null)\b)"
)
_PYTHON = re.compile(
    r"(?P<comment>\#.*)"
    r"""|(?:\b[rRbBuUfF]{1,2})?(?:(?P<triple>\"{3}|'{3})|(?P<text>"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?))"""
    r"|(?P<number>\b0[xXoObB]\w+|(?:\b\d[\d_]*\.?|\.\d)[\d_]*(?:[eE][+-]?\d+)?[jJ]?)"
    r"|(?P<word>\.?\b[^\W\d]\w*)"
)
_STATES = {'"""': 1, "'''": 2}
"""The states in which a line ends inside of a text of several lines, by its quotes; 0 is any other end."""
_CLOSERS = {state: re.compile(rf"(?:\\.|[^\\])*?{quotes}") for quotes, state in _STATES.items()}
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) | {"BpmnError"}


def tokens(language: str, line: str, state: int = 0) -> tuple[list[Token], int]:
    """The coloured parts of a line, and the state in which it ends; `state` is that in which the line before ended."""
    if language == "python":
        return _python(line, max(0, state))
    if language == "json":
        return [Token(part.start(), part.end(), Kind(part.lastgroup or "text")) for part in _JSON.finditer(line)], 0
    return [], 0


def fault(language: str, text: str) -> Fault | None:
    """The first thing wrong with a text; None where nothing is, or where the language is not known."""
    if not text.strip():
        return None
    return _PARSERS[language](text) if language in _PARSERS else None


def _python(line: str, state: int) -> tuple[list[Token], int]:
    found: list[Token] = []
    at = 0
    if state:
        at = _end_of_text(line, 0, state)
        found.append(Token(0, at if at >= 0 else len(line), Kind.TEXT))
    while at >= 0 and (part := _PYTHON.search(line, at)) is not None:
        at, kind = part.end(), _kind(part)
        if part["triple"]:
            state = _STATES[part["triple"]]
            at = _end_of_text(line, part.end(), state)
        if kind is not None:
            found.append(Token(part.start(), at if at >= 0 else len(line), kind))
    return found, state if at < 0 else 0


def _end_of_text(line: str, at: int, state: int) -> int:
    """Where a text of several lines ends that is open at a place; -1 where it goes on below."""
    closer = _CLOSERS[state].match(line, at)
    return closer.end() if closer is not None else -1


def _kind(part: re.Match[str]) -> Kind | None:
    """What a part is; a word behind a dot is only a name."""
    word = part["word"]
    if word is None:
        return Kind.TEXT if part["triple"] else Kind(part.lastgroup or "text")
    if keyword.iskeyword(word):
        return Kind.KEYWORD
    return Kind.BUILTIN if word in _BUILTINS else None


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
