"""Waiting: what a live token waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution


@dataclass(frozen=True, slots=True)
class Waiting:
    """A token that does not move by itself.

    `kind` is `user`, `work`, `message`, `signal`, `timer`, `condition`, `receive`, `join`, `call` or `incident`;
    `detail` is the topic, the names waited for, the called instance or the incident's message.
    """

    instance: str
    element: str
    token: str
    kind: str
    detail: str = ""


def waiting(execution: Execution) -> Waiting:
    """What an execution waits for."""
    memo = execution.memo
    kind = "incident" if "incident" in memo else memo.get("waits", "join")
    names = [subscription.name for subscription in execution.subscriptions if subscription.name]
    detail = memo.get("incident") or memo.get("called") or ", ".join(names)
    if not detail and execution.node.plan.task is not None:
        detail = execution.node.plan.task.topic
    return Waiting(execution.instance.id, execution.node.id, execution.id, kind, detail)
