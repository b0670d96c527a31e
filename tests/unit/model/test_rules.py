from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.rules import connection, may_attach, may_contain

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="t">
  <bpmn:collaboration id="collaboration">
    <bpmn:participant id="ours" processRef="process"/>
    <bpmn:participant id="theirs" processRef="other"/>
    <bpmn:participant id="box"/>
    <bpmn:textAnnotation id="remark"/>
  </bpmn:collaboration>
  <bpmn:process id="process">
    <bpmn:laneSet id="lanes"><bpmn:lane id="lane"/></bpmn:laneSet>
    <bpmn:startEvent id="start"/>
    <bpmn:task id="task"/>
    <bpmn:task id="task2"/>
    <bpmn:endEvent id="end"/>
    <bpmn:endEvent id="send"><bpmn:messageEventDefinition/></bpmn:endEvent>
    <bpmn:exclusiveGateway id="gate"/>
    <bpmn:eventBasedGateway id="wait"/>
    <bpmn:intermediateCatchEvent id="timer"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="message"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent>
    <bpmn:receiveTask id="receive"/>
    <bpmn:intermediateThrowEvent id="linkOut"><bpmn:linkEventDefinition name="a"/></bpmn:intermediateThrowEvent>
    <bpmn:intermediateCatchEvent id="linkIn"><bpmn:linkEventDefinition name="a"/></bpmn:intermediateCatchEvent>
    <bpmn:boundaryEvent id="onTask" attachedToRef="task"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>
    <bpmn:boundaryEvent id="undoTask" attachedToRef="task"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
    <bpmn:task id="undo" isForCompensation="true"/>
    <bpmn:subProcess id="sub"><bpmn:task id="inner"/><bpmn:dataObjectReference id="innerData"/></bpmn:subProcess>
    <bpmn:subProcess id="eventSub" triggeredByEvent="true"/>
    <bpmn:adHocSubProcess id="adHoc"/>
    <bpmn:transaction id="transaction"/>
    <bpmn:dataObjectReference id="data"/>
    <bpmn:dataStoreReference id="store"/>
    <bpmn:textAnnotation id="note"/>
    <bpmn:group id="frame"/>
    <bpmn:sequenceFlow id="flow" sourceRef="task" targetRef="task2"/>
    <bpmn:sequenceFlow id="waits" sourceRef="wait" targetRef="timer"/>
  </bpmn:process>
  <bpmn:process id="other">
    <bpmn:task id="theirTask"/>
    <bpmn:startEvent id="theirStart"><bpmn:messageEventDefinition/></bpmn:startEvent>
    <bpmn:startEvent id="theirPlainStart"/>
    <bpmn:exclusiveGateway id="theirGate"/>
  </bpmn:process>
