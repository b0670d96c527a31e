"""Preview: how a draft looks on the canvas, and its form as the person who uses the block will see it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from procos_studio.app.forms.fields import plain
from procos_studio.app.panels.form import FormPanel
from procos_studio.canvas.still import scene_of, thumbnail
from procos_studio.canvas.theme import Theme
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.edits.standing_alone import standing_alone
from procos_studio.library import BlockDefinition, Library, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Process
from procos_studio.problems import Refused

_FACE = QSize(320, 120)


class Preview(QWidget):
    """`filled` tells that a value of the form was changed. What was filled in stays while the draft changes."""

    filled = Signal()

    def __init__(self, theme: Theme, block: BlockDefinition, values: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._values = theme, dict(values)
        self._variables: Mapping[str, object] = {}
        self.face = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.face.setObjectName("face")
        self.face.setFixedHeight(_FACE.height())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(0)
        for text, widget in ((self.tr("On the canvas"), self.face), (self.tr("Its form"), None)):
            title = plain(text.upper(), "section")
            title.setContentsMargins(16, 0, 16, 0)
            self._column.addWidget(title)
            if widget is not None:
                self._column.addWidget(widget)
        self.form: FormPanel | None = None
        self.show_block(block)

    @property
    def values(self) -> dict[str, str]:
        """What is filled in, by the id of the parameter."""
        if self.form is not None:
            self.form.commit()
        return mask.values(self._diagram, self._key, self._block)

    def show_worth(self, variables: Mapping[str, object]) -> None:
        """Show what expressions are worth with these variables around the block."""
        self._variables = variables
        if self.form is not None:
            self.form.set_variables(variables)

    def fill_into(self, diagram: Diagram, key: str) -> None:
        """Give the same block in another diagram what is filled in here."""
        for name, text in self.values.items():
            parameter = self._block.parameter(name)
            if parameter is not None:
                set_parameter(diagram, key, parameter, text)

    def fill(self, values: dict[str, str]) -> None:
        """Fill in these values."""
        self._values = {**self.values, **values}
        self._make(self._block)

    def show_block(self, block: BlockDefinition) -> None:
        """Show a draft."""
        if self.form is not None:
            before = mask.values(self._diagram, self._key, self._block)
            defaults = {item.id: item.default for item in self._block.properties}
            self._values |= {name: text for name, text in before.items() if text != defaults[name]}
        self._make(block)

    def _make(self, block: BlockDefinition) -> None:
        self._block = block
        self._diagram, self._key = standing_alone(block)
        for parameter in block.properties:
            self._write(parameter.id)
        self._library = Library([block])
        self._diagram.changed.connect(lambda _diff: self._follow())
        old, self.form = self.form, FormPanel(self._library)
        place = old.verticalScrollBar().value() if old is not None else 0
        self._column.addWidget(self.form, 1)
        self.form.set_variables(self._variables)
        self.form.show_element(self._diagram, self._key)
        if old is not None:
            old.show_nothing()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            self.form.verticalScrollBar().setValue(place)
        self._show_face()

    def _write(self, name: str) -> None:
        """Fill in what was there before; what the parameter can no longer hold is left out."""
        parameter = self._block.parameter(name)
        if parameter is not None and name in self._values:
            try:
                set_parameter(self._diagram, self._key, parameter, self._values[name])
            except Refused:
                del self._values[name]

    def _follow(self) -> None:
        self._show_face()
        self.filled.emit()

    def _show_face(self) -> None:
        process = next(self._diagram.all(Process))
        plane = self._diagram.plane_of(process.id)
        if plane is not None:
            scene = scene_of(self._diagram, plane.id, self._library, self._theme)
            self.face.setPixmap(thumbnail(scene, _FACE, self.devicePixelRatioF()))
            self.face.setAccessibleName(f"{self._block.name}: {mask.summary(self._diagram, self._key, self._block)}")
