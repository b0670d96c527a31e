"""Fields of one line: texts, expressions, names of variables, durations, numbers, secrets."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QFontDatabase, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QWidget

from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.dragging import Landing, spelled_at
from procos_studio.app.forms.fields import SEVERAL, Field, is_undo, placeholder, sign_button
from procos_studio.app.forms.knowledge import Offer
from procos_studio.canvas.translating import translated
from procos_studio.library import Parameter
from procos_studio.library.durations import from_words
from procos_studio.library.typed import is_evaluated, is_expression

_FIXED_WIDTH = ("expression", "number", "duration", "retries", "cycle", "date")
LONGEST = 2_000_000
"""Characters that a line can hold, more than a file does."""
_MIXED = ("string", "expression", "number", "duration", "date", "cycle", "secret")
"""The types in which `${}` may stand."""
_WHOLE = ("number", "duration", "date", "cycle")
"""Those in which it stands alone."""


class Line(QLineEdit):
    """A line that leaves undo to the document unless something was typed that the document does not have yet.

    It holds as much as a file can; Qt's own limit would cut a longer text off without a word.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)

    def event(self, event: QEvent) -> bool:
        """Let the window's shortcut have the key."""
        if is_undo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)

    def underline(self, at: int | None) -> None:
        """Underline from a place to the end of the word there; None takes the line away."""
        attributes = []
        if at is not None:
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(Qt.GlobalColor.red)
            start = min(at, max(0, len(self.text()) - 1))
            found = re.match(r"\w+|.?", self.text()[start:])
            length = max(1, found.end() if found else 1)
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes = [QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), length, style)]
        with QSignalBlocker(self):
            QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))


class LineField(Field):
    """One line of text, with completion where expressions or names of variables may stand."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._line = Line()
        self._line.setPlaceholderText(placeholder(parameter))
        if parameter.type in _FIXED_WIDTH:
            self._line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._add_editor(self._line)
        self._line.editingFinished.connect(self.commit)
        self._line.textEdited.connect(lambda _text: self.typed.emit())
        self._shown = self._as_shown = ""
        self._is_several = False
        self.completion = Completion(self._line, self._offer, eager=parameter.type != "variable")
        Landing(self._line, self._takes_variables, self._put_variable)

    def text(self) -> str:
        """The line; the value itself as long as nobody changes what Qt made of it."""
        line = self._line.text()
        return self._shown if line == self._as_shown else line

    def set_text(self, text: str) -> None:
        """Show a value."""
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._shown, self._as_shown = text, self._line.text()

    def set_several(self, several: bool) -> None:
        """Say that the values differ; nothing is written until something else is typed."""
        self._is_several = several
        self._line.setPlaceholderText(translated(SEVERAL) if several else placeholder(self.parameter))

    def show_fault(self, at: int | None) -> None:
        """Underline what is wrong."""
        self._line.underline(at)

    def editor(self) -> QLineEdit:
        """The line edit."""
        return self._line

    def commit(self) -> None:
        """Tell the line if it was changed; one that was emptied on purpose, too."""
        if self.text() != self._shown or (self._is_several and self._line.isModified()):
            self._shown, self._as_shown = self.text(), self._line.text()
            self._line.setModified(False)
            self.edited.emit(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F12 goes to where the variable under the cursor is set, F2 renames it."""
        asks = event.key() in (Qt.Key.Key_F12, Qt.Key.Key_F2)
        if not asks or not self._use_variable(event.key(), _word(self._line.text(), self._line.cursorPosition())):
            super().keyPressEvent(event)

    def _takes_variables(self) -> bool:
        kind = self.parameter.type
        return kind == "variable" or (kind in _MIXED and kind != "secret" and is_evaluated(self.parameter))

    def _put_variable(self, name: str, point: QPoint) -> None:
        """Write a variable that was dropped where it was let go; where only one may stand, it takes the place."""
        kind, line = self.parameter.type, self._line
        line.setCursorPosition(line.cursorPositionAt(point))
        if kind == "variable" or kind in _WHOLE:
            line.setText(name if kind == "variable" else f"${{{name}}}")
        else:
            line.insert(spelled_at(line.text(), line.cursorPosition(), name))
        line.setFocus()
        self.commit()

    def _offer(self, text: str, at: int) -> Offer | None:
        if self.parameter.type == "variable" or self.parameter.binding.name == "camunda:collection":
            return self.knowledge.offer(text, at) or self.knowledge.offer_name(text, at)
        return self.knowledge.offer(text, at) if self.parameter.type in _MIXED else None


