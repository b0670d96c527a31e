"""The house is as ARCHITECTURE.md draws it: imports go down, Qt and SpiffWorkflow stay in their rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "procos_studio"
LATE = PACKAGE / "runtime" / "late.py"
LONGEST = 600
"""Lines; more in one file is a design error."""

HEADLESS = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "qasync", "qtawesome"):
            raise ImportError(f"{name} is not there")
        return None

sys.meta_path.insert(0, NoQt())
from procos_studio.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def modules() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given the contracts of pyproject.toml
    monkeypatch.chdir(ROOT)
    # When import-linter reads every import of the package
    outcome = lint_imports(no_cache=True)
    # Then none goes up, and Qt, SpiffWorkflow and networkx stay where they belong
    assert outcome == 0


def test_no_import_hides_in_a_function() -> None:
    # Given every module but the one list of what is loaded late
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        if path != LATE
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    # Then no function imports anything
    assert hidden == []


def test_nothing_is_exempt_from_types_and_lint() -> None:
    # Given the words with which a line escapes the tools
    escape = re.compile(r"#\s*(type:\s*ignore|noqa|mypy:|ruff:)|\bcast\(")
    # When every module is read
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if escape.search(line)
    ]
    # Then none uses them
    assert found == []


def test_files_stay_small() -> None:
    sizes = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in modules()}
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}


@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["check", "{sample}"],
        ["show", "{sample}"],
        ["format", "{sample}", "-o", "{out}"],
        ["export", "--target", "operaton", "{sample}", "-o", "{out}/exported.bpmn"],
        ["blocks", "list"],
        ["run", "{sample}", "--virtual-clock"],
    ],
    ids=lambda command: command[0],
)
def test_headless_commands_need_no_qt(command: list[str], tmp_path: Path) -> None:
    # Given a Python in which importing Qt fails
    sample = str(ROOT / "processes" / "templates" / "order_check.bpmn")
    words = [word.format(sample=sample, out=tmp_path) for word in command]
    # When a headless command runs there
    done = subprocess.run(
        [sys.executable, "-c", HEADLESS, *words], capture_output=True, text=True, timeout=60, check=False
    )
    # Then it succeeds
    assert done.returncode == 0, done.stderr
