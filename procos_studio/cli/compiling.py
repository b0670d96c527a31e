"""Compiling for a command: what a file means, and on stderr whatever was noticed on the way."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from procos_studio.bpmn import read_file, write_bytes
from procos_studio.cli.console import printable, problem_line
from procos_studio.compiler import Plan, compile_plan
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, has_errors


class Meant(NamedTuple):
    """A file's diagram, its plan (None where it cannot run), and the problems of reading and compiling it."""

    diagram: Diagram
    plan: Plan | None
    problems: tuple[Problem, ...]


def compiled_file(file: str, name: str = "", *, is_kept: bool) -> Meant:
    """Read and compile a file; `name` is the plan's, and one that `is_kept` has its XML. Raises Refused or OSError."""
    opened = read_file(Path(file))
    diagram = opened.diagram
    compiled = compile_plan(diagram, name or Path(file).stem, write_bytes(diagram) if is_kept else b"")
    problems = (*opened.problems, *compiled.problems)
    for problem in problems:
        print(f"{printable(file)}: {problem_line(problem, diagram)}", file=sys.stderr)
    return Meant(diagram, None if has_errors(problems) else compiled.plan, problems)
