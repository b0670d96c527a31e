from __future__ import annotations

from random import Random

import pytest

from procos_studio.model.docking import Dock, Outline, Side
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import crosses, is_orthogonal, simplified, straightened
from procos_studio.model.routing import docked, reshape, riding_side, route, straight

DIAMOND, CIRCLE = Dock(Outline.DIAMOND), Dock(Outline.CIRCLE)


def box(x: float, y: float, width: float = 100, height: float = 80) -> Bounds:
    return Bounds(x, y, width, height)


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        (box(0, 0), box(200, 0), [(100, 40), (200, 40)]),
        (box(0, 0), box(200, 200), [(100, 40), (150, 40), (150, 240), (200, 240)]),
        (box(0, 0), box(200, 6), [(100, 40), (200, 40)]),
        (box(0, 0), box(0, 200), [(50, 80), (50, 200)]),
        (box(0, 200), box(0, 0), [(50, 200), (50, 80)]),
        (box(200, 0), box(0, 0), [(250, 80), (250, 100), (50, 100), (50, 80)]),
        (box(0, 0), box(110, 0), [(100, 40), (110, 40)]),
        (box(0, 0), box(0, 0), [(100, 40), (120, 40), (120, 100), (50, 100), (50, 80)]),
    ],
    ids=["right", "right and down", "nearly level", "below", "above", "back", "near", "to itself"],
)
def test_lines_between_boxes(source: Bounds, target: Bounds, line: list[tuple[float, float]]) -> None:
    # given two boxes
    # when a line is laid between them
    # then it leaves right and enters left where that is short, and else takes few bends
    assert list(route(source, target)) == line


def test_a_line_leaves_a_gateway_at_the_corner_that_saves_a_bend() -> None:
    # given a gateway, and a task below and right of it
    # when a line is laid
    line = route(box(0, 0, 50, 50), box(100, 100), leaving=DIAMOND)
    # then it has one bend
    assert line == ((25, 50), (25, 140), (100, 140))


def test_a_line_that_comes_back_ends_on_the_right_rather_than_go_round_its_target() -> None:
    # given a gateway above and right of a task
    # when a line is laid back to the task
    line = route(box(300, 0, 50, 50), box(0, 100), leaving=DIAMOND)
    # then it turns once
    assert line == ((325, 50), (325, 140), (100, 140))


def test_a_line_leaves_a_boundary_event_downwards() -> None:
    # given an event on the lower border of a task
    task, event = box(0, 0), box(60, 62, 36, 36)
    side = riding_side(event, task)
    # when lines are laid from it to another task and back to its own
    away = route(event, box(200, 150), [task], leaving=Dock(Outline.CIRCLE, side))
    back = route(event, task, leaving=Dock(Outline.CIRCLE, side))
    # then both begin downwards, and none runs through the task
    assert side is Side.BOTTOM
    for line in (away, back):
        assert line[0] == (78, 98)
        assert line[1].x == 78
        assert line[1].y > 98
        assert not crosses(line, task)


@pytest.mark.parametrize(("x", "y", "side"), [(50, 0, Side.TOP), (0, 40, Side.LEFT), (100, 40, Side.RIGHT)])
def test_the_side_on_which_an_event_rides(x: float, y: float, side: Side) -> None:
    # given an event with its middle on a border of a task
    # when asked where a line leaves it
    # then it is outwards
    assert riding_side(box(x - 18, y - 18, 36, 36), box(0, 0)) is side


def test_a_line_goes_round_what_stands_in_its_way() -> None:
    # given a task between two others, and one above it
    between = [box(200, 0), box(200, -100)]
    # when a line is laid
    line = route(box(0, 0), box(400, 0), between)
    # then it keeps clear of both
    assert is_orthogonal(line)
    assert not any(crosses(line, item.grown(14)) for item in between)


def test_a_walled_in_target_is_reached_through_the_wall() -> None:
    # given a target with boxes all around it, without a gap
    walls = [box(350, -100, 200, 50), box(350, 130, 200, 50), box(340, -100, 30, 280), box(530, -100, 30, 280)]
    # when a line is laid
    line = route(box(0, 0), box(400, 0), walls)
    # then there is one
    assert line[0] == (100, 40)
    assert is_orthogonal(line)


def test_lines_on_random_diagrams_avoid_the_blocks_and_are_always_the_same() -> None:
    # given diagrams of thirty blocks on a loose grid
    random = Random(3)
    cells = [(column, row) for column in range(8) for row in range(5)]
    for _ in range(60):
        random.shuffle(cells)
        jitter = [random.randrange(-10, 10) for _ in cells]
        boxes = [box(c * 160 + d, r * 130 - d) for (c, r), d in zip(cells[:32], jitter, strict=False)]
        # when a line is laid between two of them
        line = route(boxes[0], boxes[1], boxes[2:])
        # then it has corners only, avoids the others, and is the same each time
        assert is_orthogonal(line)
        assert not any(crosses(line, other) for other in boxes[2:])
        assert not crosses(line, boxes[0].grown(-1))
        assert not crosses(line, boxes[1].grown(-1))
        assert route(boxes[0], boxes[1], boxes[2:]) == line


