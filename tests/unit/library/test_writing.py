"""Writing: what is written is read again as the same block, and Camunda Modeler would take it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from procos_studio.library import Library, load
from procos_studio.library.definition import BlockDefinition
from procos_studio.library.reading import read
from procos_studio.library.template import faults
from procos_studio.library.writing import template_of, written

BLOCKS = list(load().blocks.values())
SCHEMA = json.loads(Path(__file__).with_name("camunda_template.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", BLOCKS, ids=[block.id for block in BLOCKS])
def test_every_shipped_block_is_the_same_after_writing_and_reading(block: BlockDefinition) -> None:
    # when
    again = json.loads(written(block))
    # then
    assert faults(again) == []
    assert read(again, block.family) == replace(block, file=None)


@pytest.mark.parametrize("block", BLOCKS, ids=[block.id for block in BLOCKS])
def test_what_is_written_is_an_element_template(block: BlockDefinition) -> None:
    jsonschema.validate(template_of(block), SCHEMA)


def test_what_a_group_is_called_does_not_matter(library: Library) -> None:
    # given groups with names that look alike, or have no letters
    block = library.blocks["integration/http-request"]
    names = iter(("A b", "a-b", "!", "?"))
    renamed = {old: next(names) for old in dict.fromkeys(item.group for item in block.properties)}
    changed = replace(block, properties=tuple(replace(item, group=renamed[item.group]) for item in block.properties))
    # when
    again = read(json.loads(written(changed)), block.family)
    # then
    assert [item.group for item in again.properties] == [item.group for item in changed.properties]
