"""The studio in German: nothing stays English, nothing is cut off, and the choice is kept for the next start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QTabBar,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from procos_studio.app.appearance import Appearance
from procos_studio.app.asking import StartDialog
from procos_studio.app.authoring.preview import Preview
from procos_studio.app.form_fields import FormField
from procos_studio.app.language import in_words, of_platform, speak
from procos_studio.app.settings import Settings
from procos_studio.app.window import MainWindow
from procos_studio.canvas.marks import spoken
from procos_studio.library import Library
from procos_studio.library.drafting import drafted
from procos_studio.resources import shipped
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage, button

WORD = re.compile(r"\w{2}")
SPARE = 4
"""Pixels that a style leaves free around a text."""


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The app speaks German for the time of a test."""
    before = QLocale()
    assert speak(qapp, "de") == "de"
    yield
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def studio(german: None, loop: object, qtbot: QtBot, qapp: QApplication, library: Library) -> Iterator[StudioPage]:
    """A studio in German."""
    settings = Settings()
    page = StudioPage(MainWindow(in_words(library), settings, Appearance(settings, "light")), qtbot)
    page.show()
    yield page
    page.close_at_once()
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    qtbot.wait(1)


def foreign() -> set[str]:
    """What is called otherwise in German."""
    file = shipped("resources") / "translations" / "procos_studio_de.ts"
    messages = list(ElementTree.parse(file).getroot().iter("message"))
    said = {message.findtext("translation") for message in messages}
    return {message.findtext("source") or "" for message in messages} - {text for text in said if text}


