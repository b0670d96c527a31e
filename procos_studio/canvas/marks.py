"""Marks: what a run, a check or a search says about elements, in layers beside the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from PySide6.QtCore import QLocale

from procos_studio.problems import Problem, Severity


class State(StrEnum):
    """How far a run is with an element; for a flow `DONE` means that it was taken."""

    IDLE = "idle"
    ACTIVE = "active"
    DONE = "done"
    WAITING = "waiting"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Light(StrEnum):
    """The verdict of one stage of the pipeline."""

    OFF = "off"
    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


class Breakpoint(StrEnum):
    """Whether a run stops before an element: never, always, where a condition holds, or not now."""

    NONE = ""
    ALWAYS = "always"
    CONDITION = "condition"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Mark:
    """What to show on one element.

    `lights` are the five stages start, test, gateway, validation, completion (empty: none known). `tokens` counts the
    tokens that wait here, `done` the completed passes. `note` is one line above the element. `duration` is in seconds.
    `severity` and `problems` tell of findings. `heat` is 0..1. `found` marks a search hit, `dimmed` what is out of
    scope, `breakpoint` that a run stops before it, `is_now` that it has stopped there.
    """

    state: State = State.IDLE
    lights: tuple[Light, ...] = ()
    tokens: int = 0
    done: int = 0
    note: str = ""
    duration: float | None = None
    severity: Severity | None = None
    problems: tuple[Problem, ...] = ()
    heat: float | None = None
    found: bool = False
    dimmed: bool = False
    breakpoint: Breakpoint = Breakpoint.NONE
    is_now: bool = False


NONE = Mark()
_DEFAULTS = {item.name: getattr(NONE, item.name) for item in fields(Mark)}


def merged(marks: Iterable[Mark]) -> Mark:
    """One mark of several; where two say different things, the later wins."""
    result = NONE
    for mark in marks:
        if result is NONE:
            result = mark
            continue
        said = {name: value for name in _DEFAULTS if (value := getattr(mark, name)) != _DEFAULTS[name]}
        result = replace(result, **said)
    return result


class Layers:
    """The marks of a canvas, by layer name and element id."""

    def __init__(self) -> None:
        self._layers: dict[str, dict[str, Mark]] = {}

    def put(self, layer: str, marks: Mapping[str, Mark]) -> frozenset[str]:
        """Replace a layer; the ids of the elements whose mark may differ now."""
        before = self._layers.get(layer, {})
        after = {element: mark for element, mark in marks.items() if mark != NONE}
        self._layers[layer] = after
        return frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))

    def update(self, layer: str, marks: Mapping[str, Mark]) -> frozenset[str]:
        """Change some marks of a layer and keep the others; the ids whose mark may differ now."""
        known = self._layers.setdefault(layer, {})
        touched = frozenset(element for element, mark in marks.items() if known.get(element, NONE) != mark)
        for element in touched:
            if marks[element] == NONE:
                known.pop(element, None)
            else:
                known[element] = marks[element]
        return touched

    def of(self, element: str) -> Mark:
        """What to show on an element, over all layers."""
        if not self._layers:
            return NONE
        return merged(known[element] for known in self._layers.values() if element in known)

    def elements(self) -> frozenset[str]:
        """The ids of all marked elements."""
        return frozenset(element for known in self._layers.values() for element in known)


def spoken(seconds: float) -> str:
    """A duration as the canvas writes it: `12 ms`, `1.4 s` (or `1,4 s`), `3 min 05 s`, `2 h 10 min`."""
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms" if seconds >= 0.001 else f"{QLocale().toString(seconds * 1000, 'f', 1)} ms"
    if seconds < 60:
        return f"{QLocale().toString(seconds, 'f', 1)} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"
