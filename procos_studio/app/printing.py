"""Printing: shows the pages of a document as they will stand on paper, and prints them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.icons import glyph
from procos_studio.app.sizing import open_at
from procos_studio.app.tips import tip
from procos_studio.canvas.booklet import paint_page
from procos_studio.canvas.sheets import Sheet
from procos_studio.canvas.theme import Theme


class PrintPreview(QDialog):
    """A page for each sheet, and what a printer can be told; it is gone once it is closed."""

    def __init__(self, parent: QWidget, sheets: Sequence[Sheet], title: str, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("print-preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print {name}").format(name=title))
        self._theme = theme
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(title)
        self.printer.setPageOrientation(_orientation(sheets))
        self.pages = QPrintPreviewWidget(self.printer, self)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.paintRequested.connect(lambda paper: paint(paper, sheets))
        self.pages.previewChanged.connect(self._follow)
        self.place = QLabel()
        self.before = self._button("mdi6.chevron-left", self.tr("Previous page"), "PgUp", lambda: self._turn(-1))
        self.after = self._button("mdi6.chevron-right", self.tr("Next page"), "PgDown", lambda: self._turn(1))
        self.upright = self._button("mdi6.crop-portrait", self.tr("Portrait"), "", self.pages.setPortraitOrientation)
        self.lying = self._button("mdi6.crop-landscape", self.tr("Landscape"), "", self.pages.setLandscapeOrientation)
        self.upright.setCheckable(True)
        self.lying.setCheckable(True)
        paper = QPushButton(self.tr("Paper…"), autoDefault=False)
        paper.clicked.connect(lambda _checked=False: self._choose_paper())
        self.go = QPushButton(self.tr("Print…"), default=True)
        self.go.setProperty("role", "accent")
        self.go.clicked.connect(lambda _checked=False: self._print())
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(lambda _checked=False: self.close())
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for group in ((self.before, self.place, self.after), self._zooms(), (self.upright, self.lying)):
            for widget in group:
                row.addWidget(widget)
            row.addSpacing(8)
        row.addStretch()
        for button in (paper, self.go, close):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        open_at(self, 1200, 800)
        self.pages.setFocus()

    def _zooms(self) -> tuple[QToolButton, ...]:
        return (
            self._button("mdi6.magnify-minus-outline", self.tr("Zoom out"), "Ctrl+-", self.pages.zoomOut),
            self._button("mdi6.magnify-plus-outline", self.tr("Zoom in"), "Ctrl++", self.pages.zoomIn),
            self._button("mdi6.arrow-expand-horizontal", self.tr("Fit the width"), "Ctrl+2", self.pages.fitToWidth),
            self._button("mdi6.fit-to-page-outline", self.tr("Fit the page"), "Ctrl+1", self.pages.fitInView),
        )

    def _button(self, icon: str, name: str, keys: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip(f"{name} ({keys})" if keys else name))
        button.setIcon(glyph(icon, self._theme))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(name)
        button.setShortcut(keys)
        button.clicked.connect(lambda _checked=False: work())
        return button

    def _turn(self, pages: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + pages)
        self._follow()

    def _follow(self) -> None:
        """Say which page shows, of how many, and how they lie."""
        here, count = self.pages.currentPage(), self.pages.pageCount()
        self.place.setText(self.tr("{number} of {count}").format(number=here, count=count))
        self.before.setEnabled(here > 1)
        self.after.setEnabled(here < count)
        lying = self.pages.orientation() is QPageLayout.Orientation.Landscape
        self.lying.setChecked(lying)
        self.upright.setChecked(not lying)

    def _choose_paper(self) -> None:
        dialog = QPageSetupDialog(self.printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.pages.updatePreview)
        QDialog.open(dialog)

    def _print(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setObjectName("print-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._send)
        QDialog.open(dialog)

    def _send(self) -> None:
        self.pages.print_()
        self.close()


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
