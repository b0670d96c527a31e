"""The interface of a subsystem: what smaller scopes inside of it keep for themselves is no part of it."""

from __future__ import annotations

from procos_studio.bpmn import read_bytes
from procos_studio.checks.interface import interface
from procos_studio.model.diagram import Diagram


def diagram(inside: str, around: str = "", own: str = "") -> Diagram:
    """A process with a subsystem `s` that holds this."""
    return read_bytes(
        f"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p" isExecutable="true">
  <subProcess id="s">{own}{inside}</subProcess>{around}</process></definitions>""".encode()
    ).diagram


def script(key: str, code: str, more: str = "") -> str:
    return f'<scriptTask id="{key}" scriptFormat="python">{more}<script>{code}</script></scriptTask>'


def mapped(*items: str) -> str:
    held = "".join(f"<camunda:{item}" for item in items)
    return f"<extensionElements><camunda:inputOutput>{held}</camunda:inputOutput></extensionElements>"


def flow(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}"/>'


def test_inputs_of_a_part_are_its_own() -> None:
    # given a part with an input `n` from `order`, and a result that stays in it
    more = mapped('inputParameter name="n">${order.total}</camunda:inputParameter>',
                  'outputParameter name="sum">${double}</camunda:outputParameter>')  # fmt: skip
    found = interface(diagram(script("a", "double = n * 2", more)), "s")
    # then
    assert found.inputs == {"order": "${order}"}
    assert found.results == {"sum": "${sum}"}
    assert found.written == ("sum",)


def test_the_item_of_a_loop_is_its_own() -> None:
    loop = '<multiInstanceLoopCharacteristics camunda:collection="${orders}" camunda:elementVariable="order"/>'
    found = interface(diagram(script("a", "done = order['id']", loop)), "s")
    assert found.inputs == {"orders": "${orders}"}
    assert found.results == {"done": "${done}"}


def test_what_one_part_sets_before_another_reads_it_is_no_input() -> None:
    inside = script("a", "x = 1") + script("b", "y = x + z") + flow("a", "b")
    found = interface(diagram(inside), "s")
    assert found.inputs == {"z": "${z}"}
    # but it is one where the order is the other way round
    inside = script("a", "x = 1") + script("b", "y = x + z") + flow("b", "a")
    assert interface(diagram(inside), "s").inputs == {"x": "${x}", "z": "${z}"}


def test_inputs_and_outputs_that_are_there_are_kept() -> None:
    own = mapped('inputParameter name="n">7</camunda:inputParameter>',
                 'outputParameter name="total">${n + m}</camunda:outputParameter>')  # fmt: skip
    found = interface(diagram(script("a", "m = n"), own=own), "s")
    assert found.inputs == {"n": "7"}
    assert found.results == {"total": "${n + m}"}
    assert found.written == ("m",)


def test_conditions_on_flows_are_read_too() -> None:
    condition = "<conditionExpression>${limit &gt; 3}</conditionExpression>"
    inside = f'<task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b">{condition}</sequenceFlow>'
    assert interface(diagram(inside), "s").inputs == {"limit": "${limit}"}
