"""Where shapes are looked for."""

from __future__ import annotations

from procos_studio.model.geometry import Bounds
from procos_studio.model.places import cells, large


def test_bounds_lie_in_the_cells_that_they_touch() -> None:
    assert list(cells("p", Bounds(-10, 10, 20, 20))) == [("p", -1, 0), ("p", 0, 0)]


def test_large_bounds_lie_in_one_cell_however_large_they_are() -> None:
    assert list(cells("p", Bounds(-1e6, -1e6, 2e6, 2e6))) == [large("p")]
