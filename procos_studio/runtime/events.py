"""RunEvent: what happened in a run, frozen; the only thing that reports, screens, stores and replays are made of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class EventKind(StrEnum):
    """What happened. The comments name the `data` that each carries."""

    INSTANCE_STARTED = "InstanceStarted"  # process, business_key, parent (instance id of the caller) and variables
    INSTANCE_COMPLETED = "InstanceCompleted"  # variables
    INSTANCE_FAILED = "InstanceFailed"  # reason, code
    INSTANCE_CANCELLED = "InstanceCancelled"  # reason
    INSTANCE_MIGRATED = "InstanceMigrated"  # process, definition (digest), from (the digest before), elements
    ELEMENT_ENTERED = "ElementEntered"  # scope
    ELEMENT_COMPLETED = "ElementCompleted"
    ELEMENT_CANCELLED = "ElementCancelled"
    FLOW_TAKEN = "FlowTaken"
    STAGE_STARTED = "StageStarted"  # stage, attempt, pde (who carries the task)
    STAGE_NOTED = "StageNoted"  # stage, detail: what it is doing now
    STAGE_FINISHED = "StageFinished"  # stage, attempt, pde, verdict, detail, duration (s)
    VARIABLE_CHANGED = "VariableChanged"  # scope, name, value
    TIMER_SCHEDULED = "TimerScheduled"  # due (epoch s)
    TIMER_FIRED = "TimerFired"
    MESSAGE_AWAITED = "MessageAwaited"  # name
    MESSAGE_SENT = "MessageSent"  # name, delivered
    MESSAGE_CORRELATED = "MessageCorrelated"  # name
    SIGNAL_THROWN = "SignalThrown"  # name
    ERROR_THROWN = "ErrorThrown"  # code, message
    ESCALATION_THROWN = "EscalationThrown"  # code
    COMPENSATION_THROWN = "CompensationThrown"  # activity
    EVENT_UNCAUGHT = "EventUncaught"  # kind, code
    INCIDENT_RAISED = "IncidentRaised"  # message
    INCIDENT_RESOLVED = "IncidentResolved"
    RETRY_SCHEDULED = "RetryScheduled"  # attempt (the next one), attempts (in all), due (epoch s), message
    USER_TASK_CREATED = "UserTaskCreated"  # name, assignee, form
    USER_TASK_COMPLETED = "UserTaskCompleted"
    LOG_WRITTEN = "LogWritten"  # text


class RunEvent(NamedTuple):
    """One thing that happened.

    `seq` counts from 1 in a runtime. `instance` is the process instance, `element` the id in the diagram (`""` for the
    instance itself), `token` tells passes through the same element apart (`""` where there is none). `time` is in
    epoch seconds of the run's clock. `data` holds JSON values.
    """

    seq: int
    instance: str
    kind: EventKind
    element: str
    token: str
    time: float
    data: Mapping[str, Any] = _NOTHING

    def to_json(self) -> dict[str, Any]:
        """The event as JSON values."""
        return {
            "seq": self.seq,
            "instance": self.instance,
            "kind": str(self.kind),
            "element": self.element,
            "token": self.token,
            "time": self.time,
            "data": dict(self.data),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> RunEvent:
        """The event that `to_json` gave. Raises KeyError or ValueError for anything else."""
        kind = EventKind(value["kind"])
        return cls(
            int(value["seq"]),
            str(value["instance"]),
            kind,
            str(value["element"]),
            str(value["token"]),
            float(value["time"]),
            dict(value["data"]),
        )
