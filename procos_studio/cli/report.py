"""What is left of a run: a summary as JSON values, and a folder with events, summary and a report to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from procos_studio.cli.console import printable
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.records import STAGE_NAMES, ElementState
from procos_studio.runtime.state import RunState, Status

_SIGNS = {"": "·", "running": "…", "passed": "✓", "failed": "✗", "skipped": "–"}


def outcome(state: RunState, instance: str) -> str:
    """How a run stands, in one word: completed, failed, cancelled, incident or waiting.

    All instances count that nothing in the run called: a pool that waits for ever is not completed.
    """
    found = {item.status for item in state.instances.values() if not item.parent}
    if Status.FAILED in found:
        return "failed"
    if state.incidents:
        return "incident"
    if Status.RUNNING in found:
        return "waiting"
    return "cancelled" if state.instances[instance].status is Status.CANCELLED else "completed"


def reasons(state: RunState, diagram: Diagram) -> list[str]:
    """Why the run did not simply complete, one sentence each."""
    tops = sorted((item for item in state.instances.values() if not item.parent), key=lambda item: item.started)
    told = [item.reason for item in tops if item.reason]
    if not any(item.status is Status.FAILED for item in tops):
        told += [f"Nothing caught the {what}." for what in state.uncaught]
    incidents = sorted(state.incidents.values(), key=lambda item: (item.time, item.element))
    people = sorted(state.user_tasks.values(), key=lambda item: (item.time, item.element))
    told += [f"{called(diagram, item.element)}: {item.message}" for item in incidents]
    told += [f"{called(diagram, item.element)} waits for a person." for item in people]
    said = {item.element for item in incidents} | {item.element for item in people}
    waiting = [key for key, element in state.elements.items() if element.active and key not in said]
    return told + [f"{called(diagram, key)} waits." for key in sorted(waiting) if _is_inmost(diagram, key)]


def _is_inmost(diagram: Diagram, key: str) -> bool:
    """A subsystem waits only because something inside of it does."""
    element = diagram.find(key, FlowNode)
    return element is not None and not element.is_container


def called(diagram: Diagram, key: str) -> str:
    """What to call an element in a sentence."""
    element = diagram.get(key)
    return f"“{printable(element.label)}”" if element is not None else printable(key)


def summary(state: RunState, instance: str, diagram: Diagram) -> dict[str, Any]:
    """The run as JSON values; times in seconds of the run's clock."""
    found = state.instances[instance]
    return {
        "process": found.process,
        "instance": instance,
        "outcome": outcome(state, instance),
        "reasons": reasons(state, diagram),
        "started": found.started,
        "seconds": round((found.ended or state.time) - found.started, 6),
        "variables": dict(sorted(found.variables.items())),
        "events": state.events,
        "elements": {key: _element(state.elements[key]) for key in sorted(state.elements)},
        "flows": dict(sorted(state.flows.items())),
        "incidents": [
            {"element": item.element, "token": token, "message": item.message}
            for token, item in sorted(state.incidents.items())
        ],
        "userTasks": [
            {"element": item.element, "token": token, **dict(item.data)}
            for token, item in sorted(state.user_tasks.items())
        ],
    }


def _element(element: ElementState) -> dict[str, Any]:
    told: dict[str, Any] = {
        "status": str(element.status),
        "entered": element.entered,
        "completed": element.completed,
        "cancelled": element.cancelled,
        "seconds": round(element.seconds, 6),
    }
    if element.attempt:
        told |= {"attempt": element.attempt, "pde": element.pde}
        told["stages"] = {
            name: {"verdict": light.verdict, "detail": light.detail, "seconds": round(light.duration, 6)}
            for name, light in zip(STAGE_NAMES, element.stages, strict=True)
        }
    return told | ({"message": element.message} if element.message else {})


def write(folder: Path, events: Sequence[RunEvent], state: RunState, instance: str, diagram: Diagram) -> None:
    """Write `events.jsonl`, `summary.json` and `report.md` into a folder, which is made. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(event.to_json(), ensure_ascii=False) + "\n" for event in events)
    (folder / "events.jsonl").write_text("".join(lines), encoding="utf-8")
    told = json.dumps(summary(state, instance, diagram), indent=2, ensure_ascii=False)
    (folder / "summary.json").write_text(told + "\n", encoding="utf-8")
    text = "\n".join(_report(events, state, instance, diagram))
    (folder / "report.md").write_text(text + "\n", encoding="utf-8")


def _report(events: Sequence[RunEvent], state: RunState, instance: str, diagram: Diagram) -> Iterator[str]:
    facts = summary(state, instance, diagram)
    yield f"# {_cell(called(diagram, facts['process']))}: {facts['outcome']}"
    yield ""
    yield f"Instance `{instance}`, {facts['seconds']:.2f} s, {facts['events']:,} events."
    for reason in facts["reasons"]:
        yield f"- {_cell(reason)}"
    yield from (
        "",
        "## Steps",
        "",
        "| step | result | passes | time | start test gateway validation completion | how |",
    )
    yield "| --- | --- | ---: | ---: | --- | --- |"
    for key in _in_order(events):
        yield _row(called(diagram, key), state.elements[key])
    yield from ("", "## Variables", "")
    for name, value in sorted(facts["variables"].items()):
        yield f"- `{_code(name)}`: `{_code(json.dumps(value, ensure_ascii=False))}`"
    said = [event for event in events if event.kind is EventKind.LOG_WRITTEN]
    if said:
        yield from ("", "## Log", "")
        for event in said:
            yield f"- {_cell(called(diagram, event.element))}: `{_code(str(event.data.get('text', '')))}`"


def _in_order(events: Sequence[RunEvent]) -> list[str]:
    return list(dict.fromkeys(event.element for event in events if event.kind is EventKind.ELEMENT_ENTERED))


def _row(name: str, element: ElementState) -> str:
    lights = " ".join(_SIGNS.get(light.verdict, "·") for light in element.stages) if element.attempt else ""
    told = element.message or element.stages[2].detail
    cells = (name, str(element.status), str(element.entered), f"{element.seconds:.3f} s", lights, told)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Text of a file as plain words: nothing in it may become a heading, a link or a new cell."""
    plain = printable(text)
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in plain)


def _code(text: str) -> str:
    return printable(text).replace("`", "'").replace("|", "¦")[:2_000]
