"""Finding looks into names, parameters, expressions, code and the names of what is referred to."""

from __future__ import annotations

import pytest

from procos_studio.app.finding import find
from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram

_FILE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
<message id="m" name="Invoice paid"/>
<process id="p">
<scriptTask id="calc" name="Calculate" scriptFormat="python"><script>total = price * count</script></scriptTask>
<serviceTask id="call" name="Call" camunda:topic="procos.http"/>
<receiveTask id="wait" name="Wait" messageRef="m"/>
<intermediateCatchEvent id="catch"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
<sequenceFlow id="flow" sourceRef="calc" targetRef="call"><conditionExpression>${total &gt; 9}</conditionExpression>
</sequenceFlow>
</process></definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(_FILE).diagram


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("calculate", ["calc"]),
        ("price", ["calc"]),
        ("TOTAL", ["calc", "flow"]),
        ("procos.http", ["call"]),
        ("invoice", ["wait", "catch"]),
        ("total price", ["calc"]),
        ("nowhere", []),
    ],
)
def test_every_word_must_stand_somewhere(diagram: Diagram, text: str, found: list[str]) -> None:
    assert [hit.element.id for hit in find(diagram, text)] == found


def test_a_hit_in_code_shows_the_place(diagram: Diagram) -> None:
    (hit,) = find(diagram, "price")
    assert hit.snippet == "total = price * count"


def test_without_a_word_all_blocks_are_offered(diagram: Diagram) -> None:
    assert [hit.element.id for hit in find(diagram, " ")] == ["calc", "call", "wait", "catch"]
