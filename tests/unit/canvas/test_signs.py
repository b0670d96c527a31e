from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.signs import sign_of, strokes
from procos_studio.problems import Severity

BOX = QRectF(0, 0, 100, 80)
MARKS = (
    *(Mark(state) for state in State if state is not State.IDLE),
    Mark(severity=Severity.ERROR),
    Mark(found=True),
)


def test_every_state_has_strokes_of_its_own() -> None:
    # given
    drawn = [
        {(line.x1(), line.y1(), line.x2(), line.y2()) for line in strokes(sign_of(mark, commented_out=False), BOX)}
        for mark in MARKS
    ]
    # then
    assert all(drawn)
    assert all(one != other for one, other in combinations(drawn, 2))


def test_what_is_idle_has_none() -> None:
    assert sign_of(Mark(), commented_out=False) == ""
    assert sign_of(Mark(), commented_out=True) == "commented"


@pytest.mark.parametrize("least", [0.0, 60.0])
def test_a_sign_stands_in_the_middle_and_is_not_too_small(least: float) -> None:
    # when
    lines = strokes("failed", BOX, least)
    # then
    assert {(line.center().x(), line.center().y()) for line in lines} == {(50, 40)}
    assert max(abs(line.dx()) for line in lines) == pytest.approx(1.6 * max(24.0, least))
