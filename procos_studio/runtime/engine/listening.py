"""Listening: what listeners and error rules evaluate, and the variables that listeners set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.compiler import plan
from procos_studio.runtime.engine.variables import put, put_local
from procos_studio.runtime.engine.views import Over, view

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution


def hear(level: Execution, made_of: plan.Node | plan.Flow, *events: str) -> None:
    """Evaluate the listeners for these events at an execution; raises ExpressionError where one has no value.

    In them `execution` and `task` give what Camunda's objects of these names give as values.
    """
    for event in events:
        for listener in made_of.listeners:
            if listener.event == event and level.is_open:
                seen = Over(_objects(level, made_of), view(level))
                value = listener.value.evaluate(seen)
                if listener.name is not None:
                    keep = put_local if listener.is_local else put
                    keep(level, {str(listener.name.evaluate(seen)): value}, made_of.id)


def _objects(level: Execution, made_of: plan.Node | plan.Flow) -> dict[str, Any]:
    instance = level.instance
    key = instance.business_key or None
    name = made_of.name or None if isinstance(made_of, plan.Node) else None
    both = {"processInstanceId": instance.id, "id": level.id}
    own = {"processBusinessKey": key, "businessKey": key, "currentActivityId": made_of.id, "currentActivityName": name}
    return {"execution": both | own, "task": both | {"name": name, "taskDefinitionKey": made_of.id}}


def error_of(level: Execution, task: plan.Task, failure: str | None, results: Mapping[str, Any]) -> str | None:
    """The code of the error that a failure (with its message) or a result (None) of external work means; None for none.

    Raises ExpressionError where a rule has no value.
    """
    seen = Over({**results, "externalTask": {"errorMessage": failure, "activityId": level.node.id}}, view(level))
    return next((rule.code for rule in task.errors if rule.condition.evaluate(seen)), None)
