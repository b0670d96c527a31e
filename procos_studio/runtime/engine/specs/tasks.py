"""Tasks: those that pass, those that evaluate an expression, and those that ask somebody outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from procos_studio.compiler import plan
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.listening import error_of, hear
from procos_studio.runtime.engine.operations import PERFORM
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.node import Way
from procos_studio.runtime.engine.variables import put, write, write_local
from procos_studio.runtime.engine.views import snapshot, view
from procos_studio.runtime.engine.work import Work
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

    from procos_studio.runtime.engine.conditions import Change
    from procos_studio.runtime.engine.execution import Execution, Scope

_NONE: dict[str, Any] = {}


class PassingTask(Activity):
    """A task that asks for nothing."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Straight through where nothing hangs on it."""
        if self.is_bare:
            self.pass_through(scope)
        else:
            super().arrive(scope, way)


class ExpressionTask(Activity):
    """camunda:expression, evaluated in the engine."""

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, made_of)
        task = made_of.task
        assert task is not None
        self.expression, self.result_variable = task.expression, task.result_variable
        assert self.expression is not None

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Without an execution where nothing hangs on it."""
        if not self.is_bare or self.expression is None:
            super().arrive(scope, way)
            return
        value = self.expression.evaluate(view(scope))
        token = self.enter(scope) if scope.instance.emit is not None else ""
        if self.result_variable:
            put(scope, {self.result_variable: value}, self.id)
            if self.is_gone(scope, token):
                return
        self.complete(scope, token)
        self.leave(scope)

    def perform(self, execution: Execution) -> None:
        """Evaluate, keep the result, finish."""
        try:
            value = self.expression.evaluate(view(execution)) if self.expression is not None else None
        except ExpressionError as failure:
            incidents.stall(execution, PERFORM, str(failure))
            return
        if self.result_variable:
            put(execution, {self.result_variable: value})
        if execution.is_open:
            self.finish(execution)


class WorkingTask(Activity):
    """A task for somebody outside: service, send, script or user task, also a message event with a topic."""

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, made_of)
        assert made_of.task is not None
        self.task = made_of.task

    def perform(self, execution: Execution) -> None:
        """Hand out the work and wait for its result."""
        execution.memo["waits"] = "user" if self.task.kind == "user" else "work"
        execution.instance.engine.hand_out(execution, self.ask(execution))

    def again(self, execution: Execution) -> None:
        """Hand it out once more, with the variables of now and new attempts."""
        execution.memo.pop("attempt", None)
        execution.instance.engine.hand_out(execution, self.ask(execution))

    def ask(self, execution: Execution) -> Work:
        """The work of one pass."""
        instance, task, token = execution.instance, self.task, execution.id
        own = execution.variables
        parameters = (
            {item.name: own[item.name] for item in self.plan.inputs if item.name in own}
            if own is not None and self.plan.inputs
            else _NONE
        )
        work = Work(
            token,
            instance.id,
            instance.process.id,
            self.id,
            self.plan.name,
            token,
            task.kind,
            task.topic,
            parameters,
            snapshot(execution),
            task.code,
            task.language,
            task.result_variable,
            task.retries,
            self.plan.properties,
        )
        if "attempt" not in execution.memo:
            return work
        attempt, due = execution.memo["attempt"]
        return replace(work, attempt=attempt, due=due)

    def can_be_supplied(self, execution: Execution) -> bool:
        """Whoever does the work answers."""
        return "waits" in execution.memo

    def keep(self, execution: Execution, results: dict[str, Any]) -> list[Change]:
        """As results are kept."""
        keep = write_local if self.hides_results else write
        return keep(execution, results)

    def meant(self, execution: Execution, failure: str | None, results: dict[str, Any]) -> str | None:
        """The code of the BPMN error that the task's own rules make of a failure or of results."""
        return error_of(execution, self.task, failure, results) if self.task.errors else None

    def supplied(self, execution: Execution, results: dict[str, Any]) -> None:
        """Keep the results and go on."""
        self.conclude(execution, results)


class UserTask(WorkingTask):
    """A task for a person."""

    @property
    def hides_results(self) -> bool:
        """What a person says is known, as in Camunda."""
        return False

    def perform(self, execution: Execution) -> None:
        """Hand out the form; tell who may fill it in."""
        try:
            hear(execution, self.plan, "create")
            execution.memo["person"] = self._people(execution)
            execution.memo["form"] = self.form(view(execution))
        except ExpressionError as failure:
            incidents.stall(execution, PERFORM, str(failure))
            return
        self.show(execution)
        super().perform(execution)

    def show(self, execution: Execution) -> None:
        """Tell whom it waits for, and for what."""
        instance = execution.instance
        if instance.emit is not None:
            data = {"name": self.plan.name or self.id, "form": execution.memo["form"], **execution.memo["person"]}
            instance.emit(EventKind.USER_TASK_CREATED, instance.id, self.id, execution.id, data)

    def _people(self, execution: Execution) -> dict[str, Any]:
        task, seen = self.task, view(execution)
        people: dict[str, Any] = {"assignee": _text(task.assignee.evaluate(seen)) if task.assignee else ""}
        for name, value in (("candidate_users", task.candidate_users), ("candidate_groups", task.candidate_groups)):
            found = value.evaluate(seen) if value is not None else ""
            people[name] = (
                found if isinstance(found, list) else [item.strip() for item in _text(found).split(",") if item]
            )
        if task.due is not None:
            people["due"] = task.due.evaluate(seen)
        return people

    def form(self, seen: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The fields with their present value: the variable's, else the default. Raises ExpressionError."""
        defaults = {item.name: item.value.evaluate(seen) for item in self.task.defaults}
        return [
            {**field, "value": seen[field["id"]] if field["id"] in seen else defaults.get(field["id"])}
            for field in self.task.form
        ]

    def ask(self, execution: Execution) -> Work:
        """The work, with the form."""
        memo = execution.memo
        return replace(super().ask(execution), form=tuple(memo["form"]), assignee=memo["person"]["assignee"])

    def supplied(self, execution: Execution, results: dict[str, Any]) -> None:
        """Fields that were not answered take their default."""
        seen = view(execution)
        given = {
            field["id"]: field["value"]
            for field in execution.memo["form"]
            if field["id"] not in results and field["id"] not in seen and field["value"] is not None
        }
        instance = execution.instance
        if instance.emit is not None:
            instance.emit(EventKind.USER_TASK_COMPLETED, instance.id, self.id, execution.id, {})
        super().supplied(execution, given | results)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
