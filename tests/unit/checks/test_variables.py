"""Which variables are known at an element, and who sets and reads them."""

from __future__ import annotations

from procos_studio.bpmn import read_bytes
from procos_studio.checks.variables import known_at, uses
from procos_studio.model.diagram import Diagram

_FORM = (
    "<extensionElements><camunda:formData><camunda:formField id='amount' type='long'/></camunda:formData>"
    "</extensionElements>"
)
_HTTP = """<serviceTask id='call'><extensionElements><camunda:inputOutput>
  <camunda:inputParameter name='url'>${base}/x?n=${amount}</camunda:inputParameter>
  <camunda:outputParameter name='answer'>${body}</camunda:outputParameter>
</camunda:inputOutput></extensionElements></serviceTask>"""


def diagram(body: str) -> Diagram:
    text = f"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
      <process id="p">{body}</process></definitions>"""
    return read_bytes(text.encode()).diagram


def flow(source: str, target: str, condition: str = "") -> str:
    said = f"<conditionExpression>{condition}</conditionExpression>" if condition else ""
    return f"<sequenceFlow id='{source}_{target}' sourceRef='{source}' targetRef='{target}'>{said}</sequenceFlow>"


CHAIN = (
    f"<startEvent id='start'>{_FORM}</startEvent>"
    "<scriptTask id='script' scriptFormat='python'><script>base = host + '/api'</script></scriptTask>"
    f"{_HTTP}<userTask id='late' camunda:assignee='${{answer.owner}}'/>"
    f"{flow('start', 'script')}{flow('script', 'call')}{flow('call', 'late', '${answer != null}')}"
)


def before(document: Diagram, key: str) -> list[str]:
    return [known.name for known in known_at(document, key).values() if known.before]


def test_what_is_set_before_an_element_comes_first() -> None:
    document = diagram(CHAIN)
    assert before(document, "script") == ["amount"]
    assert before(document, "call") == ["amount", "base", "url"]
    assert before(document, "late") == ["amount", "answer", "base"]


def test_writers_and_readers_are_named() -> None:
    known = known_at(diagram(CHAIN), "late")
    assert known["answer"].writers == ["call"]
    assert known["answer"].readers == ["late", "call_late"]
    assert known["host"].writers == []
    assert "body" in known, "a result that nothing else sets is a name that is read"
    assert known_at(diagram(CHAIN), "call")["url"].own


def test_results_stay_inside_where_there_are_outputs() -> None:
    task = """<scriptTask id='s' scriptFormat='python'><extensionElements><camunda:inputOutput>
      <camunda:outputParameter name='total'>${inner * 2}</camunda:outputParameter>
    </camunda:inputOutput></extensionElements><script>inner = 1</script></scriptTask><task id='t'/>"""
    document = diagram(task + flow("s", "t"))
    assert before(document, "t") == ["total"]
    assert "inner" not in uses(document)


def test_the_item_of_a_loop_is_known_inside_of_it_alone() -> None:
    sub = """<subProcess id='each'><multiInstanceLoopCharacteristics camunda:collection='orders'
      camunda:elementVariable='order'/><task id='in'/></subProcess><task id='out'/>"""
    document = diagram(sub + flow("each", "out"))
    assert "order" in before(document, "in")
    assert "order" not in before(document, "out")
    assert uses(document)["orders"].readers == ["each"]


def test_boundary_events_and_links_come_after_what_they_belong_to() -> None:
    body = """<scriptTask id='s' scriptFormat='python'><script>x = 1</script></scriptTask>
      <boundaryEvent id='b' attachedToRef='s'><errorEventDefinition camunda:errorMessageVariable='why'/></boundaryEvent>
      <intermediateThrowEvent id='jump'><linkEventDefinition name='L'/></intermediateThrowEvent>
      <intermediateCatchEvent id='land'><linkEventDefinition name='L'/></intermediateCatchEvent><task id='t'/>"""
    document = diagram(body + flow("b", "jump") + flow("land", "t"))
    assert before(document, "t") == ["why", "x"]


def test_an_event_sub_process_knows_all_around_it() -> None:
    body = """<scriptTask id='s' scriptFormat='python'><script>x = 1</script></scriptTask>
      <subProcess id='e' triggeredByEvent='true'><task id='t'/></subProcess>"""
    assert before(diagram(body), "t") == ["x"]


def test_an_expression_that_cannot_be_read_reads_nothing() -> None:
    assert not uses(diagram("<userTask id='u' camunda:assignee='${'/>"))
