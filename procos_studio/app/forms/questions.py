"""QuestionsField: the editor of the questions of a form: a card a question, kept as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.forms.fields import Field, sign_button
from procos_studio.app.forms.lines import LONGEST
from procos_studio.canvas.translating import QT_TR_NOOP, translated
from procos_studio.library import Parameter

_ALT = Qt.KeyboardModifier.AltModifier
_NAMES = {
    "string": QT_TR_NOOP("Text"),
    "long": QT_TR_NOOP("Number"),
    "boolean": QT_TR_NOOP("Yes or no"),
    "date": QT_TR_NOOP("Date"),
    "enum": QT_TR_NOOP("Choice"),
}


class QuestionsField(Field):
    """Questions in their order, each with name, label, type, default, required and, for a choice, its values."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self.cards: list[_Question] = []
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._layout.addWidget(self._page)
        self.add_button = QPushButton(self.tr("Add a question"))
        self.add_button.clicked.connect(lambda _checked=False: self._add())
        self._layout.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def text(self) -> str:
        """JSON; `""` for no question."""
        said = [card.value() for card in self.cards if card.name.text().strip()]
        return json.dumps(said, ensure_ascii=False) if said else ""

    def set_text(self, text: str) -> None:
        """Show a value; cards that say the same stay, so that the cursor stays too."""
        questions = _questions(text)
        if questions == [card.value() for card in self.cards]:
            return
        while self.cards:
            self._drop(self.cards[-1])
        for question in questions:
            self._show(question)

    def editor(self) -> QWidget:
        """The first card's name, else the button that adds one."""
        return self.cards[0].name if self.cards else self.add_button

    def commit(self) -> None:
        """Tell the question that is being typed."""
        for card in self.cards:
            card.commit()

    def _add(self) -> None:
        taken = {card.name.text() for card in self.cards}
        number = next(count for count in range(1, len(taken) + 2) if f"field_{count}" not in taken)
        card = self._show({"id": f"field_{number}", "type": "string"})
        self.edited.emit(self.text())
        card.name.setFocus()
        card.name.selectAll()

    def _show(self, question: Mapping[str, Any]) -> _Question:
        card = _Question(question)
        card.edited.connect(lambda: self.edited.emit(self.text()))
        card.typed.connect(self.typed)
        card.removed.connect(lambda: self._remove(card))
        card.moved.connect(lambda by: self._move(card, by))
        self.cards.append(card)
        self._rows.addWidget(card)
        self._chain()
        return card

    def _chain(self) -> None:
        """Let Tab go from card to card, and then to the button below them."""
        stops = [stop for card in self.cards for stop in card.stops]
        for before, after in pairwise((*stops, self.add_button)):
            QWidget.setTabOrder(before, after)

    def _remove(self, card: _Question) -> None:
        self._drop(card)
        self.edited.emit(self.text())

    def _move(self, card: _Question, by: int) -> None:
        at = self.cards.index(card) + by
        if 0 <= at < len(self.cards):
            self.cards.remove(card)
            self.cards.insert(at, card)
            self._rows.removeWidget(card)
            self._rows.insertWidget(at, card)
            self._chain()
            self.edited.emit(self.text())

    def _drop(self, card: _Question) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()


