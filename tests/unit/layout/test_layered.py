"""Arranging charts."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procos_studio.layout import slots
from procos_studio.layout.channels import Passage, assign
from procos_studio.layout.chart import Band, Block, Chart, Link, Rider
from procos_studio.layout.layered import arrange
from procos_studio.layout.wiring import Board, Dock, wired
from procos_studio.model.docking import Outline
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import crosses, is_orthogonal

_FORMS = ((Outline.BOX, 100.0, 80.0), (Outline.DIAMOND, 50.0, 50.0), (Outline.CIRCLE, 36.0, 36.0))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any blocks with any links, loops and links to themselves included, in bands or not, some with boundary events."""
    count = draw(st.integers(1, 14))
    bands = draw(st.integers(0, 3))
    blocks = []
    for number in range(count):
        outline, width, height = draw(st.sampled_from(_FORMS))
        riders = (Rider(f"r{number}", 50.0),) if outline is Outline.BOX and draw(st.booleans()) else ()
        blocks.append(
            Block(
                f"n{number}",
                width,
                height,
                outline,
                below=40.0 if riders else 0.0,
                band=draw(st.integers(0, max(0, bands - 1))),
                riders=riders,
                is_gateway=outline is Outline.DIAMOND,
            )
        )
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=2 * count))
    links = []
    for number, (a, b) in enumerate(pairs):
        rider = blocks[a].riders[0].key if blocks[a].riders and draw(st.booleans()) else ""
        links.append(Link(f"f{number}", f"n{a}", f"n{b}", rider, main=draw(st.booleans())))
    return Chart(tuple(blocks), tuple(links), tuple(Band(lead=40.0 if i else 0.0) for i in range(bands)))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(charts())
def test_no_block_lies_on_another_and_no_line_runs_through_one(chart: Chart) -> None:
    # given any chart, when it is arranged
    picture = arrange(chart).picture
    blocks = {block.key: picture.boxes[block.key] for block in chart.blocks}
    # then blocks are apart
    for one, other in combinations(blocks.values(), 2):
        assert not one.intersects(other)
    # and every line is orthogonal, touches its ends, and keeps out of all others
    for link in chart.links:
        line = picture.lines[link.key]
        assert is_orthogonal(line)
        assert picture.boxes[link.rider or link.source].grown(0.5).contains(line[0])
        assert blocks[link.target].grown(0.5).contains(line[-1])
        for key, box in blocks.items():
            inner = box.grown(-box.height * 0.4) if key in (link.source, link.target) else box
            assert not crosses(line, inner), (link.key, key)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(charts())
def test_the_same_chart_gives_the_same_picture_and_bands_hold_their_blocks(chart: Chart) -> None:
    # given any chart, when it is arranged twice
    first, second = arrange(chart), arrange(chart)
    # then both are equal
    assert first == second
    # and every block is inside its band
    for block in chart.blocks if chart.bands else ():
        top, bottom = first.bands[block.band]
        assert top <= first.picture.boxes[block.key].y
        assert first.picture.boxes[block.key].bottom <= bottom


def test_lines_too_long_for_the_columns_go_over_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    # given a chain with long ways back and forth, and room for none of them in the columns
    monkeypatch.setattr(slots, "MOST_LINE_SLOTS", 0)
    blocks = tuple(Block(f"n{i}", 100, 80) for i in range(8))
    row = tuple(Link(f"f{i}", f"n{i}", f"n{i + 1}") for i in range(7))
    long = (Link("back", "n7", "n0"), Link("inner", "n6", "n1"), Link("forth", "n0", "n5"))
    # when it is arranged
    picture = arrange(Chart(blocks, (*row, *long))).picture
    # then they run above all blocks, on levels of their own, from end to end
    top = min(box.y for box in picture.boxes.values())
    assert len({min(point.y for point in picture.lines[link.key]) for link in long}) == 3
    for link in long:
        line = picture.lines[link.key]
        assert min(point.y for point in line) < top
        assert line[0].x == picture.boxes[link.source].right
        assert line[-1].x == picture.boxes[link.target].x
        assert not any(crosses(line, box) for box in picture.boxes.values())


def test_a_branch_stays_near_its_gateway() -> None:
    # given a gateway with two branches far right of a tall column
    tall = tuple(Link(f"t{i}", "a", f"x{i}") for i in range(6))
    links = (*tall, Link("m", "x0", "g", main=True), Link("up", "g", "b", main=True), Link("down", "g", "c"))
    keys = dict.fromkeys(key for link in links for key in (link.source, link.target))
    blocks = tuple(
        Block(key, 50, 50, Outline.DIAMOND, is_gateway=True) if key == "g" else Block(key, 100, 80) for key in keys
    )
    # when it is arranged
    boxes = arrange(Chart(blocks, links)).picture.boxes
    # then the second branch is right below the first
    assert boxes["b"].center.y == boxes["g"].center.y
    assert 0 < boxes["c"].y - boxes["b"].bottom <= 40


def test_passages_that_meet_have_tracks_of_their_own() -> None:
    # given two passages whose ends would lie on each other in one order
    upper, lower = Passage(0, True, 100, False), Passage(100, True, 200, False)
    # when they get tracks
    count = assign([upper, lower])
    # then there are two, in the order that keeps them apart
    assert count == 2
    assert lower.track < upper.track


def test_a_straight_passage_needs_no_track() -> None:
    # given a passage at one height, then no track is used
    assert assign([Passage(40, True, 40, False)]) == 0


def test_a_wire_goes_round_boxes_and_does_not_lie_on_other_lines() -> None:
    # given a box in the way and a line along the nearest way round it
    box = Bounds(100, 0, 100, 80)
    board = Board([box])
    board.add_line((Point(0, -12), Point(300, -12)))
    # when a wire is drawn from left to right
    line = wired(board, [Dock(Point(0, 30), 0, 0)], [Dock(Point(300, 30), 2, 0)], [])
    # then it passes on the other side
    assert line is not None
    assert not crosses(line, box)
    assert max(point.y for point in line) > box.bottom


def test_there_may_be_no_way() -> None:
    # given a start walled in on all sides
    walls = [Bounds(-50, -50, 100, 20), Bounds(-50, 30, 100, 20), Bounds(-50, -50, 20, 100), Bounds(30, -50, 20, 100)]
    # when a wire is asked for, then there is none
    assert wired(Board(walls), [Dock(Point(0, 0), 0, 0)], [Dock(Point(300, 0), 2, 0)], []) is None
