"""Spelling: a tree back to text, and renaming a variable without touching anything else."""

from __future__ import annotations

from procos_studio.expressions.expression import parse_text
from procos_studio.expressions.grammar import NAME
from procos_studio.expressions.syntax import (
    Binary,
    Call,
    Choice,
    Index,
    Literal,
    Node,
    Secret,
    Unary,
    Variable,
    walk,
)
from procos_studio.problems import Refused, error

_RANK = {"||": 2, "&&": 3, "==": 4, "!=": 4, "<": 5, ">": 5, "<=": 5, ">=": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7}
_CHOICE, _UNARY, _VALUE = 1, 8, 9


def unparse(node: Node) -> str:
    """The canonical text of a tree, without `${}`; parsing it gives the tree again."""
    return _spell(node, 0)


def rename_variable(source: str, old: str, new: str) -> str:
    """The text with every use of variable `old` called `new`, otherwise letter for letter.

    Raises Refused where the text cannot be read or `new` is no name.
    """
    if not NAME.fullmatch(new):
        raise Refused(error("expression.bad-name", f"“{new[:60]}” is no name for a variable.", hint=_NAMES))
    places = [
        part.piece.at + node.at
        for part in parse_text(source)
        if not isinstance(part, str)
        for node in walk(part.node)
        if isinstance(node, Variable) and node.name == old
    ]
    for at in sorted(places, reverse=True):
        source = source[:at] + new + source[at + len(old) :]
    return source


_NAMES = "Begin with a letter, go on with letters, digits and _."


def _spell(node: Node, rank: int) -> str:
    text, own = _text(node)
    return f"({text})" if own < rank else text


def _text(node: Node) -> tuple[str, int]:
    match node:
        case Literal(value):
            return _literal(value), _VALUE
        case Variable(name):
            return name, _VALUE
        case Secret(name):
            return f"secret({_quoted(name)})", _VALUE
        case Index(base, key):
            return f"{_spell(base, _VALUE)}[{_spell(key, 0)}]", _VALUE
        case Call(base, method, arguments):
            inside = ", ".join(_spell(argument, 0) for argument in arguments)
            # `5.x` would begin with the number `5.`
            number = isinstance(base, Literal) and isinstance(base.value, int | float)
            return f"{_spell(base, _VALUE + number)}.{method}({inside})", _VALUE
        case Unary(operator, operand):
            sign = "empty " if operator == "empty" else operator
            return f"{sign}{_spell(operand, _UNARY)}", _UNARY
        case Binary(operator, left, right):
            own = _RANK[operator]
            return f"{_spell(left, own)} {operator} {_spell(right, own + 1)}", own
        case Choice(condition, yes, no):
            return f"{_spell(condition, _CHOICE + 1)} ? {_spell(yes, 0)} : {_spell(no, 0)}", _CHOICE
    raise TypeError(f"no spelling for {type(node).__name__}")


def _literal(value: int | float | str | bool | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
