"""What Qt is told when it asks for a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from procos_studio.app.catalogue import Catalogue

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context><name>Menu</name>
  <message><source>Open</source><translation>Öffnen</translation></message>
  <message><source>Close</source><translation type="unfinished">Zu</translation></message>
  <message numerus="yes"><source>%n hits</source>
    <translation><numerusform>%n Treffer!</numerusform><numerusform>%n Treffer</numerusform></translation></message>
</context>
<context><name>Texts</name>
  <message><source>“{label}” is empty.</source><translation>„{label}“ ist leer.</translation></message>
</context>
</TS>
"""


@pytest.fixture
def catalogue(qapp: QApplication, tmp_path: Path) -> Catalogue:
    (tmp_path / "x_de.ts").write_text(FILE, encoding="utf-8")
    return Catalogue(tmp_path / "x_de.ts")


@pytest.mark.parametrize(
    ("context", "source", "n", "said"),
    [
        ("Menu", "Open", -1, "Öffnen"),
        ("Menu", "Close", -1, "Close"),
        ("Other", "Open", -1, "Open"),
        ("Menu", "%n hits", 1, "1 Treffer!"),
        ("Menu", "%n hits", 0, "0 Treffer"),
        ("Menu", "%n hits", 7, "7 Treffer"),
        ("Texts", "“A” is empty.", -1, "„A“ ist leer."),
        ("Menu", "“A” is empty.", -1, "“A” is empty."),
    ],
)
def test_qt_is_given_the_finished_texts(catalogue: Catalogue, context: str, source: str, n: int, said: str) -> None:
    # given
    QCoreApplication.installTranslator(catalogue)
    # when
    try:
        told = QCoreApplication.translate(context, source, "", n)
    finally:
        QCoreApplication.removeTranslator(catalogue)
    # then
    assert told == said
