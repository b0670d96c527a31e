"""Field: what all editors of a form share; each shows a text and tells when a person changed it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.forms.knowledge import Knowledge
from procos_studio.app.tips import tip
from procos_studio.canvas import iconfont
from procos_studio.canvas.translating import QT_TR_NOOP
from procos_studio.library import Parameter


class Field(QWidget):
    """Base of all editors.

    `edited` carries the new text when the person is done with a change, `typed` comes while it is being made.
    `went_to` carries the id of an element that the person wants to see, `renaming` the name of a variable.
    """

    edited = Signal(str)
    typed = Signal()
    went_to = Signal(str)
    renaming = Signal(str)

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter
        self.knowledge = Knowledge()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def text(self) -> str:
        """The value as the mask spells it."""
        raise TypeError(f"{type(self).__name__} does not say its text")

    def draft(self) -> str:
        """The value that it would have if the person were done now, in a cell or a window of its own, too."""
        return self.text()

    def set_text(self, text: str) -> None:
        """Show a value without telling `edited`."""
        raise TypeError(f"{type(self).__name__} cannot show a text")

    def set_several(self, several: bool) -> None:
        """Say that several blocks are shown whose values differ."""

    def show_fault(self, at: int | None) -> None:
        """Underline the text from a place on (0-based, in characters); None takes the line away."""

    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self

    def tools(self) -> tuple[QToolButton, ...]:
        """Buttons that belong beside the label."""
        return ()

    def commit(self) -> None:
        """Tell `edited` what was typed and not told yet, as leaving the field would."""

    def adopt(self, editor: QWidget) -> None:
        """Name an editor after the parameter, for those who hear the form."""
        editor.setAccessibleName(self.parameter.label)
        editor.setAccessibleDescription(self.parameter.description)
        editor.setToolTip(tip("\n".join(filter(None, (self.parameter.description, self.parameter.placeholder)))))

    def _add_editor(self, editor: QWidget) -> None:
        self.adopt(editor)
        self._layout.addWidget(editor)
        self.setFocusProxy(editor)

    def _use_variable(self, key: int, name: str) -> bool:
        """F12 goes to where a variable is set, F2 renames it; False for another key or no variable."""
        if name not in self.knowledge.variables:
            return False
        writers = self.knowledge.writers(name)
        if key == Qt.Key.Key_F12 and writers:
            self.went_to.emit(writers[-1])
        elif key == Qt.Key.Key_F2:
            self.renaming.emit(name)
        else:
            return False
        return True


SEVERAL = QT_TR_NOOP("several values")


def is_undo(event: QEvent) -> bool:
    """Whether this asks who wants to have an undo or redo key."""
    steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(step) for step in steps)


def placeholder(parameter: Parameter) -> str:
    """What an empty field hints at."""
    examples = {"duration": "30 s", "expression": "${…}", "secret": '${secret("name")}'}
    return parameter.placeholder or examples.get(parameter.type, "")


def plain(text: str, name: str) -> QLabel:
    """A label that shows its text as it is, whatever it holds, under a name of the style sheet."""
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)
    return label


_SIGN = QSize(24, 22)


def sign_button(icon: str, tip: str, action: Callable[[], object]) -> QToolButton:
    """A small button with a glyph of qtawesome in the colour of the text; `tip` is its name."""
    button = QToolButton()
    button.setObjectName("sign")
    button.setFont(iconfont.font(icon, 14))
    button.setText(iconfont.character(icon))
    button.setFixedSize(_SIGN)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _checked=False: action())
    return button
