"""Mending: what a value that is wrong was probably meant to be."""

from __future__ import annotations

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
    candidates = {"expression": _expression, "duration": from_words, "variable": _name, "secret": _secret}
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
