"""What is wrong with an expression before it runs, and the mend for the usual slips."""

from __future__ import annotations

import re

from procos_studio.expressions.expression import compile_text, parse_text
from procos_studio.expressions.grammar import Unreadable, parse
from procos_studio.expressions.methods import NAMES
from procos_studio.expressions.syntax import Call, walk
from procos_studio.expressions.text import Unclosed, is_literal, pieces
from procos_studio.problems import Problem, Refused, error, warning

_COMPARISON = re.compile(r"(===?|!==?|<=|>=|[<>]|\b(and|or|not|is|in|True|False|None)\b)")
_PYTHON = (("===", "=="), ("!==", "!="))
_PYTHON_WORDS = {"True": "true", "False": "false", "None": "null", "is not": "!=", "is": "=="}


def check(source: str, *elements: str) -> list[Problem]:
    """The problems of a text that will be evaluated, about `elements`; a condition without `${}` is one."""
    try:
        compile_text(source)
    except Refused as refused:
        return [Problem(found.code, found.severity, found.message, elements, found.hint) for found in refused.problems]
    if is_literal(source):
        return _literal(source, *elements)
    return [
        error(
            "expression.unknown-method",
            f"“{source[:60]}” calls “{node.method}”, which expressions do not have.",
            *elements,
            hint="Compute it in a script or a transform before.",
        )
        for part in parse_text(source)
        if not isinstance(part, str)
        for node in walk(part.node)
        if isinstance(node, Call) and node.method not in NAMES
    ]


def fault_at(source: str) -> int | None:
    """Where a text stops being readable, as a 0-based place in it; None where all of it can be read."""
    try:
        for piece in pieces(source):
            if piece.is_expression:
                try:
                    parse(piece.text)
                except Unreadable as failure:
                    return piece.at + failure.at
    except Unclosed as failure:
        return failure.at
    return None


def _literal(source: str, *elements: str) -> list[Problem]:
    mended = quick_fix(source)
    if mended is None:
        return []
    return [
        warning(
            "expression.not-marked",
            f"“{source.strip()[:60]}” looks like an expression, but without ${{}} it is only a text.",
            *elements,
            hint=f"Write {mended}.",
        )
    ]


def quick_fix(source: str) -> str | None:
    """The text as an expression, where it looks like one in Python or JavaScript without `${}`; else None."""
    text = source.strip()
    if not is_literal(text) or not _COMPARISON.search(text):
        return None
    for old, new in _PYTHON:
        text = text.replace(old, new)
    for word, new in _PYTHON_WORDS.items():
        text = re.sub(rf"\b{word}\b", new, text)
    fixed = f"${{{text}}}"
    try:
        compile_text(fixed)
    except Refused:
        return None
    return fixed