def texts(widget: QWidget) -> Iterator[str]:
    """All that a widget says to eyes and ears."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle(), widget.statusTip())
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(row).text().capitalize() for row in range(widget.count()))
    if isinstance(widget, QTreeWidget):
        yield from (widget.headerItem().text(column) for column in range(widget.columnCount()))


def all_texts(root: QWidget) -> set[str]:
    return {text for widget in (root, *root.findChildren(QWidget)) for text in texts(widget)}


def cut(root: QWidget) -> list[str]:
    """The labels and buttons that have less room than their text needs."""
    return [
        f"{widget.objectName()} {widget.text()!r}: {widget.width()} < {widget.sizeHint().width()}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and not (isinstance(widget, QLabel) and widget.wordWrap())
        and WORD.search(widget.text())
        and widget.width() + SPARE < widget.sizeHint().width()
    ]


def test_nothing_stays_english(studio: StudioPage, tmp_path: Path) -> None:
    # given a file that has run, with a block selected, and each panel shown once
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    studio.canvas.click_on("work")
    for panel in ("problems", "variables", "events", "timeline"):
        studio.window.panes.docks.show(panel)
        studio.settle()
    # when all is read that the window and its menus say
    said = all_texts(studio.window) | {action.text() for action in studio.window.findChildren(QAction)}
    # then nothing is there that has another name in German
    assert said & foreign() == set()
    assert {"Ausführen  F5", "Blöcke suchen", "Teilprozess", "Zeitleiste"} <= said


def test_what_happened_is_told_in_german(studio: StudioPage, tmp_path: Path) -> None:
    # given a file that has run
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    # when the log is read
    events = studio.window.panes.events.events
    kinds = {str(events.data(events.index(row, 1))) for row in range(events.rowCount())}
    # then
    assert {"Instanz gestartet", "Stufe begonnen", "Variable geändert"} <= kinds
    assert kinds & foreign() == set()
    assert not [kind for kind in kinds if re.search("[a-z][A-Z]", kind)]


def test_where_a_match_stands_is_said_in_german(studio: StudioPage, tmp_path: Path) -> None:
    # given a script that is looked for
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = studio.window.panes.find
    # when its code is typed
    studio.qtbot.keyClicks(panel.find_edit, "answer")
    studio.wait_for(lambda: panel.list.topLevelItemCount() > 0)
    # then the list names the place as the person would
    places = {row.where.partition(" · ")[2] for row in panel.list.rows}
    assert "Skript" in places
    assert places & foreign() == set()


def test_a_fresh_draft_has_german_sections(studio: StudioPage) -> None:
    # given the first draft of a block with an input and a result
    draft = drafted("Steuer", {"net": "${net}"}, {"tax": "${tax}"}, ())
    # when its form is shown
    preview = Preview(Appearance(Settings(), "light").theme, draft, {})
    studio.qtbot.addWidget(preview)
    # then its sections are called in German, and the draft is as it was
    assert preview.form is not None
    titles = {section.title for section in preview.form.sections}
    assert {"Parameter", "Ergebnisse"} <= titles
    assert {item.group for item in draft.properties} == {"Parameters", "Results"}


def test_nothing_is_cut_off_in_a_small_window(studio: StudioPage, tmp_path: Path) -> None:
    # given the smallest window that the studio is made for
    studio.open(write(tmp_path, QUICK))
    studio.window.resize(1280, 720)
    studio.canvas.click_on("work")
    studio.settle()
    # then every label and button gets the room that it needs
    studio.wait_for(lambda: cut(studio.window) == [])


def test_blocks_are_found_by_german_and_by_english_words(studio: StudioPage) -> None:
    studio.new()
    search = studio.window.panes.palette.search
    for typed, found in (("warten", "Timer"), ("Entscheidung", "Entscheidung"), ("decision", "Entscheidung")):
        # when
        search.clear()
        studio.qtbot.keyClicks(search, typed)
        # then
        rows = studio.window.panes.palette.list
        assert found in [rows.item(row).text() for row in range(rows.count())]


def test_problems_and_undone_edits_are_told_in_german(studio: StudioPage) -> None:
    # given a lonely task in an empty process
    studio.new()
    studio.insert("Aufgabe", studio.session.tab.view.visible_rect().center())
    # when it is checked
    studio.command("check")
    studio.wait_for(lambda: bool(studio.problems()))
    # then
    assert any("ist nicht verbunden." in problem or "kein Startereignis" in problem for problem in studio.problems())
    assert studio.window.actions_by_id["undo"].text() == "Rückgängig: Aufgabe hinzufügen"


def test_dialogs_of_qt_are_german_too(studio: StudioPage, qtbot: QtBot) -> None:
    # when
    dialog = StartDialog(studio.window, "Bestellung", [FormField("n", "Anzahl", "long")], {})
    dialog.show()
    # then
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert cut(dialog) == []
    assert all_texts(dialog) & foreign() == set()
    dialog.close()


def test_a_block_is_called_in_german_but_stays_the_block(studio: StudioPage, library: Library) -> None:
    # given the libraries of both languages
    german, english = in_words(library), library
    # then they hold the same blocks, and what is written into a file does not differ
    assert german.blocks.keys() == english.blocks.keys()
    for name, block in german.blocks.items():
        other = english.blocks[name]
        silent = {"name": "", "properties": (), "description": "", "documentation": "", "keywords": ()}
        assert replace(block, **silent) == replace(other, **silent)
        assert [(item.id, item.binding, item.default) for item in block.properties] == [
            (item.id, item.binding, item.default) for item in other.properties
        ]


def test_numbers_are_written_as_in_german(german: None) -> None:
    assert [spoken(seconds) for seconds in (0.0004, 0.25, 1.44, 185)] == ["0,4 ms", "250 ms", "1,4 s", "3 min 05 s"]


def test_the_language_is_chosen_in_the_menu_for_the_next_start(studio: StudioPage) -> None:
    # when
    action = studio.window.findChild(QAction, "language-de")
    assert action is not None
    action.trigger()
    # then
    assert Settings().language() == "de"
    box = studio.dialog("language")
    assert isinstance(box, QMessageBox)
    assert box.text() == "Das Studio spricht ab dem nächsten Start Deutsch."
    assert cut(box) == []
    # and it goes on as before when one is in no hurry
    studio.qtbot.mouseClick(button(box, "Später"), Qt.MouseButton.LeftButton)
    assert studio.window.isVisible()


@pytest.mark.parametrize(
    ("wanted", "found"), [(["de-AT", "en"], "de"), (["fr", "de-DE"], "de"), (["fr"], "en"), (["C"], "en"), ([], "en")]
)
def test_the_platform_is_followed_where_its_language_is_there(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], found: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: wanted)
    assert of_platform() == found
