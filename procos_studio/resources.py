"""The only door to the shipped folders blocks/, processes/ and resources/, from a checkout or an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_shipped", _PACKAGE.parent)


def shipped(folder: str) -> Path:
    """The path of a shipped folder (`blocks`, `processes` or `resources`).

    Raises FileNotFoundError where the installation lacks it.
    """
    for root in _ROOTS:
        path = root / folder
        if path.is_dir():
            return path
    raise FileNotFoundError(f"The installation lacks its folder {folder!r}: install ProcOS Studio again.")
