"""A variable is renamed where it is meant, and nowhere else."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import foreign, read_bytes, write_bytes
from procos_studio.edits.rename_variable import preview, rename_variable
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

BODY = """
<startEvent id="start"><extensionElements><camunda:formData><camunda:formField id="amount"/></camunda:formData>
</extensionElements></startEvent>
<scriptTask id="script" scriptFormat="python"><script>total = amount * 2  # amount
text = f"{amount} of order.amount"</script></scriptTask>
<serviceTask id="call" name="amount" camunda:type="external" camunda:topic="t"><extensionElements>
<camunda:inputOutput>
  <camunda:inputParameter name="sum">${amount}</camunda:inputParameter>
  <camunda:inputParameter name="parts"><camunda:list><camunda:value>n=${amount + 1}</camunda:value></camunda:list>
  </camunda:inputParameter>
  <camunda:outputParameter name="result">${amount.x}</camunda:outputParameter>
</camunda:inputOutput></extensionElements></serviceTask>
<serviceTask id="own" camunda:expression="${amount}"><extensionElements><camunda:inputOutput>
  <camunda:inputParameter name="amount">${amount}</camunda:inputParameter>
</camunda:inputOutput></extensionElements></serviceTask>
<sequenceFlow id="flow" sourceRef="start" targetRef="script">
<conditionExpression>${order.amount == amount &amp;&amp; "amount" != ''}</conditionExpression></sequenceFlow>
<callActivity id="called" calledElement="q"><extensionElements><camunda:in source="amount" target="amount"/>
<camunda:out source="amount" target="amount"/></extensionElements></callActivity>
"""


def diagram(body: str = BODY) -> Diagram:
    text = f"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
      <process id="p">{body}</process></definitions>"""
    return read_bytes(text.encode()).diagram


def test_the_variable_is_renamed_everywhere_in_one_edit_that_undo_takes_back() -> None:
    # given
    document = diagram()
    before = write_bytes(document)
    # when
    count = rename_variable(document, "p", "amount", "cost")
    # then
    text = write_bytes(document).decode()
    assert 'formField id="cost"' in text
    assert "total = cost * 2  # amount" in text
    assert 'f"{cost} of order.amount"' in text
    assert '<camunda:inputParameter name="sum">${cost}</camunda:inputParameter>' in text
    assert "n=${cost + 1}" in text
    assert "order.amount == cost" in text
    assert '"amount" !=' in text
    assert '<camunda:in source="cost" target="amount"/>' in text
    assert '<camunda:out source="amount" target="cost"/>' in text
    assert 'name="amount" camunda:type' in text, "names of blocks stay"
    assert count == 8
    # and
    document.undo()
    assert write_bytes(document) == before


def test_an_input_of_the_same_name_hides_the_variable_inside() -> None:
    document = diagram()
    rename_variable(document, "p", "amount", "cost")
    text = write_bytes(document).decode()
    assert 'camunda:expression="${amount}"' in text
    assert '<camunda:inputParameter name="amount">${cost}</camunda:inputParameter>' in text


def test_what_may_be_a_result_of_the_work_is_told_but_stays_unless_asked_for() -> None:
    # given
    document = diagram()
    (unsure,) = [place for place in preview(document, "script", "amount", "cost") if place.doubt]
    assert (unsure.element, unsure.before, unsure.after) == ("call", "${amount.x}", "${cost.x}")
    # when
    rename_variable(document, "p", "amount", "cost")
    # then
    assert "${amount.x}" in write_bytes(document).decode()
    # when it is asked for
    document.undo()
    rename_variable(document, "p", "amount", "cost", [unsure])
    assert "${cost.x}" in write_bytes(document).decode()
    assert 'formField id="amount"' in write_bytes(document).decode(), "nothing else was asked for"


@pytest.mark.parametrize("name", ["", "1st", "true", "a b", "total"])
def test_what_is_no_name_or_taken_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        rename_variable(diagram(), "p", "amount", name)


def test_a_name_that_nobody_uses_changes_nothing() -> None:
    document = diagram()
    assert rename_variable(document, "p", "nothing", "other") == 0
    assert not document.history.is_modified


FOREIGN = """
<scriptTask id="script" scriptFormat="javascript"><script>// amount
execution.setVariable("amount", amount + order.amount); var text = "amount";</script></scriptTask>
<sequenceFlow id="flow" sourceRef="script" targetRef="script">
<conditionExpression language="feel">amount &gt; 1</conditionExpression></sequenceFlow>
<task id="task"><extensionElements><camunda:executionListener event="end" expression="${amount}"/>
</extensionElements></task>
"""


def test_other_languages_are_told_but_stay_unless_asked_for() -> None:
    # given
    document = diagram(FOREIGN)
    found = preview(document, "p", "amount", "cost")
    assert [(place.element, str(place.doubt)) for place in found] == [
        ("script", "language"),
        ("flow", "language"),
        ("task", ""),
    ]
    # when all of it is asked for
    rename_variable(document, "p", "amount", "cost", found)
    # then the variable is renamed, and texts, comments and members are not
    text = write_bytes(document).decode()
    assert (
        """// amount
execution.setVariable("cost", cost + order.amount); var text = "amount";"""
        in text
    )
    assert 'language="feel">cost &gt; 1<' in text
    assert 'expression="${cost}"' in text
    # and without being asked for only what is certain is
    document.undo()
    assert rename_variable(document, "p", "amount", "cost") == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{amount: amount, b: c ? amount : 1}", "{amount: cost, b: c ? cost : 1}"),
        ("`amount ${amount + 1}`", "`amount ${cost + 1}`"),
        (
            "/* amount\n */ amounts + $amount + a?.amount + amount",
            "/* amount\n */ amounts + $amount + a?.amount + cost",
        ),
        ("getVariableLocal( 'amount' ) + '\\'amount'", "getVariableLocal( 'cost' ) + '\\'amount'"),
    ],
)
def test_a_word_of_another_language_is_told_from_texts_and_members(source: str, expected: str) -> None:
    assert foreign.rename(source, "amount", "cost") == expected
