"""Highlighting: the colours of code, from the tokens of its language and the theme."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from procos_studio.app.forms.code.tokens import Kind, Token, tokens
from procos_studio.canvas.theme import NAMES, Theme, load

_MOST = 200_000
"""Characters of the longest code that is coloured: all of it is read again at each change."""
_HUES = {
    Kind.KEYWORD: "violet",
    Kind.BUILTIN: "blue",
    Kind.TEXT: "green",
    Kind.NUMBER: "amber",
    Kind.NAME: "blue",
}


class Highlighter(QSyntaxHighlighter):
    """Colours one document; it reads all of it once for each change."""

    def __init__(self, document: QTextDocument, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: dict[int, list[Token]] | None = None
        self._formats: dict[Kind, QTextCharFormat] = {}
        # Connected before Qt's own slot, so that the lines are read anew before the first of them is coloured
        document.contentsChange.connect(lambda *_: self._forget())
        self.setDocument(document)

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        if language != self._language:
            self._language = language
            self._forget()
            self.rehighlight()

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours that go with a palette."""
        theme = theme_of(palette)
        self._formats = {kind: _format(kind, theme) for kind in Kind}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; its state says whether a text goes on below, so that Qt looks there, too."""
        if self.document().characterCount() > _MOST:
            return
        found = self._read().get(self.currentBlock().blockNumber(), [])
        for token in found:
            start = _units(text[: token.start])
            self.setFormat(start, _units(text[: token.end]) - start, self._formats.get(token.kind, QTextCharFormat()))
        self.setCurrentBlockState(int(any(token.goes_on for token in found)))

    def _forget(self) -> None:
        self._lines = None

    def _read(self) -> dict[int, list[Token]]:
        if self._lines is None:
            self._lines = {}
            for token in tokens(self._language, self.document().toPlainText()):
                self._lines.setdefault(token.line, []).append(token)
        return self._lines


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
