"""Store: everything that happened in runs, and all that is needed to go on with them, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, NamedTuple

from procos_studio.problems import Problem, Refused, error
from procos_studio.runtime.engine.rows import NOTHING, Changes, Key
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.reading import DamagedRow, checked, parsed, parsed_map
from procos_studio.runtime.tables import APPLICATION, FORMAT, MIGRATIONS, STANDING, create
from procos_studio.runtime.transaction import Transaction
from procos_studio.runtime.writing import write

_MAGIC = b"SQLite format 3\0"
_PATIENCE = 5.0


class Synchronous(StrEnum):
    """When a commit is on the disk: at once, so that not even a power cut loses it, or a little later."""

    NORMAL = "normal"
    FULL = "full"


class SavedInstance(NamedTuple):
    """An instance in the store; `status` is running, done, failed or cancelled, times are epoch seconds."""

    id: str
    process: str
    digest: str
    business_key: str
    parent: str
    started: float
    status: str
    ended: float | None


class SavedVersion(NamedTuple):
    """One version of a process: `number` counts from 1, `deployed` is in epoch seconds."""

    process: str
    number: int
    digest: str
    deployment: str
    deployed: float


class Store:
    """An open store; `tables.py` says what is in it. Whoever writes to it owns it, and only one can.

    Each `commit` is one transaction, and acknowledged when it returns: the death of this process loses nothing of it.
    A power cut may lose the last moments, unless `synchronous` is full. Every failure is Refused. One that lies where
    nothing can be written can be looked at.
    """

    def __init__(self, path: str | Path, synchronous: Synchronous = Synchronous.NORMAL) -> None:
        self.path = Path(path)
        self._synchronous = synchronous
        self._owner: sqlite3.Connection | None = None
        self._lock = Lock()
        self._is_fixed = False
        self._look_first()
        try:
            self._open(self.path)
        except Refused as refused:
            if not self.path.exists() or refused.problems[0].code not in ("store.unopenable", "store.read-only"):
                raise
            self._look_only()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # writing ------------------------------------------------------------------------------------------------------

    def own(self) -> None:
        """Become the only one that may write until `close`, or until this process dies, however it does."""
        if self._owner is not None:
            return
        if self._is_fixed:
            raise Refused(self._problem(*_READ_ONLY))
        # a lock of SQLite's on a file beside: it ends with the process on every system, and readers may still read
        with self._explained():
            owner = sqlite3.connect(f"{self.path}-owner", timeout=0, isolation_level=None)
        try:
            owner.execute("begin exclusive")
        except sqlite3.Error as exc:
            owner.close()
            if getattr(exc, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                hint = "Wait until it has ended, or stop it."
                raise Refused(self._problem("owned", "is in use by another run", hint)) from exc
            raise Refused(self._explain(exc)) from exc
        self._owner = owner

    def commit(
        self,
        events: Sequence[RunEvent],
        changes: Changes = NOTHING,
        sources: Mapping[str, bytes] | None = None,
        versions: Sequence[SavedVersion] = (),
    ) -> None:
        """Add events and versions, let the live state change with them, and keep XML by its digest: all or nothing."""
        transaction = Transaction()
        self.add(transaction, events, changes)
        transaction.sources.update(sources or {})
        transaction.versions.extend(versions)
        self.write(transaction)

    def add(self, transaction: Transaction, events: Sequence[RunEvent], changes: Changes) -> None:
        """Gather these for a `write`."""
        try:
            transaction.add(events, changes)
        except (ValueError, TypeError, RecursionError) as exc:
            hint = "Variables are JSON: texts, numbers, true, false, null, lists and maps, not too deep."
            raise Refused(self._problem("value", "cannot keep a value that is not JSON", hint)) from exc

    def write(self, transaction: Transaction) -> None:
        """Write what has been gathered: all or nothing. Any thread may, one at a time."""
        self.own()
        with self._lock, self._explained(), self._transaction():
            write(self._db, transaction)

    # reading ------------------------------------------------------------------------------------------------------

    def instances(self) -> tuple[SavedInstance, ...]:
        """All instances, in the order in which they began."""
        return self._instances("")

    def living(self) -> tuple[SavedInstance, ...]:
        """The instances that live, in the order in which they began."""
        return self._instances(" where id in (select distinct instance from live)")

    def _instances(self, only: str) -> tuple[SavedInstance, ...]:
        with self._explained():
            found = self._reading.execute(f"select * from instance{only} order by started, length(id), id")
            return tuple(SavedInstance(*checked(row, "sssssts?", "the instances")) for row in found)

    def versions(self, process: str = "") -> tuple[SavedVersion, ...]:
        """The versions of one process, or of all, the oldest first."""
        only, values = (" where process = ?", (process,)) if process else ("", ())
        with self._explained():
            found = self._reading.execute(f"select * from version{only} order by process, number", values)
            return tuple(SavedVersion(*checked(row, "snsst", "the versions")) for row in found)

    def events(self, instance: str = "") -> Iterator[RunEvent]:
        """The events of one instance, or of all, in their order."""
        only, values = (" where instance = ?", (instance,)) if instance else ("", ())
        return self._events(f"{only} order by seq", values)

    def _events(self, only: str, values: tuple[str, ...]) -> Iterator[RunEvent]:
        query = f"select seq, instance, kind, element, token, time, data from event{only}"
        with self._explained():
            for row in self._reading.execute(query, values):
                seq, of, kind, element, token, time, data = checked(row, "nssssts", "the events")
                yield RunEvent(seq, of, EventKind(kind), element, token, time, parsed_map(data, "the events"))

    def latest(self, instance: str, token: str, kind: EventKind) -> RunEvent | None:
        """The last event of one of the kinds in `tables.STANDING` that a token has had; None where it had none."""
        only = f" where instance = ? and token = ? and kind = ? and kind in {STANDING} order by seq desc limit 1"
        return next(self._events(only, (instance, token, kind.value)), None)

    def last_seq(self) -> int:
        """The number of the last event; 0 where there is none."""
        with self._explained():
            (last,) = self._reading.execute("select max(seq) from event").fetchone()
        return int(last or 0)

    def last_time(self) -> float:
        """When the last event happened (epoch seconds); 0 where there is none."""
        with self._explained():
            row = self._reading.execute("select time from event order by seq desc limit 1").fetchone()
            return float(checked(row, "t", "the events")[0]) if row is not None else 0.0

    def live(self, instance: str | None = None) -> Iterator[tuple[Key, Any]]:
        """The rows of the live state: all of them, or those of one instance (`""`: the engine's own)."""
        only, values = ("", ()) if instance is None else (" where instance = ?", (instance,))
        with self._explained():
            for row in self._reading.execute(f"select * from live{only}", values):
                of, token, part, name, data = checked(row, "sssss", "what lives")
                yield (of, token, part, name), parsed(data, "what lives")

    def learned(self) -> dict[tuple[str, str], Any]:
        """What runs have learned, by what it is about and a name; the latest of very much."""
        with self._explained():
            found = self._reading.execute("select about, name, data from learned order by rowid desc limit 2000")
            rows = [checked(row, "sss", "what was learned") for row in found]
            return {(about, name): parsed(data, "what was learned") for about, name, data in rows}

    def source(self, digest: str) -> bytes:
        """The XML with this digest. Refused where there is none, or other XML."""
        with self._explained():
            row = self._reading.execute("select xml from source where digest = ?", (digest,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise Refused(self._problem("damaged", f"lacks the diagram {digest[:12]}", "Keep the file for a rescue."))
        if sha256(row[0]).hexdigest() != digest:
            changed = f"holds a diagram that is not what it was: {digest[:12]}"
            raise Refused(self._problem("damaged", changed, "Keep the file for a rescue."))
        return row[0]

    @property
    def id(self) -> str:
        """What tells this store apart from every other."""
        return self._named("id")

    @property
    def nonce(self) -> str:
        """What tells the stand-ins for secrets in this store apart from mere text."""
        return self._named("nonce")

    def _named(self, name: str) -> str:
        with self._explained():
            row = self._reading.execute("select value from world where name = ?", (name,)).fetchone()
        if row is None or not isinstance(row[0], str):
            raise Refused(self._problem("damaged", f"lacks its {name}", "Keep the file for a rescue."))
        found: str = row[0]
        return found

    def close(self) -> None:
        """Close the file and give it up; may be called twice."""
        # a thread that writes is not torn away from what it has in its hands
        with self._lock:
            self._reading.close()
            self._db.close()
        if self._owner is not None:
            self._owner.close()

    # opening ------------------------------------------------------------------------------------------------------

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

    def _open(self, where: Path | str) -> None:
        with self._explained():
            # a run writes on a thread of its own, and reads what is whole on another connection
            self._db = self._connected(where)
        try:
            with self._explained():
                self._prepare()
                self._reading = self._connected(where)
        except BaseException:
            self._db.close()
            raise

    def _connected(self, where: Path | str) -> sqlite3.Connection:
        return sqlite3.connect(
            where, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, uri=self._is_fixed
        )

    def _look_only(self) -> None:
        """Open what lies where nothing can be written: SQLite would make files beside it even to read."""
        beside = Path(f"{self.path}-wal")
        if beside.exists() and beside.stat().st_size:
            words = f"lies where nothing can be written, and its last changes are still in {beside.name}"
            hint = "Copy both files to a folder that may be written, and look at them there."
            raise Refused(self._problem("read-only", words, hint))
        self._is_fixed = True
        self._open(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1")

    def _prepare(self) -> None:
        version = self._version()
        if not self._is_fixed:
            self._db.execute("pragma journal_mode = wal")
            self._db.execute(f"pragma synchronous = {self._synchronous}")
        if version < FORMAT:
            self.own()
            # whoever owned it until now may have done it already
            version = self._version()
            self._upgrade(MIGRATIONS[version - 1 :] if version else (create,))

    def _version(self) -> int:
        """The version of the file's format, 0 where nothing is in it. Raises Refused for what is no store of ours."""
        (application,) = self._db.execute("pragma application_id").fetchone()
        (version,) = self._db.execute("pragma user_version").fetchone()
        (tables,) = self._db.execute("select count(*) from sqlite_master").fetchone()
        if tables and application != APPLICATION:
            raise Refused(self._problem("foreign", "is a database of another program", "Choose another file."))
        if version > FORMAT:
            raise Refused(self._problem("newer", "was written by a newer ProcOS Studio", "Install the newer version."))
        if tables and version < 1:
            raise Refused(self._problem("damaged", "names no version of its format", "Keep the file for a rescue."))
        return int(version) if tables else 0

    def _upgrade(self, steps: Sequence[Callable[[sqlite3.Connection], None]]) -> None:
        if not steps:
            return
        with self._transaction():
            for step in steps:
                step(self._db)
            self._db.execute(f"pragma application_id = {APPLICATION}")
            self._db.execute(f"pragma user_version = {FORMAT}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        begun = False
        try:
            self._db.execute("begin immediate")
            begun = True
            yield
            self._seal()
        except BaseException:
            if begun and self._db.in_transaction:
                # a rollback that fails, too, leaves it to SQLite to undo the rest when the file is opened again
                with suppress(sqlite3.Error):
                    self._db.execute("rollback")
            raise

    def _seal(self) -> None:
        self._db.execute("commit")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, RecursionError, OverflowError) as exc:
            raise Refused(self._explain(exc)) from exc

    def _explain(self, failure: Exception) -> Problem:
        if isinstance(failure, DamagedRow):
            return self._problem("damaged", f"is damaged: {failure}", "Keep the file for a rescue.")
        if isinstance(failure, sqlite3.ProgrammingError):
            return self._problem("closed", "is closed", "Open it again.")
        name = getattr(failure, "sqlite_errorname", "")
        for start, code, message, hint in _FAILURES:
            if name.startswith(start):
                return self._problem(code, message, hint)
        return self._problem("damaged", "is damaged: a part of it cannot be read", "Keep the file for a rescue.")

    def _problem(self, code: str, message: str, hint: str) -> Problem:
        return error(f"store.{code}", f"The store {message}.", hint=hint, file=str(self.path))


_READ_ONLY = ("read-only", "may not be written", "Change its rights, or choose another file.")
_FAILURES = (
    ("SQLITE_FULL", "full", "cannot grow, because the disk is full", "Free some space, or store elsewhere."),
    ("SQLITE_BUSY", "locked", "is in use by another program", "Wait for it to end, or choose another file."),
    ("SQLITE_LOCKED", "locked", "is in use by another program", "Wait for it to end, or choose another file."),
    ("SQLITE_READONLY", *_READ_ONLY),
    ("SQLITE_PERM", *_READ_ONLY),
    ("SQLITE_AUTH", *_READ_ONLY),
    ("SQLITE_TOOBIG", "value", "cannot keep a value of more than a gigabyte", "Keep it in a file, and its name here."),
    ("SQLITE_NOMEM", "memory", "does not fit into the memory", "Close other programs, and try again."),
    ("SQLITE_CONSTRAINT", "damaged", "is damaged: a row is there already", "Keep the file for a rescue."),
    ("SQLITE_ERROR", "damaged", "is damaged: it lacks a part that every store has", "Keep the file for a rescue."),
    ("SQLITE_NOTADB", "no-database", "is no database", "Choose another file."),
    ("SQLITE_CORRUPT", "damaged", "is damaged", "Keep the file for a rescue, and choose another one."),
    ("SQLITE_CANTOPEN", "unopenable", "cannot be opened", "Check that the folder exists and may be written."),
    ("SQLITE_IOERR", "io", "cannot be read or written", "Check the disk and its free space."),
)
"""How SQLite's error names begin, the code and the sentence for a person, and the remedy."""
