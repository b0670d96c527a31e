"""Masks: what a write changes, what it leaves alone, and what is refused or found wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.library import Library, mask
from procos_studio.library.saying import said
from procos_studio.library.typed import check
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn, camunda
from procos_studio.model.records import FlowNode, RootElement
from procos_studio.problems import Refused

Place = Callable[[str], Any]

_FILE = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" xmlns:{prefix}="{uri}"
 targetNamespace="urn:t" id="d"><process id="p" isExecutable="true">{inside}</process></definitions>"""
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
OPERATON = "http://operaton.org/schema/1.0/bpmn"


def opened(inside: str, prefix: str = "camunda", uri: str = CAMUNDA) -> Diagram:
    return read_bytes(_FILE.format(prefix=prefix, uri=uri, inside=inside).encode()).diagram


def write(library: Library, diagram: Diagram, key: str, block: str, name: str, text: str) -> None:
    parameter = library.blocks[block].parameter(name)
    assert parameter is not None
    with diagram.edit("Set") as tx:
        mask.write(diagram, tx, key, parameter, text)


def roots(diagram: Diagram, kind: str) -> list[str]:
    return [root.id for root in diagram.children(diagram.root.id, RootElement) if root.kind == kind]


# what stays -----------------------------------------------------------------------------------------------------


def test_foreign_content_stays(library: Library) -> None:
    # given a task with things of others around and inside what the mask writes
    inside = """<serviceTask id="t" x:mark="1"><extensionElements><x:a/><camunda:inputOutput><!-- why -->
      <camunda:inputParameter name="other">1</camunda:inputParameter>
      <camunda:inputParameter name="url">http://a</camunda:inputParameter>
      <camunda:outputParameter name="o">${x}</camunda:outputParameter></camunda:inputOutput>
      <camunda:properties><camunda:property name="z" value="1"/></camunda:properties></extensionElements>
      <incoming>f</incoming></serviceTask>"""
    diagram = opened(inside)
    before = write_bytes(diagram).decode()
    # when
    write(library, diagram, "t", "integration/http-request", "url", "http://b")
    # then only the value differs
    assert write_bytes(diagram).decode() == before.replace("http://a", "http://b")


def test_one_edit_is_one_undo(place: Place) -> None:
    # given
    placed = place("standard/catch-message")
    before = write_bytes(placed.diagram)
    # when
    placed.write("message", "Order received")
    placed.diagram.undo()
    # then
    assert write_bytes(placed.diagram) == before


def test_writing_what_stands_already_changes_nothing(place: Place) -> None:
    # given
    placed = place("integration/http-request")
    revision = placed.diagram.revision
    # when
    placed.write("method", "GET")
    # then
    assert placed.diagram.revision == revision


def test_an_operaton_file_stays_one(library: Library) -> None:
    # given
    diagram = opened('<serviceTask id="t" operaton:type="external" operaton:topic="a"/>', "operaton", OPERATON)
    # when
    write(library, diagram, "t", "standard/service-task", "topic", "b")
    write(library, diagram, "t", "standard/service-task", "retries", "R3/PT1S")
    write(library, diagram, "t", "standard/service-task", "inputs", '{"a": "1"}')
    # then no element speaks both
    text = write_bytes(diagram).decode()
    assert "camunda" not in text
    assert 'operaton:topic="b"' in text
    assert "<operaton:failedJobRetryTimeCycle>R3/PT1S<" in text


# where values stand ---------------------------------------------------------------------------------------------


def test_lists_and_maps_are_the_engines_own(place: Place) -> None:
    # given
    placed = place("integration/http-request")
    # when
    placed.write("headers", '{"X-Count": 5, "Authorization": "${secret(\\"k\\")}", "many": ["a", "b"]}')
    # then
    text = write_bytes(placed.diagram).decode()
    assert '<camunda:entry key="X-Count">${5}</camunda:entry>' in text
    assert "<camunda:value>a</camunda:value>" in text


def test_text_that_is_no_table_is_kept_as_an_expression(place: Place) -> None:
    # given
    placed = place("integration/http-request")
    # when
    placed.write("headers", "${headers}")
    # then
    assert '<camunda:inputParameter name="headers">${headers}<' in write_bytes(placed.diagram).decode()
    assert placed.values["headers"] == "${headers}"


def test_the_provider_is_the_topic(place: Place) -> None:
    # given
    placed = place("ai/ask-model")
    assert placed.block.topic == "procos.ollama"
    # when
    placed.write("provider", "procos.openai")
    # then
    assert placed.diagram[placed.key].get(camunda("topic")) == "procos.openai"
    assert placed.block.parameter("apiKey") in mask.visible(placed.block, placed.values)


def test_a_timer_has_one_time(place: Place) -> None:
    # given
    placed = place("standard/catch-timer")
    assert (placed.values["kind"], placed.values["duration"]) == ("timeDuration", "PT1M")
    # when
    placed.write("kind", "timeDate")
    # then the duration is gone, and the date is wanted
    assert placed.values["duration"] == ""
    assert [problem.code for problem in mask.validate(placed.block, placed.values)] == ["block.required"]
    # when
    placed.write("date", "2027-01-31")
    # then
    assert mask.validate(placed.block, placed.values) == []


