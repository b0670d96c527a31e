"""The lock files fit every Python that the project allows, its oldest too."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]
OLDEST = {"python_version": "3.11", "python_full_version": "3.11.0", "sys_platform": "linux"}


def locked(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text().splitlines()
    return [Requirement(line.removesuffix("\\")) for line in lines if line and line[0] not in " #"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_locked_runs_on_the_oldest_python(name: str) -> None:
    # Given the packages that a lock file pins there, as far as this Python has the same versions
    wanted = [line for line in locked(name) if line.marker is None or line.marker.evaluate(OLDEST)]
    # When each says which Pythons it accepts
    refusing = [str(line) for line in wanted if not accepts(line, OLDEST["python_full_version"])]
    # Then none refuses the oldest
    assert wanted
    assert refusing == []


def accepts(line: Requirement, python: str) -> bool:
    try:
        about = metadata(line.name)
    except PackageNotFoundError:
        return True
    if about["Version"] not in line.specifier:
        return True
    return SpecifierSet(about["Requires-Python"] or "").contains(python)


def test_the_oldest_python_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["requires-python"] == f">={OLDEST['python_version']}"
    assert f"--python-version {OLDEST['python_version']} " in (ROOT / "scripts" / "lock").read_text()
