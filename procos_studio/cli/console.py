"""What the subcommands share when they speak to a person: exit codes, colours, problems, lines on stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from procos_studio.bpmn.writer import replace_file
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, Severity, has_errors

DONE, FAILED, UNUSABLE = 0, 1, 2

_COLOURS = {"red": 31, "green": 32, "amber": 33, "blue": 34, "grey": 90, "bold": 1}
_SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.INFO: "blue"}


def painted(text: str, colour: str, stream: TextIO | None = None) -> str:
    """`text` in a colour where the stream is a terminal that wants it (NO_COLOR is respected)."""
    target = sys.stdout if stream is None else stream
    if not target.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def printable(text: str) -> str:
    """`text` on one line, with control characters made visible: a file's labels must not steer the terminal."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)


def complain(text: str) -> None:
    """One line on stderr."""
    print(f"procos: {printable(text)}", file=sys.stderr)


def problem_line(problem: Problem, diagram: Diagram | None = None) -> str:
    """A problem as one line: severity, place, message, hint, code."""
    names = [_called(key, diagram) for key in problem.elements[:3]]
    place = f" {', '.join(names)}:" if names else ""
    hint = f" {problem.hint}" if problem.hint else ""
    severity = painted(str(problem.severity), _SEVERITY_COLOURS[problem.severity])
    line = f"line {problem.line}: " if problem.line else ""
    return f"{severity}:{place} {line}{printable(problem.message)}{printable(hint)} [{problem.code}]"


def print_problems(name: str, problems: Iterable[Problem], diagram: Diagram | None = None) -> None:
    """Problems of a file, one a line."""
    for problem in problems:
        print(f"{printable(name)}: {problem_line(problem, diagram)}")


def print_json(value: object) -> None:
    """A JSON document on stdout; letters that its encoding may lack are spelled as JSON escapes."""
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, indent=2, ensure_ascii=not unicode))


def show_any_letter() -> None:
    """Let no letter that a terminal lacks stop the output: it is written as an escape. A closed stream takes all."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def verdict(problems: Iterable[Problem]) -> int:
    """The exit code for these findings: errors fail, warnings do not."""
    return FAILED if has_errors(problems) else DONE


def write_output(path: str, data: bytes) -> None:
    """Write to a file, all or nothing, or to stdout for `-`."""
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)


def _called(key: str, diagram: Diagram | None) -> str:
    element = diagram.get(key) if diagram else None
    if element is None or not element.name:
        return printable(key)
    return f"“{printable(element.label)[:60]}” ({printable(key)})"
