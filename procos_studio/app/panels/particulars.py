"""Particulars: what an event of a run carries beside its kind and its element, in words for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from procos_studio.app.panels import stages
from procos_studio.canvas.marks import spoken
from procos_studio.canvas.translating import told
from procos_studio.runtime.events import EventKind, RunEvent

translate = QCoreApplication.translate

Data = Mapping[str, Any]
"""It may come from a log that somebody else wrote: any value may be missing, or of another type."""

_LONGEST = 120
_LATEST = 2.0**37
"""Epoch seconds; later than that no calendar goes."""


def particulars(event: RunEvent) -> str:
    """One line; `""` where there is nothing to add for people."""
    tell = _TELLERS.get(event.kind)
    return " ".join(tell(event.data).split()) if tell is not None else ""


def clock(seconds: float) -> str:
    """A moment (epoch seconds) as hours, minutes and seconds to the thousandth."""
    return datetime.fromtimestamp(seconds).strftime("%H:%M:%S.%f")[:-3]


def _begun(data: Data) -> str:
    key = _text(data, "business_key")
    return _joined(
        translate("Particulars", "called by another process") if data.get("parent") else "",
        translate("Particulars", "business key {key}").format(key=key) if key else "",
        _values(data),
    )


def _values(data: Data) -> str:
    variables = data.get("variables")
    return ", ".join(_set(name, value) for name, value in variables.items()) if isinstance(variables, Mapping) else ""


def _failed(data: Data) -> str:
    return _joined(told(_text(data, "reason")), _coded(data))


def _coded(data: Data) -> str:
    code = _text(data, "code")
    return translate("Particulars", "code {code}").format(code=code) if code else ""


def _stage(data: Data) -> str:
    return _joined(stages.called(_text(data, "stage")), stages.said(_text(data, "detail")), _attempt(data))


def _stage_over(data: Data) -> str:
    verdicts = {
        "passed": translate("Particulars", "passed"),
        "failed": translate("Particulars", "failed"),
        "skipped": translate("Particulars", "skipped"),
    }
    verdict = _text(data, "verdict")
    took = _number(data, "duration")
    return _joined(
        stages.called(_text(data, "stage")),
        verdicts.get(verdict, verdict),
        stages.said(_text(data, "detail")),
        spoken(took) if took is not None else "",
    )


def _attempt(data: Data) -> str:
    """Which attempt it is, from the second on."""
    attempt, attempts = data.get("attempt"), data.get("attempts")
    if not isinstance(attempt, int) or attempt < 2:
        return ""
    if isinstance(attempts, int):
        return translate("Particulars", "attempt {number} of {count}").format(number=attempt, count=attempts)
    return translate("Particulars", "attempt {number}").format(number=attempt)


def _retry(data: Data) -> str:
    return _joined(_attempt(data), _due(data), told(_text(data, "message")))


def _due(data: Data) -> str:
    due = _number(data, "due")
    return translate("Particulars", "due at {time}").format(time=clock(due)) if due is not None else ""


def _variable(data: Data) -> str:
    return _set(_text(data, "name"), data.get("value"))


def _named(data: Data) -> str:
    name = _text(data, "name")
    return f"“{name}”" if name else ""


def _sent(data: Data) -> str:
    missed = translate("Particulars", "nobody waits for it") if data.get("delivered") is False else ""
    return _joined(_named(data), missed)


def _thrown(data: Data) -> str:
    return _joined(told(_text(data, "message")), _coded(data))


def _uncaught(data: Data) -> str:
    return _joined(told(_text(data, "kind")), _coded(data))


def _asked(data: Data) -> str:
    who = _text(data, "assignee")
    return translate("Particulars", "for {who}").format(who=who) if who else ""


def _set(name: str, value: object) -> str:
    return f"{name} = {_short(value)}"


def _number(data: Data, name: str) -> float | None:
    """A moment or a duration in seconds."""
    value = data.get(name)
    return float(value) if isinstance(value, int | float) and 0 <= value < _LATEST else None


def _text(data: Data, name: str) -> str:
    value = data.get(name)
    return "" if value is None else _short(value)


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_TELLERS: Mapping[EventKind, Callable[[Data], str]] = {
    EventKind.INSTANCE_STARTED: _begun,
    EventKind.INSTANCE_COMPLETED: _values,
    EventKind.INSTANCE_FAILED: _failed,
    EventKind.INSTANCE_CANCELLED: _failed,
    EventKind.STAGE_STARTED: _stage,
    EventKind.STAGE_NOTED: _stage,
    EventKind.STAGE_FINISHED: _stage_over,
    EventKind.VARIABLE_CHANGED: _variable,
    EventKind.TIMER_SCHEDULED: _due,
    EventKind.MESSAGE_AWAITED: _named,
    EventKind.MESSAGE_SENT: _sent,
    EventKind.MESSAGE_CORRELATED: _named,
    EventKind.SIGNAL_THROWN: _named,
    EventKind.ERROR_THROWN: _thrown,
    EventKind.ESCALATION_THROWN: _thrown,
    EventKind.EVENT_UNCAUGHT: _uncaught,
    EventKind.INCIDENT_RAISED: _thrown,
    EventKind.RETRY_SCHEDULED: _retry,
    EventKind.USER_TASK_CREATED: _asked,
    EventKind.LOG_WRITTEN: lambda data: told(_text(data, "text")),
}
"""The kinds that are not here say all with their name and their element, or have only what machines want."""
