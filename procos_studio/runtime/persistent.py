"""A map and a sequence that never change: a changed copy shares almost everything with the old one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

V = TypeVar("V")

_WIDTH = 64
_CHUNK, _CHUNKS = 64, 16
_EMPTY: dict[str, Any] = {}


class Map(Mapping[str, V]):
    """Text keys to values. A change copies 64 pointers and one 64th of the entries.

    Iteration order means nothing; two maps are equal when their entries are.
    """

    __slots__ = ("_buckets", "_size")

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        buckets: list[dict[str, V]] = [_EMPTY] * _WIDTH
        for key, value in (items or {}).items():
            slot = hash(key) % _WIDTH
            if buckets[slot] is _EMPTY:
                buckets[slot] = {}
            buckets[slot][key] = value
        self._buckets = tuple(buckets)
        self._size = len(items or ())

    def __getitem__(self, key: str) -> V:
        return self._buckets[hash(key) % _WIDTH][key]

    def get_or(self, key: str, default: V) -> V:
        """The value of `key`, or `default`."""
        return self._buckets[hash(key) % _WIDTH].get(key, default)

    def __iter__(self) -> Iterator[str]:
        for bucket in self._buckets:
            yield from bucket

    def __len__(self) -> int:
        return self._size

    def __contains__(self, key: object) -> bool:
        return key in self._buckets[hash(key) % _WIDTH]

    def __repr__(self) -> str:
        return f"Map({dict(self.items())!r})"

    def put(self, key: str, value: V) -> Map[V]:
        """A map in which `key` has `value`."""
        slot = hash(key) % _WIDTH
        old = self._buckets[slot]
        return self._with(slot, {**old, key: value}, self._size + (key not in old))

    def without(self, key: str) -> Map[V]:
        """A map without `key`; this one where it has none."""
        slot = hash(key) % _WIDTH
        old = self._buckets[slot]
        if key not in old:
            return self
        return self._with(slot, {name: value for name, value in old.items() if name != key}, self._size - 1)

    def _with(self, slot: int, bucket: dict[str, V], size: int) -> Map[V]:
        fresh: Map[V] = Map.__new__(Map)
        fresh._buckets = (*self._buckets[:slot], bucket, *self._buckets[slot + 1 :])
        fresh._size = size
        return fresh


class MapDraft(Generic[V]):
    """A Map while many changes are made to it: each 64th of its entries is copied once at most."""

    __slots__ = ("_base", "_fresh", "_own", "_size")

    def __init__(self, base: Map[V]) -> None:
        self._base, self._size = base, len(base)
        self._fresh: list[dict[str, V]] | None = None
        self._own: set[int] = set()

    def __len__(self) -> int:
        return self._size

    def __contains__(self, key: str) -> bool:
        return key in (self._fresh or self._base._buckets)[hash(key) % _WIDTH]

    def get(self, key: str) -> V | None:
        """The value of `key`, or None."""
        return (self._fresh or self._base._buckets)[hash(key) % _WIDTH].get(key)

    def items(self) -> list[tuple[str, V]]:
        """All entries as they are now, in no order."""
        return [item for bucket in self._fresh or self._base._buckets for item in bucket.items()]

    def put(self, key: str, value: V) -> None:
        """Let `key` have `value`."""
        bucket = self._bucket(hash(key) % _WIDTH)
        self._size += key not in bucket
        bucket[key] = value

    def drop(self, key: str) -> None:
        """Forget `key`, where it is known."""
        slot = hash(key) % _WIDTH
        if key in (self._fresh or self._base._buckets)[slot]:
            del self._bucket(slot)[key]
            self._size -= 1

    def map(self) -> Map[V]:
        """The map with all changes; the one it began with where there were none. The draft is used up."""
        if self._fresh is None:
            return self._base
        done: Map[V] = Map.__new__(Map)
        done._buckets, done._size = tuple(self._fresh), self._size
        return done

    def _bucket(self, slot: int) -> dict[str, V]:
        if self._fresh is None:
            self._fresh = list(self._base._buckets)
        if slot not in self._own:
            self._own.add(slot)
            self._fresh[slot] = dict(self._fresh[slot])
        return self._fresh[slot]


class Trail(Generic[V]):
    """A sequence that grows at its end and holds the last 1,024 entries or a few more; an append copies at most 80
    pointers."""

    __slots__ = ("_full", "_tail")

    def __init__(self, items: Iterable[V] = ()) -> None:
        rest = tuple(items)
        whole = len(rest) // _CHUNK * _CHUNK
        self._full = tuple(rest[at : at + _CHUNK] for at in range(0, whole, _CHUNK))[-_CHUNKS:]
        self._tail = rest[whole:]

    def __iter__(self) -> Iterator[V]:
        for chunk in self._full:
            yield from chunk
        yield from self._tail

    def __len__(self) -> int:
        return len(self._full) * _CHUNK + len(self._tail)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trail) and (self._full, self._tail) == (other._full, other._tail)

    def __hash__(self) -> int:
        return hash((self._full, self._tail))

    def __repr__(self) -> str:
        return f"Trail({list(self)!r})"

    @property
    def last(self) -> V:
        """The newest entry; IndexError where there is none."""
        return self._tail[-1] if self._tail else self._full[-1][-1]

    def add(self, item: V) -> Trail[V]:
        """A sequence with `item` at its end; where it is long, without its first entries."""
        fresh: Trail[V] = Trail.__new__(Trail)
        tail = (*self._tail, item)
        is_full = len(tail) == _CHUNK
        fresh._full, fresh._tail = ((*self._full, tail)[-_CHUNKS:], ()) if is_full else (self._full, tail)
        return fresh
