"""CodeWindow: the larger window of a piece of code; what is done there is one change of the diagram."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.code.finding import FindBar
from procos_studio.app.forms.completion import Completion, Source
from procos_studio.app.forms.fields import plain
from procos_studio.app.forms.signature import Calls
from procos_studio.app.sizing import open_at

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIZE, _PAUSE_MS = (820, 560), 300


class CodeWindow(QDialog):
    """`taken` carries the text when it was accepted, `typed` tells that it is being changed."""

    taken = Signal(str)
    typed = Signal()

    def __init__(self, parent: QWidget, title: str, language: str, text: str, source: Source, calls: Calls) -> None:
        super().__init__(parent)
        self.setObjectName("code-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        open_at(self, *_SIZE)
        self.edit = CodeEdit(language)
        self.edit.setAccessibleName(title)
        self.edit.setPlainText(text)
        self.edit.document().setModified(False)
        self.completion = Completion(self.edit, source, eager=False, calls=calls)
        self.search = FindBar(self.edit)
        self.note = plain("", "note")
        self.note.setProperty("role", "error")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.Ok).setToolTip(self.tr("Ctrl+Enter"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.edit.textChanged.connect(self._timer.start)
        self.edit.textChanged.connect(self.typed)
        self.edit.find_asked.connect(self.search.open)
        self.edit.leaving.connect(self._leave)
        self.edit.leaving_back.connect(self._leave_back)
        self._look()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            self.accept()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Hand the text over."""
        self.taken.emit(self.edit.toPlainText())
        super().accept()

    def _leave(self) -> None:
        """Esc closes only where nothing would be lost."""
        if not self.edit.document().isModified():
            self.reject()

    def _leave_back(self) -> None:
        self.focusPreviousChild()

    def _look(self) -> None:
        found = self.edit.look_for_faults()
        self.note.setText(found.message if found else "")
