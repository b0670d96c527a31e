"""Pictures and paper, asked for in the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from procos_studio.app import asking
from procos_studio.app.picturing import Extent, PictureDialog
from procos_studio.app.printing import PrintPreview, paint
from procos_studio.canvas.sheets import all_sheets
from procos_studio.canvas.theme import load
from procos_studio.edits.group import group
from procos_studio.edits.move import move
from procos_studio.library import Library
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person saves pictures; the ending is the dialog's."""
    monkeypatch.setattr(asking, "path_to_save", lambda _parent, _proposal, suffix, _title: tmp_path / f"out{suffix}")
    return tmp_path / "out"


def asked(studio: StudioPage) -> PictureDialog:
    studio.window.exporting.to_picture()
    dialog = studio.dialog("picture-dialog")
    assert isinstance(dialog, PictureDialog)
    return dialog


def save(studio: StudioPage, dialog: PictureDialog) -> None:
    studio.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    studio.settle()


@pytest.mark.parametrize("kind", [".svg", ".png", ".pdf"])
def test_a_picture_is_written(studio: StudioPage, tmp_path: Path, path: Path, kind: str) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    dialog = asked(studio)
    # when
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(kind))
    save(studio, dialog)
    # then
    assert path.with_suffix(kind).stat().st_size > 500
    assert f"out{kind}" in studio.window.status.message.text()


def test_the_wishes_are_kept(studio: StudioPage, tmp_path: Path, path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    dialog = asked(studio)
    # when
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(".png"))
    dialog.extents.setCurrentIndex(dialog.extents.findData(str(Extent.SELECTION)))
    dialog.themes.setCurrentIndex(dialog.themes.findData("dark"))
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(50))
    dialog.transparent.setChecked(True)
    save(studio, dialog)
    # then it is the one block, dark, half as large and on nothing
    image = QImage(str(path.with_suffix(".png")))
    shape = studio.diagram.shape("work")
    assert shape is not None
    assert image.width() == pytest.approx(shape.bounds.width + 48, abs=8)
    assert image.pixelColor(1, 1).alpha() == 0
    assert image.pixelColor(image.width() // 2, image.height() // 4).lightness() < 128


def test_all_pages_are_offered_where_there_are_several(studio: StudioPage, tmp_path: Path, path: Path) -> None:
    # given a file of one page
    studio.open(write(tmp_path, QUICK))
    studio.canvas.view.select(())
    dialog = asked(studio)
    assert [dialog.extents.itemData(row) for row in range(dialog.extents.count())] == ["page"]
    dialog.reject()
    # when a part of it becomes a subsystem
    group(studio.diagram, ["work"])
    studio.canvas.view.select(())
    dialog = asked(studio)
    dialog.extents.setCurrentIndex(dialog.extents.findData(str(Extent.ALL)))
    save(studio, dialog)
    # then the PDF has two pages
    assert len(re.findall(rb"/Type /Page\b", path.with_suffix(".pdf").read_bytes())) == 2


def test_what_is_too_large_is_told(studio: StudioPage, tmp_path: Path, path: Path) -> None:
    # given a wide drawing
    studio.open(write(tmp_path, QUICK))
    move(studio.diagram, ["work"], 5_000, 0)
    dialog = asked(studio)
    # when
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(".png"))
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(1000))
    save(studio, dialog)
    # then
    told = studio.dialog("told")
    assert not path.with_suffix(".png").exists()
    told.close()


def test_each_page_is_printed_as_large_as_the_paper_allows(
    studio: StudioPage, tmp_path: Path, library: Library
) -> None:
    # given a printer that writes a PDF
    studio.open(write(tmp_path, QUICK))
    group(studio.diagram, ["work"])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    # when
    paint(printer, all_sheets(studio.diagram, library, load("light")))
    # then
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "paper.pdf").read_bytes())) == 2


def test_a_preview_is_shown_before_printing(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    group(studio.diagram, ["work"])
    # when
    studio.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = studio.dialog("print-preview")
    # then both pages are in it
    assert isinstance(dialog, PrintPreview)
    studio.wait_for(lambda: dialog.pages.pageCount() == 2)
    assert dialog.place.text() == "1 of 2"
    # and keys turn them
    studio.wait_for(dialog.isActiveWindow)
    studio.qtbot.keyClick(dialog.pages, Qt.Key.Key_PageDown)
    studio.wait_for(lambda: dialog.place.text() == "2 of 2")
    assert not dialog.after.isEnabled()
    dialog.close()


def test_what_was_looked_at_is_printed(studio: StudioPage, tmp_path: Path) -> None:
    # given a preview, and somebody who prints into a file
    studio.open(write(tmp_path, QUICK))
    studio.command("print")
    dialog = studio.dialog("print-preview")
    assert isinstance(dialog, PrintPreview)
    dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    # when
    studio.qtbot.mouseClick(dialog.upright, Qt.MouseButton.LeftButton)
    studio.qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    studio.dialog("print-dialog").accept()
    # then it is on paper that stands
    _, _, width, height = map(
        float, re.findall(rb"/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]", (tmp_path / "paper.pdf").read_bytes())[0]
    )
    assert width < height


def test_an_empty_document_is_not_printed(studio: StudioPage) -> None:
    # given
    studio.new()
    # when
    studio.command("print")
    # then
    told = studio.dialog("told")
    assert "nothing to print" in told.property("text")
    told.close()
