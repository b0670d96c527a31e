"""Highlighting: the colours of code, from the tokens of its language and the theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from procos_studio.app.forms.code.tokens import Kind, Token, tokens
from procos_studio.canvas.theme import Theme, load

_HUES = {
    Kind.KEYWORD: "violet",
    Kind.BUILTIN: "blue",
    Kind.TEXT: "green",
    Kind.NUMBER: "amber",
    Kind.NAME: "blue",
}


class Highlighter(QSyntaxHighlighter):
    """Colours one document; it reads all of it once for each change."""

    def __init__(self, document: QTextDocument, language: str) -> None:
        super().__init__(document)
        self._language = language
        self._revision = -1
        self._lines: dict[int, list[Token]] = {}
        self._formats: dict[Kind, QTextCharFormat] = {}

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        if language != self._language:
            self._language, self._revision = language, -1
            self.rehighlight()

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours that go with a palette."""
        theme = theme_of(palette)
        self._formats = {kind: _format(kind, theme) for kind in Kind}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; its state says whether a text goes on below, so that Qt looks there, too."""
        self._read()
        found = self._lines.get(self.currentBlock().blockNumber(), [])
        for token in found:
            start = _units(text[: token.start])
            self.setFormat(start, _units(text[: token.end]) - start, self._formats.get(token.kind, QTextCharFormat()))
        self.setCurrentBlockState(int(any(token.goes_on for token in found)))

    def _read(self) -> None:
        document = self.document()
        if document.revision() == self._revision:
            return
        self._revision = document.revision()
        self._lines = {}
        for token in tokens(self._language, document.toPlainText()):
            self._lines.setdefault(token.line, []).append(token)


def theme_of(palette: QPalette) -> Theme:
    """The theme in whose colours a palette is."""
    return load("dark" if palette.color(QPalette.ColorRole.Base).lightness() < _MIDDLE else "light")


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
