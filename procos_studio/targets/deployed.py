"""What of a diagram a Camunda 7 deployment reads, and how its extensions are found in any namespace."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import ENGINE_NAMESPACES, bpmn, clark, local_name, namespace_of
from procos_studio.model.records import FlowNode, Process, SequenceFlow
from procos_studio.model.xml import Xml


def processes(diagram: Diagram) -> tuple[Process, ...]:
    """The executable processes; where there is none, all that hold anything (the export marks them)."""
    every = diagram.children(diagram.root.id, Process)
    return tuple(found for found in every if found.is_executable) or tuple(found for found in every if found.children)


def scopes(diagram: Diagram) -> Iterator[Process | FlowNode]:
    """The deployed processes and every sub-process in them."""
    for process in processes(diagram):
        yield process
        yield from (node for node in _inside(diagram, process) if node.is_container)


def nodes(diagram: Diagram, *kinds: str) -> Iterator[FlowNode]:
    """The flow nodes of the deployed processes, of these kinds if any are named, in document order."""
    for process in processes(diagram):
        yield from (node for node in _inside(diagram, process) if not kinds or node.kind in kinds)


def flows(diagram: Diagram) -> Iterator[SequenceFlow]:
    """The sequence flows of the deployed processes, in document order."""
    for process in processes(diagram):
        yield from (element for element in diagram.walk(process.id) if isinstance(element, SequenceFlow))


def _inside(diagram: Diagram, process: Process) -> Iterator[FlowNode]:
    return (element for element in diagram.walk(process.id) if isinstance(element, FlowNode))


def says(item: Element | Xml, name: str) -> str:
    """An attribute of Camunda or its kin."""
    return next((value for space in ENGINE_NAMESPACES if (value := item.get(clark(space, name)))), "")


def extensions(element: Element, name: str) -> tuple[Xml, ...]:
    """The extension elements of Camunda or its kin with this name."""
    return tuple(item for item in element.extensions if is_extension(item, name))


def is_extension(item: Xml, name: str) -> bool:
    """Whether a piece is this extension element of Camunda or its kin."""
    return namespace_of(item.tag) in ENGINE_NAMESPACES and local_name(item.tag) == name


def definition(node: FlowNode, kind: str) -> Xml | None:
    """The first event definition of a kind such as `message`."""
    return node.detail(bpmn(f"{kind}EventDefinition"))


def referenced(diagram: Diagram, node: FlowNode, kind: str, attribute: str) -> str:
    """An attribute of the message, signal, error or escalation that an event names; `""` where there is none."""
    found = definition(node, kind)
    target = diagram.get(found.get(f"{kind}Ref").rpartition(":")[2]) if found else None
    return target.get(attribute) if target else ""


def is_expression(text: str) -> bool:
    """Whether the engine evaluates the text."""
    return "${" in text or "#{" in text
