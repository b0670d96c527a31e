"""Normalisations: the mends that a Camunda 7 or Operaton deployment needs, each saying what it changed.

A visible list of functions over a diagram inside an edit; sources are deployments to the real engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from procos_studio.edits.drawing import erase_page
from procos_studio.edits.removing import doomed, remove
from procos_studio.model.commenting import is_commented_out
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import (
    ACTIVITI,
    DC,
    OPERATON,
    bpmn,
    camunda,
    clark,
    local_name,
    local_reference,
    namespace_of,
)
from procos_studio.model.order import rank
from procos_studio.model.records import Drawn, Edge, FlowNode, Plane, Process, RootElement, SequenceFlow
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml

HISTORY_TIME_TO_LIVE = "P180D"
PYTHON_TOPIC = "procos.python"
SCRIPT_PROPERTY = "procos.script"

_KIN = (OPERATON, ACTIVITI)

Changes = Iterator[str]
Normalisation = Callable[[Diagram, Transaction], Changes]


def use_camunda_namespace(diagram: Diagram, tx: Transaction) -> Changes:
    """Both engines read `camunda:`; Operaton drops it where its own stands beside it, so never mix."""
    for element in tuple(diagram.elements.values()):
        content: tuple[Content, ...] = tuple(
            item if isinstance(item, str) else _in_camunda(item) for item in element.content
        )
        attributes = _attributes_in_camunda(element.attributes)
        if content != element.content or attributes != element.attributes:
            tx.put(replace(element, content=content, attributes=attributes))
            yield f"{element.label}: extensions are spelled camunda:"


def _in_camunda(item: Xml) -> Xml:
    children = _without_shadowed(item) if item.tag == bpmn("extensionElements") else item.children
    tag = camunda(item.kind) if namespace_of(item.tag) in _KIN else item.tag
    inside = tuple(_in_camunda(child) for child in children)
    return replace(item, tag=tag, attributes=_attributes_in_camunda(item.attributes), children=inside)


def _without_shadowed(holder: Xml) -> tuple[Xml, ...]:
    """The extensions, but no `camunda:` one beside an `operaton:` one of the same name."""
    own = {camunda(child.kind) for child in holder.children if namespace_of(child.tag) == OPERATON}
    return tuple(child for child in holder.children if child.tag not in own)


def _attributes_in_camunda(attributes: Mapping[str, str]) -> Mapping[str, str]:
    kin = {name: value for name, value in attributes.items() if namespace_of(name) in _KIN}
    if not kin:
        return attributes
    spelled = {camunda(local_name(name)): value for name, value in kin.items()}
    return {name: value for name, value in attributes.items() if name not in kin} | spelled


def flatten_nested_references(diagram: Diagram, tx: Transaction) -> Changes:
    """`<camunda:externalTask topic>` and `<camunda:calledElement>` are refused as elements; they are attributes."""
    for node in _nodes(diagram):
        external = node.extension(camunda("externalTask"))
        called = node.extension(camunda("calledElement"))
        if external is not None:
            values = {camunda("type"): "external", camunda("topic"): external.get("topic")}
            tx.put(node.without_extension(external.tag).with_attribute_map(values))
            yield f"{node.label}: the nested external task became attributes"
        elif called is not None:
            process = called.get("calledElement") or called.get("key") or called.text.strip()
            values_called: dict[str, str | None] = {"calledElement": node.get("calledElement") or process}
            for name in ("binding", "version", "versionTag", "tenantId"):
                key = camunda(f"calledElement{name[0].upper()}{name[1:]}")
                values_called[key] = called.get(name) or node.get(key) or None
            tx.put(node.without_extension(called.tag).with_attribute_map(values_called))
            yield f"{node.label}: the nested called element became attributes"


def pass_commented_out_by(diagram: Diagram, tx: Transaction) -> Changes:
    """The engines know no comments: a plain step, or a throw event of nothing, stands in for what is commented out."""
    for node in _nodes(diagram):
        if node.id not in diagram or not is_commented_out(diagram, node):
            continue
        cancels = [event.id for event in diagram.boundary_events(node.id) if event.event_kind == "cancel"]
        remove(diagram, tx, doomed(diagram, [*node.children, *cancels]))
        erase_page(diagram, tx, node.id)
        bare = diagram.require(node.id, FlowNode)
        kept = tuple(item for item in bare.details if item.tag in _KEPT)
        attributes = {name: bare.get(name) for name in ("id", "name", "default") if bare.get(name)}
        kind = "intermediateThrowEvent" if node.is_event else "task"
        tx.put(replace(bare, tag=bpmn(kind), attributes=attributes, content=kept))
        for shape in diagram.drawn(node.id):
            tx.put(shape.with_attributes(isExpanded=None))
        yield f"{node.label}: is commented out, so a step that does nothing stands in its place"


_KEPT = frozenset({bpmn("documentation"), bpmn("incoming"), bpmn("outgoing")})


def scripts_to_external_tasks(diagram: Diagram, tx: Transaction) -> Changes:
    """The engines have no Python; a worker of ours serves the topic and reads the script from the properties."""
    for node in _nodes(diagram):
        if node.kind != "scriptTask" or node.get("scriptFormat").strip().lower() != "python":
            continue
        script = node.detail(bpmn("script"))
        kept = {
            SCRIPT_PROPERTY: script.text if script else "",
            f"{SCRIPT_PROPERTY}.resource": node.get(camunda("resource")),
            f"{SCRIPT_PROPERTY}.result": node.get(camunda("resultVariable")),
        }
        properties = (Xml(camunda("property"), {"name": name, "value": value}) for name, value in kept.items() if value)
        task = _with_properties(node, *properties).without_details(bpmn("script"))
        values: dict[str, str | None] = {
            "scriptFormat": None,
            camunda("resultVariable"): None,
            camunda("resource"): None,
            camunda("type"): "external",
            camunda("topic"): PYTHON_TOPIC,
        }
        tx.put(replace(task.with_attribute_map(values), tag=bpmn("serviceTask")))
        yield f"{node.label}: the Python script became an external task on topic {PYTHON_TOPIC}"


def _with_properties(node: FlowNode, *properties: Xml) -> FlowNode:
    holder = node.extension(camunda("properties")) or Xml(camunda("properties"))
    return node.with_extension(holder.with_children(*holder.children, *properties))


def give_ids(diagram: Diagram, tx: Transaction) -> Changes:
    """The engines find processes, steps, flows and what events refer to by their ids."""
    written = {element.get("id") for element in diagram.elements.values()}
    for element in tuple(diagram.walk()):
        if isinstance(element, Process | FlowNode | SequenceFlow | RootElement) and not element.get("id"):
            given = f"{element.kind}_{element.id.rpartition('_')[2]}"
            while given in written:
                given += "_"
            written.add(given)
            tx.put(element.with_attributes(id=given))
            yield f"{element.label}: got the id {given}"


def name_what_is_matched(diagram: Diagram, tx: Transaction) -> Changes:
    """A nameless message or signal is refused, and so is a thrown error or escalation without a code; the id serves.

    One that is only caught stays without a code: that means any.
    """
    thrown = set(_thrown(diagram))
    wanted = {"message": "name", "signal": "name", "error": "errorCode", "escalation": "escalationCode"}
    for element in diagram.children(diagram.root.id, RootElement):
        attribute = wanted.get(element.kind)
        if not attribute or element.get(attribute) or (attribute != "name" and element.get("id") not in thrown):
            continue
        value = element.name or element.get("id")
        tx.put(element.with_attributes(**{attribute: value}))
        yield f"{element.label}: {attribute} is “{value}”"


def _thrown(diagram: Diagram) -> Iterator[str]:
    """The ids of the errors and escalations that ends and intermediate events throw."""
    for node in _nodes(diagram):
        if node.kind in ("endEvent", "intermediateThrowEvent"):
            for definition in node.event_definitions:
                yield local_reference(definition.get("errorRef") or definition.get("escalationRef"))


def make_executable(diagram: Diagram, tx: Transaction) -> Changes:
    """Without an executable process the deployment silently holds nothing; historyTimeToLive is mandatory."""
    processes = diagram.children(diagram.root.id, Process)
    none = not any(process.is_executable for process in processes)
    for process in processes:
        if none and process.children:
            tx.update(process.id, Process, _executable)
            yield f"{process.label}: is marked executable"
        if not process.get(camunda("historyTimeToLive")):
            tx.update(process.id, Process, _with_history)
            yield f"{process.label}: history is kept for {HISTORY_TIME_TO_LIVE}"


def _executable(process: Process) -> Process:
    return process.with_attributes(isExecutable="true")


def _with_history(process: Process) -> Process:
    return process.with_attribute_map({camunda("historyTimeToLive"): HISTORY_TIME_TO_LIVE})


def drop_broken_drawing(diagram: Diagram, tx: Transaction) -> Changes:
    """A drawing of nothing, a shape without bounds and an edge with fewer than two points are refused."""
    known = {element.get("id") for element in diagram.elements.values()} - {""}
    for plane in tuple(diagram.all(Plane)):
        if plane.shows not in known:
            tx.remove(plane.parent)
            yield f"{plane.label}: a drawing of nothing is left out"
    for item in tuple(diagram.all(Drawn)):
        if item.shows not in known or not _is_drawn(item):
            tx.remove(item.id)
            yield f"{item.label}: a drawing of nothing, without bounds or way points, is left out"


def _is_drawn(item: Drawn) -> bool:
    if isinstance(item, Edge):
        return len(item.waypoints) >= 2
    return item.detail(clark(DC, "Bounds")) is not None


def order_content(diagram: Diagram, tx: Transaction) -> Changes:
    """The schema wants a fixed order inside an element; files of some tools have another."""
    for element in tuple(diagram.elements.values()):
        content = _in_order(diagram, element)
        loops = tuple(_loop_in_order(item) for item in content)
        if loops != element.content:
            tx.put(replace(element, content=loops))
            yield f"{element.label}: its parts stand in the schema's order"


def _in_order(diagram: Diagram, element: Element) -> tuple[Content, ...]:
    """Sorted by the schema's rank; equal ranks and comments stay behind what they follow."""
    ranked: list[tuple[int, Content]] = []
    for item in element.content:
        tag = _tag(diagram, item)
        stays = tag[:1] in (COMMENT[:1], INSTRUCTION) and ranked
        ranked.append((ranked[-1][0] if stays else rank(element.tag, tag), item))
    return tuple(item for _, item in sorted(ranked, key=lambda pair: pair[0]))


