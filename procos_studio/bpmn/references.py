"""References that lead nowhere, to the wrong kind of thing or to two; the schema validator does not say it well."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import BPMN, bpmn, local_reference, namespace_of
from procos_studio.model.records import Drawn, Flow, FlowNode, Plane, RootElement, SequenceFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem, error, warning

_ATTRIBUTES = (
    "processRef",
    "attachedToRef",
    "default",
    "dataObjectRef",
    "dataStoreRef",
    "messageRef",
    "errorRef",
    "signalRef",
    "escalationRef",
    "categoryValueRef",
)
_IN_EVENTS = ("messageRef", "signalRef", "errorRef", "escalationRef", "activityRef")
# What another file may hold, or, as an error, what Camunda 7 takes for the error code itself
_MAY_BE_FOREIGN = frozenset({"dataStoreRef", "categoryValueRef", "processRef", "errorRef"})
_DEFINED = frozenset({"message", "signal", "error", "escalation"})
_THROWS = ("intermediateThrowEvent", "endEvent")


def check(diagram: Diagram) -> list[Problem]:
    """All dangling references of a diagram."""
    known = _ids(diagram)
    found: list[Problem] = list(_repeated(diagram))
    for element in diagram.walk():
        found.extend(_attributes(element, known))
        match element:
            case Drawn() | Plane():
                found.extend(_drawing(element, known))
            case Flow():
                found.extend(_flow(diagram, element, known))
            case FlowNode():
                found.extend(_node(diagram, element, known))
    return found


def _ids(diagram: Diagram) -> set[str]:
    """Every id of the file, those inside details too."""
    known = {element.get("id") for element in diagram.elements.values()}
    for element in diagram.elements.values():
        for detail in element.details:
            known.update(part.get("id") for part in detail.walk())
    return known - {""}


def _repeated(diagram: Diagram) -> Iterator[Problem]:
    """Ids of details that stand elsewhere too; the reader reports those of elements."""
    seen = {element.get("id") for element in diagram.elements.values()}
    for element in diagram.walk():
        for key in _detail_ids(element):
            if key in seen:
                text = f"The id “{key[:60]}” stands more than once; references to it mean the first."
                yield warning("bpmn.duplicate-id", text, element.id, hint="Give one of them another id.")
            seen.add(key)


def _detail_ids(element: Element) -> Iterator[str]:
    """The ids of BPMN's own details; those inside of extensions mean nothing to BPMN."""
    stack: list[Xml] = list(reversed(element.details))
    while stack:
        part = stack.pop()
        if namespace_of(part.tag) == BPMN and part.tag != bpmn("extensionElements"):
            stack.extend(reversed(part.children))
            if part.get("id"):
                yield part.get("id")


def _attributes(element: Element, known: set[str]) -> Iterator[Problem]:
    for name in _ATTRIBUTES:
        target = element.reference(name)
        if target and target not in known and ":" not in element.get(name):
            report = warning if name in _MAY_BE_FOREIGN else error
            yield report("bpmn.dangling-reference", _leads(element, name, target), element.id, hint=_hint(name))
    for detail in element.details:
        if detail.tag == bpmn("flowNodeRef") and local_reference(detail.text) not in known:
            text = f"The lane “{element.label}” names “{detail.text[:60]}”, which does not exist."
            yield warning("bpmn.dangling-reference", text, element.id, hint="Move the element into the lane again.")


def _drawing(element: Drawn | Plane, known: set[str]) -> Iterator[Problem]:
    if element.shows and element.shows not in known:
        text = f"The drawing shows “{element.shows[:60]}”, which does not exist."
        yield warning("bpmn.drawing-of-nothing", text, element.id, hint="It is left out when the diagram is exported.")


def _flow(diagram: Diagram, flow: Flow, known: set[str]) -> Iterator[Problem]:
    # The steps of a choreography are no records, so that all one can say is that they are there
    foreign = known if isinstance(diagram.get(flow.parent), RootElement) else frozenset[str]()
    for end, key in (("source", flow.source), ("target", flow.target)):
        if key and key not in known:
            text = f"The {end} “{key[:60]}” of “{flow.label}” does not exist."
            yield error("bpmn.dangling-reference", text, flow.id, hint="Connect the flow again, or delete it.")
        elif isinstance(flow, SequenceFlow) and not (isinstance(diagram.get(key), FlowNode) or key in foreign):
            text = f"The {end} of the sequence flow “{flow.label}” is {'no step' if key else 'missing'}."
            yield error("bpmn.flow-end", text, flow.id, hint="Connect the flow again, or delete it.")


def _node(diagram: Diagram, node: FlowNode, known: set[str]) -> Iterator[Problem]:
    for definition in node.event_definitions:
        names = [(name, definition.get(name)) for name in _IN_EVENTS if definition.get(name)]
        if definition.kind == "eventDefinitionRef":
            names.append(("eventDefinitionRef", definition.text.strip()))
        for name, value in names:
            if local_reference(value) not in known:
                # A message that is thrown needs no definition, its implementation sends it
                optional = name in _MAY_BE_FOREIGN or (name == "messageRef" and node.kind in _THROWS)
                report = warning if optional else error
                yield report("bpmn.dangling-reference", _leads(node, name, value), node.id, hint=_hint(name))
            elif not _fits(diagram, name, value):
                text = f"{name} of “{node.label}” names “{value[:60]}”, which is something else."
                report = warning if name in _MAY_BE_FOREIGN else error
                yield report("bpmn.wrong-reference", text, node.id, hint=_hint(name))
    for child, flows in (("incoming", diagram.incoming), ("outgoing", diagram.outgoing)):
        written = {local_reference(item.text) for item in node.details if item.tag == bpmn(child)}
        real = {flow.get("id") for flow in flows(node.id, SequenceFlow)}
        for lost in sorted(written - real):
            text = f"“{node.label}” lists the {child} flow “{lost[:60]}”, which does not touch it."
            yield warning(
                "bpmn.flow-list", text, node.id, hint="Saving from the studio after an edit here corrects it."
            )
    if node.default_flow and node.default_flow in known:
        flow = diagram.find(node.default_flow, SequenceFlow)
        if flow is None or flow.source != node.id:
            text = f"The default flow of “{node.label}” does not leave it."
            yield error("bpmn.default-flow", text, node.id, hint="Choose one of its own flows.")


def _fits(diagram: Diagram, name: str, value: str) -> bool:
    """Whether a message is a message, and so on."""
    wanted, target = name.removesuffix("Ref"), diagram.get(local_reference(value))
    return wanted not in _DEFINED or target is None or target.kind == wanted


def _leads(element: Element, name: str, target: str) -> str:
    return f"{name} of “{element.label}” names “{target[:60]}”, which does not exist."


def _hint(name: str) -> str:
    return f"Choose or create what {name.removesuffix('Ref')} should name."
