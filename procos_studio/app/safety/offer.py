"""Offer: above the diagrams, what an earlier studio did not save: each can be brought back, compared or given up."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from procos_studio.app.safety.blocks import BLOCK
from procos_studio.app.safety.copy import About
from procos_studio.app.safety.disk import digest
from procos_studio.app.safety.notice import Notice
from procos_studio.app.safety.shelf import Left
from procos_studio.app.tips import tip
from procos_studio.bpmn import read_data

_LONGEST = 60
_MOST_ROWS = 2.5
"""So many rows show; half of one says that the list goes on."""
_LATEST = 2**40
"""Epoch seconds; nothing was changed later than that."""


class Offer(QFrame):
    """`recovered` and `compared` carry the Left that was chosen, `discarded` too. `settle` takes a row away.

    `put_off` tells that the person wants to be asked at another time.
    """

    recovered = Signal(object)
    compared = Signal(object)
    discarded = Signal(object)
    put_off = Signal()

    def __init__(self, lefts: Sequence[Left], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAccessibleName(self.tr("Diagrams that were not saved"))
        self.rows: dict[Path, Notice] = {}
        self._lefts = {left.path: left for left in lefts}
        rows = QWidget()
        rows.setObjectName("form")
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for left in lefts:
            self._column.addWidget(self._row(left))
        self._column.addStretch()
        self._area = QScrollArea(widgetResizable=True)
        self._area.setWidget(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(self._head())
        layout.addWidget(self._area)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the rows know how high they are."""
        super().showEvent(event)
        self._fit()

    def settle(self, left: Left) -> None:
        """One is dealt with."""
        row = self.rows.pop(left.path, None)
        if row is not None:
            row.hide()
            row.deleteLater()
        self._fit()
        self.setVisible(bool(self.rows))

    def recover_all(self) -> None:
        """Bring back all that can be."""
        for path in list(self.rows):
            if self._lefts[path].unsaved is not None:
                self.recovered.emit(self._lefts[path])

    def _put_off(self) -> None:
        self.hide()
        self.put_off.emit()

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("The studio ended before this was saved."))
        title.setObjectName("title")
        row = QHBoxLayout()
        row.addWidget(title, 1)
        self.all = QPushButton(self.tr("Recover all"))
        self.all.setVisible(sum(left.unsaved is not None for left in self._lefts.values()) > 1)
        self.all.clicked.connect(lambda _checked=False: self.recover_all())
        self.later = QPushButton(self.tr("Ask again at the next start"))
        self.later.clicked.connect(lambda _checked=False: self._put_off())
        row.addWidget(self.all)
        row.addWidget(self.later)
        return row

    def _row(self, left: Left) -> Notice:
        row = self.rows[left.path] = Notice()
        if left.unsaved is None:
            title = self.tr("A copy of unsaved work is damaged and cannot be read.")
            note = self.tr("It is kept as {path}.").format(path=left.path)
            row.say(title, note, {self.tr("Close"): lambda: self.settle(left)})
            return row
        about, is_block = left.unsaved.about, BLOCK in left.unsaved.typed
        answers: dict[str, Callable[[], object]] = {self.tr("Recover"): lambda: self.recovered.emit(left)}
        state = self.tr("a block that was being made") if is_block else self._state(about)
        if os.path.isfile(about.path) and not is_block:
            answers[self.tr("Compare")] = lambda: self.compared.emit(left)
        answers[self.tr("Discard")] = lambda: self.discarded.emit(left)
        title = " ".join(about.title.split())
        title = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
        number = len(left.unsaved.edits)
        count = self.tr("%n edits", "", number) if number else ""
        note = self.tr("changed {when}").format(when=_when(about.changed))
        row.say(title, " · ".join(part for part in (note, count, state) if part), answers)
        row.setToolTip(tip(about.path))
        return row

    def _state(self, about: About) -> str:
        """What has become of the file meanwhile."""
        if not about.path:
            return self.tr("never saved to a file")
        try:
            now = digest(read_data(about.path))
        except OSError:
            return self.tr("the file {path} is gone").format(path=about.path)
        if now != about.on_disk:
            return self.tr("the file {path} was changed since").format(path=about.path)
        return about.path

    def _fit(self) -> None:
        heights = [row.sizeHint().height() + self._column.spacing() for row in self.rows.values()]
        self._area.setFixedHeight(round(min(sum(heights), _MOST_ROWS * max(heights, default=0))))


def _when(moment: float) -> str:
    """In the person's own way to write days and hours; `moment` in epoch seconds."""
    found = QDateTime.fromSecsSinceEpoch(int(max(0.0, min(moment, _LATEST))))
    return QLocale().toString(found, QLocale.FormatType.ShortFormat)
