"""Inputs and outputs of any activity."""

from __future__ import annotations

import json

from procos_studio.bpmn import read_bytes
from procos_studio.library import load, mask
from procos_studio.library.mapping import INPUTS, OUTPUTS, with_mappings
from procos_studio.model.diagram import Diagram

TEXT = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t"><process id="p">
<startEvent id="s"/><userTask id="u"/>
<serviceTask id="h" camunda:type="external" camunda:topic="procos.http"
  camunda:modelerTemplate="integration/http-request"><extensionElements><camunda:inputOutput>
  <camunda:inputParameter name="url">x</camunda:inputParameter>
  <camunda:inputParameter name="extra">${a}</camunda:inputParameter>
  <camunda:outputParameter name="answer">${body}</camunda:outputParameter>
  <camunda:outputParameter name="id">${body.id}</camunda:outputParameter>
</camunda:inputOutput></extensionElements></serviceTask></process></definitions>"""


def diagram() -> Diagram:
    return read_bytes(TEXT.encode()).diagram


def test_a_block_of_its_own_gets_those_that_it_does_not_name() -> None:
    # given
    document = diagram()
    block = load().of(document["h"])
    assert block is not None
    # when
    more = with_mappings(document, "h", block)
    values = mask.values(document, "h", more)
    # then
    assert json.loads(values[INPUTS]) == {"extra": "${a}"}
    assert json.loads(values[OUTPUTS]) == {"id": "${body.id}"}
    # when written
    outputs = more.parameter(OUTPUTS)
    assert outputs is not None
    with document.edit("x") as tx:
        mask.write(document, tx, "h", outputs, '{"other": "${body.x}"}')
    # then the block's own stay
    assert mask.values(document, "h", block)["responseVariable"] == "answer"
    assert json.loads(mask.values(document, "h", with_mappings(document, "h", block))[OUTPUTS]) == {
        "other": "${body.x}"
    }


def test_a_user_task_has_both_and_an_event_none() -> None:
    document, library = diagram(), load()
    user, start = library.of(document["u"]), library.of(document["s"])
    assert user is not None
    assert start is not None
    assert with_mappings(document, "u", user).parameter(INPUTS) is not None
    assert with_mappings(document, "s", start) is start


def test_a_block_with_tables_of_its_own_stays_as_it_is() -> None:
    library = load()
    document = diagram()
    for name in ("standard/service-task", "compute/transform"):
        block = library.blocks[name]
        assert with_mappings(document, "h", block) == block