def _tag(diagram: Diagram, item: Content) -> str:
    return diagram[item].tag if isinstance(item, str) else item.tag


def _loop_in_order(item: Content) -> Content:
    order = ("documentation", "extensionElements", "loopCardinality", "loopDataInputRef", "loopDataOutputRef")
    late = ("inputDataItem", "outputDataItem", "complexBehaviorDefinition", "completionCondition")
    places = {name: place for place, name in enumerate((*order, *late))}
    if isinstance(item, str) or item.tag != bpmn("multiInstanceLoopCharacteristics"):
        return item
    return item.with_children(*sorted(item.children, key=lambda child: places.get(child.kind, len(places))))


def name_the_namespace(diagram: Diagram, tx: Transaction) -> Changes:
    """targetNamespace is required."""
    root = diagram.root
    if not root.target_namespace:
        tx.put(root.with_attributes(targetNamespace="http://bpmn.io/schema/bpmn"))
        yield "the file got a targetNamespace"


def _nodes(diagram: Diagram) -> tuple[FlowNode, ...]:
    return tuple(element for element in diagram.walk() if isinstance(element, FlowNode))


NORMALISATIONS: tuple[Normalisation, ...] = (
    use_camunda_namespace,
    flatten_nested_references,
    pass_commented_out_by,
    scripts_to_external_tasks,
    give_ids,
    name_what_is_matched,
    make_executable,
    drop_broken_drawing,
    order_content,
    name_the_namespace,
)
