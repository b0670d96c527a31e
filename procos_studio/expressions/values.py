"""Values and coercions: JSON values as JUEL sees the Java ones.

Source: Unified Expression Language 2.2, chapter 1.18 (coercion), as org.camunda.bpm.impl.juel implements it.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

from procos_studio.expressions.syntax import MAX_BITS, MAX_RESULT

Number = int | float
_LONGEST = 400
_FLOATING = re.compile(r"[.eE]")
_INTEGER = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*")


class ExpressionError(Exception):
    """An expression has no value for these variables; the message says why."""


def kind(value: Any) -> str:
    """What to call a value in a sentence."""
    if value is None:
        return "null"
    names = {bool: "a truth value", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a map"}
    return names.get(type(value), type(value).__name__)


def to_number(value: Any) -> Number:
    """Null and "" are 0, a text is read; truth values, lists and maps are refused."""
    if type(value) in (int, float):
        return checked(value)
    if value is None or value == "":
        return 0
    if isinstance(value, str):
        return _read(value)
    raise ExpressionError(f"{kind(value)} is not a number")


def to_comparable(value: Any, other: Any) -> Number:
    """What a comparison with the number `other` makes of `value`: beside a whole number a text must be one too."""
    if isinstance(value, str) and value and isinstance(other, int) and not _INTEGER.fullmatch(value):
        raise ExpressionError(f"“{value[:40]}” is not a whole number")
    return to_number(value)


def _read(text: str) -> Number:
    shape = _DECIMAL if _FLOATING.search(text) else _INTEGER
    if len(text) > _LONGEST or not shape.fullmatch(text):
        raise ExpressionError(f"“{text[:40]}” is not a number")
    return checked(float(text) if shape is _DECIMAL else int(text))


def checked(value: Number) -> Number:
    """The number itself, when it is within the limits."""
    if isinstance(value, int):
        if value.bit_length() > MAX_BITS:
            raise ExpressionError(f"the number has more than {MAX_BITS} bits")
    elif not math.isfinite(value):
        raise ExpressionError("the result is not a finite number")
    return value


def to_boolean(value: Any) -> bool:
    """Null and "" are false, a text is true only when it says "true"; numbers are refused."""
    if isinstance(value, bool):
        return value
    if value is None or value == "":
        return False
    if isinstance(value, str):
        return value.lower() == "true"
    raise ExpressionError(f"{kind(value)} is neither true nor false")


def to_text(value: Any) -> str:
    """How Java prints it: null is "", 1.0 is "1.0", a list is "[a, b]", a map "{k=v}"; at most 10,000 characters."""
    text = _printed(value, 0)
    return limited("" if value is None else text)


def limited(text: str) -> str:
    """The text itself, when it is within the limits."""
    if len(text) > MAX_RESULT:
        raise ExpressionError(f"the text is longer than {MAX_RESULT:,} characters")
    return text


def _printed(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _java_double(value)
    if isinstance(value, int):
        return str(checked(value))
    if not isinstance(value, list | dict):
        raise ExpressionError(f"{kind(value)} is no JSON value")
    if depth > 20 or len(value) > MAX_RESULT:
        raise ExpressionError(f"{kind(value)} is too large for a text")
    if isinstance(value, dict):
        inside = (f"{key}={_printed(item, depth + 1)}" for key, item in value.items())
        return limited("{" + ", ".join(inside) + "}")
    return limited("[" + ", ".join(_printed(item, depth + 1) for item in value) + "]")


def _java_double(value: float) -> str:
    """`Double.toString`: plain from 1e-3 up to 1e7, else d.dE±n (Java SE API, java.lang.Double)."""
    if value == 0 or 1e-3 <= abs(value) < 1e7 or not math.isfinite(value):
        return repr(value)
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    first, rest = str(digits[0]), "".join(map(str, digits[1:]))
    return f"{'-' if sign else ''}{first}.{rest or '0'}E{int(exponent) + len(digits) - 1}"
