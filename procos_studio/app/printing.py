"""Printing: shows the pages of a document as they will stand on paper, and prints them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from procos_studio.app.sizing import open_at
from procos_studio.canvas.booklet import paint_page
from procos_studio.canvas.sheets import Sheet

translate = QCoreApplication.translate


def preview(parent: QWidget, sheets: Sequence[Sheet], title: str) -> QPrintPreviewDialog:
    """A window with a page for each sheet, and all that a printer can be told; the caller opens it."""
    dialog = QPrintPreviewDialog(parent)
    dialog.printer().setDocName(title)
    dialog.printer().setPageOrientation(_orientation(sheets))
    dialog.setObjectName("print-preview")
    dialog.setWindowTitle(translate("Printing", "Print {name}").format(name=title))
    dialog.paintRequested.connect(lambda paper: paint(paper, sheets))
    open_at(dialog, 1200, 800)
    return dialog


def paint(printer: QPrinter, sheets: Sequence[Sheet]) -> None:
    """Each sheet on a page of its own, as large as the paper allows; the paper is the ground."""
    painter = QPainter(printer)
    for number, sheet in enumerate(sheets):
        if number:
            printer.newPage()
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        paint_page(painter, sheet, QRectF(0, 0, page.width(), page.height()), number, len(sheets), transparent=True)
    painter.end()


def _orientation(sheets: Sequence[Sheet]) -> QPageLayout.Orientation:
    """Lying where most of the drawings are wider than high."""
    wide = sum(1 if sheet.area.width() > sheet.area.height() else -1 for sheet in sheets)
    return QPageLayout.Orientation.Landscape if wide > 0 else QPageLayout.Orientation.Portrait
