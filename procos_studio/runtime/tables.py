"""Tables: what stands in a store's SQLite file, and how the file of an older version becomes one of this."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from secrets import token_hex

APPLICATION = 0x50524F53
STANDING = "('ElementEntered', 'IncidentRaised', 'UserTaskCreated')"
"""The kinds of events that say how a token stands: they are found by it, so that a run is reopened without its past."""

SCHEMA = f"""
create table world (name text primary key, value text not null) without rowid;
create table source (digest text primary key, xml blob not null) without rowid;
create table instance (
    id text primary key, process text not null, digest text not null, business_key text not null,
    parent text not null, started real not null, status text not null, ended real
) without rowid;
create table event (
    seq integer primary key, instance text not null, kind text not null, element text not null,
    token text not null, time real not null, data text not null
);
create index event_of_instance on event (instance);
create index event_that_stands on event (instance, token, kind) where kind in {STANDING};
create table live (
    instance text not null, token text not null, part text not null, name text not null, data text not null,
    primary key (instance, token, part, name)
) without rowid;
create table version (
    process text not null, number integer not null, digest text not null, deployment text not null,
    deployed real not null, primary key (process, number)
) without rowid;
create table learned (
    about text not null, name text not null, data text not null, primary key (about, name)
);
"""
"""One file is one world: its instances share one numbering of events, instances and tokens.

`world` names it: `id` (part of the keys that services see), `nonce` (of the stand-ins for secrets).
`source` holds the XML of every diagram that was run, by the SHA-256 of its bytes. It is only ever added to; whatever
names a version of a definition points here.
`instance` lists every instance there ever was; `status` is `running`, `done`, `failed` or `cancelled`.
`version` numbers the versions of each process, from 1 in the order of their deployments.
`learned` is what runs have learned about the services that they call: `success` by name, `breaker` by place.
`event` is the timeline, only ever added to, without a gap in `seq`.
`live` is the engine's state (`runtime/engine/rows.py` says what its parts are), in rows that change by themselves; an
instance that has ended has none. Rows without an instance belong to the engine as a whole.
Events and live rows change in one transaction, so neither is ever ahead of the other."""

_ENDED = {"InstanceCompleted": "done", "InstanceFailed": "failed", "InstanceCancelled": "cancelled"}


def create(db: sqlite3.Connection) -> None:
    """Make the tables of an empty file, inside the caller's transaction."""
    for statement in SCHEMA.split(";"):
        if statement.strip():
            db.execute(statement)
    names = {"id": token_hex(8), "nonce": token_hex(8)}
    db.executemany("insert into world values (?, ?)", names.items())


def _one_world(db: sqlite3.Connection) -> None:
    """1 → 2: there were only the events of separate runs; every run's ids and numbers now differ from all others'."""
    db.execute("alter table event rename to old")
    create(db)
    query = "select run, instance, kind, element, token, time, data from old order by run, seq"
    for seq, (run, instance, kind, element, token, time, text) in enumerate(db.execute(query), start=1):
        data = json.loads(text)
        for name in ("scope", "parent"):
            if data.get(name):
                data[name] = f"r{run}{data[name]}"
        row = (seq, f"r{run}{instance}", kind, element, f"r{run}{token}" if token else "", time)
        db.execute("insert into event values (?, ?, ?, ?, ?, ?, ?)", (*row, json.dumps(data, ensure_ascii=False)))
        if kind == "InstanceStarted":
            about = (row[1], data.get("process", ""), "", data.get("business_key", ""), data.get("parent", ""), time)
            db.execute("insert into instance values (?, ?, ?, ?, ?, ?, 'cancelled', null)", about)
        elif kind in _ENDED:
            db.execute("update instance set status = ?, ended = ? where id = ?", (_ENDED[kind], time, row[1]))
    db.execute("drop table old")
    db.execute("drop table run")


def _versions(db: sqlite3.Connection) -> None:
    """2 → 3: processes have versions."""
    _make(db, "table version")


def _standing(db: sqlite3.Connection) -> None:
    """3 → 4: how tokens stand can be found by them, and what was learned about services is kept."""
    _make(db, "index event_that_stands")
    _make(db, "table learned")


def _make(db: sqlite3.Connection, what: str) -> None:
    """Make one thing, unless a file of version 1 has got it already with everything else."""
    start = SCHEMA.index(f"create {what}")
    text = SCHEMA[start : SCHEMA.index(";", start)]
    db.execute(text.replace(f"create {what}", f"create {what.replace(' ', ' if not exists ', 1)}"))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_one_world, _versions, _standing)
"""The step from version 1, from version 2 …; each turns a file of its version into one of the next."""

FORMAT = len(MIGRATIONS) + 1
"""The version of the file's format; a file with a higher one was written by a newer ProcOS Studio."""
