"""Places: where elements stand in the text of a file, and what its parts are, found while it may not be XML yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_TAG = re.compile(r"<[^\s<>/!?][^\s<>/]*(?:\s[^<>]*?)?\s(id|bpmnElement)=(?:\"([^\"<]*)\"|'([^'<]*)')")
_SHOWS = re.compile(r"[^<>]*?\sbpmnElement=(?:\"([^\"<]*)\"|'([^'<]*)')")


class Places:
    """Of one text. Positions count characters."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._elements: list[str] = []
        self._own: dict[str, int] = {}
        for match in _TAG.finditer(text):
            attribute, one, other = match.groups()
            shown = _SHOWS.match(text, match.end()) if attribute == "id" else None
            element = (shown[1] or shown[2]) if shown else one or other
            self._starts.append(match.start())
            self._elements.append(element or "")
            if attribute == "id" and not shown:
                self._own.setdefault(element, match.start())

    def of(self, element: str) -> int | None:
        """Where the tag of an element begins; None where it has none."""
        return self._own.get(element)

    def at(self, position: int) -> Iterator[str]:
        """The elements whose tags begin at or before a position, or that such a tag draws, the nearest first."""
        for index in range(bisect_right(self._starts, position) - 1, -1, -1):
            yield self._elements[index]


class Kind(StrEnum):
    """What a part of XML is, for its colour."""

    TAG = "tag"
    NAME = "name"
    VALUE = "value"
    COMMENT = "comment"


class Token(NamedTuple):
    """A part of a text, by its characters."""

    start: int
    end: int
    kind: Kind


_COARSE = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|(?P<tag><[^<]*?(?:>|(?=<)|\Z))", re.DOTALL
)
_FINE = re.compile(r"(?P<tag></?[\w:.-]*|/?>)|(?P<name>[\w:.-]+)(?=\s*=)|(?P<value>\"[^\"]*\"?|'[^']*'?)")


def tokens(text: str) -> Iterator[Token]:
    """The coloured parts of a piece of XML, which may begin and end anywhere."""
    for part in _COARSE.finditer(text):
        if part["tag"] is None:
            yield Token(part.start(), part.end(), Kind.COMMENT)
            continue
        for match in _FINE.finditer(text, part.start(), part.end()):
            yield Token(match.start(), match.end(), Kind(str(match.lastgroup)))


def units(text: str, characters: int) -> int:
    """How many UTF-16 units, in which Qt counts, the first characters of a text take."""
    return characters if text.isascii() else len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, wanted: int) -> int:
    """How many characters so many UTF-16 units are."""
    if text.isascii():
        return wanted
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * wanted].decode("utf-16-le", "replace"))


def changed_part(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts differ: the length of what they begin with alike, and where each one's own part ends."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if before[low:middle] == after[low:middle] else (low, middle - 1)
    start, low, high = low, 0, min(len(before), len(after)) - low
    while low < high:
        middle = (low + high + 1) // 2
        same = before[len(before) - middle : len(before) - low] == after[len(after) - middle : len(after) - low]
        low, high = (middle, high) if same else (low, middle - 1)
    return start, len(before) - low, len(after) - low
