"""Fields: one editor per parameter type of a mask; each shows a text and tells when a person changed it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from procos_studio.library import Parameter


class Field(QWidget):
    """Base of all editors. `edited` carries the new text when the person is done with a change."""

    edited = Signal(str)

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def text(self) -> str:
        """The value as the mask spells it."""
        raise TypeError(f"{type(self).__name__} does not say its text")

    def set_text(self, text: str) -> None:
        """Show a value without telling `edited`."""
        raise TypeError(f"{type(self).__name__} cannot show a text")

    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self

    def commit(self) -> None:
        """Tell `edited` what was typed and not told yet, as leaving the field would."""

    def _adopt(self, editor: QWidget) -> None:
        editor.setAccessibleName(self.parameter.label)
        editor.setAccessibleDescription(self.parameter.description)
        editor.setToolTip(self.parameter.description)
        self._layout.addWidget(editor)
        self.setFocusProxy(editor)


def _is_undo(event: QEvent) -> bool:
    steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(step) for step in steps)


class _Line(QLineEdit):
    """A line that leaves undo to the document unless something was typed that the document does not have yet."""

    def event(self, event: QEvent) -> bool:
        """Let the window's shortcut have the key."""
        if _is_undo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)


class LineField(Field):
    """One line of text; also numbers, durations, expressions and secrets."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._line = _Line()
        self._line.setPlaceholderText(_placeholder(parameter))
        if parameter.type in ("expression", "number", "duration"):
            self._line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._adopt(self._line)
        self._line.editingFinished.connect(self.commit)
        self._shown = ""

    def text(self) -> str:
        """The line."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._shown = text
        self._line.setText(text)

    def editor(self) -> QLineEdit:
        """The line edit."""
        return self._line

    def commit(self) -> None:
        """Tell the line if it was changed."""
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self._line.setModified(False)
            self.edited.emit(self._shown)


class _Text(QPlainTextEdit):
    """A plain text edit that says when it loses the focus, and in which Tab moves on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the change."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the document where nothing was typed that it does not have yet."""
        if _is_undo(event) and not self.document().isModified():
            event.ignore()
            return False
        return super().event(event)


_TEXT_LINES, _CODE_LINES = (3, 8), (4, 18)
"""The fewest and the most lines that show at once."""

_FRAME = 32
"""Pixels around the lines: padding, margin, and a scroll bar."""


class TextField(Field):
    """Several lines; code is set in a fixed-width font."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._edit = _Text()
        self._edit.setPlaceholderText(_placeholder(parameter))
        is_code = parameter.type == "code"
        if is_code:
            self._edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._lines = _CODE_LINES if is_code else _TEXT_LINES
        self._edit.textChanged.connect(self._fit)
        self._adopt(self._edit)
        self._fit()
        self._shown = ""
        self._edit.left.connect(self.commit)

    def text(self) -> str:
        """All lines."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a value; the cursor stays where the text is the same."""
        if text != self._edit.toPlainText():
            self._edit.setPlainText(text)
        self._shown = text

    def editor(self) -> QPlainTextEdit:
        """The text edit."""
        return self._edit

    def _fit(self) -> None:
        """As high as its text needs, within limits."""
        least, most = self._lines
        lines = max(least, min(most, self._edit.document().blockCount()))
        self._edit.setFixedHeight(lines * self._edit.fontMetrics().lineSpacing() + _FRAME)

    def commit(self) -> None:
        """Tell the text if it was changed."""
        text = self._edit.toPlainText()
        self._edit.document().setModified(False)
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


class CalmCombo(QComboBox):
    """A combo box that leaves the wheel to the form unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow, which a style sheet could only take from an image file."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        middle = QPointF(self.width() - 14, self.height() / 2)
        painter.drawPolyline([middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)])
        painter.end()


class ChoiceField(Field):
    """One of the parameter's choices."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._combo = CalmCombo()
        for choice in parameter.choices:
            self._combo.addItem(choice.name, choice.value)
        self._adopt(self._combo)
        self._combo.activated.connect(lambda _index: self.edited.emit(self.text()))

    def text(self) -> str:
        """The chosen value."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Show a value; one that is no choice is listed too, so that nothing is lost."""
        with QSignalBlocker(self._combo):
            index = self._combo.findData(text)
            if index < 0:
                self._combo.addItem(text, text)
                index = self._combo.count() - 1
            self._combo.setCurrentIndex(index)


class FlagField(Field):
    """Yes or no."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._box = QCheckBox(parameter.label)
        self._adopt(self._box)
        self._box.clicked.connect(lambda _checked: self.edited.emit(self.text()))

    def text(self) -> str:
        """`true` or `false`."""
        return "true" if self._box.isChecked() else "false"

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._box.setChecked(text == "true")


def _placeholder(parameter: Parameter) -> str:
    return parameter.placeholder or {"duration": "PT30S", "expression": "${…}"}.get(parameter.type, "")
