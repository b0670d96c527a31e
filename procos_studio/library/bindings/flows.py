"""Bindings that stand on another element than the one whose form is open: default flow, process of a pool."""

from __future__ import annotations

from procos_studio.library.bindings.binding import refuse, spelled
from procos_studio.library.definition import Parameter, qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, Participant, SequenceFlow
from procos_studio.model.transaction import Transaction

_WITH_DEFAULT = frozenset({"exclusiveGateway", "inclusiveGateway", "complexGateway"})


def read_default(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """Whether this sequence flow is its source's default."""
    source = _source(diagram, element)
    return "true" if source is not None and _is_default(source, element) else None


def write_default(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Make it the default, which has no condition, or not; a source has at most one."""
    source = _source(diagram, element)
    if text != "true":
        if source is not None and _is_default(source, element):
            tx.put(source.with_attributes(default=None))
        return
    if source is None or not (source.is_activity or source.kind in _WITH_DEFAULT) or not element.get("id"):
        raise refuse(parameter, "needs a decision, an inclusive gateway or a task before it.", "Attach it to one.")
    tx.put(element.without_details(bpmn("conditionExpression")))
    tx.put(source.with_attributes(default=element.get("id")))


def _is_default(source: FlowNode, element: Element) -> bool:
    return bool(source.default_flow) and source.default_flow == element.get("id")


def _source(diagram: Diagram, element: Element) -> FlowNode | None:
    return diagram.find(element.source, FlowNode) if isinstance(element, SequenceFlow) else None


def read_process(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """An attribute of the process, or of the process in a pool."""
    process = _process(diagram, element)
    return process.attributes.get(spelled(process, qualified(parameter.binding.name))) if process else None


def write_process(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set or remove it."""
    process = _process(diagram, element)
    if process is None:
        if text:
            raise refuse(parameter, "belongs to a process, and this pool holds none.", "Draw something in it first.")
        return
    value = None if text in ("", parameter.absent) else text
    tx.put(process.with_attribute_map({spelled(process, qualified(parameter.binding.name)): value}))


def _process(diagram: Diagram, element: Element) -> Element | None:
    return diagram.get(element.process) if isinstance(element, Participant) else element
