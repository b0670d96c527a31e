"""Row: one field of a form with its label, its help, the way back to its default, and a sentence below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from procos_studio.app.forms.choices import FlagField
from procos_studio.app.forms.fields import Field, plain, sign_button
from procos_studio.app.styling import restyle
from procos_studio.app.tips import tip
from procos_studio.library import Parameter


class Row(QWidget):
    """`reset_asked` wants the default back, `mended` carries a better value for the field."""

    reset_asked = Signal()
    mended = Signal(str)

    def __init__(self, parameter: Parameter, field: Field) -> None:
        super().__init__()
        self.parameter, self.field = parameter, field
        self._mended = ""
        self.help = plain(parameter.description, "hint")
        self.help.hide()
        self.reset = sign_button("mdi6.restore", "", self.reset_asked.emit)
        self.reset.hide()
        self.help_button = sign_button("mdi6.help-circle-outline", "", self.toggle_help)
        self.help_button.setAccessibleName(self.tr("Help on {field} (F1)").format(field=parameter.label))
        self.help_button.setToolTip(tip(parameter.description))
        if not parameter.description:
            self.help_button.hide()
        self.help_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = plain("", "note")
        self.note.hide()
        self.mend_button: QPushButton | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._head())
        layout.addWidget(self.help)
        if not isinstance(field, FlagField):
            layout.addWidget(field)
        layout.addWidget(self.note)
        self._column = layout
        for editor in (field, *field.findChildren(QWidget)):
            editor.installEventFilter(self)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        if isinstance(self.field, FlagField):
            row.addWidget(self.field, 1)
        else:
            label = plain(_label(self.parameter), "field-label")
            label.setBuddy(self.field.editor())
            row.addWidget(label, 1)
        at = Qt.AlignmentFlag.AlignTop if isinstance(self.field, FlagField) else Qt.AlignmentFlag.AlignBottom
        for button in (*self.field.tools(), self.reset, self.help_button):
            row.addWidget(button, alignment=at)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 in the field says what it is for."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1 and self.parameter.description:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.toggle_help()
                return True
        return super().eventFilter(watched, event)

    def toggle_help(self) -> None:
        """Show what the field is for, or hide it."""
        self.help.setVisible(self.help.isHidden())

    is_changed = False
    """Whether the value is not the default, and there is a way back."""

    def show_change(self, text: str, several: bool) -> None:
        """Offer the way back where the value is not the default."""
        default = default_of(self.parameter)
        self.is_changed = has_default(self.parameter) and (several or text != default)
        self.reset.setVisible(self.is_changed)
        shown = next((choice.name for choice in self.parameter.choices if choice.value == default), default)
        tip = self.tr("Changed. Back to “{default}”").format(default=shown[:60])
        self.reset.setToolTip(tip)
        self.reset.setAccessibleName(f"{self.parameter.label}: {tip}")

    def say(self, text: str, role: str, mended: str | None = None) -> None:
        """Say something below the field: `error`, `warning`, `value` or `hint`; `mended` is offered as a button."""
        self.note.setText(text)
        restyle(self.note, "role", role)
        self.note.setVisible(bool(text))
        self._offer(mended)
        editor = self.field.editor()
        restyle(editor, "invalid", role == "error" and bool(text))
        editor.setAccessibleDescription(" ".join(part for part in (text, self.parameter.description) if part))

    def _offer(self, mended: str | None) -> None:
        """The button that writes a better value; made when it is first needed, for most fields never are wrong."""
        self._mended = mended or ""
        if self.mend_button is None and mended is not None:
            self.mend_button = QPushButton()
            self.mend_button.setObjectName("mend")
            self.mend_button.clicked.connect(lambda _checked=False: self.mended.emit(self._mended))
            self._column.addWidget(self.mend_button, alignment=Qt.AlignmentFlag.AlignLeft)
        if self.mend_button is not None:
            self.mend_button.setText(self.tr("Write {text}").format(text=_short(self._mended)))
            self.mend_button.setVisible(mended is not None)


def default_of(parameter: Parameter) -> str:
    """What a parameter is when nobody set it."""
    return parameter.default or parameter.absent or ("false" if parameter.type == "flag" else "")


def has_default(parameter: Parameter) -> bool:
    """Whether going back to the default means more than emptying the field."""
    if parameter.type == "code":
        return False
    return bool(parameter.default or parameter.absent) or parameter.type in ("flag", "choice")


def _label(parameter: Parameter) -> str:
    unit = f" ({parameter.unit})" if parameter.unit and parameter.type != "number" else ""
    return f"{parameter.label}{unit}{' *' if parameter.required else ''}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_LONGEST = 34
