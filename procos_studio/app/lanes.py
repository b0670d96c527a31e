"""Lanes: what each PDE did when, as segments of a timeline; computed from a run's events alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from procos_studio.runtime.events import EventKind, RunEvent

KINDS = ("general", "ai", "integration", "meta")
"""The kinds of PDE that always have a lane, in their order."""

PERSON = "person"
_MOST = 20_000


class Segment(NamedTuple):
    """One stage of one task. Times in epoch seconds; `end` is None while it lasts. `verdict` is as in `Light`."""

    element: str
    stage: str
    start: float
    end: float | None
    verdict: str
    detail: str


class Lane(NamedTuple):
    """The work of one PDE: its kind, its number among its kind (0 for a person), and its segments in order."""

    kind: str
    number: int
    segments: tuple[Segment, ...]


class Lanes:
    """Grows with the events of a run; the oldest segments beyond 20,000 are dropped."""

    def __init__(self) -> None:
        self._done: dict[str, list[Segment]] = {}
        self._open: dict[tuple[str, str, str, str], Segment] = {}
        self._count = 0

    def add(self, events: Iterable[RunEvent]) -> None:
        """Take in the next events."""
        for event in events:
            if event.kind is EventKind.STAGE_STARTED:
                self._open[_key(event)] = Segment(event.element, _text(event, "stage"), event.time, None, "running", "")
            elif event.kind is EventKind.STAGE_FINISHED:
                self._close(event)
        if self._count > _MOST:
            self._forget()

    def lanes(self) -> tuple[Lane, ...]:
        """One lane for each kind of PDE, more where several of a kind worked, and one for people who were asked."""
        found: dict[tuple[str, int], list[Segment]] = {(kind, 1): [] for kind in KINDS}
        for pde, segments in self._done.items():
            found.setdefault(_split(pde), []).extend(segments)
        for (_, _, _, pde), segment in self._open.items():
            found.setdefault(_split(pde), []).append(segment)
        order = sorted(found, key=lambda lane: (_rank(lane[0]), lane[1]))
        return tuple(Lane(kind, number, tuple(found[kind, number])) for kind, number in order)

    def _close(self, event: RunEvent) -> None:
        opened = self._open.pop(_key(event), None)
        start = opened.start if opened else event.time
        made = Segment(
            event.element, _text(event, "stage"), start, event.time, _text(event, "verdict"), _text(event, "detail")
        )
        self._done.setdefault(_text(event, "pde"), []).append(made)
        self._count += 1

    def _forget(self) -> None:
        for segments in self._done.values():
            del segments[: len(segments) // 4]
        self._count = sum(len(segments) for segments in self._done.values())


def _key(event: RunEvent) -> tuple[str, str, str, str]:
    return event.instance, event.token, _text(event, "stage"), _text(event, "pde")


def _text(event: RunEvent, name: str) -> str:
    return str(event.data.get(name, ""))


def _split(pde: str) -> tuple[str, int]:
    """`("ai", 2)` of `ai 2`; `("person", 0)` of a person."""
    kind, _, number = pde.rpartition(" ")
    return (kind, int(number)) if kind and number.isdigit() else (pde or KINDS[0], 0 if pde == PERSON else 1)


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)
