"""What an export mends, says that it mended, and leaves alone."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import new_diagram, read_bytes, schema, write_bytes
from procos_studio.compiler.export import Exported, export
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import MODELER, camunda, clark
from procos_studio.model.records import FlowNode, Process
from procos_studio.problems import has_errors
from procos_studio.targets import TARGETS

SPACES = (
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"'
    ' xmlns:operaton="http://operaton.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"'
    ' xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:odi="http://www.omg.org/spec/DD/20100524/DI"'
)
READY = "id='p' isExecutable='true' camunda:historyTimeToLive='5'"
START = "<startEvent id='s'/>"


def _read(inside: str, *, process: str = READY, roots: str = "", after: str = "", target: str = "t") -> Diagram:
    named = f"targetNamespace='{target}'" if target else ""
    body = f"{roots}<process {process}>{START}{inside}</process>{after}"
    return read_bytes(f"<definitions {SPACES} id='d' {named}>{body}</definitions>".encode()).diagram


def _exported(diagram: Diagram) -> tuple[Exported, Diagram]:
    exported = export(diagram, TARGETS["camunda7"])
    return exported, read_bytes(exported.data).diagram


def _node(diagram: Diagram, key: str = "a") -> FlowNode:
    return diagram.require(key, FlowNode)


def test_a_file_in_order_only_gets_its_platform() -> None:
    diagram = new_diagram("Order")
    with diagram.edit("Start") as tx:
        tx.create("{http://www.omg.org/spec/BPMN/20100524/MODEL}startEvent", "order", "Start")
    exported, copy = _exported(diagram)
    assert exported.changes == ()
    assert exported.problems == ()
    assert copy.root.get(clark(MODELER, "executionPlatform")) == "Camunda Platform"
    assert copy.root.get(clark(MODELER, "executionPlatformVersion")) == "7.24.0"


def test_the_diagram_itself_stays_as_it_is() -> None:
    diagram = _read("<scriptTask id='a' scriptFormat='python'><script>x = 1</script></scriptTask>", process="id='p'")
    before, heard = write_bytes(diagram), []
    diagram.changed.connect(heard.append)
    exported, _ = _exported(diagram)
    assert exported.changes
    assert write_bytes(diagram) == before
    assert not heard
    assert diagram.history.labels == ()


def test_a_process_becomes_one_that_is_deployed() -> None:
    exported, copy = _exported(_read("", process="id='p'", target=""))
    process = copy.require("p", Process)
    assert process.is_executable
    assert process.get(camunda("historyTimeToLive")) == "P180D"
    assert copy.root.target_namespace
    assert len(exported.changes) == 3
    assert not has_errors(exported.problems)


def test_a_pool_that_is_only_drawn_stays_so() -> None:
    _, copy = _exported(
        _read("", roots=f"<process id='q'>{START.replace('s', 'z', 1)}</process>".replace("'s'", "'z'"))
    )
    assert not copy.require("q", Process).is_executable


def test_a_nested_external_task_becomes_attributes() -> None:
    nested = "<extensionElements><camunda:externalTask topic='pay'/></extensionElements>"
    exported, copy = _exported(_read(f"<serviceTask id='a'>{nested}</serviceTask>"))
    assert (_node(copy).get(camunda("type")), _node(copy).get(camunda("topic"))) == ("external", "pay")
    assert _node(copy).extensions == ()
    assert not has_errors(exported.problems)
    assert any("external task" in change for change in exported.changes)


def test_a_nested_called_element_becomes_attributes() -> None:
    nested = "<extensionElements><camunda:calledElement key='q' binding='version' version='3'/></extensionElements>"
    exported, copy = _exported(_read(f"<callActivity id='a'>{nested}</callActivity>"))
    assert _node(copy).get("calledElement") == "q"
    assert _node(copy).get(camunda("calledElementBinding")) == "version"
    assert _node(copy).get(camunda("calledElementVersion")) == "3"
    assert not has_errors(exported.problems)


@pytest.mark.parametrize("prefix", ["operaton", "activiti"])
def test_extensions_of_its_kin_are_spelled_camunda(prefix: str) -> None:
    inside = f"<extensionElements><{prefix}:in {prefix}:odd='1' variables='all'/></extensionElements>"
    task = f"<callActivity id='a' calledElement='q' {prefix}:asyncBefore='true'>{inside}</callActivity>"
    exported, copy = _exported(_read(task))
    assert _node(copy).get(camunda("asyncBefore")) == "true"
    (extension,) = _node(copy).extensions
    assert extension.tag == camunda("in")
    assert dict(extension.attributes) == {camunda("odd"): "1", "variables": "all"}
    assert f"<{prefix}:".encode() not in exported.data


def test_where_both_stand_side_by_side_operaton_counts() -> None:
    inside = "<extensionElements><camunda:in source='x' target='y'/><operaton:in variables='all'/></extensionElements>"
    both = "camunda:asyncAfter='false' operaton:asyncAfter='true'"
    task = f"<callActivity id='a' calledElement='q' {both}>{inside}</callActivity>"
    _, copy = _exported(_read(task))
    assert _node(copy).get(camunda("asyncAfter")) == "true"
    assert [dict(item.attributes) for item in _node(copy).extensions] == [{"variables": "all"}]


def test_a_python_script_becomes_an_external_task_that_keeps_it() -> None:
    # given a script with a mapping, a result variable and a property of its own
    code = "total = sum(prices)\nif total &gt; 100:\n    raise BpmnError('BIG', \"too much\")\n"
    parameter = "<camunda:inputParameter name='prices'>${all}</camunda:inputParameter>"
    mapping = f"<camunda:inputOutput>{parameter}</camunda:inputOutput>"
    own = "<camunda:properties><camunda:property name='procos.timeout' value='PT5S'/></camunda:properties>"
    task = (
        "<scriptTask id='a' name='Sum' scriptFormat='python' camunda:resultVariable='out' camunda:asyncBefore='true'>"
        f"<extensionElements>{mapping}{own}</extensionElements><script>{code}</script></scriptTask>"
    )
    # when it is exported
    exported, copy = _exported(_read(task))
    # then a worker finds topic, code, result and mapping, and the engine nothing that it refuses
    node = _node(copy)
    assert node.kind == "serviceTask"
    assert (node.get(camunda("type")), node.get(camunda("topic"))) == ("external", "procos.python")
    assert node.get("scriptFormat") == node.get(camunda("resultVariable")) == ""
    assert node.get(camunda("asyncBefore")) == "true"
    properties = {item.get("name"): item.get("value") for item in node.extensions[1].children}
    assert properties == {
        "procos.timeout": "PT5S",
        "procos.script": code.replace("&gt;", ">"),
        "procos.script.result": "out",
    }
    assert node.extensions[0].children[0].text == "${all}"
    assert not has_errors(exported.problems)
    assert any("procos.python" in change for change in exported.changes)


def test_what_is_matched_by_name_gets_one() -> None:
    roots = (
        "<message id='m'/><signal id='g'/><error id='thrown' name='Lost'/><error id='caught'/>"
        "<escalation id='up'/><escalation id='any'/>"
    )
    ends = (
        "<endEvent id='x'><errorEventDefinition errorRef='thrown'/></endEvent>"
        "<endEvent id='y'><escalationEventDefinition escalationRef='up'/></endEvent>"
    )
    exported, copy = _exported(_read(ends, roots=roots))
    assert (copy["m"].name, copy["g"].name) == ("m", "g")
    assert (copy["thrown"].get("errorCode"), copy["up"].get("escalationCode")) == ("Lost", "up")
    # without a code a catch means any, and must go on to do so
    assert (copy["caught"].get("errorCode"), copy["any"].get("escalationCode")) == ("", "")
    assert len(exported.changes) == 4


def test_what_has_no_id_gets_one_that_is_free() -> None:
    steps = "<userTask/><userTask id='userTask_1'/><sequenceFlow sourceRef='s' targetRef='userTask_1'/>"
    exported, copy = _exported(_read(steps, process="isExecutable='true' camunda:historyTimeToLive='5'"))
    ids = [element.get("id") for element in copy.walk() if element.kind != "definitions"]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert len(exported.changes) == 3
    assert not has_errors(exported.problems)


def test_a_broken_drawing_is_left_out() -> None:
    bounds, way = "<dc:Bounds x='0' y='0' width='9' height='9'/>", "<odi:waypoint x='0' y='0'/>"
    shapes = (
        f"<di:BPMNShape id='good' bpmnElement='s'>{bounds}</di:BPMNShape><di:BPMNShape id='flat' bpmnElement='s'/>"
        f"<di:BPMNShape id='lost' bpmnElement='no'>{bounds}</di:BPMNShape>"
        f"<di:BPMNShape id='none'>{bounds}</di:BPMNShape>"
        f"<di:BPMNEdge id='short' bpmnElement='f'>{way}</di:BPMNEdge>"
    )
    page = (
        f"<di:BPMNDiagram id='page'><di:BPMNPlane id='plane' bpmnElement='p'>{shapes}</di:BPMNPlane></di:BPMNDiagram>"
    )
    empty = "<di:BPMNDiagram id='page2'><di:BPMNPlane id='plane2' bpmnElement='no'/></di:BPMNDiagram>"
    flow = "<endEvent id='e'/><sequenceFlow id='f' sourceRef='s' targetRef='e'/>"
    exported, copy = _exported(_read(flow, after=page + empty))
    assert {"good", "page", "plane"} <= set(copy.elements)
    assert not {"flat", "lost", "none", "short", "page2", "plane2"} & set(copy.elements)
    assert not has_errors(exported.problems)


def test_parts_in_another_order_are_put_into_that_of_the_schema() -> None:
    loop = (
        "<multiInstanceLoopCharacteristics><completionCondition>${x}</completionCondition>"
        "<loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>"
    )
    task = f"<userTask id='a'>{loop}<incoming>f</incoming><extensionElements/><!-- why --><documentation/></userTask>"
    flow = "<sequenceFlow id='f' sourceRef='s' targetRef='a'/>"
    diagram = _read(task + flow + "<laneSet id='l'/>")
    assert schema.validate(write_bytes(diagram))
    exported, copy = _exported(diagram)
    assert schema.validate(exported.data) == []
    kinds = [item.kind for item in _node(copy).details]
    assert kinds == ["documentation", "extensionElements", "!--", "incoming", "multiInstanceLoopCharacteristics"]


def test_what_cannot_be_mended_is_an_error_that_names_the_element() -> None:
    exported, _ = _exported(_read("<complexGateway id='a'/>"))
    assert [(problem.code, problem.elements) for problem in exported.problems] == [("target.unknown-kind", ("a",))]
    exported, _ = _exported(_read("<task id='a' invented='x'/>"))
    assert [(problem.code, problem.elements, problem.line) for problem in exported.problems] == [
        ("bpmn.schema", ("a",), None)
    ]


def test_exporting_an_export_changes_nothing_more() -> None:
    diagram = _read("<scriptTask id='a' scriptFormat='Python'><script>x = 1</script></scriptTask>", process="id='p'")
    exported, copy = _exported(diagram)
    again = export(copy, TARGETS["camunda7"])
    assert (again.changes, again.data) == ((), exported.data)


OUT = (
    "<extensionElements><camunda:properties><camunda:property name='procos.commentedOut' value='true'/>"
    "</camunda:properties></extensionElements>"
)


def test_what_is_commented_out_becomes_a_step_that_does_nothing() -> None:
    # given a subsystem and an event that are commented out, the first with an error boundary event
    sub = f"<subProcess id='a' name='Ship'>{OUT}<startEvent id='in'/><serviceTask id='x'/>{{}}</subProcess>"
    inner = "<sequenceFlow id='i' sourceRef='in' targetRef='x'/>"
    throw = f"<intermediateThrowEvent id='b'>{OUT}<signalEventDefinition/></intermediateThrowEvent>"
    flows = (
        "<sequenceFlow id='f' sourceRef='s' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='b'/>"
        "<endEvent id='e'/><sequenceFlow id='h' sourceRef='b' targetRef='e'/>"
    )
    # when it is exported
    exported, copy = _exported(_read(sub.format(inner) + throw + flows))
    # then plain steps stand there, which the engines take, and the export says so
    assert (_node(copy).kind, _node(copy).name, _node(copy).children) == ("task", "Ship", ())
    assert "x" not in copy
    assert (_node(copy, "b").kind, _node(copy, "b").event_definitions) == ("intermediateThrowEvent", ())
    assert len([change for change in exported.changes if "commented out" in change]) == 2
    assert not has_errors(exported.problems)
