"""Writing: a transaction's rows as few statements, and the thread on which a run lets its store write."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from procos_studio.runtime.transaction import Transaction

_MOST_VALUES = 32_766 if sqlite3.sqlite_version_info >= (3, 32) else 999
"""So many values SQLite takes in one statement."""

_SELECT = "select * from (values {}) where column1 is not null"
_EVENTS = f"insert into event {_SELECT}"
_INSTANCES = f"insert into instance {_SELECT}"
_SOURCES = f"insert or ignore into source {_SELECT}"
_VERSIONS = f"insert into version {_SELECT}"
_LEARNED = f"insert or replace into learned {_SELECT}"
_LIVE = f"insert or replace into live {_SELECT}"
_ENDED = (
    "insert or replace into instance select id, process, digest, business_key, parent, started, column2, column3"
    " from (values {}) join instance on id = column1"
)
_MOVED = "update instance set process = ?, digest = ? where id = ?"


def write(db: sqlite3.Connection, transaction: Transaction) -> None:
    """Write a transaction's rows, inside the caller's transaction of SQLite. Raises sqlite3.Error."""
    _insert(db, _SOURCES, 2, [value for row in transaction.sources.items() for value in row])
    _insert(db, _VERSIONS, 5, [value for row in transaction.versions for value in row])
    _insert(db, _LEARNED, 3, [value for key, text in transaction.learned.items() for value in (*key, text)])
    _insert(db, _EVENTS, 7, transaction.events)
    _insert(db, _INSTANCES, 8, [value for row in transaction.begun.values() for value in row])
    _insert(db, _ENDED, 3, transaction.ended)
    if transaction.moved:
        db.executemany(_MOVED, transaction.moved)
    _delete(db, ("instance",), list(transaction.gone))
    _delete(db, ("instance", "token"), [value for key in transaction.left for value in key])
    _delete(db, ("instance", "token", "part", "name"), [value for key in transaction.dropped for value in key])
    _insert(db, _LIVE, 5, transaction.put)


def _insert(db: sqlite3.Connection, statement: str, width: int, values: Sequence[Any]) -> None:
    """Insert rows of so many columns, whose values stand one after the other."""
    for size, chunk in _chunks(values, width, _MOST_VALUES):
        db.execute(_with_rows(statement, width, size), chunk)


def _delete(db: sqlite3.Connection, columns: tuple[str, ...], values: Sequence[str]) -> None:
    """Delete the rows of the live state with these values of these columns."""
    for size, chunk in _chunks(values, len(columns), _MOST_TERMS * len(columns)):
        db.execute(_of_any(columns, size), chunk)


_LARGEST = 512
"""So many rows make a statement at most: their values are handed over without letting anybody else at Python's lock."""

_MOST_TERMS = 128
"""So many rows are named in one condition: SQLite walks through it as deep as it is long."""


def _chunks(values: Sequence[Any], width: int, most: int) -> Iterator[tuple[int, Sequence[Any]]]:
    """Rows in few parts of few different sizes, powers of two, so that statements for them are prepared once.

    After each statement the thread has to ask for Python's lock again, which a busy event loop gives only every few
    milliseconds; a statement for each row would take for ever. The end of a part may be empty.
    """
    at, largest = 0, min(1 << ((most // width).bit_length() - 1), _LARGEST)
    while left := (len(values) - at) // width:
        size = min(1 << (left.bit_length() - 1), largest)
        if size < largest and left * 2 >= size * 3:
            size *= 2
        chunk = values[at : at + size * width]
        yield size, [*chunk, *(None,) * (size * width - len(chunk))]
        at += len(chunk)


@lru_cache(maxsize=128)
def _with_rows(statement: str, width: int, size: int) -> str:
    row = f"({', '.join('?' * width)})"
    return statement.format(", ".join([row] * size))


@lru_cache(maxsize=32)
def _of_any(columns: tuple[str, ...], size: int) -> str:
    one = f"({' and '.join(f'{column} = ?' for column in columns)})"
    return f"delete from live where {' or '.join([one] * size)}"


class Writer:
    """Writes on a thread of its own, one transaction after the other, in the order in which they come.

    It is the event loop's that is told; a thread pool with its two kinds of futures takes twice as long for that.
    """

    def __init__(self, write: Callable[[Transaction], None]) -> None:
        self._write = write
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._thread: Thread | None = None

    def write(self, transaction: Transaction, landed: Callable[[BaseException | None], None]) -> None:
        """Let the transaction be stored; `landed` is told on the running event loop, with what went wrong."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="store", daemon=True)
            self._thread.start()
        self._orders.put(_Order(transaction, asyncio.get_running_loop(), landed))

    def close(self) -> None:
        """End the thread, after what it was given."""
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join()

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            failure: BaseException | None = None
            try:
                self._write(order.transaction)
            except BaseException as exc:
                failure = exc
            # a loop that has ended without waiting has nobody left who could be told
            with suppress(RuntimeError):
                order.loop.call_soon_threadsafe(order.landed, failure)
            del order


class _Order(NamedTuple):
    transaction: Transaction
    loop: asyncio.AbstractEventLoop
    landed: Callable[[BaseException | None], None]
