"""Text on the canvas: plain, capped, wrapped into lines that are laid out once and painted many times."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QStaticText, QTextLayout, QTextOption

LONGEST = 400
"""Of a longer text only this many characters are laid out; whatever a file holds, painting stays quick."""

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_JOINER = "\u2060"
"""Says that no line ends here."""
_SPACES = re.compile(r"[ \t]+")
_WORD_ENDS = re.compile(r"\s+|(?<=[-/])")


class Style(NamedTuple):
    """A size in pixels at 100 % and a weight."""

    size: int = 12
    bold: bool = False


NORMAL = Style()
SMALL = Style(11)
STRONG = Style(12, True)


class Line(NamedTuple):
    """One line laid out: its text, where its top left stands in the block, its width."""

    text: QStaticText
    plain: str
    x: float
    y: float


class TextBlock(NamedTuple):
    """Lines laid out in a box `width` wide; `used` is the widest line, `height` the sum of the lines'."""

    lines: tuple[Line, ...]
    width: float
    used: float
    height: float
    style: Style

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the painter's pen; (x, y) is the top left of the box."""
        painter.setFont(font(self.style))
        for line in self.lines:
            painter.drawStaticText(QPointF(x + line.x, y + line.y), line.text)

    def rect(self, x: float, y: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> QRectF:
        """What the lines cover when painted at (x, y)."""
        left = x + (self.width - self.used) / 2 if align is Qt.AlignmentFlag.AlignHCenter else x
        return QRectF(left, y, self.used, self.height)


def clean(text: str) -> str:
    """The text as it may be shown: capped, without control and direction characters, spaces folded."""
    short = text[: LONGEST + 1]
    shown = _SPACES.sub(" ", _INVISIBLE.sub("", short.replace("\r\n", "\n"))).strip()
    return f"{shown[:LONGEST]}…" if len(text) > LONGEST else shown


@lru_cache(maxsize=16)
def font(style: Style) -> QFont:
    """The system font in a style, without hinting so that it scales evenly."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(style.size)
    made.setWeight(QFont.Weight.DemiBold if style.bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=16)
def metrics(style: Style) -> QFontMetricsF:
    """The metrics of a style."""
    return QFontMetricsF(font(style))


@lru_cache(maxsize=20_000)
def style_for(text: str, width: float, styles: tuple[Style, ...] = (NORMAL, SMALL)) -> Style:
    """The first style in which no word is wider than `width`, so that none is torn apart; of none, the first."""
    words = _WORD_ENDS.split(clean(text))
    return next((style for style in styles if max(map(metrics(style).horizontalAdvance, words)) <= width), styles[0])


def layout(text: str, width: float, lines: int, style: Style = NORMAL, *, centered: bool = True) -> TextBlock:
    """Wrap `text` into at most `lines` lines of `width` pixels; what does not fit ends in an ellipsis."""
    return _layout(text, max(8.0, round(width)), max(1, lines), style, centered)


@lru_cache(maxsize=20_000)
def _layout(raw: str, width: float, lines: int, style: Style, centered: bool) -> TextBlock:
    text = clean(raw)
    measure = metrics(style)
    plain = _wrapped(text, width, lines, style) if text else []
    widths = [measure.horizontalAdvance(line) for line in plain]
    height = measure.height()
    made = tuple(
        Line(_static(line), line, max(0.0, (width - used) / 2) if centered else 0.0, index * height)
        for index, (line, used) in enumerate(zip(plain, widths, strict=True))
    )
    return TextBlock(made, width, max(widths, default=0.0), height * len(plain), style)


def _wrapped(text: str, width: float, lines: int, style: Style) -> list[str]:
    measure = metrics(style)
    found: list[str] = []
    for paragraph in text.split("\n"):
        # a line that ends by itself, not by a break inside a word, keeps its distance from what follows
        found.extend(_broken(f"{paragraph} ", width, lines + 1 - len(found), style))
        if len(found) > lines:
            break
    if len(found) > lines:
        rest = found[lines - 1] + found[lines]
        found = [*found[: lines - 1], measure.elidedText(f"{rest}…", Qt.TextElideMode.ElideRight, width)]
    return [line.rstrip() for line in found]


def _broken(paragraph: str, width: float, most: int, style: Style) -> list[str]:
    if most <= 0:
        return []
    if metrics(style).horizontalAdvance(paragraph.rstrip()) <= width:
        return [paragraph]
    # Unicode lets a line end behind a dollar sign, which would tear “${…}” apart before its first letter
    joined = paragraph.replace("${", f"${_JOINER}{{")
    breaker = QTextLayout(joined, font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    breaker.setTextOption(option)
    found: list[str] = []
    # Qt counts in halves of what Python counts a sign such as an emoji
    units = joined.encode("utf-16-le")
    breaker.beginLayout()
    while len(found) < most:
        line = breaker.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        part = units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        found.append(part.decode("utf-16-le", "replace").replace(_JOINER, ""))
    breaker.endLayout()
    return found


def _static(line: str) -> QStaticText:
    made = QStaticText(line)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return made
