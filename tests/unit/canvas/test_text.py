"""Texts are broken into lines so that they can still be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.text import layout


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
