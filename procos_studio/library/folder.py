"""Folder: the files of one block as bytes, read so that nothing in a stranger's folder can hold up or lead astray."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from procos_studio.problems import Problem, Severity

TEMPLATE, INSIDE = "block.json", "inside.bpmn"
_LARGEST = {TEMPLATE: 1_000_000, INSIDE: 5_000_000}
_MOST = 2_000
_ENTRIES = 20_000


class Unreadable(Exception):
    """Why a file cannot be read, as a Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def blocks_in(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The `block.json` of every block below a folder, in order; what keeps others from being read joins `problems`."""
    try:
        families = sorted(islice((path for path in root.iterdir() if path.is_dir()), _ENTRIES))
    except OSError as failure:
        problems.append(trouble(root, f"The folder cannot be read: {failure.strerror or failure}."))
        return
    count = 0
    for family in families:
        try:
            names = sorted(islice(family.iterdir(), _ENTRIES))
        except OSError as failure:
            problems.append(trouble(family, f"The folder cannot be read: {failure.strerror or failure}."))
            continue
        for file in (name / TEMPLATE for name in names):
            if not _is_there(file):
                continue
            count += 1
            if count > _MOST:
                problems.append(trouble(root, f"The folder holds more than {_MOST:,} blocks; the rest is left out."))
                return
            yield file


def contents(root: Path, file: Path) -> bytes:
    """What a file of a block holds; `root` is its library's folder without links.

    Raises Unreadable for one that is too large, no plain file, or leads outside.
    """
    largest = _LARGEST[file.name]
    try:
        if not file.resolve(strict=True).is_relative_to(root):
            raise Unreadable(trouble(file, "The file is a link that leads out of the library."))
        if not stat.S_ISREG(file.stat().st_mode):
            raise Unreadable(trouble(file, "This is no plain file."))
        with file.open("rb") as opened:
            data = opened.read(largest + 1)
    except (OSError, RuntimeError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise Unreadable(trouble(file, f"The file cannot be read: {reason}.")) from failure
    if len(data) > largest:
        raise Unreadable(trouble(file, f"The file is larger than {largest // 1_000_000} MB."))
    return data


def trouble(file: Path, message: str, code: str = "library.file", line: int | None = None) -> Problem:
    """What is wrong with a file of the library."""
    return Problem(code, Severity.ERROR, message, (), "Correct the file; the other blocks work.", str(file), line)


def _is_there(file: Path) -> bool:
    """Whether there is such a name, also one that leads in circles."""
    try:
        return file.is_symlink() or file.exists()
    except OSError:
        return True
