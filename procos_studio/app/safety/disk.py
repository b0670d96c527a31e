"""Disk: what a file holds, in a form that can be compared."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What the file system says of a file; another stamp means that it may hold something else."""

    changed: int
    size: int
    inode: int


def stamp(path: Path) -> Stamp | None:
    """Of the file that a path leads to; None where there is none that can be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def digest(data: bytes) -> str:
    """The same for the same bytes only."""
    return blake2b(data, digest_size=16).hexdigest()
