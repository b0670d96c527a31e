"""A small diagram to edit: start → task → end, with its drawing."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram

SMALL = b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="file" targetNamespace="urn:test">
  <process id="order" isExecutable="true">
    <laneSet id="lanes"><lane id="lane"><flowNodeRef>start</flowNodeRef><flowNodeRef>work</flowNodeRef></lane></laneSet>
    <startEvent id="start"/>
    <task id="work" name="Work"><documentation>Do it.</documentation></task>
    <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition/></boundaryEvent>
    <endEvent id="end"/>
    <sequenceFlow id="one" sourceRef="start" targetRef="work"/>
    <sequenceFlow id="two" sourceRef="work" targetRef="end"/>
    <sequenceFlow id="three" sourceRef="late" targetRef="end"/>
  </process>
  <di:BPMNDiagram id="page">
    <di:BPMNPlane id="plane" bpmnElement="order">
      <di:BPMNShape id="work_di" bpmnElement="work"><dc:Bounds x="100" y="80" width="100" height="80"/></di:BPMNShape>
    </di:BPMNPlane>
  </di:BPMNDiagram>
</definitions>
"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(SMALL).diagram
