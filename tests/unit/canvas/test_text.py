"""Texts are broken into lines so that they can still be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.text import NORMAL, SMALL, layout, metrics, style_for


@pytest.mark.parametrize("width", [24, 40, 60, 90])
@pytest.mark.parametrize(
    "text", ["${customer.address.street}", "Costs ${amount * quantity} in $ and ${x}", "😀 to ${who} 😀"]
)
def test_an_expression_is_not_torn_apart_behind_its_dollar(qapp: QApplication, text: str, width: int) -> None:
    # when
    lines = [line.plain for line in layout(text, width, 20).lines]
    # then nothing is lost, and the two signs that begin an expression stand together
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert "".join(line.count("${") * "+" for line in lines) == text.count("${") * "+"


def test_what_does_not_fit_ends_in_dots(qapp: QApplication) -> None:
    block = layout("One and two and three and four and five", 60, 2)
    assert len(block.lines) == 2
    assert block.lines[-1].plain.endswith("…")
    assert block.used <= 60


def test_a_long_word_is_written_smaller_rather_than_torn_apart(qapp: QApplication) -> None:
    # given a word that fits a width only when it is small
    text = "Antrag weiterbearbeiten"
    width = metrics(SMALL).horizontalAdvance("weiterbearbeiten") + 1
    assert metrics(NORMAL).horizontalAdvance("weiterbearbeiten") > width
    # when
    block = layout(text, width, 4, style_for(text, width))
    # then
    assert [line.plain for line in block.lines] == ["Antrag", "weiterbearbeiten"]


@pytest.mark.parametrize("text", ["Pay", "", "Rindfleischetikettierungsüberwachung", "Ein-Aus/Wahl"])
def test_other_names_keep_their_size(qapp: QApplication, text: str) -> None:
    # when words fit, or would not fit even if they were smaller
    # then
    assert style_for(text, 60) == NORMAL
