"""Picturing: the questions before a picture is written: as what, of what, in which colours and how large."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.sizing import open_at, scrolled
from procos_studio.canvas.picture import DENSITY, Wish
from procos_studio.canvas.sheets import Sheet, all_sheets, sheet
from procos_studio.canvas.theme import load
from procos_studio.canvas.translating import QT_TR_NOOP, translated
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram


class Extent(StrEnum):
    """What of a document a picture shows."""

    PAGE = "page"
    ALL = "all"
    SELECTION = "selection"


_EXTENTS = {
    Extent.PAGE: QT_TR_NOOP("This page"),
    Extent.ALL: QT_TR_NOOP("All pages, with the insides of subsystems"),
    Extent.SELECTION: QT_TR_NOOP("What is selected"),
}
_THEMES = {
    "light": QT_TR_NOOP("Light"),
    "dark": QT_TR_NOOP("Dark"),
    "high-contrast": QT_TR_NOOP("High contrast"),
}
_KINDS = {
    ".pdf": QT_TR_NOOP("PDF, for reading and printing"),
    ".svg": QT_TR_NOOP("SVG, sharp at any size"),
    ".png": QT_TR_NOOP("PNG, in pixels"),
}


_SIZES = (25, 50, 100, 200, 400, 1_000)
"""Per cent."""


class PictureDialog(QDialog):
    """`chosen` carries nothing: the answers are in `kind`, `extent`, `theme` and `wish`."""

    chosen = Signal()

    def __init__(self, parent: QWidget, extents: Collection[Extent]) -> None:
        super().__init__(parent)
        self.setObjectName("picture-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save a picture"))
        self.kinds = _choice({kind: translated(text) for kind, text in _KINDS.items()})
        self.extents = _choice({str(extent): translated(_EXTENTS[extent]) for extent in extents})
        self.themes = _choice({name: translated(text) for name, text in _THEMES.items()})
        self.sizes = _choice({size: f"{size} %" for size in _SIZES})
        self.sizes.setCurrentIndex(self.sizes.findData(100))
        self.transparent = QCheckBox(self.tr("Leave the ground out"))
        questions = QWidget()
        questions.setObjectName("questions")
        form = QFormLayout(questions)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for label, field in (
            (self.tr("As"), self.kinds),
            (self.tr("Of"), self.extents),
            (self.tr("Colours"), self.themes),
            (self.tr("Size"), self.sizes),
        ):
            form.addRow(label, field)
        form.addRow("", self.transparent)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("role", "accent")
        self.save.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        title = QLabel(self.tr("Save a picture"))
        title.setObjectName("page-title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title)
        area = scrolled(questions)
        layout.addWidget(area)
        layout.addWidget(buttons)
        spare = questions.sizeHint().height() + 2 * area.frameWidth() - area.sizeHint().height()
        open_at(self, 440, self.sizeHint().height() + max(0, spare))

    @property
    def kind(self) -> str:
        """The ending of the file."""
        return str(self.kinds.currentData())

    @property
    def wish(self) -> Wish:
        """How large, and whether on a ground; a PNG at 100 % has the pixels of a fine screen."""
        scale = int(self.sizes.currentData()) / 100
        finer = DENSITY if self.kind == ".png" else 1.0
        return Wish(None if scale == 1 else scale * finer, self.transparent.isChecked())

    def sheets(self, diagram: Diagram, plane: str, selection: Collection[str], library: Library) -> tuple[Sheet, ...]:
        """What to draw; Refused where that is nothing."""
        theme, extent = load(str(self.themes.currentData())), self.extents.currentData()
        if extent == Extent.ALL:
            return all_sheets(diagram, library, theme)
        only = selection if extent == Extent.SELECTION else None
        return (sheet(diagram, plane, library, theme, only),)

    def _choose(self) -> None:
        self.chosen.emit()
        self.accept()


def _choice(names: Mapping[Any, str]) -> CalmCombo:
    choice = CalmCombo()
    for value, name in names.items():
        choice.addItem(name, value)
    return choice
