"""FindPanel: what to look for and where, the matches, and what would stand there instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.finding.choosing import Options
from procos_studio.app.finding.haystack import Where
from procos_studio.app.finding.listing import Listing, Row
from procos_studio.app.finding.matching import MOST, Query
from procos_studio.app.finding.stepping import Stepping
from procos_studio.app.forms.fields import plain
from procos_studio.app.icons import glyph
from procos_studio.app.styling import restyle
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import advice
from procos_studio.edits.wording import Part
from procos_studio.problems import Problem

_PAUSE_MS = 200
"""So long after the last key one looks."""
_ASKED = 352


class Asked(NamedTuple):
    """What a person asks for."""

    query: Query
    replacement: str
    where: Where
    parts: frozenset[Part]


class FindPanel(Stepping):
    """`asked` tells that one should look (again), `replace_asked` that the checked rows are to be replaced.

    `chosen` carries a Row to show; `left` tells that the person goes back to the canvas, `closed` that it is hidden.
    """

    asked = Signal()
    replace_asked = Signal()
    chosen = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_edit = QLineEdit(placeholderText=self.tr("Find"), clearButtonEnabled=True)
        self.find_edit.setAccessibleName(self.tr("Find"))
        self.replace_edit = QLineEdit(placeholderText=self.tr("Replace by"))
        self.replace_edit.setAccessibleName(self.tr("Replace by"))
        self.options = Options()
        self.replacing = QToolButton()
        self.replacing.setCheckable(True)
        self.replacing.setToolTip(self.tr("Replace, too"))
        self.replacing.setAccessibleName(self.tr("Replace, too"))
        self.replace_button = QPushButton(self.tr("Replace"))
        self.replace_button.setToolTip(self.tr("Replace what is checked"))
        self.note = plain("", "note")
        self.list = Listing()
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.asked)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.set_replacing(False)
        self.say_nothing()

    def _lay_out(self) -> None:
        """What is asked at the left, what is found at the right: the dock is wide and low."""
        first, second, asked = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        first.addWidget(self.replacing)
        first.addWidget(self.find_edit, 1)
        self._second = QWidget()
        self._second.setLayout(second)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.replace_edit, 1)
        second.addWidget(self.replace_button)
        asked.setSpacing(8)
        asked.addLayout(first)
        asked.addWidget(self._second)
        asked.addWidget(self.options)
        asked.addWidget(self.note)
        asked.addStretch(1)
        column = QWidget()
        column.setLayout(asked)
        column.setFixedWidth(_ASKED)
        asked.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 0, 8)
        layout.setSpacing(16)
        layout.addWidget(column)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.find_edit.textChanged.connect(lambda _text: self._timer.start())
        self.replace_edit.textChanged.connect(lambda _text: self._timer.start())
        self.options.changed.connect(self.asked)
        self.replacing.toggled.connect(self.set_replacing)
        self.replace_button.clicked.connect(lambda _checked=False: self.replace_asked.emit())
        self.list.chosen.connect(self.chosen)
        self.list.checked_changed.connect(self._offer)

    # what is asked ----------------------------------------------------------------------------------------------------

    def what(self) -> Asked:
        """What is asked for now."""
        query = Query(self.find_edit.text(), *self.options.ways())
        return Asked(query, self.replace_edit.text(), self.options.where(), self.options.parts())

    def open(self, where: Where, *, replacing: bool) -> None:
        """Be ready to type what to look for."""
        self.options.set_where(where)
        self.set_replacing(replacing)
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()
        self.asked.emit()

    def set_replacing(self, replacing: bool) -> None:
        """Offer to replace, or only to find."""
        self.replacing.setChecked(replacing)
        self._second.setVisible(replacing)
        self.list.set_replacing(replacing)

    # what is found ----------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List what was found; rows that were unchecked before stay so."""
        more = len(rows) > MOST
        self.list.show_rows(rows[:MOST])
        if more:
            self._say(self.tr("The first %n matches are listed. Look for something narrower.", "", MOST), "warning")
        elif rows:
            self._say(self.tr("%n matches", "", len(rows)), "hint")
        else:
            self._say(self.tr("Nothing matches. Try fewer letters, or look in more places."), "hint")
        self._offer()

    def show_problem(self, problem: Problem) -> None:
        """Say why one could not look."""
        self.list.show_rows(())
        self._say(advice(problem), "error")
        self._offer()

    def say_nothing(self) -> None:
        """Say what can be looked for."""
        self.list.show_rows(())
        self._say(self.tr("Type what to find in names, notes, properties, expressions and code."), "hint")
        self._offer()

    def _say(self, text: str, role: str) -> None:
        self.note.setText(text)
        restyle(self.note, "role", role)

    def _offer(self) -> None:
        self.replace_button.setEnabled(bool(self.list.checked()))

    # keys and looks ---------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        self.replacing.setIcon(glyph("mdi6.find-replace", theme))
        self.options.set_theme(theme)

    def step(self, *, back: bool = False) -> None:
        """Go to the next match of the list, or to the one before."""
        self.list.step(back=back)

    def leave(self) -> None:
        """Go back to the canvas."""
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell it."""
        super().hideEvent(event)
        self.closed.emit()
