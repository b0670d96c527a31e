"""Families: which spec an element of a plan becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procos_studio.compiler import plan
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.specs.boundary import BoundaryEvent
from procos_studio.runtime.engine.specs.call_activity import CallActivity
from procos_studio.runtime.engine.specs.catching import CatchEvent, EventBasedGateway, StartEvent
from procos_studio.runtime.engine.specs.gateways import ExclusiveGateway, ParallelGateway
from procos_studio.runtime.engine.specs.node import Node, Way
from procos_studio.runtime.engine.specs.sub_process import AdHocSubProcess, EventSubProcess, SubProcess, Transaction
from procos_studio.runtime.engine.specs.tasks import ExpressionTask, PassingTask, UserTask, WorkingTask
from procos_studio.runtime.engine.specs.throw_events import SendTask, ThrowEvent
from procos_studio.runtime.engine.specs.waiting_gateways import ComplexGateway, InclusiveGateway

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Scope


class Obstacle(Node):
    """An element that cannot run: a token that comes here becomes an incident."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Say why."""
        problem = self.plan.obstacle
        incidents.stumble(self, scope, self, way, problem.message if problem is not None else "It cannot run.")


_BY_KIND: dict[str, type[Node]] = {
    "startEvent": StartEvent,
    "intermediateCatchEvent": CatchEvent,
    "boundaryEvent": BoundaryEvent,
    "intermediateThrowEvent": ThrowEvent,
    "implicitThrowEvent": ThrowEvent,
    "endEvent": ThrowEvent,
    "exclusiveGateway": ExclusiveGateway,
    "parallelGateway": ParallelGateway,
    "inclusiveGateway": InclusiveGateway,
    "complexGateway": ComplexGateway,
    "eventBasedGateway": EventBasedGateway,
    "subProcess": SubProcess,
    "transaction": Transaction,
    "adHocSubProcess": AdHocSubProcess,
    "callActivity": CallActivity,
}
_BY_TASK: dict[str, type[Node]] = {
    "pass": PassingTask,
    "expression": ExpressionTask,
    "receive": CatchEvent,
    "user": UserTask,
}


def spec_class(node: plan.Node) -> type[Node]:
    """The spec class of a node."""
    if node.obstacle is not None:
        return Obstacle
    if node.by_event:
        return EventSubProcess
    is_event = node.kind.endswith("Event")
    if node.task is not None and not (is_event and node.task.kind == "pass"):
        return SendTask if node.kind == "sendTask" and node.events else _BY_TASK.get(node.task.kind, WorkingTask)
    return _BY_KIND[node.kind]
