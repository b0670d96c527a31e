"""Scopes: the nodes and flows of each process and sub-process, as the rules look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Association, FlowNode, Process, SequenceFlow


@dataclass(frozen=True)
class Scope:
    """One level of flow: what stands directly in a process or sub-process, in document order."""

    holder: Process | FlowNode
    nodes: tuple[FlowNode, ...]
    flows: tuple[SequenceFlow, ...]

    @property
    def is_ad_hoc(self) -> bool:
        """Whether its activities run in any order, without start and end."""
        return self.holder.kind == "adHocSubProcess"

    @property
    def is_event_sub_process(self) -> bool:
        """Whether an event starts it."""
        return isinstance(self.holder, FlowNode) and self.holder.is_event_sub_process


def scopes(diagram: Diagram) -> Iterator[Scope]:
    """Every process and every sub-process, the outer ones first."""
    for element in diagram.walk():
        if isinstance(element, Process) or (isinstance(element, FlowNode) and element.is_container):
            yield Scope(element, diagram.children(element.id, FlowNode), diagram.children(element.id, SequenceFlow))


def nodes(diagram: Diagram) -> Iterator[FlowNode]:
    """Every flow node, in document order."""
    return (element for element in diagram.walk() if isinstance(element, FlowNode))


def has_flow_semantics(diagram: Diagram, node: FlowNode) -> bool:
    """Whether tokens reach the node along sequence flows.

    Not so for event sub-processes, compensation handlers and what stands loose in an ad-hoc sub-process.
    """
    return not (node.is_event_sub_process or is_compensation_handler(diagram, node) or _is_ad_hoc(diagram, node))


def is_compensation_handler(diagram: Diagram, node: FlowNode) -> bool:
    """Whether the node undoes another: marked so, or reached by an association from a compensation boundary event."""
    if node.flag("isForCompensation"):
        return True
    sources = (diagram.find(flow.source, FlowNode) for flow in diagram.incoming(node.id, Association))
    return any(source is not None and source.event_kind == "compensate" for source in sources)


def _is_ad_hoc(diagram: Diagram, node: FlowNode) -> bool:
    parent: Element | None = diagram.get(node.parent)
    return parent is not None and parent.kind == "adHocSubProcess"
