"""Operators: arithmetic, comparison and logic with JUEL's coercions, each a function of values.

Source: Unified Expression Language 2.2, chapters 1.7 to 1.10.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from procos_studio.expressions.values import (
    ExpressionError,
    Number,
    checked,
    kind,
    to_boolean,
    to_comparable,
    to_number,
    to_text,
)

_PLAIN = frozenset({int, float})


def _arithmetic(compute: Callable[[Number, Number], Number]) -> Callable[[Any, Any], Number]:
    def apply(left: Any, right: Any) -> Number:
        if type(left) not in _PLAIN or type(right) not in _PLAIN:
            left, right = to_number(left), to_number(right)
        try:
            return checked(compute(left, right))
        except OverflowError:
            raise ExpressionError("the result is too large") from None

    return apply


def _divide(left: Any, right: Any) -> Number:
    if left is None and right is None:
        return 0
    dividend, divisor = to_number(left), to_number(right)
    if divisor == 0:
        raise ExpressionError("division by zero")
    try:
        return checked(float(dividend) / float(divisor))
    except OverflowError:
        raise ExpressionError("the result is too large") from None


def _remainder(left: Number, right: Number) -> Number:
    """The sign follows the dividend, as in Java."""
    if right == 0:
        raise ExpressionError("division by zero")
    if isinstance(left, float) or isinstance(right, float):
        return math.fmod(left, right)
    rest = abs(left) % abs(right)
    return rest if left >= 0 else -rest


def equal(left: Any, right: Any) -> bool:
    """JUEL's `==`: numbers by value, a text beside a number is read as one, null equals only null."""
    if left is None or right is None:
        return left is right
    kinds = (type(left), type(right))
    if kinds[0] in _PLAIN and kinds[1] in _PLAIN:
        return bool(left == right)
    if kinds[0] is kinds[1]:
        return identical(left, right)
    if kinds[0] in _PLAIN or kinds[1] in _PLAIN:
        return to_comparable(left, right) == to_comparable(right, left)
    if bool in kinds:
        return to_boolean(left) == to_boolean(right)
    if str in kinds:
        return to_text(left) == to_text(right)
    return False


def identical(left: Any, right: Any) -> bool:
    """Java's `equals`, as far as JSON values go: nothing is converted, not even 1 to 1.0, at any depth."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list):
        return len(left) == len(right) and all(map(identical, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(identical(value, right[key]) for key, value in left.items())
    return bool(left == right)


def _relation(compare: Callable[[Any, Any], bool], when_same: bool) -> Callable[[Any, Any], bool]:
    def apply(left: Any, right: Any) -> bool:
        if type(left) in _PLAIN and type(right) in _PLAIN:
            return compare(left, right)
        if left is None or right is None:
            return when_same and left is right
        if type(left) in _PLAIN or type(right) in _PLAIN:
            return compare(to_comparable(left, right), to_comparable(right, left))
        if isinstance(left, str) or isinstance(right, str):
            return compare(_utf16(to_text(left)), _utf16(to_text(right)))
        if isinstance(left, bool) and isinstance(right, bool):
            return compare(left, right)
        raise ExpressionError(f"{kind(left)} cannot be compared with {kind(right)}")

    return apply


def _utf16(text: str) -> bytes:
    """Java compares UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def is_empty(value: Any) -> bool:
    """Null, "", an empty list and an empty map."""
    return value is None or (isinstance(value, str | list | dict) and not value)


def _negative(value: Any) -> Number:
    return checked(-to_number(value))


def _not(value: Any) -> bool:
    return not to_boolean(value)


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": _arithmetic(operator.add),
    "-": _arithmetic(operator.sub),
    "*": _arithmetic(operator.mul),
    "%": _arithmetic(_remainder),
    "/": _divide,
    "==": equal,
    "!=": lambda left, right: not equal(left, right),
    "<": _relation(operator.lt, False),
    ">": _relation(operator.gt, False),
    "<=": _relation(operator.le, True),
    ">=": _relation(operator.ge, True),
}
UNARY: dict[str, Callable[[Any], Any]] = {"-": _negative, "!": _not, "empty": is_empty}
