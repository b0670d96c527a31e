"""Values for a run: from words, from files, and from the start form."""

from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.cli.inputs import answers, assignments, form_defaults
from procos_studio.problems import Refused


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("n=12", {"n": 12}),
        ("n=-1.5", {"n": -1.5}),
        ("b=true", {"b": True}),
        ("x=null", {"x": None}),
        ('l=[1, "a"]', {"l": [1, "a"]}),
        ("t=hello world", {"t": "hello world"}),
        ("t=", {"t": ""}),
        ("t=a=b", {"t": "a=b"}),
        ("t=NaN", {"t": "NaN"}),
        ("t=1e999", {"t": "1e999"}),
        ('t="12"', {"t": "12"}),
    ],
)
def test_values_are_json_where_they_can_be_and_text_otherwise(word: str, expected: dict[str, Any]) -> None:
    assert assignments([word], "--input") == expected


def test_files_give_one_value_or_many_and_later_words_win(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text('{"a": 1, "b": 2}', encoding="utf-8")
    (tmp_path / "one.json").write_text("[1, 2]", encoding="utf-8")
    found = assignments([f"@{tmp_path}/all.json", "b=3", f"c=@{tmp_path}/one.json"], "--input")
    assert found == {"a": 1, "b": 3, "c": [1, 2]}


@pytest.mark.parametrize("word", ["nothing", "=1", "@missing.json", "a=@missing.json"])
def test_what_cannot_be_read_is_refused_in_one_sentence(word: str) -> None:
    with pytest.raises(Refused) as refused:
        assignments([word], "--input")
    (problem,) = refused.value.problems
    assert (problem.code, problem.message.startswith("--input: ")) == ("run.input", True)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused, match="UTF-8"):
        assignments(["name=\udcff"], "--input")


def test_what_no_variable_can_hold_is_taken_as_text() -> None:
    deep = "[" * 300 + "]" * 300
    assert assignments(['half="\\ud800"', f"deep={deep}"], "--input") == {"half": '"\\ud800"', "deep": deep}


@pytest.mark.parametrize(
    "content", ["[1]", "{broken", '{"a": NaN}', '{"a": "\\ud800"}', '{"a":' * 300 + "1" + "}" * 300]
)
def test_a_file_that_holds_no_map_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(Refused):
        assignments([f"@{tmp_path}/x.json"], "--input")


def test_an_answer_is_a_map_of_a_forms_values() -> None:
    assert answers(['Approve order={"ok": true}']) == {"Approve order": {"ok": True}}
    with pytest.raises(Refused):
        answers(["Approve order=yes"])


FORM = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
  <process id="p" isExecutable="true">
    <startEvent id="s"><extensionElements><camunda:formData>
      <camunda:formField id="text" type="string" defaultValue="12" />
      <camunda:formField id="whole" type="long" defaultValue="12" />
      <camunda:formField id="real" type="double" defaultValue="99.5" />
      <camunda:formField id="yes" type="boolean" defaultValue="true" />
      <camunda:formField id="open" type="string" />
    </camunda:formData></extensionElements></startEvent>
  </process>
</definitions>"""


def test_a_start_form_gives_its_defaults_in_their_types() -> None:
    diagram = read_bytes(FORM.encode()).diagram
    assert form_defaults(diagram, "p") == {"text": "12", "whole": 12, "real": 99.5, "yes": True}
