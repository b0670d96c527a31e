"""Library: which block an element is."""

from __future__ import annotations

import pytest

from procos_studio.library import Library
from procos_studio.library.mask import STAMP
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn, camunda
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml


def node(kind: str, event: str = "", **attributes: str) -> FlowNode:
    content = (Xml(bpmn(f"{event}EventDefinition")),) if event else ()
    return FlowNode("n", bpmn(kind), attributes=attributes, content=content)


@pytest.mark.parametrize(
    ("element", "block"),
    [
        (node("task"), "standard/task"),
        (node("serviceTask"), "standard/service-task"),
        (node("startEvent"), "standard/start"),
        (node("startEvent", "timer"), "standard/start-timer"),
        (node("boundaryEvent", "compensate"), "standard/boundary-compensation"),
        (node("subProcess"), "standard/subsystem"),
        (node("subProcess", triggeredByEvent="true"), "standard/event-subsystem"),
        (node("subProcess", triggeredByEvent="false"), "standard/subsystem"),
    ],
)
def test_plain_bpmn_is_a_standard_block(library: Library, element: Element, block: str) -> None:
    found = library.of(element)
    assert found is not None
    assert found.id == block


def test_a_stamp_decides(library: Library) -> None:
    element = node("serviceTask").with_attribute_map({STAMP: "integration/http-request"})
    assert library.of(element) is library.get("integration/http-request")


@pytest.mark.parametrize("stamp", ["of/others", "people/approval"])
def test_a_stamp_that_does_not_fit_leaves_plain_bpmn(library: Library, stamp: str) -> None:
    element = node("serviceTask").with_attribute_map({STAMP: stamp})
    assert library.of(element) is library.get("standard/service-task")


def test_what_no_block_describes_is_none(library: Library) -> None:
    several = FlowNode(
        "n", bpmn("startEvent"), content=(Xml(bpmn("timerEventDefinition")), Xml(bpmn("signalEventDefinition")))
    )
    assert library.of(several) is None
    assert library.of(Element("m", bpmn("message"))) is None


def test_topics_and_fixed_attributes(library: Library) -> None:
    block = library.blocks["integration/http-request"]
    assert block.topic == "procos.http"
    assert block.attributes == {camunda("type"): "external", camunda("topic"): "procos.http"}
    assert library.blocks["ai/ask-model"].topic == "procos.ollama"
    assert library.blocks["standard/task"].topic == ""
