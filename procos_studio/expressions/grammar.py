"""The grammar of `${…}`, and the parser made from it (LALR by lark); it never recurses over its input.

Source of tokens and precedence: Unified Expression Language 2.2, JSR 245, chapter 1.19, as JUEL implements it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedEOF, UnexpectedInput, VisitError

from procos_studio.expressions.syntax import (
    MAX_BITS,
    MAX_DEPTH,
    MAX_NODES,
    Binary,
    Call,
    Choice,
    Index,
    Literal,
    Node,
    Secret,
    Unary,
    Variable,
)

NAME = re.compile(r"(?!(or|and|not|eq|ne|lt|gt|le|ge|div|mod|empty|true|false|null|instanceof)\b)[^\W\d][\w$]*")
"""What a variable or a property may be called."""
_GRAMMAR = r"""
?start: choice
?choice: either | either "?" choice ":" choice -> choose
?either: both | either _OR both -> or_
?both: equality | both _AND equality -> and_
?equality: relation | equality EQUALITY relation -> binary
?relation: sum | relation RELATION sum -> binary
?sum: product | sum SUM product -> binary
?product: unary | product PRODUCT unary -> binary
?unary: value | NOT unary -> unary | "-" unary -> minus | EMPTY unary -> unary
?value: literal
      | NAME -> variable
      | NAME "(" [_arguments] ")" -> function
      | "(" choice ")"
      | value "." NAME -> property
      | value "." NAME "(" [_arguments] ")" -> call
      | value "[" choice "]" -> item
_arguments: choice ("," choice)*
?literal: FLOAT -> float_ | INTEGER -> integer | STRING -> string | TRUE -> true | FALSE -> false | NULL -> null

