"""Drafting: what a person says in the block author becomes a definition, and what does not do is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from procos_studio.library import BlockDefinition, Library, describing, drafting
from procos_studio.library.keeping import clash, keep
from procos_studio.library.reading import read
from procos_studio.library.scenarios import Scenario, keep_scenario, scenarios_of
from procos_studio.library.typed import check
from procos_studio.library.writing import template_of
from procos_studio.problems import Refused


def draft() -> BlockDefinition:
    return drafting.drafted("Send bill", {"net": "${net}", "rate": "0.19"}, {"tax": "${tax}"}, ["tax", "note"])


def said(block: BlockDefinition, name: str, **values: str) -> BlockDefinition:
    """The block after values were typed for one of its parameters, one after the other."""
    for key, text in values.items():
        parameter = block.parameter(name)
        assert parameter is not None
        block = describing.with_parameter(block, parameter, key, text)
        name = text if key == "id" else name
    return block


def test_a_draft_has_a_parameter_for_each_input_and_result() -> None:
    block = draft()
    assert (block.id, block.name, block.version) == ("own/send-bill", "Send bill", 1)
    assert [(item.id, item.label, item.type, item.default) for item in block.properties] == [
        ("net", "Net", "string", ""),
        ("rate", "Rate", "number", "0.19"),
        ("tax", "Tax", "variable", "tax"),
    ]
    # and what its parts set stays inside
    assert [(item.id, item.default) for item in block.fixed] == [("tax", "${null}"), ("note", "${null}")]
    assert drafting.lacking(block) == []
    assert read(template_of(block), "own") == block


def test_what_goes_in_and_out_has_two_parameters() -> None:
    block = drafting.drafted("Count", {"n": "${n}"}, {"n": "${n}"}, ["n"])
    assert [item.id for item in block.properties] == ["n", "nResult"]
    assert block.fixed == ()


@pytest.mark.parametrize("name", ["", "Ärger & Söhne", "!!!", "x" * 300])
def test_any_name_gives_a_folder(name: str) -> None:
    block = drafting.drafted(name, {}, {}, [])
    assert block.id.removeprefix("own/").replace("-", "").isalnum()


def test_parameters_are_added_moved_and_removed() -> None:
    # given
    block = drafting.added(drafting.added(draft(), "parameter"), "parameter")
    # then they stand with the others of their group
    assert [item.id for item in block.properties] == ["net", "rate", "parameter", "parameter2", "tax"]
    # and move within it
    block = drafting.moved(block, "parameter", -2)
    assert [item.id for item in block.properties][:2] == ["parameter", "net"]
    assert drafting.moved(block, "parameter", -1) == block
    # and at its end with all of the group
    turned = drafting.moved(block, "tax", -1)
    assert [item.id for item in turned.properties] == ["tax", "parameter", "net", "rate", "parameter2"]
    assert drafting.moved(turned, "tax", 1) == block
    assert drafting.moved(block, "tax", 1) == block
    bare = said(block, "net", group="")
    assert drafting.moved(bare, "net", 1) == bare, "what has no group stays first"
    # and leave nothing behind that names them
    block = said(block, "rate", when="net", wanted='["1"]')
    block = drafting.removed(block, "net")
    assert block.face == ("rate",)
    assert drafting.lacking(block) == []
    assert drafting.removed(block, "nobody") == block


def test_how_a_text_is_to_be_written_is_said_back() -> None:
    # given a text of a certain form
    values = {"pattern": "[A-Z]{2}", "pattern_hint": "Two letters.", "min_length": "2", "max_length": "9"}
    block = said(draft(), "net", type="text", **values)
    parameter = block.parameter("net")
    assert parameter is not None
    # then the file has all of it, and the form demands it
    again = describing.of_parameter(block, parameter)
    assert {name: again[name] for name in values} == values
    assert read(template_of(block), "own") == block
    assert check(parameter, "a")[0].hint == "Two letters."
    # a pattern that cannot be tried is told before it is kept
    assert drafting.lacking(said(block, "net", pattern="(a)\\1"))
    # and nothing of it stays with a type that has no words
    number = said(block, "net", type="number").parameter("net")
    assert number is not None
    assert (number.pattern, number.pattern_hint, number.min_length, number.max_length) == ("", "", 0, None)


def test_everything_that_can_be_said_is_said_back() -> None:
    # given
    values = {
        "label": "Kind",
        "id": "kind",
        "type": "choice",
        "choices": '{"a": "First", "b": ""}',
        "default": "b",
        "required": "false",
        "face": "true",
        "group": "More",
        "description": "Which.",
        "when": "rate",
        "wanted": '["1", "2"]',
    }
    block = said(draft(), "net", **values)
    # when
    parameter = block.parameter("kind")
    # then
    assert parameter is not None
    again = describing.of_parameter(block, parameter)
    assert {name: again[name] for name in values} == values | {"choices": '{"a": "First", "b": "b"}'}
    assert drafting.lacking(block) == []
    assert read(template_of(block), "own") == block


def test_another_type_takes_what_only_the_old_one_had() -> None:
    block = said(draft(), "rate", minimum="0", maximum="1", unit="%")
    rate = block.parameter("rate")
    assert rate is not None
    assert (rate.minimum, rate.maximum, rate.unit, rate.typed) == (0, 1, "%", True)
    other = said(block, "rate", type="string").parameter("rate")
    assert other is not None
    assert (other.minimum, other.maximum, other.unit, other.typed) == (None, None, "", False)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "a b"}, "cannot name a variable"),
        ({"id": "rate"}, "stands twice"),
        ({"id": "tax"}, "stands twice"),
        ({"label": " "}, "has no label"),
        ({"type": "choice"}, "offers no choices"),
        ({"type": "number", "minimum": "2", "maximum": "1"}, "ends before it begins"),
        ({"type": "number", "default": "x"}, "default does not do"),
        ({"default": "${1 +"}, "default does not do"),
        ({"when": "nobody", "wanted": "[]"}, "There is no parameter “nobody”"),
    ],
)
def test_what_does_not_do_is_told(values: dict[str, str], message: str) -> None:
    found = drafting.lacking(said(draft(), "net", **values))
    assert any(message in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [("name", " ", "no name"), ("family", "standard", "BPMN's own"), ("name", "\x00", "control character")],
)
def test_what_does_not_do_about_the_block_is_told(name: str, text: str, message: str) -> None:
    found = drafting.lacking(describing.with_block(draft(), name, text))
    assert any(message in problem.message for problem in found), found


def test_the_id_follows_the_name_until_the_block_is_kept(tmp_path: Path) -> None:
    block = describing.with_block(describing.with_block(draft(), "family", "Taxes"), "name", "VAT")
    assert (block.id, block.family, block.hue) == ("taxes/vat", "taxes", "rose")
    kept = keep(block, tmp_path)
    assert describing.with_block(kept, "name", "Other").id == "taxes/vat"


def test_a_kept_block_is_found_where_it_was_kept(tmp_path: Path) -> None:
    # given
    block = keep(draft(), tmp_path)
    # then
    assert block.file == tmp_path / "own" / "send-bill" / "block.json"
    assert json.loads(block.file.read_text(encoding="utf-8"))["id"] == "own/send-bill"
    # and it is kept there again, whatever it is called by then
    again = keep(describing.with_block(block, "name", "Bill"), tmp_path)
    assert again.file == block.file


def test_a_clash_is_seen(tmp_path: Path) -> None:
    block = keep(draft(), tmp_path)
    assert clash(draft(), tmp_path, {block.id: block}) == block
    assert clash(block, tmp_path, {block.id: block}) is None
    assert clash(replace(draft(), id="own/send_bill"), tmp_path, {block.id: block}) == block


def test_a_disk_that_does_not_take_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file", encoding="utf-8")
    with pytest.raises(Refused, match="could not be saved"):
        keep(draft(), tmp_path)
    with pytest.raises(Refused, match="no label"):
        keep(said(draft(), "net", label=""), tmp_path)


def test_an_issue_says_what_an_upgrade_must_know() -> None:
    # given version 1, and a draft with another default, a new parameter and another name
    first = draft()
    second = drafting.added(said(first, "rate", default="0.2"), "currency")
    # when
    made = drafting.issued(second, first)
    # then
    assert made.version == 2
    facts = {item.id: (item.since, item.former_default) for item in made.properties}
    assert facts == {"net": (1, ""), "rate": (1, "0.19"), "currency": (2, ""), "tax": (1, "")}
    # and the next issue keeps it
    third = drafting.issued(replace(made, description="!"), made)
    assert {item.id: (item.since, item.former_default) for item in third.properties} == facts
    assert third.version == 3


def test_scenarios_are_kept_beside_the_block(tmp_path: Path) -> None:
    # given a block with a secret
    block = keep(said(draft(), "net", type="secret"), tmp_path)
    scenario = Scenario("Usual case", {"net": "hunter2", "rate": "0.19"}, {"a": [1, None]}, {"tax": 1.5})
    # when
    file = keep_scenario(block, scenario)
    # then it holds no secret in plain text
    assert file == tmp_path / "own" / "send-bill" / "scenarios" / "usual-case.yaml"
    assert "hunter2" not in file.read_text(encoding="utf-8")
    assert scenarios_of(block) == (replace(scenario, parameters={"rate": "0.19"}),)
    # and what others put there does no harm
    (file.parent / "a.yaml").write_text("- not: ours", encoding="utf-8")
    (file.parent / "b.yaml").mkdir()
    (file.parent / "c.yaml").write_text('{"parameters": 1}', encoding="utf-8")
    assert len(scenarios_of(block)) == 1
    with pytest.raises(Refused, match="in no library"):
        keep_scenario(draft(), scenario)


def test_every_shipped_block_can_be_drafted_on(library: Library) -> None:
    # given each block of the library, when nothing is changed
    for block in library.blocks.values():
        for parameter in block.properties:
            for name, text in describing.of_parameter(block, parameter).items():
                if name not in ("id", "face", "type", "wanted", "when"):
                    again = describing.with_parameter(block, parameter, name, text)
                    # then nothing is
                    assert again.parameter(parameter.id) == parameter, (block.id, parameter.id, name)
