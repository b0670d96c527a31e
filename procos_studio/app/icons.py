"""Icons of blocks and commands: glyphs of qtawesome, coloured from the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from procos_studio.canvas import iconfont
from procos_studio.canvas.theme import Theme
from procos_studio.library import BlockDefinition

_UNKNOWN = "mdi6.cube-outline"
"""For a block whose definition names a glyph that there is not."""


def glyph(name: str, theme: Theme, token: str = "text") -> QIcon:
    """A qtawesome icon in the colour of a theme token."""
    return iconfont.icon(name, theme.color(token), theme.color("text-disabled"))


def block_icon(block: BlockDefinition, theme: Theme, size: int) -> QIcon:
    """The block's glyph on a rounded square of its family's hue; `size` in pixels."""
    scale = 2
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.hue(block.hue))
    painter.drawRoundedRect(QRectF(pixmap.rect()), 5 * scale, 5 * scale)
    room = size * scale * 3 / 16
    name = block.icon if iconfont.character(block.icon) else _UNKNOWN
    iconfont.paint(painter, name, QRectF(pixmap.rect()).adjusted(room, room, -room, -room), theme.on_hue(block.hue))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    icon = QIcon(pixmap)
    # In a selected row, too: Qt would tint it there.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
