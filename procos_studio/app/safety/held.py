"""Held: a copy that an earlier studio left, read, and kept from every other studio while it is offered here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from procos_studio.app.safety.copy import VERSION, About, throw_away


class Unsaved(NamedTuple):
    """What a copy holds: `edits` are labels with their elements, still encoded; `typed` are texts by what they are."""

    about: About
    base: bytes
    edits: tuple[tuple[str, str], ...]
    typed: Mapping[str, str]


class Held:
    """No other studio can read it, nor offer it, until it is let go or this one ends."""

    def __init__(self, path: Path, db: sqlite3.Connection, unsaved: Unsaved) -> None:
        self.path, self.unsaved = path, unsaved
        self._db = db

    def let_go(self) -> None:
        """Let others have it."""
        self._db.close()

    def remove(self) -> None:
        """Delete it. Raises OSError."""
        self.let_go()
        throw_away(self.path)


def hold(path: Path) -> Held | None:
    """The copy of this path; None where its studio still lives, another one offers it, or it is gone.

    Raises sqlite3.Error, ValueError or OSError where it is damaged.
    """
    if not path.is_file():
        return None
    # a thread deletes it once another copy has taken its place
    db = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        db.execute("begin exclusive")
        return Held(path, db, _read(db))
    except BaseException as failure:
        db.close()
        if getattr(failure, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            return None
        raise


def _read(db: sqlite3.Connection) -> Unsaved:
    if db.execute("pragma quick_check(1)").fetchone() != ("ok",):
        raise ValueError("the file is damaged")
    facts: Mapping[str, str] = dict(db.execute("select name, value from about"))
    if facts.get("version") != VERSION:
        raise ValueError("another version wrote the file")
    try:
        about = About(facts["path"], facts["title"], facts["on_disk"], int(facts["saved"]), float(facts["changed"]))
    except KeyError as failure:
        raise ValueError("the file is not whole") from failure
    row = db.execute("select data from base").fetchone()
    if row is None or not isinstance(row[0], bytes):
        raise ValueError("the file is not whole")
    edits = tuple(db.execute("select label, elements from edits order by number"))
    return Unsaved(about, row[0], edits, dict(db.execute("select name, text from typed")))
