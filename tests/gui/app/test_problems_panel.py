"""The list of problems comes in parts where it is long, and is whole for whoever goes through it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from procos_studio.app.panels.problems import ProblemsPanel
from procos_studio.canvas import theme
from procos_studio.problems import warning

FOUND = [warning("a.b", f"Odd {number}.", "work") for number in range(700)]


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    made = ProblemsPanel(theme.load("light"))
    qtbot.addWidget(made)
    return made


def _listed(panel: ProblemsPanel) -> list[str]:
    items = (panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def test_going_to_the_next_makes_the_list_whole(panel: ProblemsPanel) -> None:
    # given more findings than are listed at once, or at all
    panel.show_problems(FOUND, None)
    assert 0 < len(_listed(panel)) < 500
    # when
    panel.choose_next()
    # then all are there that a person reads
    current = panel.tree.currentItem()
    assert current is not None
    assert current.text(0) == "Odd 0."
    assert _listed(panel)[:500] == [f"Odd {number}." for number in range(500)]
    assert "200" in _listed(panel)[500]


def test_of_a_list_that_was_given_up_nothing_follows(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.show_problems(FOUND[100:], None)
    panel.show_problems(FOUND[:60], None)
    qtbot.waitUntil(lambda: _listed(panel) == [f"Odd {number}." for number in range(60)])
