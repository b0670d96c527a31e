"""ProcessSpec: a process of a plan as SpiffWorkflow specs, built once and shared by its instances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

from procos_studio.compiler import plan
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import ending, incidents
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import DRAIN
from procos_studio.runtime.engine.references import References
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.families import spec_class
from procos_studio.runtime.engine.specs.loops import loop_spec
from procos_studio.runtime.engine.specs.node import TRIGGERED, Node, Way
from procos_studio.runtime.engine.specs.sub_process import begin_inside

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution


class ProcessNode(Node):
    """The root of an instance's tree."""

    def perform(self, execution: Execution) -> None:
        """Arm the event sub-processes, and put tokens at the chosen starts."""
        assert isinstance(execution, Scope)
        nodes = execution.instance.process.nodes
        begin_inside(execution, tuple(nodes[number] for number in execution.memo["starts"]), TRIGGERED)

    def drained(self, scope: Scope) -> None:
        """The instance is done."""
        try:
            hear(scope, self.plan, "end")
        except ExpressionError as failure:
            incidents.stall(scope, DRAIN, str(failure))
            return
        ending.end(scope.instance)


class ProcessSpec:
    """All specs of one process. `starts` are where an instance begins unless an event starts it. `digest` names the XML
    that it comes from."""

    def __init__(self, made_of: plan.Process, plan_name: str, digest: str = "") -> None:
        self.plan, self.id, self.name, self.plan_name = made_of, made_of.id, made_of.name, plan_name
        self.digest = digest
        self.workflow_spec = WorkflowSpec(made_of.id, addstart=False)
        root = plan.Node(
            -1, made_of.id, made_of.name, "process", event_subs=made_of.event_subs, listeners=made_of.listeners
        )
        self.node = ProcessNode(self.workflow_spec, root)
        self.workflow_spec.start = self.node
        self.nodes = [spec_class(node)(self.workflow_spec, node) for node in made_of.nodes]
        ways = [
            Way(number, flow.id, flow.condition, flow if flow.listeners else None)
            for number, flow in enumerate(made_of.flows)
        ]
        for way, flow in zip(ways, made_of.flows, strict=True):
            way.target = self.nodes[flow.target]
        for node in (self.node, *self.nodes):
            node.link(self.nodes, ways)
            if isinstance(node, Activity):
                node.loop = loop_spec(node.plan.loop)
        self.references = References(self.node, self.nodes, ways)
        self.starts = tuple(self.nodes[number] for number in made_of.starts)
        self.triggers = tuple(node for node in self.nodes if _is_trigger(node, made_of))

    def node_of(self, element: str) -> Node | None:
        """The node of an element."""
        return next((node for node in self.nodes if node.id == element), None)


def _is_trigger(node: Node, made_of: plan.Process) -> bool:
    if node.plan.parent >= 0 or node.index in made_of.starts:
        return False
    instantiates = node.plan.instantiate and not node.plan.incoming
    return node.plan.kind == "startEvent" or (instantiates and node.plan.kind in ("receiveTask", "eventBasedGateway"))
