"""Questions of forms and their answers."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.app.form_fields import FormField, Invalid, declared, fields_of, parsed
from procos_studio.bpmn import read_bytes

FORM = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  targetNamespace="t"><process id="p"><startEvent id="s"><extensionElements><camunda:formData>
  <camunda:formField id="age" label="Your age" type="long" defaultValue="18">
    <camunda:validation><camunda:constraint name="required"/></camunda:validation></camunda:formField>
  <camunda:formField id="kind" type="enum">
    <camunda:value id="a" name="Apple"/><camunda:value id="b"/></camunda:formField>
  <camunda:formField label="no id, so nothing to ask"/>
  </camunda:formData></extensionElements></startEvent></process></definitions>"""


def test_form_data_of_an_element_is_read_in_order() -> None:
    start = read_bytes(FORM).diagram["s"]
    assert declared(start) == (
        FormField("age", "Your age", "number", "18", required=True),
        FormField("kind", "kind", "enum", choices=(("a", "Apple"), ("b", "b"))),
    )


def test_a_told_form_is_read_and_what_is_no_form_asks_nothing() -> None:
    told = [{"id": "ok", "type": "boolean", "value": True}, {"label": "no id"}, 7]
    assert fields_of(told) == (FormField("ok", "ok", "boolean", "true"),)
    assert fields_of(None) == ()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("string", "x", "x"),
        ("string", "", None),
        ("number", "12", 12),
        ("number", " 1.50 ", 1.5),
        ("boolean", "true", True),
        ("boolean", "false", False),
        ("json", '{"a": [1]}', {"a": [1]}),
        ("json", "just words", "just words"),
        ("json", "7", 7),
        ("map", '{"a": 1}', {"a": 1}),
    ],
)
def test_answers_become_values(kind: str, text: str, value: Any) -> None:
    assert parsed(FormField("x", "X", kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text"), [("number", "twelve"), ("number", "1e999"), ("number", "nan"), ("string", " "), ("map", "[1]")]
)
def test_an_answer_that_cannot_be_taken_says_why(kind: str, text: str) -> None:
    with pytest.raises(Invalid, match="This"):
        parsed(FormField("x", "X", kind, required=True), text)
