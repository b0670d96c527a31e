"""Mending: what a value that is wrong was probably meant to be."""

from __future__ import annotations

import re

from procos_studio.expressions import compile_text, quick_fix
from procos_studio.expressions.text import is_literal
from procos_studio.library.definition import Parameter
from procos_studio.library.durations import from_words
from procos_studio.library.typed import check
from procos_studio.problems import Refused


def mend(parameter: Parameter, text: str) -> str | None:
    """A value that the parameter takes in place of `text`; None where `text` does, or nobody can tell."""
    if not text.strip() or not check(parameter, text):
        return None
    candidates = {
        "expression": _expression,
        "duration": from_words,
        "number": _number,
        "date": _date,
        "variable": _name,
        "secret": _secret,
    }
    made = candidates.get(parameter.type, _nothing)(text)
    return made if made is not None and not check(parameter, made) else None


def _nothing(text: str) -> str | None:
    return None


def _expression(text: str) -> str | None:
    """`${a == 1}` of `a === 1`, and `${done}` of `done`."""
    fixed = quick_fix(text)
    if fixed is not None or not is_literal(text):
        return fixed
    wrapped = f"${{{text.strip()}}}"
    try:
        return wrapped if compile_text(wrapped).reads else None
    except Refused:
        return None


def _number(text: str) -> str | None:
    """`0.5` of `0,5`, and `30` of `30 s`; a comma before three digits may mean thousands and is left to the person."""
    found = re.fullmatch(r"([+-]?\d+)(?:([.,])(\d+))?\s*[^\W\d]{0,10}", text.strip())
    if found is None or (found[2] == "," and len(found[3]) == _GROUP):
        return None
    return found[1].removeprefix("+") + (f".{found[3]}" if found[3] else "")


def _date(text: str) -> str | None:
    """`2027-01-31T00:00:00` of `31.1.2027`, with the time where one is said."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ,]+(\d{1,2}):(\d{2}))?", text.strip())
    if found is None:
        return None
    day, month, year, hour, minute = found.groups()
    time = f"{hour:0>2}:{minute}:00" if hour else "00:00:00"
    return f"{year}-{month:0>2}-{day:0>2}T{time}"


_GROUP = 3
"""So many digits stand between the signs of thousands."""


def _name(text: str) -> str | None:
    """`order_id` of `order id`, and `total` of `${total}`."""
    stripped = text.strip().removeprefix("${").removesuffix("}").strip()
    return "_".join(stripped.split()).replace("-", "_")


def _secret(text: str) -> str | None:
    """`${secret("mail")}` where only the name was written."""
    name = text.strip()
    return f'${{secret("{name}")}}' if name.isidentifier() and len(name) <= _LONGEST_NAME else None


_LONGEST_NAME = 12
"""A longer word is more probably the secret itself, which must not be written as if it were a name."""
