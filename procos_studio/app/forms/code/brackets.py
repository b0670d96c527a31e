"""Brackets: which bracket belongs to the one beside the cursor."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from PySide6.QtGui import QTextCursor, QTextDocument

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MOST = 500
"""So many brackets are passed on the way to the other one; to look further would be felt at each key."""


def pair_at(cursor: QTextCursor, is_quoted: Callable[[int], bool]) -> tuple[int, int] | None:
    """The place of the bracket before the cursor, else of that behind it, and of its other one; None for no pair.

    `is_quoted` says whether a place is in a text or a comment, where brackets mean nothing.
    """
    text = _units(cursor.document())
    for at in (cursor.position() - 1, cursor.position()):
        sign = text[at] if 0 <= at < len(text) else ""
        if (sign in _CLOSING or sign in _OPENING) and not is_quoted(at):
            other = _other(text, at, is_quoted)
            return None if other is None else (at, other)
    return None


def _other(text: str, at: int, is_quoted: Callable[[int], bool]) -> int | None:
    sign, depth = text[at], 0
    wanted = re.compile("[" + re.escape(sign + (_CLOSING.get(sign) or _OPENING[sign])) + "]")
    if sign in _CLOSING:
        places = [found.start() for found in islice(wanted.finditer(text, at), _MOST)]
    else:
        places = [found.start() for found in wanted.finditer(text, 0, at + 1)][: -_MOST - 1 : -1]
    for place in places:
        if not is_quoted(place):
            depth += 1 if text[place] == sign else -1
            if not depth:
                return place
    return None


def _units(document: QTextDocument) -> str:
    """The text with two signs for one that Qt counts as two."""
    text = document.toRawText()
    if len(text) + 1 == document.characterCount():
        return text
    return "".join(sign if sign <= "\uffff" else "\0\0" for sign in text)
