"""What an event carries, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from procos_studio.app.panels.particulars import clock, particulars
from procos_studio.runtime.events import EventKind, RunEvent


def told(kind: EventKind, data: Mapping[str, Any]) -> str:
    return particulars(RunEvent(1, "instance", kind, "task", "token", 0.0, data))


@pytest.mark.parametrize(
    ("kind", "data", "line"),
    [
        (
            EventKind.INSTANCE_STARTED,
            {"process": "p", "business_key": "7", "variables": {"a": 1}},
            "business key 7 · a = 1",
        ),
        (EventKind.INSTANCE_STARTED, {"parent": "x", "variables": {}}, "called by another process"),
        (EventKind.INSTANCE_FAILED, {"reason": "It broke.", "code": ""}, "It broke."),
        (EventKind.ELEMENT_ENTERED, {"scope": "9f"}, ""),
        (EventKind.STAGE_STARTED, {"stage": "test", "attempt": 1, "pde": "general-1"}, "Test (BIT)"),
        (EventKind.STAGE_STARTED, {"stage": "gateway", "attempt": 2}, "Gateway · attempt 2"),
        (
            EventKind.STAGE_FINISHED,
            {
                "stage": "gateway",
                "verdict": "passed",
                "detail": "endpoint 2 of 3 · http://a, 97 % ok",
                "duration": 1.44,
            },
            "Gateway · passed · a #2 of 3, 97 % ok · 1.4 s",
        ),
        (EventKind.VARIABLE_CHANGED, {"scope": "9f", "name": "total", "value": [1, "x"]}, 'total = [1, "x"]'),
        (EventKind.MESSAGE_SENT, {"name": "Paid", "delivered": False}, "“Paid” · nobody waits for it"),
        (EventKind.MESSAGE_SENT, {"name": "Paid", "delivered": True}, "“Paid”"),
        (EventKind.ERROR_THROWN, {"code": "NO", "message": "No credit."}, "No credit. · code NO"),
        (EventKind.RETRY_SCHEDULED, {"attempt": 2, "attempts": 3, "message": "Busy."}, "attempt 2 of 3 · Busy."),
        (EventKind.USER_TASK_CREATED, {"name": "Ask", "assignee": "ada", "form": []}, "for ada"),
        (EventKind.LOG_WRITTEN, {"text": "two\nlines"}, "two lines"),
    ],
)
def test_each_kind_is_told(kind: EventKind, data: Mapping[str, Any], line: str) -> None:
    assert told(kind, data) == line


def test_a_moment_is_told_as_a_time() -> None:
    assert told(EventKind.TIMER_SCHEDULED, {"due": 60.5}) == f"due at {clock(60.5)}"


@pytest.mark.parametrize("kind", list(EventKind))
@pytest.mark.parametrize("value", [None, 7, -1e300, float("nan"), "x" * 500, [1], {"a": 1}, True])
def test_whatever_a_log_holds_is_one_line(kind: EventKind, value: object) -> None:
    # given an event with a value of any type under every name that events know
    names = "process business_key parent variables reason code stage attempt attempts pde detail verdict duration name"
    data = dict.fromkeys((*names.split(), "value", "due", "delivered", "message", "kind", "assignee", "text"), value)
    # then
    assert "\n" not in told(kind, data)
    assert len(told(kind, data)) < 1_000
