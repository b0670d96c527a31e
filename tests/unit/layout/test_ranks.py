"""Columns and backward links."""

from __future__ import annotations

from procos_studio.layout.chart import Block, Chart, Link
from procos_studio.layout.ranks import ranked


def _chart(*links: str, waits: tuple[tuple[str, str], ...] = ()) -> Chart:
    keys = dict.fromkeys(key for link in links for key in link.split(">"))
    blocks = tuple(Block(key, 100, 80) for key in keys)
    return Chart(blocks, tuple(Link(link, *link.split(">")) for link in links), waits=waits)


def test_every_link_leads_to_a_later_column_but_those_that_close_a_cycle() -> None:
    # given a chain with a way back
    ranking = ranked(_chart("a>b", "b>c", "c>a", "c>d"))
    # then only the way back runs backward
    assert ranking.backward == {"c>a"}
    assert [ranking.columns[key] for key in "abcd"] == [0, 1, 2, 3]


def test_a_link_to_itself_runs_backward() -> None:
    # given a block that leads to itself, then that link counts as backward
    assert ranked(_chart("a>a", "a>b")).backward == {"a>a"}


def test_an_end_stands_beside_what_leads_to_it_and_a_second_beginning_beside_what_it_leads_to() -> None:
    # given a short branch and a late second beginning
    ranking = ranked(_chart("a>b", "b>c", "c>d", "a>end", "late>d"))
    # then both links are short
    assert ranking.columns["end"] == 1
    assert ranking.columns["late"] == 2


def test_a_wait_moves_the_second_right_unless_it_would_close_a_cycle() -> None:
    # given two chains, one of which waits for the other, and one impossible wait
    ranking = ranked(_chart("a>b", "b>c", "x>y", waits=(("c", "x"), ("y", "a"))))
    # then the first wait is kept and the second is not
    assert ranking.columns["x"] == ranking.columns["c"]
    assert ranking.columns["a"] == 0


def test_blocks_without_links_do_not_pile_up_in_one_column() -> None:
    # given nine loose blocks
    ranking = ranked(Chart(tuple(Block(str(i), 100, 80) for i in range(9)), ()))
    # then they spread over several columns
    assert ranking.count == 5
