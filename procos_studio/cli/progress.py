"""A run on a terminal: one line for each task, with the five lights of its pipeline."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from time import monotonic
from typing import Protocol, TextIO

from procos_studio.cli.console import painted, printable
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.fold import Draft
from procos_studio.runtime.state import ElementState, Light, RunState, Status

_PASSES = 3
_FRAME = 0.05
_LEFT = {EventKind.ELEMENT_COMPLETED, EventKind.ELEMENT_CANCELLED}
_SAID = _LEFT | {EventKind.INCIDENT_RAISED, EventKind.RETRY_SCHEDULED, EventKind.LOG_WRITTEN}
_LIGHTS = {"": ("○", ".", "grey"), "running": ("◉", "o", "blue"), "passed": ("●", "*", "green")}
_LIGHTS |= {"failed": ("✕", "x", "red"), "skipped": ("◌", "-", "grey")}
_DARK = " " * 9
_COLOURS = {
    Status.RUNNING: "blue",
    Status.WAITING: "amber",
    Status.DONE: "green",
    Status.FAILED: "red",
    Status.CANCELLED: "grey",
}


class Progress(Protocol):
    """Something that shows a run while it runs."""

    def show(self, events: Sequence[RunEvent], state: RunState) -> None:
        """Show what has happened; `state` is the state after it."""
        ...

    def tick(self, state: RunState, now: float) -> None:
        """Time has passed; `now` in epoch seconds of the run's clock."""
        ...

    def close(self, state: RunState) -> None:
        """Show the end."""
        ...


class Silent:
    """Shows nothing."""

    def show(self, events: Sequence[RunEvent], state: RunState) -> None:
        """Nothing."""

    def tick(self, state: RunState, now: float) -> None:
        """Nothing."""

    def close(self, state: RunState) -> None:
        """Nothing."""


class Lines:
    """A line for every task that was left, retried or failed, and for what scripts print; each stays as it is.

    A task that is passed often gets its first lines only, and one in the end that counts the passes.
    """

    def __init__(self, diagram: Diagram, stream: TextIO) -> None:
        self._diagram, self._stream = diagram, stream
        self._words = Words(diagram, stream)
        self._shown: dict[str, int] = {}
        self._before = RunState.empty()

    def show(self, events: Sequence[RunEvent], state: RunState) -> None:
        """Write the lines of these events."""
        self._stream.write("".join(f"{line}\n" for line in self.of(events, state)))
        self._stream.flush()

    def of(self, events: Sequence[RunEvent], state: RunState) -> list[str]:
        """The lines of these events, each told as things stood at its moment."""
        draft, lines = Draft(*self._before), list[str]()
        for event in events:
            draft.add(event)
            if event.kind in _SAID and is_task(self._diagram, event.element) and state.is_at_home(event.instance):
                element = draft.of(event.instance).element(event.element)
                lines += self._lines(event, element) if element is not None else []
        self._before = state
        return lines

    def tick(self, state: RunState, now: float) -> None:
        """Nothing: a written line does not change."""

    def close(self, state: RunState) -> None:
        """Write the counts of what was passed often."""
        for key, shown in self._shown.items():
            element = state.elements[key]
            if shown > _PASSES:
                self._stream.write(f"{self._words.task(key, element)}  {element.entered:,} times\n")
        self._stream.flush()

    def _lines(self, event: RunEvent, element: ElementState) -> list[str]:
        if event.kind in _LEFT or event.kind is EventKind.INCIDENT_RAISED:
            shown = self._shown[event.element] = self._shown.get(event.element, 0) + 1
            return [self._words.task(event.element, element)] if shown <= _PASSES else []
        if event.kind is EventKind.RETRY_SCHEDULED:
            again = f"attempt {event.data['attempt']} of {event.data['attempts']} follows"
            return [f"{self._words.indent}{printable(str(event.data['message']))} · {again}"]
        if event.kind is EventKind.LOG_WRITTEN and self._shown.get(event.element, 0) < _PASSES:
            text = str(event.data.get("text", "")).splitlines()
            return [self._words.said(line) for line in text]
        return []


