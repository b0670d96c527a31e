from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procos_studio.canvas.crossings import Crossings
from procos_studio.model.geometry import Point

LEVEL = (Point(0, 100), Point(200, 100))
UPRIGHT = (Point(80, 0), Point(80, 300))


def test_the_level_line_hops_over_the_upright_one() -> None:
    # given
    crossings = Crossings()
    crossings.put("level", LEVEL)
    # when
    affected = crossings.put("upright", UPRIGHT)
    # then
    assert affected == {"level"}
    assert crossings.hops("level") == ((80,),)
    assert crossings.hops("upright") == ()


def test_hops_come_in_the_order_of_the_line() -> None:
    # given
    crossings = Crossings()
    crossings.put("one", UPRIGHT)
    crossings.put("two", (Point(120, 0), Point(120, 300)))
    # when
    crossings.put("level", tuple(reversed(LEVEL)))
    # then
    assert crossings.hops("level") == ((120, 80),)


def test_a_touch_and_a_corner_are_no_crossings() -> None:
    # given
    crossings = Crossings()
    crossings.put("level", LEVEL)
    crossings.put("touching", (Point(80, 100), Point(80, 300)))
    crossings.put("at the end", (Point(195, 0), Point(195, 300)))
    # then
    assert crossings.hops("level") == ()


def test_a_dropped_line_is_hopped_over_no_more() -> None:
    # given
    crossings = Crossings()
    crossings.put("level", LEVEL)
    crossings.put("upright", UPRIGHT)
    # when
    affected = crossings.drop("upright")
    # then
    assert affected == {"level"}
    assert crossings.hops("level") == ()


lines = st.lists(st.tuples(*(st.integers(-20, 20),) * 3, st.booleans()), min_size=1, max_size=12)


@given(before=lines, after=lines)
def test_changes_tell_of_every_line_whose_hops_differ(
    before: list[tuple[int, int, int, bool]], after: list[tuple[int, int, int, bool]]
) -> None:
    # given
    crossings = Crossings()
    for number, line in enumerate(before):
        crossings.put(str(number), way(line))
    known = {key: crossings.hops(key) for key in map(str, range(len(before)))}
    # when
    told: set[str] = set()
    for number, line in enumerate(after[: len(before)]):
        told |= {str(number), *crossings.put(str(number), way(line))}
    # then
    fresh = Crossings()
    for key in known:
        fresh.put(key, crossings._points[key])
    for key, hops in known.items():
        assert crossings.hops(key) == fresh.hops(key)
        assert crossings.hops(key) == hops or key in told


def way(line: tuple[int, int, int, bool]) -> tuple[Point, ...]:
    at, start, length, level = line
    ends = ((start, at), (start + length, at)) if level else ((at, start), (at, start + length))
    return tuple(Point(x * 20.0, y * 20.0) for x, y in ends)
