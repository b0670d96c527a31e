"""Run marks: the marks that a run's state puts on elements; a pure function."""

from __future__ import annotations

import re
from collections.abc import Iterable

from procos_studio.canvas.marks import NONE, Light, Mark, State
from procos_studio.canvas.translating import QT_TR_NOOP, told, translated
from procos_studio.runtime.state import ElementState, RunState, Status

_STATES = {
    Status.RUNNING: State.ACTIVE,
    Status.WAITING: State.WAITING,
    Status.DONE: State.DONE,
    Status.FAILED: State.FAILED,
    Status.CANCELLED: State.CANCELLED,
}
_LIGHTS = {
    "": Light.OFF,
    "running": Light.RUNNING,
    "passed": Light.PASSED,
    "failed": Light.FAILED,
    "skipped": Light.SKIPPED,
}
_LONGEST_NOTE = 90
_ENDPOINT = re.compile(r"endpoint (\d+) of (\d+)")
"""How the stage at the gateway says which of its endpoints it calls."""


def marks(state: RunState, elements: Iterable[str] | None = None, now: float | None = None) -> dict[str, Mark]:
    """The mark of each of these elements and flows (default: of all that the run has touched).

    `now` (epoch seconds, default: the time of the last event) lets the time of what is at work run on. An element that
    the run has not touched gets the empty mark, so that the answer can update a layer.
    """
    moment = state.time if now is None else now
    wanted = (*state.elements, *state.flows) if elements is None else elements
    return {element: _mark(state, element, moment) for element in wanted}


def active(state: RunState) -> tuple[str, ...]:
    """The elements in which a token stands now."""
    return tuple(dict.fromkeys(token.element for token in state.tokens.values()))


def _mark(state: RunState, element: str, now: float) -> Mark:
    taken = state.flows.get(element)
    if taken:
        return Mark(state=State.DONE, done=taken)
    found = state.elements.get(element)
    if found is None:
        return NONE
    return Mark(
        state=_STATES[found.status],
        lights=tuple(_LIGHTS[light.verdict] for light in found.stages) if found.attempt else (),
        tokens=found.active,
        done=found.completed,
        note=note(found),
        duration=duration(found, now),
    )


def duration(found: ElementState, now: float) -> float | None:
    """How long the work at hand has lasted, else what a finished pass took on average; None without a pipeline."""
    if not found.attempt:
        return None
    if found.active and found.status in (Status.RUNNING, Status.WAITING):
        return max(0.0, now - found.since)
    passes = found.completed + found.cancelled
    return found.seconds / passes if passes else None


def note(found: ElementState) -> str:
    """One line above a block: what it is doing, waits for or failed of; `""` where its lights say enough."""
    message = told(" ".join(found.message.split()))
    if found.status is Status.WAITING:
        return _short(_joined(_retry(found, found.attempt), message))
    if found.status is Status.FAILED:
        return _short(message)
    if found.status is not Status.RUNNING or not found.attempt:
        return ""
    return _short(_joined(_doing(found), _retry(found, found.attempt - 1)))


def _retry(found: ElementState, number: int) -> str:
    """Which retry this is, of how many; `""` before the first failure."""
    if not found.attempts:
        said = translated(QT_TR_NOOP("retry {number}")).format(number=number)
        return said if found.status is Status.RUNNING and number else ""
    said = translated(QT_TR_NOOP("retry {number}/{count}"))
    return said.format(number=number, count=found.attempts - 1) if number else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _doing(found: ElementState) -> str:
    """What the stage at work does, without the part that tells more than one reads at a glance."""
    running = next((index for index, light in enumerate(found.stages) if light.verdict == "running"), None)
    if running is None:
        return ""
    detail = found.stages[running].detail.partition(" · ")[0]
    endpoint = _ENDPOINT.fullmatch(detail)
    if endpoint is not None:
        said = translated(QT_TR_NOOP("endpoint {number} of {count}"))
        detail = said.format(number=endpoint[1], count=endpoint[2])
    doing = translated(_DOING[running])
    return f"{doing} → {told(detail)}" if detail else doing


_DOING = (
    QT_TR_NOOP("preparing"),
    QT_TR_NOOP("testing"),
    QT_TR_NOOP("routing"),
    QT_TR_NOOP("checking the result"),
    QT_TR_NOOP("completing"),
)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTE else f"{text[: _LONGEST_NOTE - 1]}…"
