from __future__ import annotations

import pytest

from procos_studio.canvas.gaps import equal_gap
from procos_studio.canvas.snapping import Snapping
from procos_studio.model.geometry import Bounds


def box(x: float, y: float = 0) -> Bounds:
    return Bounds(x, y, 100, 80)


@pytest.mark.parametrize(
    ("others", "x", "wanted"),
    [
        ([box(0), box(400)], 197, 200),
        ([box(0), box(150)], 303, 300),
        ([box(400), box(560)], 238, 240),
    ],
)
def test_it_stands_as_far_off_as_its_neighbours(others: list[Bounds], x: float, wanted: float) -> None:
    # when
    found = equal_gap(box(x), others, 6, level=True)
    # then
    assert found is not None
    assert x + found.by == wanted
    lengths = {end.x - start.x for start, end in found.spans}
    assert len(lengths) == 1


def test_up_and_down_are_the_same_turned() -> None:
    # when
    found = equal_gap(box(0, 303), [box(0, 0), box(0, 150)], 6, level=False)
    # then
    assert found is not None
    assert found.by == -3
    assert found.spans[0] == ((50, 80), (50, 150))


@pytest.mark.parametrize("others", [[], [box(0)], [box(0), box(150, 200)], [box(0), box(90)]])
def test_without_a_gap_to_equal_there_is_none(others: list[Bounds]) -> None:
    assert equal_gap(box(300), others, 6, level=True) is None


def test_a_nearer_line_wins_over_a_gap() -> None:
    # given a neighbour above whose edge is 2 away, and a gap that is 4 away
    snapping = Snapping(box(0), [box(300), box(600), box(898, 400)])
    # when
    snapped = snapping.snap(896, 0)
    # then
    assert snapped.dx == 898
