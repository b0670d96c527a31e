"""Icons of blocks and commands: glyphs of qtawesome, coloured from the theme."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from procos_studio.canvas.theme import Theme
from procos_studio.library import BlockDefinition


def glyph(name: str, theme: Theme, token: str = "text") -> QIcon:
    """A qtawesome icon in the colour of a theme token."""
    return qtawesome.icon(name, color=theme.color(token), color_disabled=theme.color("text-faint"))


def block_icon(block: BlockDefinition, theme: Theme, size: int) -> QIcon:
    """The block's glyph in white on a rounded square of its family's hue; `size` in pixels."""
    scale = 2
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.hue(block.hue))
    painter.drawRoundedRect(QRectF(pixmap.rect()), 5 * scale, 5 * scale)
    inner = size * scale * 5 // 8
    mark = qtawesome.icon(block.icon, color=QColor("white")).pixmap(inner, inner)
    painter.drawPixmap((pixmap.width() - mark.width()) // 2, (pixmap.height() - mark.height()) // 2, mark)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return QIcon(pixmap)