_OR: "||" | /or\b/
_AND: "&&" | /and\b/
EQUALITY: "==" | "!=" | /(eq|ne)\b/
RELATION: "<=" | ">=" | "<" | ">" | /(le|ge|lt|gt)\b/
PRODUCT: "*" | "/" | "%" | /(div|mod)\b/
SUM: "+" | "-"
NOT: "!" | /not\b/
EMPTY.2: /empty\b/
TRUE.2: /true\b/
FALSE.2: /false\b/
NULL.2: /null\b/
FLOAT.2: /(\d+\.\d*|\.\d+)([eE][+-]?\d+)?|\d+[eE][+-]?\d+/
INTEGER: /\d+/
STRING: /"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/s
NAME: /<name>/
%ignore /\s+/
""".replace("<name>", NAME.pattern)
_SYMBOLS = {"eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">=", "div": "/", "mod": "%", "not": "!"}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Unreadable(ValueError):
    """The text is no expression: `reason` for a person, `at` the 0-based place, `code` for the problem."""

    def __init__(self, reason: str, at: int, code: str = "expression.syntax") -> None:
        super().__init__(reason)
        self.reason, self.at, self.code = reason, at, code


def parse(text: str) -> Node:
    """The tree of what stands between `${` and `}`. Raises Unreadable."""
    try:
        return _parser()(text).node
    except UnexpectedEOF as failure:
        raise Unreadable("it ends too early", len(text)) from failure
    except UnexpectedInput as failure:
        at = max(failure.pos_in_stream or 0, 0)
        found = text[at : at + 12].strip()
        ended = not found or getattr(getattr(failure, "token", None), "type", "") == "$END"
        raise Unreadable("it ends too early" if ended else f"“{found}” is not expected here", at) from failure
    except VisitError as failure:
        if isinstance(failure.orig_exc, Unreadable):
            raise failure.orig_exc from failure
        raise


@cache
def _parser() -> Callable[[str], _Sized]:
    lark = Lark(_GRAMMAR, parser="lalr", transformer=_Builder(), propagate_positions=False)
    return lambda text: _finished(lark.parse(text))


def _finished(result: Any) -> _Sized:
    if not isinstance(result, _Sized):
        raise Unreadable("it is empty", 0)
    return result


class _Sized:
    """A node with its size and depth, so that limits are kept while parsing."""

    __slots__ = ("depth", "node", "size")

    def __init__(self, node: Node, *inside: _Sized) -> None:
        self.node = node
        self.size: int = 1 + sum(part.size for part in inside)
        self.depth: int = 1 + max((part.depth for part in inside), default=0)
        if self.size > MAX_NODES:
            raise Unreadable(f"it has more than {MAX_NODES} parts", 0)
        if self.depth > MAX_DEPTH:
            raise Unreadable(f"it is nested deeper than {MAX_DEPTH}", 0)


@v_args(inline=True)
class _Builder(Transformer[Token, _Sized]):
    def choose(self, condition: _Sized, yes: _Sized, no: _Sized) -> _Sized:
        return _Sized(Choice(condition.node, yes.node, no.node), condition, yes, no)

    def or_(self, left: _Sized, right: _Sized) -> _Sized:
        return _Sized(Binary("||", left.node, right.node), left, right)

    def and_(self, left: _Sized, right: _Sized) -> _Sized:
        return _Sized(Binary("&&", left.node, right.node), left, right)

    def binary(self, left: _Sized, operator: Token, right: _Sized) -> _Sized:
        return _Sized(Binary(_SYMBOLS.get(operator, str(operator)), left.node, right.node), left, right)

    def unary(self, operator: Token, operand: _Sized) -> _Sized:
        return _Sized(Unary(_SYMBOLS.get(operator, str(operator)), operand.node), operand)

    def minus(self, operand: _Sized) -> _Sized:
        return _Sized(Unary("-", operand.node), operand)

    def variable(self, name: Token) -> _Sized:
        return _Sized(Variable(str(name), name.start_pos or 0))

    def function(self, name: Token, *arguments: _Sized | None) -> _Sized:
        given = [argument.node for argument in arguments if argument is not None]
        if name != "secret":
            reason = f"there is no function “{name}”"
            raise Unreadable(reason, name.start_pos or 0, "expression.unknown-function")
        if len(given) != 1 or not (isinstance(given[0], Literal) and isinstance(given[0].value, str)):
            raise Unreadable('secret takes one name in quotes, such as secret("mail")', name.start_pos or 0)
        return _Sized(Secret(given[0].value))

    def property(self, base: _Sized, name: Token) -> _Sized:
        return _Sized(Index(base.node, Literal(str(name))), base)

    def item(self, base: _Sized, key: _Sized) -> _Sized:
        return _Sized(Index(base.node, key.node), base, key)

    def call(self, base: _Sized, method: Token, *arguments: _Sized | None) -> _Sized:
        given = [argument for argument in arguments if argument is not None]
        return _Sized(Call(base.node, str(method), tuple(argument.node for argument in given)), base, *given)

    def float_(self, text: Token) -> _Sized:
        value = float(text)
        if value in (float("inf"), float("-inf")):
            raise Unreadable("this number is too large", text.start_pos or 0)
        return _Sized(Literal(value))

    def integer(self, text: Token) -> _Sized:
        if len(text) > MAX_BITS or int(text).bit_length() > MAX_BITS:
            raise Unreadable("this number is too large", text.start_pos or 0)
        return _Sized(Literal(int(text)))

    def string(self, text: Token) -> _Sized:
        strange = next((found for found in _ESCAPE.finditer(text[1:-1]) if found[1] not in ("\\", text[0])), None)
        if strange:
            reason = f"in a text, “{strange[0]}” is no escape: only the quote and the backslash have one"
            raise Unreadable(reason, (text.start_pos or 0) + 1 + strange.start())
        return _Sized(Literal(_ESCAPE.sub(r"\1", text[1:-1])))

    def true(self, _: Token) -> _Sized:
        return _Sized(Literal(True))

    def false(self, _: Token) -> _Sized:
        return _Sized(Literal(False))

    def null(self, _: Token) -> _Sized:
        return _Sized(Literal(None))
