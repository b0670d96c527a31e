"""Copy: what of one document is not saved, in a file of its own: the bytes that it began with, each edit since, texts.

It is SQLite's, because a transaction of that is whole or not there however the process ends, and because its lock tells
whether the studio that writes it still lives.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from procos_studio.app.safety.encoding import encoded
from procos_studio.model.diff import Diff

SUFFIX = ".unsaved"
VERSION = "2"
_TABLES = """
create table about (name text primary key, value text not null);
create table base (data blob not null);
create table edits (number integer primary key, label text not null, elements text not null);
create table typed (name text primary key, text text not null);
"""


class About(NamedTuple):
    """Of which document: its file (`""`: none yet), what to call it, the digest of the file as it was last known, how
    many of the edits the file has (-1: no state of this history is in it), and when it changed last (epoch seconds).
    """

    path: str
    title: str
    on_disk: str
    saved: int
    changed: float


class Copy:
    """The writing side. Every method raises sqlite3.Error or OSError, and leaves the file as it was then."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None

    def begin(self, about: About, base: bytes, edits: Sequence[Diff], typed: Mapping[str, str]) -> None:
        """Write all of it; on a failure nothing is there. `typed` are texts that are no edits yet, by what they are."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            # made first, as its content is nobody else's to read
            self.path.touch(mode=0o600, exist_ok=False)
            self._db = sqlite3.connect(self.path, timeout=0, isolation_level=None, check_same_thread=False)
            # never given back: who gets the lock knows that we are gone
            self._db.execute("pragma locking_mode = exclusive")
            with _whole(self._db):
                _fill(self._db, about, base, edits, typed)
        except BaseException:
            self.remove()
            raise

    def renew(self, path: Path, about: About, base: bytes, edits: Sequence[Diff], typed: Mapping[str, str]) -> None:
        """Write all of it into another file; what there was before goes only once that is whole."""
        now = Copy(path)
        now.begin(about, base, edits, typed)
        self.let_go()
        before, self.path, self._db = self.path, now.path, now._db
        throw_away(before)

    def add(self, number: int, diff: Diff) -> None:
        """Note the edit of this number (from 1), instead of all from there on."""
        with self._changing() as db:
            db.execute("delete from edits where number >= ?", (number,))
            _insert(db, number, diff)

    def cut(self, count: int) -> None:
        """Keep this many edits only, as the others were undone."""
        with self._changing() as db:
            db.execute("delete from edits where number > ?", (count,))

    def note(self, typed: Mapping[str, str]) -> None:
        """Keep these texts instead of those before."""
        with self._changing() as db:
            db.execute("delete from typed")
            _note(db, typed)

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """After a failure nothing is added any more: what is there stays true, of an earlier moment."""
        if self._db is None:
            raise OSError("the copy is not being written")
        try:
            with _whole(self._db):
                yield self._db
                self._db.execute("update about set value = ? where name = 'changed'", (str(time.time()),))
        except BaseException:
            self.let_go()
            raise

    def remove(self) -> None:
        """Leave nothing behind."""
        self.let_go()
        throw_away(self.path)

    def let_go(self) -> None:
        """Close the file and keep it."""
        if self._db is not None:
            self._db.close()
            self._db = None


def _fill(db: sqlite3.Connection, about: About, base: bytes, edits: Sequence[Diff], typed: Mapping[str, str]) -> None:
    for statement in _TABLES.strip().split("\n"):
        db.execute(statement)
    facts = {"version": VERSION, **{name: _storable(str(value)) for name, value in about._asdict().items()}}
    db.executemany("insert into about values (?, ?)", facts.items())
    db.execute("insert into base values (?)", (base,))
    for number, diff in enumerate(edits, start=1):
        _insert(db, number, diff)
    _note(db, typed)


def _insert(db: sqlite3.Connection, number: int, diff: Diff) -> None:
    after = {key: change.after for key, change in diff.changes.items()}
    db.execute("insert into edits values (?, ?, ?)", (number, _storable(diff.label), encoded(after)))


def _note(db: sqlite3.Connection, typed: Mapping[str, str]) -> None:
    db.executemany("insert into typed values (?, ?)", ((name, _storable(text)) for name, text in typed.items()))


def throw_away(path: Path) -> None:
    """Delete a copy that nobody wants any more. Raises OSError."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


@contextmanager
def _whole(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise
    db.execute("commit")


def _storable(text: str) -> str:
    """Without lone surrogates, which UTF-8 has not."""
    return text.encode("utf-8", "replace").decode()
