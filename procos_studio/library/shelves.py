"""Shelves: the folders in which a person's own blocks and a project's blocks stand, besides those that are shipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

PATH = "PROCOS_LIBRARY"
"""The variable of the environment that names other folders in place of the user's own, as in `PATH`."""
BESIDE = "blocks"
"""What the folder of a project's blocks is called; it stands beside the project's files."""


def user_shelves(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders of the user's own blocks; the first is where new ones are kept. They need not exist."""
    named = environment.get(PATH, "")
    if named.strip():
        return tuple(dict.fromkeys(Path(part) for part in named.split(os.pathsep) if part.strip()))
    return (_data(environment) / "procos-studio" / BESIDE,)


def project_shelf(file: Path) -> Path:
    """The folder of the blocks that belong to the project of a file. It need not exist."""
    return file.resolve().parent / BESIDE


def present(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Those that exist, each once: what `load` is to read besides the shipped blocks."""
    return tuple({folder.resolve(): folder for folder in folders if folder.is_dir()}.values())


def _data(environment: Mapping[str, str]) -> Path:
    """Where programs keep a user's data: as XDG says, as Apple says, as Windows says."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
