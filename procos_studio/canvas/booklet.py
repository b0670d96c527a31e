"""Booklet: sheets as one PDF: each its own page, with the way to it above, bookmarks, and links to what is inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from procos_studio.canvas.outline import Entry, Link, finished
from procos_studio.canvas.sheets import Sheet
from procos_studio.canvas.theme import SMALL

HEADER = 32.0
"""The room above a drawing for the way to it, in units of the plane; a single page needs none."""
_POINTS = 0.75
"""Points (1/72 inch) per unit: a unit is a pixel at 96 per inch."""
_LONGEST = 14_400.0
"""Points of a side at most: readers show no larger page (ISO 32000-1, annex C)."""
_INSET = 24.0
_METADATA = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>'
"""In place of Qt's own, which says when it was written."""


def booklet(sheets: Sequence[Sheet], title: str, scale: float = 1.0, *, transparent: bool = False) -> bytes:
    """The PDF of these sheets, in their order."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setTitle(title)
    writer.setDocumentXmpMetadata(_METADATA)
    writer.setPageMargins(QMarginsF())
    painter, links = QPainter(), []
    for number, sheet in enumerate(sheets):
        size = page_size(sheet, scale, len(sheets))
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        if number:
            writer.newPage()
        else:
            painter.begin(writer)
        page = QRectF(0, 0, writer.width(), writer.height())
        rest = paint_page(painter, sheet, page, number, len(sheets), transparent=transparent)
        links.append(_links(sheets, sheet, rest, size, page))
    painter.end()
    entries = [Entry(sheet.path[-1], _depth(sheets, sheet)) for sheet in sheets]
    return finished(bytes(buffer.data().data()), entries, links)


def page_size(sheet: Sheet, scale: float, count: int) -> QSizeF:
    """The size of a page in points: the drawing's at this scale, but no larger than readers can show."""
    area = sheet.area
    size = QSizeF(area.width(), area.height() + (HEADER if count > 1 else 0)) * (_POINTS * scale)
    return size * min(1.0, _LONGEST / max(size.width(), size.height()))


def paint_page(
    painter: QPainter, sheet: Sheet, page: QRectF, number: int, count: int, *, transparent: bool = False
) -> QRectF:
    """Draw a sheet on a page, and above it the way to it where it is one of several; where its drawing stands."""
    theme, area = sheet.scene.theme, sheet.area
    if not transparent:
        painter.fillRect(page, theme.color("canvas"))
    unit = min(page.width() / area.width(), page.height() / (area.height() + (HEADER if count > 1 else 0)))
    if count > 1:
        _paint_header(painter, sheet, QRectF(page.left(), page.top(), page.width(), HEADER * unit), number, count)
        page = page.adjusted(0, HEADER * unit, 0, 0)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    drawing = QRectF(0, 0, area.width() * unit, area.height() * unit)
    drawing.moveCenter(page.center())
    sheet.scene.render(painter, drawing, area, Qt.AspectRatioMode.KeepAspectRatio)
    return drawing


def _paint_header(painter: QPainter, sheet: Sheet, band: QRectF, number: int, count: int) -> None:
    theme, unit = sheet.scene.theme, band.height() / HEADER
    painter.save()
    painter.translate(band.topLeft())
    painter.scale(unit, unit)
    inner = QRectF(_INSET, 0, band.width() / unit - 2 * _INSET, HEADER)
    painter.setFont(theme.font(SMALL))
    painter.setPen(theme.color("text-dim"))
    told = f"{number + 1} / {count}"
    metrics = painter.fontMetrics()
    room = inner.width() - metrics.horizontalAdvance(told) - _INSET
    shown = metrics.elidedText(" › ".join(sheet.path), Qt.TextElideMode.ElideLeft, int(max(0.0, room)))
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), told)
    painter.setPen(theme.pen(theme.color("border")))
    painter.drawLine(inner.bottomLeft(), inner.bottomRight())
    painter.restore()


def _depth(sheets: Sequence[Sheet], sheet: Sheet) -> int:
    """How many of the other sheets this one is inside of."""
    paths = {other.path for other in sheets}
    return sum(sheet.path[:length] in paths for length in range(1, len(sheet.path)))


def _links(sheets: Sequence[Sheet], sheet: Sheet, drawing: QRectF, size: QSizeF, page: QRectF) -> list[Link]:
    """From the blocks whose insides are pages too, in points from the lower left corner."""
    numbers = {other.plane: number for number, other in enumerate(sheets)}
    unit, point = drawing.width() / sheet.area.width(), size.width() / page.width()
    found = []
    for plane, box in sheet.doors.items():
        if plane in numbers:
            corner = drawing.topLeft() + (box.topLeft() - sheet.area.topLeft()) * unit
            left, top, wide, high = (
                value * point for value in (corner.x(), corner.y(), box.width() * unit, box.height() * unit)
            )
            found.append(Link(left, size.height() - top - high, left + wide, size.height() - top, numbers[plane]))
    return found
