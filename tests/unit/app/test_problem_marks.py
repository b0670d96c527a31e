"""Findings become marks on the elements they name."""

from __future__ import annotations

from procos_studio.app.problem_marks import marks
from procos_studio.problems import Severity, error, info, warning


def test_an_element_shows_its_worst_problem_and_all_messages() -> None:
    found = [warning("a.b", "Odd.", "x", "y", hint="Look."), error("a.c", "Wrong.", "x"), error("a.d", "No element.")]
    result = marks(found)
    assert set(result) == {"x", "y"}
    assert result["x"].severity is Severity.ERROR
    assert result["x"].problems == tuple(found[:2])


def test_an_info_is_worth_a_line_in_the_panel_but_no_mark() -> None:
    assert marks([info("a.b", "By the way.", "x")]) == {}
