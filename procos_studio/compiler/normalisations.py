"""Normalisations: the mends that a Camunda 7 or Operaton deployment needs, each saying what it changed.

A visible list of functions over a diagram inside an edit; sources are deployments to the real engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import OPERATON, bpmn, camunda, local_name, namespace_of
from procos_studio.model.order import rank
from procos_studio.model.records import Drawn, Edge, FlowNode, Process, RootElement
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml

HISTORY_TIME_TO_LIVE = "P180D"
PYTHON_TOPIC = "procos.python"
SCRIPT_PROPERTY = "procos.script"

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
            yield f"{element.label}: operaton: extensions are spelled camunda:"


def _in_camunda(item: Xml) -> Xml:
    tag = camunda(item.kind) if namespace_of(item.tag) == OPERATON else item.tag
    children = tuple(_in_camunda(child) for child in item.children)
    return replace(item, tag=tag, attributes=_attributes_in_camunda(item.attributes), children=children)


def _attributes_in_camunda(attributes: Mapping[str, str]) -> Mapping[str, str]:
    if not any(namespace_of(name) == OPERATON for name in attributes):
        return attributes
    own = {camunda(local_name(name)): value for name, value in attributes.items() if namespace_of(name) == OPERATON}
    return {name: value for name, value in attributes.items() if namespace_of(name) != OPERATON} | own


def flatten_nested_references(diagram: Diagram, tx: Transaction) -> Changes:
    """`<camunda:externalTask topic>` and `<camunda:calledElement>` are refused as elements; they are attributes."""
    for node in _nodes(diagram):
        external = node.extension(camunda("externalTask"))
        if external is not None:
            values = {camunda("type"): "external", camunda("topic"): external.get("topic")}
            tx.put(node.without_extension(external.tag).with_attribute_map(values))
            yield f"{node.label}: the nested external task became attributes"
        called = node.extension(camunda("calledElement"))
        if called is not None:
            binding = called.get("binding") or None
            values_called = {"calledElement": called.get("calledElement") or called.get("key") or called.text.strip()}
            bare = node.without_extension(called.tag).with_attribute_map(values_called)
            tx.put(bare.with_attribute_map({camunda("calledElementBinding"): binding}))
            yield f"{node.label}: the nested called element became attributes"


def scripts_to_external_tasks(diagram: Diagram, tx: Transaction) -> Changes:
    """The engines have no Python; a worker of ours serves the topic and reads the script from the properties."""
    for node in _nodes(diagram):
        if node.kind != "scriptTask" or node.get("scriptFormat").lower() != "python":
            continue
        script = node.detail(bpmn("script"))
        code = Xml(camunda("property"), {"name": SCRIPT_PROPERTY, "value": script.text if script else ""})
        result = node.get(camunda("resultVariable"))
        named = Xml(camunda("property"), {"name": f"{SCRIPT_PROPERTY}.result", "value": result})
        task = _with_properties(node, *((code, named) if result else (code,))).without_details(bpmn("script"))
        values: dict[str, str | None] = {
            "scriptFormat": None,
            camunda("resultVariable"): None,
            camunda("resource"): None,
        }
        external = {camunda("type"): "external", camunda("topic"): PYTHON_TOPIC}
        tx.put(replace(task.with_attribute_map(values | external), tag=bpmn("serviceTask")))
        yield f"{node.label}: the Python script became an external task on topic {PYTHON_TOPIC}"


def _with_properties(node: FlowNode, *properties: Xml) -> FlowNode:
    holder = node.extension(camunda("properties")) or Xml(camunda("properties"))
    return node.with_extension(holder.with_children(*holder.children, *properties))


def name_what_is_matched(diagram: Diagram, tx: Transaction) -> Changes:
    """A nameless message, signal or an error without a code is refused; its id serves."""
    wanted = {"message": "name", "signal": "name", "error": "errorCode", "escalation": "escalationCode"}
    for element in diagram.children(diagram.root.id, RootElement):
        attribute = wanted.get(element.kind)
        if attribute and not element.get(attribute):
            value = element.name or element.get("id")
            tx.put(element.with_attributes(**{attribute: value}))
            yield f"{element.label}: {attribute} is “{value}”"


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
    """A shape or edge of nothing, and an edge with fewer than two points, are refused."""
    known = {element.get("id") for element in diagram.elements.values()}
    for item in tuple(diagram.all(Drawn)):
        if item.shows not in known or (isinstance(item, Edge) and len(item.waypoints) < 2):
            tx.remove(item.id)
            yield f"{item.label}: a drawing of nothing, or a line without way points, is left out"


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
    scripts_to_external_tasks,
    name_what_is_matched,
    make_executable,
    drop_broken_drawing,
    order_content,
    name_the_namespace,
)
