"""Lessons: what was learned about services as JSON values, and back, so that it outlives a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procos_studio.problems import Refused, error
from procos_studio.runtime.engine.saved.fields import LARGEST, Damaged, Fields
from procos_studio.runtime.pde.health import Health
from procos_studio.runtime.pde.learner import Learner, Record

Lessons = Mapping[tuple[str, str], Any]
"""By what they are about, `success` of an endpoint or `breaker` of a place, and its name. When a service was last seen
healthy is not among them: after a while that says nothing."""


def take(learner: Learner, health: Health) -> Lessons:
    """What has changed since the last call."""
    if not learner.changed and not health.changed:
        return {}
    found: dict[tuple[str, str], Any] = {}
    for name in learner.changed & learner.records.keys():
        record = learner.records[name]
        told = {"successes": record.successes, "failures": record.failures, "seconds": record.seconds}
        found["success", name] = told
    for place in health.changed & health.states.keys():
        state = health.states[place]
        found["breaker", place] = {"failures": state.failures, "resting_until": state.resting_until}
    learner.changed.clear()
    health.changed.clear()
    return found


def give(lessons: Lessons, learner: Learner, health: Health, now: float) -> None:
    """Let this have been learned already. Raises Refused where it is damaged."""
    try:
        for (about, name), value in lessons.items():
            fields = Fields(value, f"what was learned about “{name[:60]}”")
            if about == "success":
                learner.records[name] = Record(fields.whole("successes"), fields.whole("failures"), _time(fields))
            elif about == "breaker":
                health.remember(name, fields.whole("failures"), _time(fields, "resting_until"), now)
            else:
                raise Damaged(f"what was learned about {about[:40]}")
            fields.done()
    except Damaged as failure:
        hint = "Keep the file for a rescue; what it tells of the past can still be read."
        raise Refused(error("state.damaged", f"The saved state is damaged: {failure}.", hint=hint)) from failure


def _time(fields: Fields, name: str = "seconds") -> float:
    found = fields.number(name)
    if not 0 <= found <= LARGEST:
        raise Damaged(f"{name} of {fields.where}")
    return found
