"""Catalogue: the texts of one language, read from the .ts file that lupdate keeps, so that none has to be compiled."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QObject, QTranslator

from procos_studio.app.sentences import Sentences
from procos_studio.canvas.translating import BLOCKS, TEXTS

Forms = tuple[str, ...]


class Catalogue(QTranslator):
    """Qt asks it for every text. Where there are two forms, the first is for exactly one thing."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms = read(file)
        self._sentences = Sentences(
            {source: forms[0] for (context, source), forms in self._forms.items() if context == TEXTS},
            {source: forms[0] for (context, source), forms in self._forms.items() if context == BLOCKS},
        )

    def isEmpty(self) -> bool:
        """Never; Qt would not ask it."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text in the catalogue's language; None where it has none."""
        forms = self._forms.get((context, sourceText))
        if forms is not None:
            return forms[0] if n in (-1, 1) else forms[-1]
        return self._sentences.say(sourceText) if context == TEXTS else None


def read(file: Path) -> dict[tuple[str, str], Forms]:
    """The finished translations of a .ts file by context and source."""
    found: dict[tuple[str, str], Forms] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if all(forms):
                found[name, message.findtext("source") or ""] = forms
    return found
