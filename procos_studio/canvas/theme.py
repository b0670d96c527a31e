"""Theme: the named tokens of one look (colours, hues, sizes), read from resources/themes, and what Qt makes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QGuiApplication, QPalette, QPen

from procos_studio.canvas.stylesheet import stylesheet
from procos_studio.resources import shipped

GRID = 8
"""The pixel grid to which the app's widgets keep."""

SMALL, NORMAL, LARGE, TITLE = 11, 12, 14, 18
"""The four text sizes, in pixels at 100 %."""

_USUAL = 15
"""The largest font, in pixels, that desktops begin with; a larger one was chosen by somebody who needs it."""

NAMES = ("light", "dark", "high-contrast")
"""The themes that there are."""

_LEGIBLE = 4.6
"""The contrast from which words are read well, as WCAG counts it, with a little to spare."""
_BALANCED = 0.2
"""The luminance from which black is seen on a ground better than white."""

GLYPHS: Mapping[str, str] = {
    "idle": "mdi6.circle-outline",
    "active": "mdi6.circle-slice-8",
    "done": "mdi6.check",
    "waiting": "mdi6.timer-sand",
    "failed": "mdi6.close-thick",
    "cancelled": "mdi6.cancel",
}
"""The shape of each state, so that none is told by colour alone (qtawesome names)."""


class Theme:
    """One look. `colors` are tokens by name; `hues` the stripes of block families, also reachable by colour name.

    `weight` is how much thicker than usual the lines of the canvas are.
    """

    def __init__(self, name: str, colors: Mapping[str, str], hues: Mapping[str, str], weight: float = 1.0) -> None:
        self.name = name
        self.weight = weight
        self._colors = {token: QColor(value) for token, value in colors.items()}
        self._hues = {hue: QColor(value) for hue, value in hues.items()}
        self._pens: dict[tuple[int, float, Qt.PenStyle], QPen] = {}
        self._brushes: dict[int, QBrush] = {}
        self._inks: dict[str, QColor] = {}

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.color("text").lightness() > self.color("canvas").lightness()

    def color(self, token: str) -> QColor:
        """The colour of a token; KeyError for one that does not exist (a bug of the caller)."""
        return self._colors[token]

    def hue(self, name: str) -> QColor:
        """The stripe of a family or colour name, a `#rrggbb` as it is; the standard family's for anything else."""
        known = self._hues.get(name)
        if known is not None:
            return known
        given = QColor(name) if name.startswith("#") else QColor()
        return given if given.isValid() else self._hues["standard"]

    def on_hue(self, name: str) -> QColor:
        """What is seen on a ground of this hue: white, or black where the hue is bright."""
        return QColor("black" if luminance(self.hue(name)) > _BALANCED else "white")

    def ink(self, name: str) -> QColor:
        """The hue as the colour of a sign or a word: in a dark theme as much lighter than the stripe as it takes."""
        known = self._inks.get(name)
        if known is None:
            known = self.hue(name)
            while self.is_dark and contrast(known, self.color("block")) < _LEGIBLE:
                # black gets no lighter by any factor
                known = known.lighter(110) if known.value() else QColor("#101010")
            self._inks[name] = known
        return known

    def pen(self, color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A shared pen with round joins; do not change it."""
        key = (color.rgba(), width, style)
        found = self._pens.get(key)
        if found is None:
            found = QPen(color, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            self._pens[key] = found
        return found

    def brush(self, color: QColor) -> QBrush:
        """A shared solid brush; do not change it."""
        found = self._brushes.get(color.rgba())
        if found is None:
            found = self._brushes[color.rgba()] = QBrush(color)
        return found

    def font(self, size: int = NORMAL, *, bold: bool = False) -> QFont:
        """The system font at a pixel size."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def palette(self) -> QPalette:
        """The colours of the app's widgets."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text-disabled"))
        return palette

    def stylesheet(self) -> str:
        """The style sheet of the app's widgets."""
        colors = {token: color.name() for token, color in self._colors.items()}
        stroke = "dark" if luminance(self.color("accent")) > _BALANCED else "light"
        return stylesheet(colors, _folder().as_posix(), stroke, text_scale())


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours are told apart, from 1 to 21, as WCAG counts it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_scale() -> float:
    """How many times as large as usual the texts of widgets are: 1, or what a large font of the system asks for."""
    size = QFontInfo(QGuiApplication.font()).pixelSize()
    return size / NORMAL if size > _USUAL else 1.0


def scaled(size: int) -> int:
    """One of the four text sizes as widgets show it, in pixels."""
    return round(size * text_scale())


def luminance(color: QColor) -> float:
    """How bright a colour is to the eye, from 0 to 1, as WCAG counts contrast."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface-sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "text-on-accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}


def load(name: str) -> Theme:
    """The theme of a file, or `system`: whichever the platform prefers now. FileNotFoundError for others."""
    return _read(system_scheme() if name == "system" else name)


@cache
def _read(name: str) -> Theme:
    tokens = json.loads((_folder() / f"{name}.json").read_text(encoding="utf-8"))
    return Theme(str(tokens["name"]), tokens["colors"], tokens["hues"], float(tokens.get("weight", 1.0)))


def _folder() -> Path:
    return shipped("resources") / "themes"


def system_scheme() -> str:
    """`high-contrast` or `dark` where the platform asks for it, else `light`."""
    # The hints of accessibility live no longer than the object that names their parent.
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
