"""Links: what the notes of an element point at, and which of that may be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from procos_studio.edits.wording import Part, texts
from procos_studio.model.elements import Element
from procos_studio.problems import Problem, Refused, error

_LINK = re.compile(
    r"\[(?P<name>[^\]\n]{1,200})\]\((?P<place>[^()\s]{1,2000})\)"
    r"|(?P<bare>[A-Za-z][A-Za-z0-9+.-]{1,15}://[^\s<>\"')\]]{1,2000})"
)
"""`[name](place)`, as in Markdown, or an address by itself."""
_DOCUMENTS = frozenset(
    (
        *(".md", ".txt", ".pdf", ".html", ".htm", ".docx", ".odt", ".xlsx", ".ods"),
        *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".csv", ".json", ".xml", ".bpmn", ".dmn"),
    )
)
"""Endings of files that are shown, not run."""


class Link(NamedTuple):
    """What it is called, and the address or path that it leads to."""

    name: str
    place: str


def links_of(element: Element) -> tuple[Link, ...]:
    """The links in the notes of an element, and in the text of an annotation, each once."""
    notes = (text.text for text in texts(element) if text.part is Part.NOTE)
    return tuple(dict.fromkeys(link for note in notes for link in _links(note)))


def _links(text: str) -> Iterator[Link]:
    for found in _LINK.finditer(text):
        place = found["place"] or found["bare"].rstrip(".,;:!?")
        yield Link(found["name"] or place, place)


def opened(link: Link, folder: Path | None) -> str | Path:
    """The address, or the file beside the diagram (in `folder` or below it), to which a link leads.

    Raises Refused for anything but http, https and documents there: a link comes with a file from anywhere.
    """
    try:
        parts = urlsplit(link.place)
    except ValueError as failure:
        raise Refused(_no_link(link.place)) from failure
    if parts.scheme in ("http", "https"):
        if not parts.hostname or parts.username is not None:
            raise Refused(_no_link(link.place))
        return link.place
    if parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost"):
        raise Refused(_no_link(link.place))
    return _document(unquote(parts.path), folder)


def _document(name: str, folder: Path | None) -> Path:
    if folder is None:
        hint = "Save the diagram first."
        raise Refused(error("link.no-folder", "A link to a file counts from where the diagram is.", hint=hint))
    home = folder.resolve()
    path = (home / name).resolve()
    if not path.is_relative_to(home):
        hint = "Put the file beside the diagram, or below its folder."
        raise Refused(error("link.outside", f"“{name[:80]}” is not in the folder of the diagram.", hint=hint))
    if path.suffix.lower() not in _DOCUMENTS:
        raise Refused(error("link.no-document", f"“{name[:80]}” is no document.", hint="Programs are not opened."))
    if not path.is_file():
        raise Refused(error("link.missing", f"There is no file “{name[:80]}” beside the diagram."))
    return path


def _no_link(place: str) -> Problem:
    hint = "Links lead to https addresses, and to documents in the folder of the diagram."
    return error("link.refused", f"“{place[:80]}” is not opened.", hint=hint)
