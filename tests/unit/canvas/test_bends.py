from __future__ import annotations

from procos_studio.canvas.bends import dragged
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
