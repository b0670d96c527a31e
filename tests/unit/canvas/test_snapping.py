from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.canvas.snapping import Snapping
from procos_studio.canvas.theme import GRID
from procos_studio.model.geometry import Bounds

TASK = Bounds(50, 60, 100, 80)


@given(dx=st.floats(-500, 500), dy=st.floats(-500, 500))
def test_alone_the_middle_comes_onto_the_grid(dx: float, dy: float) -> None:
    # when
    snapped = Snapping(TASK, ()).snap(dx, dy)
    # then
    middle = TASK.moved(snapped.dx, snapped.dy).center
    assert middle.x % GRID == pytest.approx(0, abs=1e-6) or middle.x % GRID == pytest.approx(GRID, abs=1e-6)
    assert abs(snapped.dx - dx) <= GRID / 2 + 1e-6
    assert snapped.guides == ()


def test_a_near_middle_wins_over_the_grid() -> None:
    # given
    neighbour = Bounds(301, 203, 36, 36)
    # when
    snapped = Snapping(TASK, (neighbour,)).snap(0, neighbour.center.y - TASK.center.y + 4)
    # then
    assert TASK.moved(snapped.dx, snapped.dy).center.y == neighbour.center.y
    (start, end) = snapped.guides[0]
    assert start.y == end.y == neighbour.center.y


def test_edges_line_up() -> None:
    # given
    neighbour = Bounds(403, 300, 200, 33)
    # when
    snapped = Snapping(TASK, (neighbour,)).snap(403 - TASK.x - 3, 0)
    # then
    assert TASK.x + snapped.dx == 403


def test_far_lines_do_not_pull() -> None:
    # when
    snapped = Snapping(TASK, (Bounds(61, 400, 100, 80),)).snap(0, 0, reach=6)
    # then
    assert snapped.guides == ()
