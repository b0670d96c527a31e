from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes, references
from procos_studio.problems import Severity

OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'


def _found(inside: str) -> list[tuple[str, str, tuple[str, ...]]]:
    diagram = read_bytes(f"{OPEN}{inside}</definitions>".encode()).diagram
    return [(problem.code, problem.severity, problem.elements) for problem in references.check(diagram)]


def _process(inside: str) -> str:
    return f"<process id='p'>{inside}</process>"


def test_a_file_in_order_has_no_findings() -> None:
    tasks = "<task id='a' default='f'><outgoing>f</outgoing></task><task id='b'><incoming>t:f</incoming></task>"
    flow = "<sequenceFlow id='f' sourceRef='a' targetRef='b'/>"
    event = "<endEvent id='e'><messageEventDefinition messageRef='t:m'/></endEvent>"
    assert _found("<message id='m' name='M'/>" + _process(tasks + flow + event)) == []


@pytest.mark.parametrize(
    ("inside", "code", "severity", "element"),
    [
        ("<boundaryEvent id='x' attachedToRef='no'/>", "bpmn.dangling-reference", "error", "x"),
        ("<sequenceFlow id='x' sourceRef='no' targetRef='no'/>", "bpmn.dangling-reference", "error", "x"),
        ("<sequenceFlow id='x'/>", "bpmn.flow-end", "error", "x"),
        ("<sequenceFlow id='x' sourceRef='p' targetRef='p'/>", "bpmn.flow-end", "error", "x"),
        ("<dataObjectReference id='x' dataObjectRef='no'/>", "bpmn.dangling-reference", "error", "x"),
        ("<dataStoreReference id='x' dataStoreRef='no'/>", "bpmn.dangling-reference", "warning", "x"),
        ("<task id='x'><incoming>no</incoming></task>", "bpmn.flow-list", "warning", "x"),
        ("<task id='x' default='no'/>", "bpmn.dangling-reference", "error", "x"),
        (
            "<task id='x' default='f'/><task id='y'/><sequenceFlow id='f' sourceRef='y' targetRef='x'/>",
            "bpmn.default-flow",
            "error",
            "x",
        ),
        (
            "<laneSet id='s'><lane id='x'><flowNodeRef>no</flowNodeRef></lane></laneSet>",
            "bpmn.dangling-reference",
            "warning",
            "x",
        ),
        (
            "<endEvent id='x'><errorEventDefinition errorRef='no'/></endEvent>",
            "bpmn.dangling-reference",
            "warning",
            "x",
        ),
        (
            "<endEvent id='x'><eventDefinitionRef>no</eventDefinitionRef></endEvent>",
            "bpmn.dangling-reference",
            "error",
            "x",
        ),
        (
            "<endEvent><timerEventDefinition id='t'/></endEvent>" * 2,
            "bpmn.duplicate-id",
            "warning",
            "~endEvent_2",
        ),
        (
            "<endEvent id='x'><signalEventDefinition signalRef='p'/></endEvent>",
            "bpmn.wrong-reference",
            "error",
            "x",
        ),
        ("<task id='x'><property id='p'/></task>", "bpmn.duplicate-id", "warning", "x"),
    ],
)
def test_what_leads_nowhere_is_found(inside: str, code: str, severity: Severity, element: str) -> None:
    assert (code, severity, (element,)) in _found(_process(inside))


def test_a_drawing_of_nothing_is_a_warning() -> None:
    di = "http://www.omg.org/spec/BPMN/20100524/DI"
    shape = "<b:BPMNPlane id='l' bpmnElement='no'><b:BPMNShape id='s' bpmnElement='no'/></b:BPMNPlane>"
    found = _found(f"<b:BPMNDiagram xmlns:b='{di}'>{shape}</b:BPMNDiagram>")
    assert found == [("bpmn.drawing-of-nothing", "warning", (key,)) for key in ("l", "s")]


def test_ids_in_extensions_are_not_ours_to_judge() -> None:
    field = "<extensionElements><x:field xmlns:x='urn:x' id='same'/></extensionElements>"
    assert _found(_process(f"<task id='a'>{field}</task><task id='b'>{field}</task>")) == []
