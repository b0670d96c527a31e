"""Waiting panel: what a run waits for from outside: user tasks with their forms, messages, incidents with a retry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procos_studio.app.form_fields import FormField, fields_of
from procos_studio.app.panels.generated import GeneratedForm
from procos_studio.canvas.translating import told
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.state import Incident, RunState, UserTask

_MOST = 3


class Awaited(NamedTuple):
    """A message that a token waits for since `time` (epoch seconds)."""

    element: str
    instance: str
    message: str
    time: float


class WaitingPanel(QWidget):
    """One card for each waiting thing, the oldest first, three at a time.

    `completed` carries token and values of a user task, `sent` instance, message and values, `retried` the token of an
    incident, `element_chosen` an id.
    """

    completed = Signal(str, object)
    sent = Signal(str, str, object)
    retried = Signal(str)
    element_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Waiting for you"))
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 16, 16, 0)
        self._layout.setSpacing(8)
        self.cards: dict[str, _Card] = {}
        self.hide()

    def show_state(self, state: RunState, diagram: Diagram | None, awaited: Mapping[str, str]) -> None:
        """Show what waits in this state; cards that are being filled in stay as they are.

        `awaited` names the message that each token has waited for.
        """
        messages = {
            token: Awaited(found.element, found.instance, awaited[token], found.since)
            for token, found in state.tokens.items()
            if token in awaited
        }
        waiting: dict[str, UserTask | Incident | Awaited] = {**messages, **state.user_tasks, **state.incidents}
        oldest = sorted(waiting, key=lambda token: waiting[token].time)[:_MOST]
        for token in [token for token in self.cards if token not in oldest]:
            card = self.cards.pop(token)
            card.hide()
            card.deleteLater()
        for token in oldest:
            if token not in self.cards:
                self._add(token, waiting[token], diagram)
        self.setVisible(bool(self.cards))

    def _add(self, token: str, item: UserTask | Incident | Awaited, diagram: Diagram | None) -> None:
        element = diagram.get(item.element) if diagram else None
        name = element.label if element else item.element
        card: _Card
        if isinstance(item, UserTask):
            card = TaskCard(name, item)
            card.completed.connect(lambda values, token=token: self.completed.emit(token, values))
        elif isinstance(item, Awaited):
            card = MessageCard(name, item)
            card.sent.connect(lambda values: self.sent.emit(item.instance, item.message, values))
        else:
            card = IncidentCard(name, item)
            card.retried.connect(lambda token=token: self.retried.emit(token))
        card.title.clicked.connect(lambda _checked=False, key=item.element: self.element_chosen.emit(key))
        self.cards[token] = card
        self._layout.addWidget(card)


class _Card(QFrame):
    """A frame with a headline that shows its element."""

    def __init__(self, role: str, name: str, caption: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("role", role)
        self.title = QPushButton(name, flat=True)
        self.title.setObjectName("card-title")
        self.title.setToolTip(self.tr("Show on the diagram"))
        note = QLabel(caption, wordWrap=True)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setObjectName("hint")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 8, 16, 16)
        self.body.setSpacing(8)
        self.body.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(note)

    def add_button(self, text: str) -> QPushButton:
        """The one button of the card, at its end."""
        button = QPushButton(text)
        button.setProperty("role", "accent")
        button.setAutoDefault(True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button)
        self.body.addLayout(row)
        return button


class TaskCard(_Card):
    """A user task: its form, and a button that completes it."""

    completed = Signal(object)

    def __init__(self, name: str, task: UserTask) -> None:
        assignee = str(task.data.get("assignee") or "")
        caption = self.tr("Waits for {who}.").format(who=assignee) if assignee else self.tr("Waits for you.")
        super().__init__("waiting", name, caption)
        self.form = GeneratedForm(_fields(task.data))
        self.body.addWidget(self.form)
        self.button = self.add_button(self.tr("Complete"))
        self.button.clicked.connect(lambda _checked=False: self._complete())
        self.form.submitted.connect(self._complete)

    def _complete(self) -> None:
        values = self.form.values()
        if values is not None:
            self.button.setEnabled(False)
            self.completed.emit(values)


class MessageCard(_Card):
    """A message that is waited for: what it should carry, and a button that sends it."""

    sent = Signal(object)

    def __init__(self, name: str, awaited: Awaited) -> None:
        super().__init__("waiting", name, self.tr("Waits for the message “{name}”.").format(name=awaited.message))
        hint = self.tr("nothing, or for example {example}").format(example='{"amount": 5}')
        self.form = GeneratedForm((FormField("payload", self.tr("Its variables"), "map", hint=hint),))
        self.body.addWidget(self.form)
        self.button = self.add_button(self.tr("Send it"))
        self.button.clicked.connect(lambda _checked=False: self._send())
        self.form.submitted.connect(self._send)

    def _send(self) -> None:
        values = self.form.values()
        if values is not None:
            self.button.setEnabled(False)
            self.sent.emit(values["payload"] or {})


class IncidentCard(_Card):
    """Work that failed for good: why, and a button that tries again."""

    retried = Signal()

    def __init__(self, name: str, incident: Incident) -> None:
        super().__init__("failed", name, told(incident.message))
        self.button = self.add_button(self.tr("Try again"))
        self.button.clicked.connect(lambda _checked=False: self.retried.emit())


def _fields(data: Mapping[str, Any]) -> tuple[FormField, ...]:
    return fields_of(data.get("form"))
