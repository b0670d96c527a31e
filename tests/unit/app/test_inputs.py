"""What a process wants to be told before it starts."""

from __future__ import annotations

from procos_studio.app.inputs import inputs
from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram


def diagram(body: str) -> Diagram:
    text = f"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
      <process id="p">{body}</process></definitions>"""
    return read_bytes(text.encode()).diagram


def sequence_flow(condition: str) -> str:
    condition = f"<conditionExpression>{condition}</conditionExpression>"
    return f'<sequenceFlow id="f" sourceRef="a" targetRef="b">{condition}</sequenceFlow>'


def asked(body: str) -> list[str]:
    return [field.id for field in inputs(diagram(body), "p")]


def test_a_process_that_reads_nothing_asks_nothing() -> None:
    assert asked('<startEvent id="s"/><task id="a"/>') == []


def test_the_start_form_comes_first_then_what_nothing_sets() -> None:
    form = '<extensionElements><camunda:formData><camunda:formField id="z"/></camunda:formData></extensionElements>'
    flow = sequence_flow("${z &gt; b}")
    assert asked(f'<startEvent id="s">{form}</startEvent><task id="a"/>{flow}') == ["z", "b"]


def test_what_a_script_an_output_or_a_result_sets_is_not_asked() -> None:
    task = """<scriptTask id="a" camunda:resultVariable="r"><script>x = 1
for y in []: pass</script></scriptTask>
    <serviceTask id="b"><extensionElements><camunda:inputOutput>
      <camunda:inputParameter name="i">${x + y + missing}</camunda:inputParameter>
      <camunda:outputParameter name="o">${local}</camunda:outputParameter>
    </camunda:inputOutput></extensionElements></serviceTask>
    """
    assert asked(task + sequence_flow("${r and o and i}")) == ["missing"]


def test_scripts_and_expressions_that_cannot_be_read_ask_nothing() -> None:
    assert (
        asked('<scriptTask id="a"><script>x = = 1</script></scriptTask><userTask id="u" camunda:assignee="${"/>') == []
    )


def test_an_unknown_process_asks_nothing() -> None:
    assert inputs(diagram(""), "other") == ()


def test_what_a_script_reads_is_asked_for() -> None:
    # given a script that reads two variables, sets others and uses what Python has
    script = "total = round(price * quantity)\nnote = str(total)"
    body = f'<scriptTask id="a" scriptFormat="python"><script>{script}</script></scriptTask>'
    # then
    assert asked(body) == ["price", "quantity"]
