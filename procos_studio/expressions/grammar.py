"""The grammar of `${…}`, and the parser of it, which never recurses over its input.

Source of tokens and precedence: Unified Expression Language 2.2, JSR 245, chapter 1.19, as JUEL implements it. Written
by hand, since building the tables of a parser generator took as long as the rest of a short run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, NoReturn

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
_SPACE = re.compile(r"\s*")
_OPERAND = re.compile(
    r"""(?P<float>(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)
      | (?P<integer>\d+)
      | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<constant>(?:true|false|null)\b)
      | (?P<prefix>[!-]|(?:not|empty)\b)
      | (?P<bracket>\()
      | (?P<name>NAME)""".replace("NAME", NAME.pattern),
    re.DOTALL | re.VERBOSE,
)
"""What may stand where a value is to begin."""
_AFTER = re.compile(
    r"(?P<binary>\|\||&&|[=!<>]=|[<>*/%+-]|(?:or|and|eq|ne|lt|gt|le|ge|div|mod)\b)|(?P<mark>[.\[?:,)\]])"
)
"""What may stand behind a value."""
_SYMBOLS = {"or": "||", "and": "&&", "eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">="}
_SYMBOLS |= {"div": "/", "mod": "%", "not": "!"}
_BRACKET, _CHOICE, _UNARY = 0, 1, 8
_RANK = {"||": 2, "&&": 3, "==": 4, "!=": 4, "<": 5, ">": 5, "<=": 5, ">=": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7}
"""How tightly an operator binds; those of one rank group to the left."""
_CONSTANTS = {"true": True, "false": False, "null": None}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Unreadable(ValueError):
    """The text is no expression: `reason` for a person, `at` the 0-based place, `code` for the problem."""

    def __init__(self, reason: str, at: int, code: str = "expression.syntax") -> None:
        super().__init__(reason)
        self.reason, self.at, self.code = reason, at, code


def parse(text: str) -> Node:
    """The tree of what stands between `${` and `}`. Raises Unreadable."""
    return _Parsing(text).run().node


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


class _Waiting(NamedTuple):
    """An operator or a bracket that is not complete: `build` takes all values from number `first` on.

    A bracket has rank 0 and ends with `closer`; one that `lists` takes values between commas.
    """

    rank: int
    first: int
    build: Callable[..., _Sized]
    closer: str = ""
    lists: bool = False


class _Parsing:
    """One text on its way through: the values so far, and what waits for more of them, outermost first."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._values: list[_Sized] = []
        self._waiting: list[_Waiting] = []

    def run(self) -> _Sized:
        self._operand()
        while self._skip_space() < len(self._text):
            self._go_on(self._take(_AFTER))
        self._reduce(_CHOICE)
        if self._waiting:
            self._unexpected(len(self._text))
        return self._values[0]

    def _operand(self) -> None:
        """Read up to the end of a value; the signs and brackets before it wait."""
        while True:
            found = self._take(_OPERAND)
            text, at = found[0], found.start()
            if found.lastgroup == "prefix":
                self._wait(_UNARY, partial(_unary, _SYMBOLS.get(text, text)))
            elif found.lastgroup == "bracket":
                self._wait(_BRACKET, _same, closer=")")
            elif found.lastgroup != "name":
                self._values.append(_LITERALS[found.lastgroup or ""](text, at))
                return
            elif not self._takes("("):
                self._values.append(_Sized(Variable(text, at)))
                return
            elif self._has_no_arguments(partial(_function, text, at), 0):
                return

    def _go_on(self, found: re.Match[str]) -> None:
        """Do what a sign behind a value asks for."""
        sign = _SYMBOLS.get(found[0], found[0])
        if found.lastgroup == "binary":
            self._reduce(_RANK[sign])
            self._wait(_RANK[sign], partial(_binary, sign), takes=1)
        elif sign == ".":
            if self._is_complete_member():
                return
        elif sign == "[":
            self._wait(_BRACKET, _item, takes=1, closer="]")
        elif sign == "?":
            self._reduce(_CHOICE + 1)
            self._wait(_BRACKET, _choice, takes=1, closer=":")
        elif self._closes(sign, found.start()):
            return
        self._operand()

    def _is_complete_member(self) -> bool:
        """Read `name` or `name(`; False where arguments follow."""
        name = self._take(NAME)[0]
        if self._takes("("):
            return self._has_no_arguments(partial(_call, name), 1)
        self._values.append(_property(self._values.pop(), name))
        return True

    def _has_no_arguments(self, build: Callable[..., _Sized], takes: int) -> bool:
        self._wait(_BRACKET, build, takes=takes, closer=")", lists=True)
        return self._takes(")") and self._build()

    def _closes(self, sign: str, at: int) -> bool:
        """End what `sign` ends; False where another value must follow."""
        self._reduce(_CHOICE)
        if not self._waiting:
            self._unexpected(at)
        inner = self._waiting[-1]
        if sign == "," and inner.lists:
            return False
        if sign != inner.closer:
            self._unexpected(at)
        if sign == ":":
            self._waiting[-1] = _Waiting(_CHOICE, inner.first, inner.build)
            return False
        return self._build()

    def _wait(
        self, rank: int, build: Callable[..., _Sized], *, takes: int = 0, closer: str = "", lists: bool = False
    ) -> None:
        self._waiting.append(_Waiting(rank, len(self._values) - takes, build, closer, lists))

    def _reduce(self, rank: int) -> None:
        """Complete what binds at least as tightly."""
        while self._waiting and self._waiting[-1].rank >= rank:
            self._build()

    def _build(self) -> bool:
        inner = self._waiting.pop()
        self._values[inner.first :] = [inner.build(*self._values[inner.first :])]
        return True

    def _skip_space(self) -> int:
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._skip_space())
        if found is None:
            self._unexpected(self._at)
        self._at = found.end()
        return found

    def _takes(self, sign: str) -> bool:
        there = self._text.startswith(sign, self._skip_space())
        self._at += there
        return there

    def _unexpected(self, at: int) -> NoReturn:
        found = self._text[at : at + 12].strip()
        raise Unreadable(f"“{found}” is not expected here" if found else "it ends too early", at)