def test_the_default_flow_has_no_condition(place: Place) -> None:
    # given
    placed = place("standard/sequence-flow")
    placed.write("condition", "${a}")
    # when
    placed.write("default", "true")
    # then
    assert placed.values == {"condition": "", "default": "true", "documentation": ""}


def test_no_default_after_a_parallel_gateway(library: Library) -> None:
    # given
    diagram = opened('<parallelGateway id="g"/><task id="t"/><sequenceFlow id="f" sourceRef="g" targetRef="t"/>')
    # when
    with pytest.raises(Refused) as refused:
        write(library, diagram, "f", "standard/sequence-flow", "default", "true")
    # then
    assert refused.value.problems[0].elements == ("default",)


# messages, errors and their like --------------------------------------------------------------------------------


def test_two_events_of_one_name_share_the_message(library: Library) -> None:
    # given
    event = '<intermediateCatchEvent id="{}"><messageEventDefinition/></intermediateCatchEvent>'
    diagram = opened(event.format("a") + event.format("b"))
    # when
    write(library, diagram, "a", "standard/catch-message", "message", "Paid")
    write(library, diagram, "b", "standard/catch-message", "message", "Paid")
    # then
    assert len(roots(diagram, "message")) == 1
    # when one of them is renamed, the other keeps its message
    write(library, diagram, "b", "standard/catch-message", "message", "Shipped")
    names = [diagram[key].name for key in roots(diagram, "message")]
    assert sorted(names) == ["Paid", "Shipped"]
    # and back: nothing is left behind
    write(library, diagram, "b", "standard/catch-message", "message", "Paid")
    assert [diagram[key].name for key in roots(diagram, "message")] == ["Paid"]


def test_a_message_of_ones_own_is_renamed_in_place(place: Place) -> None:
    # given
    placed = place("standard/receive-task")
    placed.write("message", "Paid")
    first = roots(placed.diagram, "message")
    # when
    placed.write("message", "Paid in full")
    # then
    assert roots(placed.diagram, "message") == first


def test_a_root_element_that_holds_more_is_not_thrown_away(library: Library) -> None:
    # given
    diagram = opened('<endEvent id="e"><errorEventDefinition errorRef="E"/></endEvent>')
    with diagram.edit("Add") as tx:
        said = {"id": "E", "errorCode": "A", camunda("errorMessage"): "why"}
        tx.add(RootElement("E", bpmn("error"), diagram.root.id, said))
    # when
    write(library, diagram, "e", "standard/end-error", "error", "")
    # then
    assert roots(diagram, "error") == ["E"]


def test_an_error_message_needs_an_error(place: Place) -> None:
    # given
    placed = place("standard/end-error")
    # when
    with pytest.raises(Refused, match="no code yet"):
        placed.write("errorMessage", "It is sold out.")
    # then, with a code, it stands on the error
    placed.write("error", "SOLD_OUT")
    placed.write("errorMessage", "It is sold out.")
    assert placed.diagram[roots(placed.diagram, "error")[0]].get(camunda("errorMessage")) == "It is sold out."


# forms ----------------------------------------------------------------------------------------------------------


def test_a_form_field_keeps_what_the_mask_does_not_show(library: Library) -> None:
    # given
    field = """<camunda:formField id="a" type="string" x:more="1"><camunda:properties><camunda:property id="q"/>
      </camunda:properties><camunda:validation><camunda:constraint name="maxlength" config="9"/></camunda:validation>
      </camunda:formField>"""
    task = f"<extensionElements><camunda:formData>{field}</camunda:formData></extensionElements>"
    diagram = opened(f'<userTask id="u">{task}</userTask>')
    # when
    write(
        library,
        diagram,
        "u",
        "people/user-form",
        "fields",
        '[{"id": "a", "type": "long", "required": true}, {"id": "b"}]',
    )
    # then
    text = write_bytes(diagram).decode()
    assert 'x:more="1"' in text
    assert '<camunda:property id="q"/>' in text
    assert 'name="maxlength"' in text
    assert 'name="required"' in text


@pytest.mark.parametrize("text", ["no json", "{}", '[{"label": "x"}]', '[{"id": "a", "odd": 1}]', '["a"]'])
def test_fields_that_are_none_are_refused(place: Place, text: str) -> None:
    placed = place("people/user-form")
    with pytest.raises(Refused, match="no list of fields"):
        placed.write("fields", text)


# what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "name", "text"),
    [
        ("integration/http-request", "url", "a\x00b"),
        ("integration/http-request", "url", "a\ud800b"),
        ("standard/task", "documentation", "x" * 1_000_001),
        ("compute/python-script", "resultSchema", "x" * 70_000),
        ("standard/boundary-timer", "interrupting", "perhaps"),
        ("standard/ad-hoc", "ordering", "Backwards"),
        ("standard/catch-timer", "kind", "never"),
        ("standard/throw-compensation", "activity", "no id"),
        ("standard/task", "loopCondition", "${true}"),
        ("standard/call", "variablesIn", '{"a": 1}'),
        ("compute/transform", "mapping", "${all}"),
    ],
)
def test_what_the_file_cannot_hold_is_refused(place: Place, block: str, name: str, text: str) -> None:
    # given
    placed = place(block)
    before = write_bytes(placed.diagram)
    # when
    with pytest.raises(Refused) as refused:
        placed.write(name, text)
    # then it says where, and nothing changed
    assert refused.value.problems[0].elements == (name,)
    assert write_bytes(placed.diagram) == before


