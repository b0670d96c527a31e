"""Shelf: the folder in which copies of unsaved work lie, and what studios that did not end well left there."""

from __future__ import annotations

import secrets
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from procos_studio.app.safety.copy import SUFFIX, throw_away
from procos_studio.app.safety.held import Held, Unsaved, hold

_DAMAGED = ".damaged"
_BEGINNING = 600.0
"""Seconds after which nobody is still writing the beginning of a copy."""


@dataclass(frozen=True)
class Left:
    """One copy that nobody writes any more; `held` is None where it is damaged."""

    path: Path
    held: Held | None

    @property
    def unsaved(self) -> Unsaved | None:
        """What it holds; None where it is damaged."""
        return self.held.unsaved if self.held is not None else None

    def let_go(self) -> None:
        """Let other studios offer it."""
        if self.held is not None:
            self.held.let_go()


def place() -> Path:
    """Where copies lie: in the person's folder for the state of programs, never beside a diagram."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation)
    return Path(folder) / "unsaved"


class Shelf:
    """One folder; it need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def next_path(self) -> Path:
        """Where another copy may be written."""
        return self.folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(4)}{SUFFIX}"

    def left(self) -> list[Left]:
        """The copies whose studios live no longer and that no other one offers, the last changed first.

        They are held until they are let go. Damaged ones are put aside.
        """
        found = [one for path in sorted(self.folder.glob(f"*{SUFFIX}")) if (one := self._look(path)) is not None]
        return sorted(found, key=lambda one: one.unsaved.about.changed if one.unsaved else 0.0, reverse=True)

    def _look(self, path: Path) -> Left | None:
        try:
            if not path.stat().st_size:
                _sweep(path)
                return None
            held = hold(path)
        except (sqlite3.Error, ValueError, OSError):
            return self.put_aside(path)
        return Left(path, held) if held is not None else None

    def put_aside(self, path: Path) -> Left:
        """Keep a damaged copy under another name, so that it is told of only once."""
        aside = path.with_name(path.name + _DAMAGED)
        try:
            path.replace(aside)
        except OSError:
            return Left(path, None)
        return Left(aside, None)


def _sweep(path: Path) -> None:
    """An empty copy is just being begun, or its studio ended before anything was in it."""
    if time.time() - path.stat().st_mtime > _BEGINNING:
        throw_away(path)
