from __future__ import annotations

import pytest

from procos_studio.canvas.bends import dragged, pulled
from procos_studio.model.geometry import Point
from procos_studio.model.lines import is_orthogonal

ANGLED = (Point(0, 0), Point(100, 0), Point(100, 100), Point(200, 100))


def test_an_inner_piece_moves_across_itself_only() -> None:
    # when
    points = dragged(ANGLED, 1, 24, 50)
    # then
    assert points == (Point(0, 0), Point(124, 0), Point(124, 100), Point(200, 100))


def test_a_piece_at_an_end_leaves_a_stub() -> None:
    # when
    points = dragged(ANGLED, 0, 0, -40)
    # then
    assert points[0] == Point(0, 0)
    assert points[-1] == Point(200, 100)
    assert min(point.y for point in points) == -40
    assert is_orthogonal(points)


def test_the_only_piece_becomes_a_detour() -> None:
    # when
    points = dragged((Point(0, 0), Point(100, 0)), 0, 0, 40)
    # then
    assert (points[0], points[-1]) == (Point(0, 0), Point(100, 0))
    assert len(points) == 6
    assert is_orthogonal(points)


def test_dragging_back_makes_it_straight_again() -> None:
    # given
    bent = dragged((Point(0, 0), Point(100, 0)), 0, 0, 40)
    # when
    level = next(number for number in range(len(bent) - 1) if bent[number].y == bent[number + 1].y == 40)
    # then
    assert dragged(bent, level, 0, -40) == (Point(0, 0), Point(100, 0))


def test_a_slanted_piece_gets_a_corner() -> None:
    # when
    points = dragged((Point(0, 0), Point(100, 50)), 0, 10, 20)
    # then
    assert points == (Point(0, 0), Point(60, 45), Point(100, 50))


def test_a_dock_that_slides_goes_along() -> None:
    # when
    both = dragged((Point(0, 0), Point(100, 0)), 0, 0, 16, slides=(True, True))
    first = dragged(ANGLED, 0, 0, -16, slides=(True, False))
    # then
    assert both == (Point(0, 16), Point(100, 16))
    assert first == (Point(0, -16), Point(100, -16), Point(100, 100), Point(200, 100))


def test_a_corner_takes_along_the_pieces_that_meet_there() -> None:
    # given a line with inner pieces on both sides of a corner
    steps = (Point(0, 0), Point(40, 0), Point(40, 100), Point(140, 100), Point(140, 200), Point(200, 200))
    # when the corner in the middle is pulled
    points = pulled(steps, 3, 24, -16)
    # then both its neighbours follow, and nothing else
    assert points == (
        *(Point(0, 0), Point(40, 0), Point(40, 84), Point(164, 84)),
        *(Point(164, 200), Point(200, 200)),
    )


@pytest.mark.parametrize("corner", [1, 2])
@pytest.mark.parametrize("by", [(0, 0), (32, -24), (-200, 300)])
def test_a_pulled_line_keeps_its_ends_and_stays_orthogonal(corner: int, by: tuple[float, float]) -> None:
    # when
    points = pulled(ANGLED, corner, *by)
    # then
    assert (points[0], points[-1]) == (ANGLED[0], ANGLED[-1])
    assert is_orthogonal(points)
    assert (points == ANGLED) is (by == (0, 0))


def test_a_corner_of_a_slanted_line_goes_alone() -> None:
    # when
    points = pulled((Point(0, 0), Point(60, 45), Point(100, 20)), 1, 10, 20)
    # then
    assert points == (Point(0, 0), Point(70, 65), Point(100, 20))
