"""Texts found in names, notes, properties, expressions and code, and replaced where a person chose it."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.edits.replace_texts import Place, replace_texts
from procos_studio.edits.wording import Part, Text, reworded, texts
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

_FILE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:v="urn:vendor">
<error id="e" errorCode="pay-late"/>
<process id="p" name="Pay all">
<serviceTask id="call" name="Pay" camunda:topic="procos.pay" camunda:type="external"
 camunda:asyncBefore="true" v:k="pay">
<documentation>Why pay</documentation>
<extensionElements>
<camunda:inputOutput><camunda:inputParameter name="pay">pay ${pay}</camunda:inputParameter>
<camunda:inputParameter name="list">
<camunda:list><camunda:value>pay</camunda:value></camunda:list></camunda:inputParameter>
<camunda:outputParameter name="paid">
<camunda:script scriptFormat="python">pay + pay</camunda:script></camunda:outputParameter>
</camunda:inputOutput>
<v:vendor>pay</v:vendor>
</extensionElements></serviceTask>
<textAnnotation id="note"><text>Pay now</text></textAnnotation>
<sequenceFlow id="flow" sourceRef="call" targetRef="call">
<conditionExpression>${pay}</conditionExpression></sequenceFlow>
</process></definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(_FILE).diagram


def _all(diagram: Diagram) -> list[tuple[str, Text]]:
    return [(element.id, text) for element in diagram.walk() for text in texts(element)]


def test_every_text_of_a_person_is_found_and_no_word_of_the_format(diagram: Diagram) -> None:
    # given a file with all kinds of texts
    # when they are listed
    found = [(key, text.part, text.what, text.text) for key, text in _all(diagram)]
    # then these are they: neither keys, flags and types nor what other vendors keep
    assert found == [
        ("e", Part.PROPERTY, "error code", "pay-late"),
        ("p", Part.NAME, "name", "Pay all"),
        ("call", Part.NAME, "name", "Pay"),
        ("call", Part.PROPERTY, "topic", "procos.pay"),
        ("call", Part.NOTE, "documentation", "Why pay"),
        ("call", Part.EXPRESSION, "pay", "pay ${pay}"),
        ("call", Part.PROPERTY, "list", "pay"),
        ("call", Part.PROPERTY, "name", "paid"),
        ("call", Part.CODE, "paid", "pay + pay"),
        ("note", Part.NOTE, "text", "Pay now"),
        ("flow", Part.EXPRESSION, "condition expression", "${pay}"),
    ]


def test_an_element_that_says_the_same_is_the_same(diagram: Diagram) -> None:
    # given any element
    # when its texts are set to what they are
    # then nothing is made anew
    for element in diagram.walk():
        assert reworded(element, lambda text: text.text) is element


def test_only_the_chosen_places_change_in_one_edit(diagram: Diagram) -> None:
    # given the second of two matches in code, and a name
    before = write_bytes(diagram)
    code = next(text for _, text in _all(diagram) if text.part is Part.CODE)
    name = next(text for key, text in _all(diagram) if key == "call")
    # when they are replaced
    done = replace_texts(diagram, [Place("call", code, 6, 9, "fee"), Place("call", name, 0, 3, "Buy")])
    # then just they are other, and one undo takes both back
    assert done == 2
    assert [text.text for key, text in _all(diagram) if key == "call" and text.text in ("Buy", "pay + fee")] == [
        "Buy",
        "pay + fee",
    ]
    diagram.undo()
    assert write_bytes(diagram) == before


def test_several_places_of_one_text_may_become_longer_and_shorter(diagram: Diagram) -> None:
    # given both matches in code
    code = next(text for _, text in _all(diagram) if text.part is Part.CODE)
    # when one becomes longer and the other goes
    replace_texts(diagram, [Place("call", code, 0, 3, "a longer one"), Place("call", code, 6, 9, "")])
    # then both stand where they belong
    assert "a longer one + " in [text.text for _, text in _all(diagram)]


def test_what_changed_or_went_in_the_meantime_stays(diagram: Diagram) -> None:
    # given a place in a name that is another by now, and one in an element that has gone
    name = next(text for key, text in _all(diagram) if key == "call")
    with diagram.edit("Rename") as tx:
        tx.put(diagram["call"].with_attributes(name="Sell"))
    count = len(diagram.history.labels)
    # when they are replaced
    done = replace_texts(diagram, [Place("call", name, 0, 3, "Buy"), Place("gone", name, 0, 3, "Buy")])
    # then nothing is done, and there is nothing to undo
    assert done == 0
    assert diagram["call"].name == "Sell"
    assert len(diagram.history.labels) == count


def test_what_no_file_can_hold_is_refused_whole(diagram: Diagram) -> None:
    # given one good replacement and one with a control character
    name = next(text for key, text in _all(diagram) if key == "call")
    code = next(text for _, text in _all(diagram) if text.part is Part.CODE)
    before = write_bytes(diagram)
    # when they are replaced, then nothing is
    with pytest.raises(Refused):
        replace_texts(diagram, [Place("call", name, 0, 3, "Buy"), Place("call", code, 0, 3, "\x00")])
    assert write_bytes(diagram) == before
