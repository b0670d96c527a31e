"""Iconfont: the glyphs of qtawesome, from its files; to load its code takes longer than to open a window."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

_FONTS = {
    "ei": "elusiveicons-webfont",
    "fa5": "fontawesome5-regular-webfont",
    "fa5b": "fontawesome5-brands-webfont",
    "fa5s": "fontawesome5-solid-webfont",
    "fa6": "fontawesome6-regular-webfont",
    "fa6b": "fontawesome6-brands-webfont",
    "fa6s": "fontawesome6-solid-webfont",
    "mdi": "materialdesignicons5-webfont",
    "mdi6": "materialdesignicons6-webfont",
    "msc": "codicon",
    "ph": "phosphor",
    "ri": "remixicon",
}
"""The fonts, by the prefix that names of their glyphs have; each is loaded when a glyph of it is first asked for."""
_SHARE = 0.875
"""How much of the height of its box a glyph takes; what these fonts are drawn for."""


def character(name: str) -> str:
    """The character behind a name such as `mdi6.web`; `""` for a name that there is not."""
    prefix, _, rest = name.partition(".")
    return _characters(prefix).get(rest, "") if prefix in _FONTS else ""


def names(prefix: str) -> tuple[str, ...]:
    """The names of all glyphs of a font, in the order of the alphabet."""
    return tuple(f"{prefix}.{name}" for name in sorted(_characters(prefix)))


def font(name: str, size: int) -> QFont:
    """The font in which the character behind a name is to be painted, `size` pixels high."""
    prefix = name.partition(".")[0]
    made = QFont(_family(prefix) if prefix in _FONTS else "")
    made.setPixelSize(max(1, size))
    if prefix in ("fa5s", "fa6s"):
        made.setStyleName("Solid")
    return made


def paint(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Paint a glyph in the middle of a box."""
    painter.save()
    painter.setPen(color)
    painter.setFont(font(name, round(_SHARE * box.height())))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character(name))
    painter.restore()


def icon(name: str, color: QColor, disabled: QColor) -> QIcon:
    """A glyph as an icon of any size; nothing for a name that there is not."""
    return QIcon(_Engine(name, color, disabled))


class _Engine(QIconEngine):
    """Paints a glyph in whatever size is asked for."""

    def __init__(self, name: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _Engine(self._name, self._color, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it, fainter where it is disabled."""
        paint(painter, self._name, QRectF(rect), self._disabled if mode is QIcon.Mode.Disabled else self._color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same on a ground that can be seen through."""
        made = QPixmap(size)
        if made.isNull():  # a button that has no room asks for one without pixels
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


@cache
def _characters(prefix: str) -> dict[str, str]:
    codes: dict[str, str] = json.loads(_file(prefix, "-charmap-*.json").read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family(prefix: str) -> str:
    added = QFontDatabase.addApplicationFont(str(_file(prefix, "-[0-9]*.ttf")))
    return next(iter(QFontDatabase.applicationFontFamilies(added)), "")


def _file(prefix: str, ending: str) -> Path:
    """A file of qtawesome's; FileNotFoundError where that is not installed as it should be."""
    found = find_spec("qtawesome")
    folder = Path(found.origin).parent / "fonts" if found is not None and found.origin else Path()
    file = next(iter(sorted(folder.glob(f"{_FONTS[prefix]}{ending}"))), None)
    if file is None:
        raise FileNotFoundError(f"qtawesome has no file {_FONTS[prefix]}{ending} in {folder}")
    return file
