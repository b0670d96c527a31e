"""Fields with a fixed set of values: choices and flags."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
)

from procos_studio.app.forms.fields import SEVERAL, Field
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import translated
from procos_studio.library import Parameter

_MANY = 10
"""More choices than this are searched by typing."""
_MARGIN = 24
"""Pixels beside the choices of an open list: padding and scroll bar."""


class CalmCombo(QComboBox):
    """A combo box that leaves the wheel to the form unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Open the list as wide as its longest choice."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _MARGIN)
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Say in the tip what the box has no room for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.is_cut:
            QToolTip.showText(
                event.globalPos(), tip("\n".join(filter(None, (self.currentText(), self.toolTip())))), self
            )
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether only a part of the choice shows."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room

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
    """One of the parameter's choices; where there are many, typing searches them."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._combo = CalmCombo()
        self._combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for choice in parameter.choices:
            self._combo.addItem(choice.name, choice.value)
        self._add_editor(self._combo)
        self._combo.activated.connect(lambda _index: self.edited.emit(self.text()))
        if len(parameter.choices) > _MANY:
            self._make_searchable()

    def text(self) -> str:
        """The chosen value."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Show a value; one that is no choice is listed too while it stands, so that nothing is lost."""
        with QSignalBlocker(self._combo):
            while self._combo.count() > len(self.parameter.choices):
                self._combo.removeItem(self._combo.count() - 1)
            index = self._combo.findData(text)
            if index < 0:
                self._combo.addItem(text, text)
                index = self._combo.count() - 1
            self._combo.setCurrentIndex(index)

    def set_several(self, several: bool) -> None:
        """Show none of the choices."""
        self._combo.setPlaceholderText(translated(SEVERAL) if several else "")
        if several:
            self._combo.setCurrentIndex(-1)

    def editor(self) -> QComboBox:
        """The combo box."""
        return self._combo

    def _make_searchable(self) -> None:
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._combo.model(), self._combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._combo.setCompleter(completer)
        line = self._combo.lineEdit()
        if line is not None:
            self.adopt(line)
            line.editingFinished.connect(self._settle)

    def _settle(self) -> None:
        """Go back to the choice that counts where what was typed is none."""
        index = self._combo.findText(self._combo.currentText(), Qt.MatchFlag.MatchFixedString)
        if index >= 0 and index != self._combo.currentIndex():
            self._combo.setCurrentIndex(index)
            self.edited.emit(self.text())
        self._combo.setEditText(self._combo.itemText(self._combo.currentIndex()))


class FlagField(Field):
    """Yes or no; what the box is for stands beside it, on as many lines as it needs."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._box = QCheckBox()
        self.adopt(self._box)
        self.setFocusProxy(self._box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Caption(parameter.label, self._box), 1)
        self._layout.addLayout(row)
        self._box.clicked.connect(lambda _checked: self.edited.emit(self.text()))

    def text(self) -> str:
        """`true` or `false`."""
        return "true" if self._box.isChecked() else "false"

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._box.setTristate(False)
        self._box.setChecked(text == "true")

    def set_several(self, several: bool) -> None:
        """Neither yes nor no, until it is clicked."""
        if several:
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)

    def editor(self) -> QCheckBox:
        """The box."""
        return self._box


class _Caption(QLabel):
    """The words beside a box, which take its clicks; a box itself would cut them off."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setBuddy(box)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()