def _same(inside: _Sized) -> _Sized:
    return inside


def _choice(condition: _Sized, yes: _Sized, no: _Sized) -> _Sized:
    return _Sized(Choice(condition.node, yes.node, no.node), condition, yes, no)


def _binary(symbol: str, left: _Sized, right: _Sized) -> _Sized:
    return _Sized(Binary(symbol, left.node, right.node), left, right)


def _unary(symbol: str, operand: _Sized) -> _Sized:
    return _Sized(Unary(symbol, operand.node), operand)


def _function(name: str, at: int, *arguments: _Sized) -> _Sized:
    if name != "secret":
        raise Unreadable(f"there is no function “{name}”", at, "expression.unknown-function")
    given = arguments[0].node if len(arguments) == 1 else None
    if not (isinstance(given, Literal) and isinstance(given.value, str)):
        raise Unreadable('secret takes one name in quotes, such as secret("mail")', at)
    return _Sized(Secret(given.value))


def _property(base: _Sized, name: str) -> _Sized:
    return _Sized(Index(base.node, Literal(name)), base)


def _item(base: _Sized, key: _Sized) -> _Sized:
    return _Sized(Index(base.node, key.node), base, key)


def _call(method: str, base: _Sized, *arguments: _Sized) -> _Sized:
    return _Sized(Call(base.node, method, tuple(argument.node for argument in arguments)), base, *arguments)


def _float(text: str, at: int) -> _Sized:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise Unreadable("this number is too large", at)
    return _Sized(Literal(value))


def _integer(text: str, at: int) -> _Sized:
    if len(text) > MAX_BITS or int(text).bit_length() > MAX_BITS:
        raise Unreadable("this number is too large", at)
    return _Sized(Literal(int(text)))


def _string(text: str, at: int) -> _Sized:
    strange = next((found for found in _ESCAPE.finditer(text[1:-1]) if found[1] not in ("\\", text[0])), None)
    if strange:
        reason = f"in a text, “{strange[0]}” is no escape: only the quote and the backslash have one"
        raise Unreadable(reason, at + 1 + strange.start())
    return _Sized(Literal(_ESCAPE.sub(r"\1", text[1:-1])))


def _constant(text: str, at: int) -> _Sized:
    return _Sized(Literal(_CONSTANTS[text]))


_LITERALS: dict[str, Callable[[str, int], _Sized]] = {
    "float": _float,
    "integer": _integer,
    "string": _string,
    "constant": _constant,
}