def test_a_wrong_value_is_kept_and_told(place: Place) -> None:
    # given
    placed = place("ai/ask-model")
    placed.write("prompt", "Hello")
    # when
    placed.write("temperature", "hot")
    # then
    found = mask.validate(placed.block, placed.values)
    assert [(problem.code, problem.elements) for problem in found] == [("block.value", ("temperature",))]


# stamps ---------------------------------------------------------------------------------------------------------


def test_the_stamp_names_block_and_version(place: Place) -> None:
    placed = place("integration/http-request")
    element = placed.diagram[placed.key]
    assert element.get(mask.STAMP) == "integration/http-request"
    assert element.get(mask.STAMP_VERSION) == "1"
    assert element.get(camunda("topic")) == "procos.http"


def test_plain_bpmn_gets_no_stamp(place: Place) -> None:
    placed = place("standard/service-task")
    assert mask.STAMP not in placed.diagram[placed.key].attributes


def test_stamping_another_kind_is_refused(library: Library) -> None:
    diagram = opened('<task id="t"/>')
    with pytest.raises(Refused, match="serviceTask"), diagram.edit("Stamp") as tx:
        mask.stamp(diagram, tx, "t", library.blocks["integration/http-request"])


def test_a_stamp_leaves_what_a_person_wrote(library: Library) -> None:
    # given
    diagram = opened(
        """<serviceTask id="t"><extensionElements><camunda:inputOutput>
        <camunda:inputParameter name="method">PUT</camunda:inputParameter></camunda:inputOutput>
        </extensionElements></serviceTask>"""
    )
    # when
    block = library.blocks["integration/http-request"]
    with diagram.edit("Stamp") as tx:
        mask.stamp(diagram, tx, "t", block)
    # then
    assert mask.values(diagram, "t", block)["method"] == "PUT"


def test_clearing_a_block_leaves_plain_bpmn(place: Place, library: Library) -> None:
    # given
    placed = place("integration/http-request")
    placed.write("documentation", "Why")
    # when
    with placed.diagram.edit("Clear") as tx:
        mask.clear(placed.diagram, tx, placed.key, placed.block)
    # then
    element = placed.diagram.require(placed.key, FlowNode)
    assert element.extensions == ()
    assert set(element.attributes) == {"id"}
    assert element.documentation == "Why"
    assert library.of(element) is library.get("standard/service-task")


def test_an_event_becomes_another(library: Library) -> None:
    # given
    diagram = opened('<intermediateCatchEvent id="e"><messageEventDefinition/></intermediateCatchEvent>')
    # when
    with diagram.edit("Stamp") as tx:
        mask.stamp(diagram, tx, "e", library.blocks["standard/catch-timer"])
    # then
    assert diagram.require("e", FlowNode).event_kind == "timer"


def test_the_face_is_one_line(place: Place) -> None:
    placed = place("ai/ask-model")
    assert mask.summary(placed.diagram, placed.key, placed.block) == "Ollama · llama3.1 · 0.2"


SPOKEN = [
    (
        "compute/transform",
        "mapping",
        '{"confirmation": "${a}: ${b}", "complete": "${c == 0}"}',
        "→ confirmation, complete",
    ),
    ("compute/transform", "mapping", "no map", ""),
    ("compute/python-script", "script", "# sum\nimport json\ntotal = 1\nif total == 2:\n    x = 3\n", "→ total"),
    ("compute/python-script", "script", "import json\n\nprint(json.dumps(query))", "print(json.dumps(query))"),
    ("compute/python-script", "resultVariable", "answer", "→ answer"),
]


@pytest.mark.parametrize(("block", "parameter", "text", "words"), SPOKEN)
def test_the_face_shows_words_and_no_raw_data(place: Place, block: str, parameter: str, text: str, words: str) -> None:
    found = next(item for item in place(block).block.properties if item.id == parameter)
    assert said(found, text) == words


def test_a_secret_never_gets_into_the_file(place: Callable[[str], Any]) -> None:
    # given a block with a secret
    placed = place("ai/ask-model")
    before = write_bytes(placed.diagram)
    # when it is typed as it is
    with pytest.raises(Refused) as refused:
        placed.write("apiKey", "hunter2")
    # then the file is as it was, and the sentence does not repeat it
    assert write_bytes(placed.diagram) == before
    assert "hunter2" not in str(refused.value)
    # and one that is in somebody's file is not shown on the block
    parameter = placed.block.parameter("apiKey")
    assert parameter is not None
    assert said(parameter, "hunter2") == ""
    found = check(replace(parameter, pattern="[0-9]+"), "hunter2")
    assert not any("hunter2" in problem.message for problem in found)