</bpmn:definitions>"""


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return read_bytes(FILE.encode()).diagram


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("start", "task", "sequenceFlow"),
        ("task", "task", "sequenceFlow"),
        ("gate", "end", "sequenceFlow"),
        ("onTask", "task2", "sequenceFlow"),
        ("wait", "message", "sequenceFlow"),
        ("wait", "receive", "sequenceFlow"),
        ("task", "theirTask", "messageFlow"),
        ("send", "theirStart", "messageFlow"),
        ("box", "task", "messageFlow"),
        ("ours", "theirs", "messageFlow"),
        ("sub", "box", "messageFlow"),
        ("note", "task", "association"),
        ("task", "note", "association"),
        ("note", "flow", "association"),
        ("remark", "ours", "association"),
        ("undoTask", "undo", "association"),
        ("data", "task", "dataInputAssociation"),
        ("task", "data", "dataOutputAssociation"),
        ("data", "inner", "dataInputAssociation"),
        ("start", "data", "dataOutputAssociation"),
        ("data", "end", "dataInputAssociation"),
        ("store", "theirTask", "dataInputAssociation"),
    ],
)
def test_what_may_be_connected_and_how(diagram: Diagram, source: str, target: str, kind: str) -> None:
    # given a file with one of each
    # when two of them are to be connected
    verdict = connection(diagram, source, target)
    # then the rules name the kind of flow, and no reason against it
    assert (verdict.kind, verdict.reason) == (kind, "")
    assert verdict


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("end", "task", "Nothing can follow an end event."),
        ("task", "start", "Nothing can lead to a start event."),
        ("task", "onTask", "Nothing can lead to a boundary event"),
        ("task", "inner", "cannot cross the border of a sub-process"),
        ("inner", "task", "cannot cross the border of a sub-process"),
        ("task", "eventSub", "started by its event"),
        ("eventSub", "task", "started by its event"),
        ("task", "undo", "reached from a compensation event only"),
        ("undo", "task", "stands outside the flow"),
        ("linkOut", "task", "goes on at its twin"),
        ("task", "linkIn", "entered from its twin"),
        ("gate", "gate", "cannot follow itself"),
        ("wait", "task", "leads to events that wait"),
        ("task", "timer", "reached from there only"),
        ("undoTask", "task", "cannot undo itself"),
        ("undoTask", "task2", "connected already"),
        ("undoTask", "gate", "a task or sub-process that undoes"),
        ("task", "ours", "from one pool to another"),
        ("gate", "theirTask", "neither sends nor receives"),
        ("task", "theirGate", "neither sends nor receives"),
        ("task", "theirPlainStart", "not an event that receives"),
        ("end", "theirTask", "not an event that sends"),
        ("data", "store", "Data passes through a step"),
        ("data", "gate", "tasks, sub-processes and events only"),
        ("data", "start", "only writes data"),
        ("end", "data", "only reads data"),
        ("innerData", "task", "belongs to another process or sub-process"),
        ("data", "theirTask", "belongs to another process or sub-process"),
        ("note", "remark", "not on another annotation"),
        ("frame", "task", "frame only"),
        ("task", "lane", "Flows join"),
        ("task", "nobody", "nothing here to connect"),
    ],
)
def test_each_refusal_says_why(diagram: Diagram, source: str, target: str, reason: str) -> None:
    # given a file with one of each
    # when two of them are to be connected that BPMN keeps apart
    verdict = connection(diagram, source, target)
    # then one sentence says why
    assert not verdict
    assert reason in verdict.reason
    assert verdict.reason.endswith(".")


@pytest.mark.parametrize(
    ("holder", "thing", "kind"),
    [
        ("process", "task", "process"),
        ("ours", "startEvent", "process"),
        ("lane", "task", "process"),
        ("sub", "endEvent", "subProcess"),
        ("adHoc", "task", "adHocSubProcess"),
        ("collaboration", "participant", "collaboration"),
        ("collaboration", "textAnnotation", "collaboration"),
        ("box", "group", "collaboration"),
        ("ours", "lane", "laneSet"),
        ("lane", "lane", "laneSet"),
        ("sub", "dataObjectReference", "subProcess"),
    ],
)
def test_what_may_stand_where(diagram: Diagram, holder: str, thing: str, kind: str) -> None:
    # given a file with one of each
    # when something is to stand in a holder
    # then the rules name what its parent will be
    assert may_contain(diagram, holder, thing).kind == kind


@pytest.mark.parametrize(
    ("holder", "thing", "reason"),
    [
        ("box", "task", "black box"),
        ("box", "lane", "black box"),
        ("collaboration", "task", "Steps stand inside a pool"),
        ("ours", "participant", "another pool"),
        ("sub", "participant", "inside a sub-process"),
        ("adHoc", "startEvent", "neither start nor end"),
        ("process", "boundaryEvent", "rides on the border"),
        ("task", "task", "Nothing can be put here"),
        ("process", "lane", "divide a pool"),
        ("process", "dataInput", "belongs to its process"),
        ("nobody", "task", "nothing here"),
    ],
)
def test_what_may_not_stand_where(diagram: Diagram, holder: str, thing: str, reason: str) -> None:
    # given a file with one of each
    # when something is to stand where it cannot
    # then one sentence says why
    assert reason in may_contain(diagram, holder, thing).reason


def test_nothing_stands_inside_itself(diagram: Diagram) -> None:
    # given a sub-process
    # when it is to stand in itself
    # then that is refused
    assert "into itself" in may_contain(diagram, "sub", diagram["sub"]).reason


@pytest.mark.parametrize(
    ("host", "event", "allowed"),
    [
        ("task", "timer", True),
        ("sub", "error", True),
        ("transaction", "cancel", True),
        ("task", "cancel", False),
        ("gate", "timer", False),
        ("start", "timer", False),
        ("eventSub", "timer", False),
        ("undo", "error", False),
        ("task", "none", False),
        ("task", "link", False),
        ("task", "terminate", False),
        ("ours", "timer", False),
    ],
)
def test_what_may_ride_on_what(diagram: Diagram, host: str, event: str, allowed: bool) -> None:
    # given a file with one of each
    # when an event is to ride on something
    verdict = may_attach(diagram, host, event)
    # then it may, or one sentence says why not
    assert bool(verdict) is allowed
    assert bool(verdict.reason) is not allowed
