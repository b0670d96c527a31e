"""Store: the events of runs in one SQLite file, only ever added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from procos_studio.problems import Problem, Refused, error
from procos_studio.runtime.events import RunEvent

FORMAT = 1
"""The version of the file's format; a file with a higher one was written by a newer ProcOS Studio."""

_MAGIC = b"SQLite format 3\0"
_APPLICATION = 0x50524F53
_PATIENCE = 5.0
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_SCHEMA = """
create table run (id integer primary key, started real not null);
create table event (
    run integer not null references run, seq integer not null, instance text not null, kind text not null,
    element text not null, token text not null, time real not null, data text not null,
    primary key (run, seq)
) without rowid;
"""


class SavedRun(NamedTuple):
    """A run in the store: its number, and when it began (epoch seconds of its clock)."""

    id: int
    started: float


class Store:
    """An open store. What it appends is a new run, which begins with the first event.

    Each `append` is one transaction, and acknowledged when it returns: the death of this process loses nothing of it
    (a power cut may lose the last moments, for WAL is synced at checkpoints only). Every failure is Refused.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._run: int | None = None
        self._look_first()
        with self._explained():
            self._db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            with self._explained():
                self._prepare()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, events: Sequence[RunEvent]) -> None:
        """Add events of this run, all or none."""
        if not events:
            return
        with self._explained(), self._transaction():
            if self._run is None:
                began = self._db.execute("insert into run (started) values (?)", (events[0].time,))
                self._run = began.lastrowid
            rows = [
                (self._run, *event[:2], str(event.kind), *event[3:6], _ENCODE(dict(event.data))) for event in events
            ]
            self._db.executemany("insert into event values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def runs(self) -> tuple[SavedRun, ...]:
        """The runs, in the order in which they began."""
        with self._explained():
            return tuple(SavedRun(*row) for row in self._db.execute("select id, started from run order by id"))

    def events(self, instance: str = "", *, run: int | None = None) -> Iterator[RunEvent]:
        """The events of a run (default: the last), of one instance or of all, in their order."""
        chosen = self._last() if run is None else run
        only = " and instance = ?" if instance else ""
        query = f"select seq, instance, kind, element, token, time, data from event where run = ?{only} order by seq"
        names = ("seq", "instance", "kind", "element", "token", "time", "data")
        with self._explained():
            for row in self._db.execute(query, (chosen, instance) if instance else (chosen,)):
                yield RunEvent.from_json(dict(zip(names, row, strict=True)) | {"data": json.loads(row[-1])})

    def close(self) -> None:
        """Close the file; may be called twice."""
        self._db.close()

    def _last(self) -> int | None:
        runs = self.runs()
        return runs[-1].id if runs else None

    def _look_first(self) -> None:
        """Refuse any other kind of file: SQLite itself takes one of a few bytes for empty and writes over it."""
        try:
            with self.path.open("rb") as file:
                head = file.read(len(_MAGIC))
        except FileNotFoundError:
            return
        except OSError as exc:
            problem = self._problem("unopenable", f"cannot be opened: {exc.strerror or exc}", "Choose another file.")
            raise Refused(problem) from exc
        if head and head != _MAGIC:
            raise Refused(self._problem("no-database", "is no database", "Choose another file."))

    def _prepare(self) -> None:
        (application,) = self._db.execute("pragma application_id").fetchone()
        (version,) = self._db.execute("pragma user_version").fetchone()
        (tables,) = self._db.execute("select count(*) from sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise Refused(self._problem("foreign", "is a database of another program", "Choose another file."))
        if version > FORMAT:
            raise Refused(self._problem("newer", "was written by a newer ProcOS Studio", "Install the newer version."))
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        if not tables:
            header = f"pragma application_id = {_APPLICATION}; pragma user_version = {FORMAT};"
            self._db.executescript(f"begin immediate; {_SCHEMA} {header} commit;")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        begun, self_run = False, self._run
        try:
            self._db.execute("begin immediate")
            begun = True
            yield
            self._db.execute("commit")
        except BaseException:
            self._run = self_run
            if begun and self._db.in_transaction:
                self._db.execute("rollback")
            raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, RecursionError) as exc:
            raise Refused(self._explain(exc)) from exc

    def _explain(self, failure: Exception) -> Problem:
        name = getattr(failure, "sqlite_errorname", "")
        for start, code, message, hint in _FAILURES:
            if name.startswith(start):
                return self._problem(code, message, hint)
        return self._problem("failed", f"cannot be used: {failure}", "Look at the file, or choose another one.")

    def _problem(self, code: str, message: str, hint: str) -> Problem:
        return error(f"store.{code}", f"The store {message}.", hint=hint, file=str(self.path))


_FAILURES = (
    ("SQLITE_FULL", "full", "cannot grow, because the disk is full", "Free some space, or store elsewhere."),
    ("SQLITE_BUSY", "locked", "is in use by another program", "Wait for it to end, or choose another file."),
    ("SQLITE_LOCKED", "locked", "is in use by another program", "Wait for it to end, or choose another file."),
    ("SQLITE_READONLY", "read-only", "may not be written", "Change its rights, or choose another file."),
    ("SQLITE_NOTADB", "no-database", "is no database", "Choose another file."),
    ("SQLITE_CORRUPT", "damaged", "is damaged", "Keep the file for a rescue, and choose another one."),
    ("SQLITE_CANTOPEN", "unopenable", "cannot be opened", "Check that the folder exists and may be written."),
    ("SQLITE_IOERR", "io", "cannot be read or written", "Check the disk and its free space."),
)
"""How SQLite's error names begin, the code and the sentence for a person, and the remedy."""
