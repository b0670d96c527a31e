"""Shelves: where a person's own blocks stand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from procos_studio.library.shelves import PATH, present, project_shelf, user_shelves


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other systems keep data elsewhere")
def test_own_blocks_stand_with_the_users_data(tmp_path: Path) -> None:
    assert user_shelves({"XDG_DATA_HOME": str(tmp_path)}) == (tmp_path / "procos-studio" / "blocks",)
    assert user_shelves({}) == (Path.home() / ".local" / "share" / "procos-studio" / "blocks",)


def test_the_environment_names_other_folders(tmp_path: Path) -> None:
    named = os.pathsep.join((str(tmp_path / "a"), "", str(tmp_path / "b"), str(tmp_path / "a")))
    assert user_shelves({PATH: named}) == (tmp_path / "a", tmp_path / "b")


def test_only_what_is_there_is_read_and_once(tmp_path: Path) -> None:
    # given a project with blocks, named in two ways
    (tmp_path / "blocks").mkdir()
    shelf = project_shelf(tmp_path / "x.bpmn")
    # then
    assert present((shelf, tmp_path / "other" / ".." / "blocks", tmp_path / "nowhere")) in (
        (shelf,),
        (tmp_path / "other" / ".." / "blocks",),
    )
    assert len(present((shelf, shelf))) == 1