def test_overlapping_boxes_still_get_a_line() -> None:
    # given boxes one of which lies in the other
    # when a line is laid
    line = route(box(0, 0, 300, 200), box(50, 50))
    # then there is one
    assert len(line) >= 2


def test_bends_stay_when_an_end_moves_a_little() -> None:
    # given a line with two bends
    line = route(box(0, 0), box(200, 200))
    # when its target moves
    moved = reshape(line, box(0, 0), box(0, 0), box(200, 200), box(230, 170))
    # then its bends stay where they were across the way
    assert moved == ((100, 40), (150, 40), (150, 210), (230, 210))


def test_a_line_moves_with_both_its_ends() -> None:
    # given a bent line
    line = (Point(50, 80), Point(50, 200), Point(250, 200), Point(250, 80))
    # when both ends move by the same
    moved = reshape(line, box(0, 0), box(10, 20), box(200, 0), box(210, 20))
    # then so does every point
    assert moved == tuple(point.moved(10, 20) for point in line)


@pytest.mark.parametrize(
    "target",
    [box(-300, 0), box(0, 300), box(90, 20)],
    ids=["behind the source", "below the source", "over the source's side"],
)
def test_a_line_is_laid_anew_where_its_bends_make_no_sense_any_more(target: Bounds) -> None:
    # given a line with two bends to the right
    line = route(box(0, 0), box(200, 200))
    # when its target moves to where those bends would turn back
    moved = reshape(line, box(0, 0), box(0, 0), box(200, 200), target)
    # then it is as if laid for the first time
    assert moved == route(box(0, 0), target)


def test_a_line_does_not_run_into_what_it_did_not_touch() -> None:
    # given a straight line above a block
    line = route(box(0, 0), box(400, 0))
    # when both ends move down to the block's level, by different amounts
    moved = reshape(line, box(0, 0), box(0, 150), box(400, 0), box(400, 155), [box(200, 150)])
    # then it goes round
    assert not crosses(moved, box(200, 150))


def test_a_slanted_line_stays_slanted() -> None:
    # given a straight association
    line = straight(box(0, 0), box(200, 200))
    # when its target moves
    moved = reshape(line, box(0, 0), box(0, 0), box(200, 200), box(200, 300))
    # then it is a straight line still, from border to border
    assert len(moved) == 2
    assert moved[0].x == 100 or moved[0].y == 80


@pytest.mark.parametrize(
    ("dock", "point"),
    [(Dock(), (100, 40)), (DIAMOND, (100, 40)), (CIRCLE, (100, 40))],
)
def test_ends_of_a_drawn_line_come_onto_the_border(dock: Dock, point: tuple[float, float]) -> None:
    # given a line from inside one shape to inside another
    # when it is docked
    line = docked([Point(50, 40), Point(250, 40)], box(0, 0), box(200, 0), leaving=dock, entering=dock)
    # then its ends are on the borders
    assert line[0] == pytest.approx(point)
    assert line[1] == pytest.approx((200, 40))


def test_superfluous_points_go() -> None:
    # given a line with a repeated point and points on the way
    line = [Point(0, 0), Point(0, 0), Point(50, 0), Point(100, 0), Point(100, 50)]
    # when it is simplified
    # then only its ends and bends stay
    assert simplified(line) == ((0, 0), (100, 0), (100, 50))


def test_small_slants_are_straightened_and_large_ones_stay() -> None:
    # given a nearly orthogonal line, and a slanted one
    nearly = [Point(0, 0), Point(50, 3), Point(53, 100), Point(100, 100)]
    slanted = (Point(0, 0), Point(50, 40), Point(100, 100))
    # when they are straightened
    # then the first has corners, the other its slants
    assert is_orthogonal(straightened(nearly))
    assert straightened(slanted) == slanted


def test_a_line_does_not_end_where_an_event_sits_on_the_border() -> None:
    # given a task below, with an event in the middle of its upper border
    target, event = box(0, 200), Bounds(32, 182, 36, 36)
    assert route(box(0, 0), target) == ((50, 80), (50, 200))
    # when a line is laid round it
    line = route(box(0, 0), target, [event])
    # then it ends elsewhere on the task and keeps out of the event
    assert not crosses(line, event)
    assert target.contains(line[-1])


def test_bends_that_became_useless_go() -> None:
    # given a line with two bends, whose target moves until it is nearly level with its source
    source, old, new = box(0, 0), box(200, 200), box(200, 6)
    line = ((100.0, 40.0), (150.0, 40.0), (150.0, 240.0), (200.0, 240.0))
    points = tuple(Point(*point) for point in line)
    # when the line is led after it, then it is straight instead of having a step of a few pixels
    assert reshape(points, source, source, old, new) == ((100, 40), (200, 40))
    # and where the step is worth its while the bends stay
    assert reshape(points, source, source, old, box(200, 80)) == ((100, 40), (150, 40), (150, 120), (200, 120))
