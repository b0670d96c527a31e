"""Picture: writes sheets as SVG, PNG or PDF, the same file for the same drawing at any time."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from procos_studio.canvas.booklet import booklet
from procos_studio.canvas.sheets import Sheet
from procos_studio.problems import Problem, Refused, error

DENSITY = 2.0
"""Pixels of a PNG per unit of the plane, where the picture stays small enough."""
LARGEST = 16_000
"""The longest side of a PNG, in pixels."""
MOST = 32e6
"""The pixels of a PNG at most: it takes four bytes of memory for each."""
KINDS = (".svg", ".png", ".pdf")
_LONGEST_NAME = 40
_ODD = re.compile(r"[^\w-]+")
"""What does not go into the name of a file."""


class Wish(NamedTuple):
    """How a picture is to be. `scale` is 1 for the size on the screen at 100 %; None leaves it to us."""

    scale: float | None = None
    transparent: bool = False


PLAIN = Wish()


def write(sheets: Sequence[Sheet], path: Path, wish: Wish = PLAIN) -> list[Path]:
    """Write sheets; the ending of `path` says how. A PDF holds them all, of others each gets a file; the files written.

    Raises Refused for another ending, for a PNG that would be too large, and where a file cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        message = f"“{path.name}” ends in no format that is known."
        raise Refused(error("image.format", message, hint="Use .svg, .png or .pdf."))
    if kind == ".pdf":
        title = sheets[0].path[0] if sheets[0].path else path.stem
        return [_saved(path, booklet(sheets, title, wish.scale or 1.0, transparent=wish.transparent))]
    draw = _svg if kind == ".svg" else _png
    return [_saved(target, draw(sheet, wish)) for target, sheet in zip(_targets(path, sheets), sheets, strict=True)]


def _targets(path: Path, sheets: Sequence[Sheet]) -> list[Path]:
    """The first has the name that was asked for, the others a number and what they show besides."""
    shown = (_ODD.sub("-", sheet.path[-1])[:_LONGEST_NAME].strip("-") for sheet in sheets[1:])
    return [path, *(path.with_name(f"{path.stem}-{at}-{name}{path.suffix}") for at, name in enumerate(shown, start=2))]


def _saved(path: Path, data: bytes) -> Path:
    try:
        path.write_bytes(data)
    except OSError as failure:
        raise Refused(_not_written(path, failure.strerror or str(failure))) from failure
    return path


def _not_written(path: Path, reason: str) -> Problem:
    message = f"The picture “{path}” could not be written: {reason}."
    return error("image.not-written", message, hint="Check the folder, or choose another one.")


def _svg(sheet: Sheet, wish: Wish) -> bytes:
    buffer, generator, area = _opened(), QSvgGenerator(), sheet.area
    size = area.size() * (wish.scale or 1.0)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle(" › ".join(sheet.path))
    painter = QPainter(generator)
    paint(painter, sheet, QRectF(0, 0, area.width(), area.height()), transparent=wish.transparent)
    painter.end()
    return bytes(buffer.data().data())


def _png(sheet: Sheet, wish: Wish) -> bytes:
    size = _pixels(sheet, wish.scale)
    image = QImage(size, QImage.Format.Format_ARGB32 if wish.transparent else QImage.Format.Format_RGB32)
    if image.isNull():
        raise Refused(_too_large(sheet))
    image.fill(Qt.GlobalColor.transparent if wish.transparent else sheet.scene.theme.color("canvas"))
    painter = QPainter(image)
    paint(painter, sheet, QRectF(image.rect()), transparent=True)
    painter.end()
    buffer = _opened()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _pixels(sheet: Sheet, scale: float | None) -> QSize:
    """The size of a PNG: as wished for, else as fine as it may be."""
    area = sheet.area
    finest = min(LARGEST / max(area.width(), area.height()), math.sqrt(MOST / (area.width() * area.height())))
    if scale is not None and scale > finest:
        raise Refused(_too_large(sheet, scale, finest))
    return (area.size() * (scale or min(DENSITY, finest))).toSize().expandedTo(QSize(1, 1))


def _too_large(sheet: Sheet, scale: float = DENSITY, finest: float = 0.1) -> Problem:
    wide, high = sheet.area.width() * scale, sheet.area.height() * scale
    message = f"The PNG would have {wide:.0f} × {high:.0f} pixels, which is more than fits into the memory."
    return error("image.too-large", message, hint=f"Use a scale of at most {finest:.2g}, or write SVG or PDF.")


def paint(painter: QPainter, sheet: Sheet, page: QRectF, *, transparent: bool = False) -> None:
    """Draw a sheet as large as the page allows, on its ground or on what is there."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if not transparent:
        painter.fillRect(page, sheet.scene.theme.color("canvas"))
    sheet.scene.render(painter, page, sheet.area, Qt.AspectRatioMode.KeepAspectRatio)


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