class DurationField(LineField):
    """A duration as ISO 8601; `30 s` and `2 hours` are taken, too."""

    def text(self) -> str:
        """ISO 8601 where the line can be read, else the line."""
        typed = super().text()
        if typed == self._shown:
            return typed
        return (from_words(typed) if not typed.strip().isdigit() else None) or typed

    def commit(self) -> None:
        """Tell it, and show how the file spells it."""
        super().commit()
        if self._line.text() != self._shown:
            self.set_text(self._shown)


class NumberField(LineField):
    """A number with its unit; arrow keys and two buttons change it. An expression is taken, too."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._layout.removeWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        if parameter.unit:
            unit = QLabel(parameter.unit)
            unit.setObjectName("hint")
            row.addWidget(unit)
        self.less = sign_button("mdi6.minus", self.tr("Less"), lambda: self._step(-1))
        self.more = sign_button("mdi6.plus", self.tr("More"), lambda: self._step(1))
        for button in (self.less, self.more):
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._layout.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, ten steps with the page keys."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, steps: int) -> None:
        try:
            value = float(self._line.text() or self.parameter.default or 0)
        except ValueError:
            return
        low, high = self.parameter.minimum, self.parameter.maximum
        size = 0.1 if low is not None and high is not None and high - low <= _SMALL else 1.0
        value = round(value + steps * size, 10)
        value = value if low is None else max(low, value)
        value = value if high is None else min(high, value)
        self._line.setText(f"{value:.10g}")
        self._line.setModified(True)
        self.typed.emit()
        if not self._line.hasFocus():
            self.commit()


_SMALL = 2
"""A range up to this is gone through in tenths."""


_CALLS = ('${secret("', "#{secret('")
"""How the naming of a secret begins; whatever begins otherwise may be a secret itself."""


class SecretField(LineField):
    """An expression that names a secret, chosen from those of the file; a secret itself is never shown."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._layout.removeWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        self.choose = sign_button("mdi6.key-outline", self.tr("Choose a secret"), self._choose)
        row.addWidget(self.choose)
        self._layout.addLayout(row)
        self._line.textChanged.connect(self._cover)

    def _cover(self, text: str) -> None:
        is_name = is_expression(text) or any(call.startswith(text) for call in _CALLS)
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if is_name else QLineEdit.EchoMode.Password)

    def menu(self) -> QMenu:
        """The secrets to choose from, and a new one."""
        menu = QMenu(self)
        for name in self.knowledge.secrets:
            menu.addAction(name).triggered.connect(lambda _checked=False, name=name: self._use(name))
        menu.addSeparator()
        menu.addAction(self.tr("Another…")).triggered.connect(lambda _checked=False: self._begin())
        return menu

    def _choose(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _use(self, name: str) -> None:
        self._line.setText(f'${{secret("{name}")}}')
        self.commit()

    def _begin(self) -> None:
        """Write the call, with the cursor where the name belongs."""
        self._line.setFocus()
        self._line.setText('${secret("")}')
        self._line.setModified(True)
        self._line.setCursorPosition(len('${secret("'))


def _word(text: str, at: int) -> str:
    found = (match for match in re.finditer(r"\w+", text) if match.start() <= at <= match.end())
    return next((match[0] for match in found), "")
