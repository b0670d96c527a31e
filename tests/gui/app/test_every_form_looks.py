"""Every form as it looks: nothing is cut off, each field has a name, help and a place in the order of Tab."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procos_studio.app.appearance import Appearance
from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.forms.questions import QuestionsField
from procos_studio.app.panels.form import FormPanel
from procos_studio.app.settings import Settings
from procos_studio.library import BlockDefinition, Library, load
from procos_studio.model.diagram import Diagram
from tests.unit.library.conftest import Placed

BLOCKS = list(load().blocks.values())
NARROW, WIDE = 240, 480
W = TypeVar("W", bound=QWidget)
LOOKS = [(NARROW, "dark"), (WIDE, "light")]


@pytest.fixture(params=LOOKS, ids=[f"{width}-{theme}" for width, theme in LOOKS], scope="module")
def panel(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[FormPanel]:
    """A form in a window of its own, as wide as a person may leave it."""
    width, theme = request.param
    before = qapp.styleSheet(), qapp.palette()
    qapp.setStyle("Fusion")
    Appearance(Settings(), theme)
    made = FormPanel(load())
    made.resize(width, 900)
    made.show()
    yield made
    made.show_nothing()
    made.close()
    made.deleteLater()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.mark.parametrize("block", BLOCKS, ids=[block.id for block in BLOCKS])
def test_nothing_is_cut_off_and_each_field_is_reached_heard_and_explained(
    panel: FormPanel, qapp: QApplication, block: BlockDefinition
) -> None:
    shown(panel, qapp, block)
    # labels and sentences have the height that they need, and no word is wider than its label
    for label in seen(panel, QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert needed <= label.height(), f"“{label.text()}” has {label.height()} of {needed} px"
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        assert widest <= label.width(), f"“{label.text()}” is cut"
    for button in seen(panel, QPushButton):
        assert button.minimumSizeHint().width() <= button.width(), f"“{button.text()}” is cut"
    # nothing reaches over the edge of the panel
    for widget in seen(panel, QWidget):
        if not any(isinstance(item, QAbstractScrollArea) for item in around(widget, panel)):
            right = widget.mapTo(panel.viewport(), widget.rect().topRight()).x()
            assert right <= panel.viewport().width(), f"{widget} is over the edge"
    # each field has help and a name
    assert block.documentation or block.description
    for name, row in panel.rows.items():
        assert row.parameter.description, f"{name} has no help"
        assert row.parameter.description in row.field.editor().toolTip() or isinstance(row.field, QuestionsField)
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)
    for widget in seen(panel, QWidget):
        if isinstance(widget, kinds) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), widget
    # Tab goes down the form; within one field it may go its own way
    rows = [row for row in panel.rows.values() if row.isVisibleTo(panel)]
    tops = [
        next((row.mapTo(panel, QPoint()).y() for row in rows if row.isAncestorOf(stop)), None) for stop in chain(panel)
    ]
    known = [top for top in tops if top is not None]
    assert known == sorted(known)


def test_a_choice_that_is_cut_is_told_in_its_tip(qtbot: QtBot, library: Library) -> None:
    # given a choice in a box that is too small for it
    combo = CalmCombo()
    qtbot.addWidget(combo)
    combo.addItem("For each item, one after another")
    combo.resize(120, 30)
    assert combo.is_cut
    # when there is room, it shows
    combo.resize(400, 30)
    assert not combo.is_cut
    # and its list is as wide as the choice
    combo.resize(120, 30)
    combo.show()
    combo.showPopup()
    assert combo.view().width() >= combo.fontMetrics().horizontalAdvance(combo.currentText())
    combo.hidePopup()


def shown(panel: FormPanel, qapp: QApplication, block: BlockDefinition) -> None:
    """Show the whole form of a fresh block, with all sections open and everything that is wrong told."""
    placed = Placed(block)
    panel.show_element(Diagram(placed.diagram.elements.values()), placed.key)
    for section in panel.sections:
        section.open()
    qapp.processEvents()
    qapp.processEvents()


def seen(panel: FormPanel, kind: type[W]) -> list[W]:
    return [widget for widget in panel.widget().findChildren(kind) if widget.isVisibleTo(panel)]


def around(widget: QWidget, panel: FormPanel) -> Iterator[QWidget]:
    outer = widget.parentWidget()
    while outer is not None and outer is not panel:
        if outer is not panel.viewport():
            yield outer
        outer = outer.parentWidget()


def chain(panel: FormPanel) -> list[QWidget]:
    """What Tab goes through from the name on."""
    found: list[QWidget] = []
    stop = panel.name_edit.nextInFocusChain()
    while stop is not panel.name_edit:
        if panel.isAncestorOf(stop) and stop.isVisibleTo(panel) and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(stop)
        stop = stop.nextInFocusChain()
    return found
