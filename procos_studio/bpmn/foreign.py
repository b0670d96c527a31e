"""Foreign: a name in scripts of languages that are only looked at here, such as JavaScript, Groovy and FEEL."""

from __future__ import annotations

import re


def rename(source: str, old: str, new: str) -> str:
    """The script with the word `old` called `new`, otherwise letter for letter.

    Texts, comments, members (`order.total`) and keys (`{total: 1}`) stay; what `getVariable("total")` and the like name
    does not stay. What a function has for itself cannot be told apart, so a person has to look at it.
    """
    name = re.escape(old)
    call = rf"""(?P<call>\b(?:get|set|has|remove)Variable(?:Local)?\s*\(\s*(?P<quote>["'])){name}(?P=quote)"""
    other = r"""(?P<other>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|//[^\n]*|/\*.*?\*/|[{,]\s*[\w$]+\s*:(?!:))"""
    text = r"(?P<text>`(?:\\.|[^`\\])*`)"
    word = rf"(?<![\w$.]){name}(?![\w$])"

    def put(found: re.Match[str]) -> str:
        if found["text"]:
            return _INSET.sub(lambda part: rename(part[0], old, new), found["text"])
        return found["other"] or f"{found['call'] or ''}{new}{found['quote'] or ''}"

    return re.sub("|".join((call, other, text, word)), put, source, flags=re.DOTALL)


_INSET = re.compile(r"\$\{[^{}`]*\}")
"""An expression inside a JavaScript text."""
