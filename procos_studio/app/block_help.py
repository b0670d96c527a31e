"""BlockHelp: a window that says what a block is for, and what each of its parameters means."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from procos_studio.app.language import family_name
from procos_studio.app.sizing import open_at
from procos_studio.canvas.describe import kind_in_words
from procos_studio.library import BlockDefinition, Parameter
from procos_studio.model.elements import Element


class BlockHelp(QDialog):
    """`block` is None for an element that no definition describes."""

    def __init__(self, parent: QWidget, block: BlockDefinition | None, element: Element) -> None:
        super().__init__(parent)
        self.setObjectName("block-help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = block.name if block is not None else kind_in_words(element)
        self.setWindowTitle(self.tr("Help on {block}").format(block=name))
        page = QWidget()
        page.setObjectName("form")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(_label(name, "page-title"))
        for text, kind in self._paragraphs(block, element):
            column.addWidget(_label(text, kind))
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(16, 8, 16, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        layout.addWidget(buttons)
        open_at(self, 520, min(640, page.sizeHint().height() + 80))

    def _paragraphs(self, block: BlockDefinition | None, element: Element) -> Iterator[tuple[str, str]]:
        """Texts with the names of their styles."""
        if block is None:
            yield self.tr("No block of the library describes this element; it is kept as it is."), "hint"
            return
        yield f"{family_name(block.family)} · {kind_in_words(element)}", "hint"
        for text in dict.fromkeys((block.description, block.documentation)):
            if text:
                yield text, "help"
        if block.properties:
            yield self.tr("Parameters").upper(), "section"
        for parameter in block.properties:
            yield parameter.label, "help-name"
            yield self._about(block, parameter), "hint"
        example = [f"{item.label}: {text}" for item in block.properties if (text := _example(item))]
        if example:
            yield self.tr("Example").upper(), "section"
            yield "\n".join(example), "values"

    def _about(self, block: BlockDefinition, parameter: Parameter) -> str:
        choices = ", ".join(choice.name for choice in parameter.choices)
        parts = (
            parameter.description,
            self.tr("One of: {choices}.").format(choices=choices) if choices else "",
            self.tr("Only if {condition}.").format(condition=_condition(block, parameter))
            if parameter.visible_if
            else "",
            self.tr("In {unit}.").format(unit=parameter.unit) if parameter.unit else "",
            self.tr("Required.") if parameter.required else "",
        )
        return " ".join(part for part in parts if part) or self.tr("Optional.")


def _example(parameter: Parameter) -> str:
    """A value that makes sense: the example in the empty field, else the default; on one line."""
    if parameter.type == "secret":
        return '${secret("name")}'
    found = parameter.placeholder or next(
        (choice.name for choice in parameter.choices if choice.value == parameter.default), parameter.default
    )
    return " ".join(found.split())[:_LONGEST] if parameter.type != "flag" else ""


_LONGEST = 120


def _condition(block: BlockDefinition, parameter: Parameter) -> str:
    """`Method is POST or PUT`, in the words of the form."""
    return ", ".join(_wanted(block.parameter(name), name, known) for name, known in parameter.visible_if.items())


def _wanted(other: Parameter | None, name: str, known: tuple[str, ...]) -> str:
    named = {choice.value: choice.name for choice in other.choices} if other is not None else {}
    return f"{other.label if other is not None else name} = {' | '.join(named.get(value, value) for value in known)}"


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)
    return label
