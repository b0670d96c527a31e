"""Lanes and pools by hand: added, split, moved and resized."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from procos_studio.canvas.theme import GRID
from procos_studio.edits.move import move
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import Participant
from tests.gui.canvas.hand import CTRL, SHIFT, Hand

KEY = Qt.Key


def _box(hand: Hand, key: str) -> Bounds:
    shape = hand.diagram.shape(key)
    assert shape is not None
    return shape.bounds


@pytest.fixture
def pool(hand: Hand) -> str:
    return hand.place("standard/pool", 400, 300)


def _lane(hand: Hand) -> str:
    """The lane that a key press has just made and selected."""
    (made,) = hand.view.selection
    return made


def test_keys_add_split_and_move_lanes(hand: Hand, pool: str) -> None:
    # given a pool
    # when lanes are added, at the end and above
    hand.key(KEY.Key_L)
    first = _lane(hand)
    hand.key(KEY.Key_L)
    second = _lane(hand)
    hand.key(KEY.Key_L, SHIFT)
    between = _lane(hand)
    # then they share the pool in that order
    assert _box(hand, first).bottom == _box(hand, between).y
    assert _box(hand, between).bottom == _box(hand, second).y
    # when the one between goes down and is split
    hand.key(KEY.Key_Down, CTRL)
    assert _box(hand, first).bottom == _box(hand, second).y
    hand.view.select((between,))
    hand.key(KEY.Key_L, CTRL)
    # then it holds two lanes
    assert len(hand.diagram.children(hand.diagram[_lane(hand)].parent, type(hand.diagram[between]))) == 2
    assert not hand.refusals


def test_a_lane_at_the_end_goes_no_further_and_says_so(hand: Hand, pool: str) -> None:
    # given the only lane
    hand.key(KEY.Key_L)
    # when it should go down
    hand.key(KEY.Key_Down, CTRL)
    # then a sentence says why it does not
    assert "no lane on that side" in hand.refusals[0].message
    # and sideways nothing happens
    hand.key(KEY.Key_Left, CTRL)
    assert len(hand.refusals) == 1


@pytest.mark.parametrize(("side", "by", "changed"), [(0, -80, "x"), (1, -80, "y"), (2, 80, "right"), (3, 80, "bottom")])
def test_every_side_of_a_pool_can_be_dragged_alone(hand: Hand, pool: str, side: int, by: int, changed: str) -> None:
    # given a selected pool
    before = _box(hand, pool)
    middle = before.center
    places = ((before.x, middle.y), (middle.x, before.y), (before.right, middle.y), (middle.x, before.bottom))
    start = places[side]
    # when the middle of a side is dragged outwards, and askew
    end = (start[0] + by, start[1] + 20) if side % 2 == 0 else (start[0] + 20, start[1] + by)
    hand.drag_to(start, end)
    # then only that side has moved
    after = _box(hand, pool)
    moved = {name for name in ("x", "y", "right", "bottom") if getattr(after, name) != getattr(before, name)}
    assert moved == {changed}
    assert getattr(after, changed) == pytest.approx(getattr(before, changed) + by, abs=GRID / 2)


def test_the_border_between_two_lanes_moves_for_both(hand: Hand, pool: str) -> None:
    # given two lanes, the upper one selected
    hand.key(KEY.Key_L)
    upper = _lane(hand)
    hand.key(KEY.Key_L)
    lower = _lane(hand)
    hand.view.select((upper,))
    border, around = _box(hand, upper).bottom, _box(hand, pool)
    # when its lower side is dragged
    hand.drag_to((_box(hand, upper).center.x, border), (_box(hand, upper).center.x, border - 40))
    # then the lower lane has what the upper one lost
    assert _box(hand, upper).bottom == _box(hand, lower).y == pytest.approx(border - 40, abs=GRID / 2)
    assert _box(hand, pool) == around


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_a_click_inside_a_lane_picks_it_and_a_drag_selects_what_stands_there(
    hand: Hand, button: Qt.MouseButton
) -> None:
    # given a pool of two lanes, with a block in the lower one
    pool = hand.place("standard/pool", 400, 300)
    hand.key(Qt.Key.Key_L)
    hand.key(Qt.Key.Key_L)
    box = _box(hand, hand.view.selection[0])
    lane, task = hand.view.selection[0], hand.place("standard/task", 400, box.center.y)
    hand.click(10, 690)
    # when the ground of the lane is clicked
    ground = (box.right - 40, box.bottom - 12)
    hand.hover(*ground)
    hand.press(*ground, button=button)
    hand.release(*ground, button=button)
    # then it is selected
    assert hand.view.selection == (lane,)
    # when a drag begins there
    hand.drag_to(ground, (300, box.y + 8))
    # then it is a marquee, and nothing has moved
    assert hand.view.selection == (task,)
    assert _box(hand, lane) == box
    assert hand.diagram.find(pool, Participant) is not None


def test_a_pool_comes_into_line_with_other_pools_only(hand: Hand) -> None:
    # given two pools, of which the upper one holds a block off the grid
    upper = hand.place("standard/pool", 400, 160)
    task = hand.place("standard/task", 400, 160)
    move(hand.diagram, [task], 3, 0)
    lower = hand.place("standard/pool", 400, 520)
    wanted = _box(hand, upper).x
    start = (_box(hand, lower).x + 10, 520)
    # when the lower one is dragged by its band so that its middle comes near to that block's
    hand.drag_to(start, (start[0] + 5, 530))
    # then it stands in line with the other pool
    assert _box(hand, lower).x == wanted


@pytest.fixture
def lanes(hand: Hand, pool: str) -> tuple[str, str]:
    """The upper and the lower of two lanes in the pool, none selected."""
    made = []
    for _ in range(2):
        hand.key(KEY.Key_L)
        made.append(hand.view.selection[0])
    hand.click(10, 690)
    upper, lower = sorted(made, key=lambda lane: _box(hand, lane).y)
    return upper, lower


def test_the_border_between_lanes_is_taken_hold_of_anywhere(hand: Hand, lanes: tuple[str, str]) -> None:
    # given a place on the border, far from its middle, where no handle is
    upper, lower = lanes
    at = (_box(hand, upper).x + 70, _box(hand, upper).bottom)
    before, whole = _box(hand, upper), _box(hand, upper).height + _box(hand, lower).height
    # when the pointer rests there
    hand.hover(*at)
    # then it says which way the border goes
    assert hand.view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    # when it is dragged
    hand.drag_to(at, (at[0], at[1] + 24))
    # then the border has moved for both
    assert _box(hand, upper).height > before.height
    assert _box(hand, upper).bottom == _box(hand, lower).y
    assert _box(hand, upper).height + _box(hand, lower).height == whole


def test_a_lane_that_is_dragged_takes_its_pool_along(hand: Hand, pool: str, lanes: tuple[str, str]) -> None:
    # given the right border of a lane, which is its pool's as well
    upper, _ = lanes
    box, before = _box(hand, upper), _box(hand, pool)
    at = (box.right, box.y + 20)
    # when
    hand.drag_to(at, (at[0] + 80, at[1] + 40))
    # then pool and lanes are elsewhere, as large as they were
    now = _box(hand, pool)
    assert (now.x - before.x, now.y - before.y) == pytest.approx((80, 40), abs=8)
    assert (now.width, now.height) == (before.width, before.height)
    assert _box(hand, upper) == box.moved(now.x - before.x, now.y - before.y)
