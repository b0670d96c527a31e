"""What docs/blocks.md shows is true."""

from __future__ import annotations

import re
from pathlib import Path

from procos_studio.library import load
from procos_studio.library.folder import INSIDE, TEMPLATE
from procos_studio.library.scenarios import FOLDER
from procos_studio.library.shelves import BESIDE, PATH

TEXT = (Path(__file__).parents[3] / "docs" / "blocks.md").read_text(encoding="utf-8")


def test_the_example_is_a_block(tmp_path: Path) -> None:
    # given the example of the page, put where it says
    found = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None
    file = tmp_path / "own" / "shout" / TEMPLATE
    file.parent.mkdir(parents=True)
    file.write_text(found[1], encoding="utf-8")
    # when
    library = load([tmp_path])
    # then
    assert library.problems == ()
    assert library.blocks["own/shout"].topic == "shout"
    assert [parameter.label for parameter in library.blocks["own/shout"].properties] == ["Text"]


def test_the_names_are_those_of_the_source() -> None:
    assert all(name in TEXT for name in (TEMPLATE, INSIDE, f"{FOLDER}/", PATH, f"`{BESIDE}`"))
