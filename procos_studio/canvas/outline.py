"""Outline: gives the PDF that Qt writes its bookmarks and links, and takes out when it was written.

Qt's writer knows neither. They are added as PDF allows it (ISO 32000-1, 7.5.6): behind the file stands an update with
the objects that are new or other than before.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_NUMBER = re.compile(rb"(\d+) 0 R")
_ANNOTS = re.compile(rb"/Annots (\d+) 0 R")
_TIMES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
_IDENTITY = re.compile(rb"/ID \[ <([0-9a-f]+)> <[0-9a-f]+> \]")


class Entry(NamedTuple):
    """A page among the bookmarks; `depth` is 0 for the outermost."""

    title: str
    depth: int


class Link(NamedTuple):
    """A place of a page that leads to another one, counted from 0; in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    page: int


def finished(data: bytes, entries: Sequence[Entry], links: Sequence[Sequence[Link]]) -> bytes:
    """The PDF with one bookmark a page and these links of each page; the same for the same drawing at any time."""
    data = _timeless(data)
    root, size = _number(_ROOT, data), _number(_SIZE, data)
    pages = [int(number) for number in _NUMBER.findall(_match(_KIDS, data))]
    objects = {root: _object(data, root).replace(b">>", b"/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % size, 1)}
    objects |= dict(_bookmarks(entries, pages, size))
    for page, found in zip(pages, links, strict=True):
        annotations = b"\n".join(_annotation(link, pages) for link in found)
        objects[_number(_ANNOTS, _object(data, page))] = b"[ %s ]" % annotations
    return _updated(data, objects, root)


def _timeless(data: bytes) -> bytes:
    """Without times, and with an identity that the content gives; every byte stays at its place."""
    data = _TIMES.sub(lambda found: b" " * len(found[0]), data)
    digest = hashlib.sha512(_IDENTITY.sub(b"", data)).hexdigest().encode()
    return _IDENTITY.sub(lambda found: b"/ID [ <%s> <%s> ]" % ((digest[: len(found[1])],) * 2), data)


def _bookmarks(entries: Sequence[Entry], pages: Sequence[int], first: int) -> Iterator[tuple[int, bytes]]:
    """The outline at object `first`, and one item for each entry behind it."""
    above = [_above(entries, place) for place in range(len(entries))]
    inside = [[place for place in range(len(entries)) if above[place] == holder] for holder in range(-1, len(entries))]
    for place in range(-1, len(entries)):
        body, within = b"", inside[place + 1]
        if place >= 0:
            beside = inside[above[place] + 1]
            at = beside.index(place)
            body = b"/Title %s\n/Parent %d 0 R\n/Dest [%d 0 R /Fit]\n" % (
                _text(entries[place].title), first + 1 + above[place], pages[place]
            )  # fmt: skip
            body += b"/Prev %d 0 R\n" % (first + 1 + beside[at - 1]) if at else b""
            body += b"/Next %d 0 R\n" % (first + 1 + beside[at + 1]) if at + 1 < len(beside) else b""
        if within:
            ends = (first + 1 + within[0], first + 1 + within[-1], len(within))
            body += b"/First %d 0 R\n/Last %d 0 R\n/Count %d\n" % ends
        yield first + 1 + place, b"<<\n%s>>" % body


def _above(entries: Sequence[Entry], place: int) -> int:
    """The entry that holds another; -1 for the outline itself."""
    depth = entries[place].depth
    return next((before for before in range(place - 1, -1, -1) if entries[before].depth < depth), -1)


def _annotation(link: Link, pages: Sequence[int]) -> bytes:
    corners = b" ".join(b"%.2f" % value for value in link[:4])
    return b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] /Dest [%d 0 R /Fit] >>" % (
        corners, pages[link.page]
    )  # fmt: skip


def _text(text: str) -> bytes:
    """A text string of PDF, written so that no character needs an escape."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def _updated(data: bytes, objects: dict[int, bytes], root: int) -> bytes:
    """The file with an update behind it."""
    before, info, size = _number(_START, data), _number(_INFO, data), max(_number(_SIZE, data), max(objects) + 1)
    made, table = bytearray(data.rstrip(b"\0")), bytearray(b"xref\n")
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    identity = _IDENTITY.search(data)
    made += table + b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n/Prev %d\n" % (size, info, root, before)
    made += (identity[0] if identity else b"") + b"\n>>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(made)


def _object(data: bytes, number: int) -> bytes:
    return _match(re.compile(rb"(?:^|\n)%d 0 obj\n(.*?)\nendobj" % number, re.DOTALL), data)


def _number(pattern: re.Pattern[bytes], data: bytes) -> int:
    return int(_match(pattern, data))


def _match(pattern: re.Pattern[bytes], data: bytes) -> bytes:
    """The last place that fits; a PDF of Qt has it."""
    return bytes(pattern.findall(data)[-1])
