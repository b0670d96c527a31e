"""Signatures: what the methods of expressions and the functions of scripts take, and in which call a place is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from procos_studio.expressions.completing import opening_before


class Signature(NamedTuple):
    """A method or function with what it takes, and in a few words what it gives."""

    name: str
    parameters: tuple[str, ...]
    detail: str


class Call(NamedTuple):
    """A call that is being written, and the number of the argument (from 0) in which the place is."""

    signature: Signature
    argument: int


_METHODS = (
    Signature("charAt", ("place",), "the character at a place, from 0"),
    Signature("concat", ("text",), "both texts together"),
    Signature("contains", ("part",), "whether it holds this"),
    Signature("containsKey", ("key",), "whether the map has this key"),
    Signature("containsValue", ("value",), "whether the map has this value"),
    Signature("endsWith", ("end",), "whether it ends like this"),
    Signature("equals", ("other",), "whether both are the same"),
    Signature("equalsIgnoreCase", ("other",), "the same, small or capital"),
    Signature("get", ("key",), "what stands there; null where a map has no such key"),
    Signature("getOrDefault", ("key", "otherwise"), "what stands there, else the second"),
    Signature("indexOf", ("part",), "where it is first, from 0; -1 for nowhere"),
    Signature("lastIndexOf", ("part",), "where it is last, from 0; -1 for nowhere"),
    Signature("replace", ("old", "new"), "the text with the new instead of the old"),
    Signature("secret", ("name",), "a secret by its name, given when the process runs"),
    Signature("split", ("separator",), "the parts as a list"),
    Signature("startsWith", ("beginning",), "whether it begins like this"),
    Signature("substring", ("from", "to"), "the part from a place, from 0, up to another"),
)
_FUNCTIONS = (
    Signature("BpmnError", ("code", "message"), "raise it to throw a BPMN error"),
    Signature("any", ("items",), "whether one of them is true"),
    Signature("all", ("items",), "whether each of them is true"),
    Signature("enumerate", ("items", "start=0"), "number and item, one after the other"),
    Signature("float", ("value",), "as a number with a fraction"),
    Signature("int", ("value",), "as a whole number"),
    Signature("len", ("items",), "how many there are"),
    Signature("max", ("items",), "the largest"),
    Signature("min", ("items",), "the smallest"),
    Signature("print", ("values",), "writes a line into the log of the run"),
    Signature("range", ("start", "stop", "step"), "numbers up to, without, the stop"),
    Signature("round", ("number", "digits"), "rounded"),
    Signature("sorted", ("items", "key=…", "reverse=False"), "a new list in order"),
    Signature("str", ("value",), "as a text"),
    Signature("sum", ("items",), "all of them together"),
)
METHODS: Mapping[str, Signature] = {item.name: item for item in _METHODS}
FUNCTIONS: Mapping[str, Signature] = {item.name: item for item in _FUNCTIONS}

_PART = re.compile(
    r"""\"\"\"(?:\\.|.)*?(?:\"\"\"|\Z)|'''(?:\\.|.)*?(?:'''|\Z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|\#[^\n]*"""
    r"""|(?P<word>[^\W\d]\w*)?\s*(?P<sign>[()\[\]{},])""",
    re.DOTALL,
)
_FAR = 4_000
"""So many characters before a place are looked at."""


def call_in(text: str, at: int) -> Call | None:
    """The call of a method around a place of a text with `${}`."""
    opening = opening_before(text, at)
    return _around(text[max(opening, at - _FAR) : at], METHODS) if opening is not None else None


def call_in_script(text: str, at: int) -> Call | None:
    """The call of a function around a place of a Python script."""
    start = max(0, at - _FAR)
    return _around(text[text.rfind("\n", 0, start) + 1 : at], FUNCTIONS)


def _around(text: str, known: Mapping[str, Signature]) -> Call | None:
    """The innermost call that is open at the end of a text."""
    around: list[Call | None] = []
    for part in _PART.finditer(text):
        sign, signature = part["sign"], known.get(part["word"] or "")
        if sign == "(" and signature is not None:
            around.append(Call(signature, 0))
        elif sign in ("(", "[", "{"):
            around.append(None)
        elif sign == "," and around and (call := around[-1]) is not None:
            around[-1] = Call(call.signature, min(call.argument + 1, len(call.signature.parameters) - 1))
        elif sign in (")", "]", "}") and around:
            around.pop()
    return around[-1] if around else None
