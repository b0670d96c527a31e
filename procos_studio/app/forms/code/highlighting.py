"""Highlighting: the colours of code, from the tokens of its language and the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from procos_studio.app.forms.code.tokens import Kind, tokens
from procos_studio.canvas.theme import NAMES, Theme, load

_MOST = 200_000
"""Characters of the longest code that is coloured."""
_HUES = {
    Kind.KEYWORD: "violet",
    Kind.BUILTIN: "blue",
    Kind.TEXT: "green",
    Kind.NUMBER: "amber",
    Kind.NAME: "blue",
}

_QUOTED = frozenset({Kind.TEXT, Kind.NAME, Kind.COMMENT})
"""The kinds in which brackets mean nothing."""


class Highlighter(QSyntaxHighlighter):
    """Colours one document, line by line; those below a line are read again where it ends in another state."""

    def __init__(self, document: QTextDocument, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._formats: dict[Kind, QTextCharFormat] = {}
        self.setDocument(document)

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        if language != self._language:
            self._language = language
            self.rehighlight()

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours that go with a palette."""
        theme = theme_of(palette)
        self._formats = {kind: _format(kind, theme) for kind in Kind}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if self.document().characterCount() > _MOST:
            return
        found, state = tokens(self._language, text, self.previousBlockState())
        for token in found:
            start = _units(text[: token.start])
            self.setFormat(start, _units(text[: token.end]) - start, self._formats.get(token.kind, QTextCharFormat()))
        self.setCurrentBlockState(state)

    def is_quoted(self, at: int) -> bool:
        """Whether a place of the document is in a text or a comment."""
        block = self.document().findBlock(at)
        column, line = at - block.position(), block.text()
        found, _state = tokens(self._language, line, block.previous().userState())
        places = ((_units(line[: token.start]), _units(line[: token.end])) for token in found if token.kind in _QUOTED)
        return any(start <= column < end for start, end in places)


def theme_of(palette: QPalette) -> Theme:
    """The theme in whose colours a palette is."""
    ground = palette.color(QPalette.ColorRole.Base)
    known = (theme for theme in map(load, NAMES) if theme.color("surface") == ground)
    return next(known, load("dark" if ground.lightness() < _MIDDLE else "light"))


_MIDDLE = 128


def _format(kind: Kind, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    color: QColor = theme.color("text-faint") if kind is Kind.COMMENT else theme.ink(_HUES[kind])
    made.setForeground(color)
    if kind is Kind.KEYWORD:
        made.setFontWeight(QFont.Weight.DemiBold)
    made.setFontItalic(kind is Kind.COMMENT)
    return made


def _units(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
