"""Places: which shapes lie near a spot of a plane, answered without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.geometry import Bounds

_CELL = 512.0
_MOST = 64
"""A shape that covers more cells than this, such as a wide pool, is kept in one list for its plane."""

Cell = tuple[str, int, int]


def cells(plane: str, bounds: Bounds) -> Iterator[Cell]:
    """The cells of a plane's grid in which bounds have a part; the cell of all large things for large bounds."""
    left, right = int(bounds.x // _CELL), int(bounds.right // _CELL)
    top, bottom = int(bounds.y // _CELL), int(bounds.bottom // _CELL)
    if (right - left + 1) * (bottom - top + 1) > _MOST:
        yield large(plane)
        return
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield (plane, column, row)


def large(plane: str) -> Cell:
    """The cell that stands for everything large on a plane; no bounds reach so far out."""
    return (plane, 1 << 40, 0)
