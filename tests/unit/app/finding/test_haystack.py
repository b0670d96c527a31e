"""Which texts are searched, what is shown of them, and which element shows where one stands."""

from __future__ import annotations

import pytest

from procos_studio.app.finding.haystack import Texts, marked_for, piece, shown_for
from procos_studio.bpmn import read_bytes
from procos_studio.edits.replace_texts import Place
from procos_studio.edits.wording import Part, Text
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram

_FILE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
<message id="m" name="Invoice paid"/>
<process id="p">
<scriptTask id="calc" name="Calculate" scriptFormat="python"><script>total = price</script></scriptTask>
<subProcess id="sub" name="Inside"><task id="inner" name="Deep"/></subProcess>
<receiveTask id="wait" name="Wait" messageRef="m"/>
<sequenceFlow id="flow" sourceRef="calc" targetRef="sub"><conditionExpression>${total}</conditionExpression>
</sequenceFlow>
</process></definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return draw_missing(read_bytes(_FILE).diagram)


def _among(diagram: Diagram, *parts: Part, within: tuple[str, ...] = (), typed: str = "") -> list[str]:
    return [text.text for _, text in Texts(diagram).among(parts, within, typed)]


def test_parts_and_places_limit_what_is_searched(diagram: Diagram) -> None:
    # given a diagram
    # when parts of it are searched
    # then just those texts are offered
    assert _among(diagram, Part.CODE) == ["total = price"]
    assert _among(diagram, Part.EXPRESSION) == ["${total}"]
    assert _among(diagram, Part.NAME, within=("sub",)) == ["Inside", "Deep"]
    # and an id only where it is typed whole
    assert _among(diagram, Part.CODE, within=("inner",), typed="inner") == ["inner"]
    assert _among(diagram, Part.CODE, within=("inner",), typed="inn") == []


def test_an_element_that_changed_is_read_again(diagram: Diagram) -> None:
    # given texts that were looked through once
    texts = Texts(diagram)
    list(texts.among([Part.NAME], (), ""))
    # when a name changes
    with diagram.edit("Rename") as tx:
        tx.put(diagram["inner"].with_attributes(name="Deeper"))
    # then the new one is found
    assert ("inner", "Deeper") in [(key, text.text) for key, text in texts.among([Part.NAME], (), "")]


def test_a_piece_is_the_line_around_a_match() -> None:
    # given a long line within a text
    text = "first\n" + "x" * 50 + "HIT" + "y" * 50 + "\nlast"
    at = text.index("HIT")
    # when it is shown
    shown = piece(Place("a", Text(Part.CODE, "script", text, 0), at, at + 3, ""))
    # then it is cut on both sides
    assert shown == ("…" + "x" * 16, "HIT", "y" * 48 + "…")


def test_what_is_not_drawn_is_shown_by_who_refers_to_it(diagram: Diagram) -> None:
    # given a message, and a step inside a closed subsystem
    # when one asks where to look
    # then the step that waits for the message, and the subsystem around the step are the answer
    assert shown_for(diagram, "m") == "wait"
    assert marked_for(diagram, "inner") == (("inner", "sub") if diagram.plane_of("sub") else ("inner",))