class _Question(QFrame):
    """One question; `edited` after a change, `typed` during one, `removed` when it is to go, `moved` when up (-1) or
    down (1).
    """

    edited = Signal()
    typed = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, question: Mapping[str, Any]) -> None:
        super().__init__()
        self.setObjectName("question")
        self.name = self._line(self.tr("Variable"))
        self.label = self._line(self.tr("Question"))
        self.default = self._line(self.tr("Default"))
        self.choices = self._line(self.tr("Choices, with commas between"))
        self.kind = CalmCombo()
        self.kind.setAccessibleName(self.tr("Type"))
        for kind, title in _NAMES.items():
            self.kind.addItem(translated(title), kind)
        self.required = QCheckBox(self.tr("required"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        signs = (
            sign_button("mdi6.arrow-up", self.tr("Move the question up (Alt+Up)"), lambda: self.moved.emit(-1)),
            sign_button("mdi6.arrow-down", self.tr("Move the question down (Alt+Down)"), lambda: self.moved.emit(1)),
            sign_button("mdi6.close", self.tr("Remove the question"), self.removed.emit),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in signs:
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addLayout(buttons, 0, 1)
        grid.addWidget(self.label, 1, 0, 1, 2)
        grid.addWidget(self.kind, 2, 0)
        grid.addWidget(self.required, 2, 1)
        grid.addWidget(self.choices, 3, 0, 1, 2)
        grid.addWidget(self.default, 4, 0, 1, 2)
        fields = (self.name, self.label, self.kind, self.required, self.choices, self.default)
        self.stops: tuple[QWidget, ...] = (*fields, *signs)
        """What Tab goes through, in this order: what is written first, what is seldom done last."""
        for stop in self.stops:
            stop.installEventFilter(self)
        self._fill(question)
        self.kind.activated.connect(lambda _index: self._change())
        self.required.clicked.connect(lambda _checked: self.edited.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with arrows moves the question."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not isinstance(event, QKeyEvent) or event.modifiers() != _ALT or event.key() not in steps:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self.commit()
            self.moved.emit(steps[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def value(self) -> dict[str, Any]:
        """The question as the mask spells it; what is not set is left out."""
        said: dict[str, Any] = {
            "id": self.name.text().strip(),
            "label": self.label.text(),
            "type": str(self.kind.currentData()),
            "default": self.default.text(),
            "required": self.required.isChecked(),
            "choices": self._choices() if self.kind.currentData() == "enum" else [],
        }
        return {key: value for key, value in said.items() if value}

    def _fill(self, question: Mapping[str, Any]) -> None:
        with QSignalBlocker(self.kind):
            kind = str(question.get("type") or "string")
            if self.kind.findData(kind) < 0:
                self.kind.addItem(kind, kind)
            self.kind.setCurrentIndex(self.kind.findData(kind))
        self.name.setText(str(question.get("id", "")))
        self.label.setText(str(question.get("label", "")))
        self.default.setText(str(question.get("default", "")))
        self.required.setChecked(bool(question.get("required")))
        self.choices.setText(", ".join(_choice(item) for item in question.get("choices", ())))
        self.choices.setVisible(kind == "enum")

    def _choices(self) -> list[dict[str, str]]:
        parts = [part.strip() for part in self.choices.text().split(",") if part.strip()]
        pairs = [part.partition("=") for part in parts]
        return [{"id": key.strip(), "name": (name or key).strip()} for key, _, name in pairs]

    def _line(self, what: str) -> QLineEdit:
        line = QLineEdit(placeholderText=what)
        line.setMaxLength(LONGEST)
        line.setAccessibleName(what)
        line.setToolTip(what)
        line.textEdited.connect(lambda _text: line.setProperty("touched", True))
        line.textEdited.connect(lambda _text: self.typed.emit())
        line.editingFinished.connect(lambda: self._finish(line))
        return line

    def commit(self) -> None:
        """Tell what was typed and not told yet."""
        for line in (self.name, self.label, self.default, self.choices):
            self._finish(line)

    def _finish(self, line: QLineEdit) -> None:
        if line.property("touched"):
            line.setProperty("touched", False)
            self.edited.emit()

    def _change(self) -> None:
        self.choices.setVisible(self.kind.currentData() == "enum")
        self.edited.emit()


def _choice(item: Mapping[str, Any]) -> str:
    """`a`, or `a=Apple` where the name is another."""
    key, name = str(item.get("id", "")), str(item.get("name") or "")
    return key if name in ("", key) else f"{key}={name}"


def _questions(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text) if text.strip() else []
    except (ValueError, RecursionError):
        return []
    return [dict(item) for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