class Live:
    """The same lines, and below them those of the tasks under way, drawn anew as they change."""

    def __init__(self, diagram: Diagram, stream: TextIO) -> None:
        self._diagram, self._stream = diagram, stream
        self._lines, self._words = Lines(diagram, stream), Words(diagram, stream)
        self._drawn = 0
        self._painted = 0.0

    def show(self, events: Sequence[RunEvent], state: RunState) -> None:
        """Write the lines that stay, then those under way (at most 20 times a second)."""
        lines = self._lines.of(events, state)
        if lines:
            self._erase()
            self._stream.write("".join(f"{line}\n" for line in lines))
        if lines or monotonic() - self._painted > _FRAME:
            self.tick(state, state.time)

    def tick(self, state: RunState, now: float) -> None:
        """Draw the lines under way anew, with the time that has passed."""
        self._erase()
        size = shutil.get_terminal_size()
        active = [key for key, element in state.elements.items() if element.active and is_task(self._diagram, key)]
        active.sort(key=lambda key: state.elements[key].since)
        room = max(size.lines - 2, 1)
        lines = [self._words.task(key, state.elements[key], size.columns - 1, now) for key in active[:room]]
        if len(active) > room:
            lines.append(f"{self._words.indent}… and {len(active) - room} more")
        self._stream.write("".join(f"{line}\n" for line in lines))
        self._stream.flush()
        self._drawn, self._painted = len(lines), monotonic()

    def close(self, state: RunState) -> None:
        """Leave the last lines standing."""
        self.tick(state, state.time)
        self._lines.close(state)

    def _erase(self) -> None:
        if self._drawn:
            self._stream.write(f"\x1b[{self._drawn}A\x1b[J")
            self._drawn = 0


class Words:
    """How a task is told in one line."""

    indent = " " * 11

    def __init__(self, diagram: Diagram, stream: TextIO) -> None:
        self._diagram, self._stream = diagram, stream
        self._plain = not _writes(stream, "○◉●✕◌×·…")

    def task(self, key: str, element: ElementState, width: int = 0, now: float | None = None) -> str:
        """Lights, name, state and time (until `now` for one under way); cut to `width` columns where it is not 0."""
        found = self._diagram.get(key)
        name = printable(found.label if found else key)[:28]
        told = printable(self._told(element, now))
        if width:
            told = told[: max(width - len(self.indent) - 30, 0)]
        lights = " ".join(self._light(light) for light in element.stages) if element.attempt else _DARK
        return f"{lights}  {name:<28}  {self._paint(told, _COLOURS[element.status])}"

    def said(self, line: str) -> str:
        """What a script printed."""
        return f"{self.indent}{self._paint('│' if not self._plain else '|', 'grey')} {printable(line)}"

    def _told(self, element: ElementState, now: float | None) -> str:
        if element.status is Status.FAILED and element.message:
            return f"failed: {element.message}"
        parts = [str(element.status) if now is None else f"{element.status} {max(now - element.since, 0.0):.1f} s"]
        if not element.active and element.completed:
            parts = [f"{element.seconds / element.completed:.2f} s"]
        if element.attempt > 1:
            parts.append(f"attempt {element.attempt}")
        served = element.stages[2].detail
        if served.startswith("endpoint"):
            parts.append(served)
        return (" - " if self._plain else " · ").join(parts)

    def _light(self, light: Light) -> str:
        sign, plain, colour = _LIGHTS.get(light.verdict, _LIGHTS[""])
        return self._paint(plain if self._plain else sign, colour)

    def _paint(self, text: str, colour: str) -> str:
        return painted(text, colour, self._stream)


def is_task(diagram: Diagram, key: str) -> bool:
    """Whether a line is worth its while: work, and events that wait."""
    element: Element | None = diagram.get(key)
    if not isinstance(element, FlowNode):
        return False
    if element.is_activity:
        return not element.is_container
    return element.kind in ("intermediateCatchEvent", "boundaryEvent")


def _writes(stream: TextIO, signs: str) -> bool:
    try:
        signs.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
