"""XmlPane: the XML of one document beside its canvas; what is typed becomes one edit of the diagram."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procos_studio.app.document import Document
from procos_studio.app.forms.code.finding import FindBar
from procos_studio.app.forms.code.tokens import Fault
from procos_studio.app.forms.fields import plain
from procos_studio.app.styling import restyle
from procos_studio.app.tips import tip
from procos_studio.app.xml.edit import XmlEdit
from procos_studio.app.xml.places import Places, characters, units
from procos_studio.app.xml.thinking import Thinking
from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.canvas.translating import told
from procos_studio.edits.become import TYPED, become
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.problems import Problem, Refused

_REFRESH_MS, _READ_MS = 150, 250
"""So long after an edit the XML is written anew, and so long after a key what was typed is read."""


_ENCODING = re.compile(r"""^(<\?xml\b[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')""")


class XmlPane(QWidget):
    """`refused` carries the Problem for which the text was not taken over; `element_chosen` the ids around the cursor,
    the nearest first; `typing` tells that something is typed, or no longer is; `closing` asks to close the pane.
    """

    refused = Signal(object)
    element_chosen = Signal(object)
    typing = Signal()
    closing = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._places = Places("")
        self._selected = ""
        self._is_choosing = False
        self._read: tuple[str, Diagram | Problem] | None = None
        self._writing, self._reading = Thinking("xml-write", self), Thinking("xml-read", self)
        self.edit = XmlEdit()
        self.search = FindBar(self.edit)
        self.note = plain("", "note")
        self.apply_button = QPushButton(self.tr("Apply"))
        self.apply_button.setToolTip(self.tr("Take this over into the diagram (also when the cursor leaves)"))
        self.discard_button = QPushButton(self.tr("Discard"))
        # a click leaves the cursor in the text, as leaving that takes over what was typed
        self.discard_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._refresh = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._refresh.timeout.connect(self._write)
        self._settled = QTimer(self, interval=_READ_MS, singleShot=True)
        self._settled.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self._say(self.tr("Writing the XML…"))
        self._offer()
        self._write()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        title = QLabel("XML")
        title.setObjectName("title")
        self.close_button = QPushButton(self.tr("Close"))
        row.addWidget(title)
        row.addWidget(self.note, 1)
        for button in (self.apply_button, self.discard_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.search)
        layout.addWidget(self.edit, 1)

    def _connect(self) -> None:
        self.edit.typed.connect(self._follow_typing)
        self.edit.document().modificationChanged.connect(lambda _changed: self.typing.emit())
        self.edit.placed.connect(self._follow_cursor)
        self.edit.left.connect(self.commit)
        self.edit.find_asked.connect(self.search.open)
        self.edit.leaving.connect(self.closing)
        self.close_button.clicked.connect(lambda _checked=False: self.closing.emit())
        self.apply_button.clicked.connect(lambda _checked=False: self.commit())
        self.discard_button.clicked.connect(lambda _checked=False: self.discard())
        self._stop = self._document.diagram.changed.connect(lambda _diff: self._follow_edit())

    @property
    def is_typed(self) -> bool:
        """Whether there is something that the diagram does not have yet."""
        return self.edit.document().isModified()

    @property
    def typed(self) -> str:
        """The text that the diagram does not have yet; `""` for none."""
        return self.edit.toPlainText() if self.is_typed else ""

    def show_typed(self, text: str) -> None:
        """Go on with a text that was typed before and not taken over."""
        self.edit.show_typed(text)

    def commit(self) -> bool:
        """Take over what was typed; False, and a word on why, where it cannot be."""
        if not self.is_typed:
            return True
        text = self.edit.toPlainText()
        found = self._read[1] if self._read is not None and self._read[0] == text else _read(text)
        if isinstance(found, Problem):
            self._show_problem(found)
            self.refused.emit(found)
            return False
        self.edit.document().setModified(False)
        become(self._document.diagram, found, TYPED)
        self._read = None
        self._show_fault(None)
        self._write()
        return True

    def discard(self) -> None:
        """Show the diagram again as it is."""
        self.edit.document().setModified(False)
        self._settled.stop()
        self._reading.forget()
        self._show_fault(None)
        self._write()

    def show_selection(self, elements: tuple[str, ...]) -> None:
        """Mark the tag of what is selected on the canvas, and bring it into view."""
        self._selected = elements[0] if len(elements) == 1 else ""
        self._show_selected()

    def close_document(self) -> None:
        """Stop listening."""
        self._stop()
        for timer in (self._refresh, self._settled):
            timer.stop()
        self._writing.close()
        self._reading.close()

    # from the diagram ---------------------------------------------------------------------------------------------

    def _follow_edit(self) -> None:
        if self.is_typed:
            self._say(self.tr("The diagram was changed meanwhile. Applying makes it what stands here."))
        else:
            self._refresh.start()

    def _write(self) -> None:
        self._writing.ask(_written, tuple(self._document.diagram.elements.values()), then=self._show_written)

    def _show_written(self, written: tuple[str, Places]) -> None:
        if self.is_typed:
            return
        text, self._places = written
        self.edit.show_text(text)
        self._say("")
        self._offer()
        self._show_selected()

    def _show_selected(self) -> None:
        place = self._places.of(self._selected) if self._selected and not self.is_typed else None
        if not self._is_choosing:
            self.edit.show_line_of(None if place is None else units(self.edit.toPlainText(), place))

    # from the person ----------------------------------------------------------------------------------------------

    def _follow_typing(self) -> None:
        self._settled.start()
        self._offer()
        self.typing.emit()

    def _look(self) -> None:
        """Read what was typed, and say what is wrong with it."""
        if self.is_typed:
            text = self.edit.toPlainText()
            self._reading.ask(_read, text, then=lambda found: self._take(text, found))

    def _take(self, text: str, found: Diagram | Problem) -> None:
        if not self.is_typed:
            return
        self._read = text, found
        if isinstance(found, Problem):
            self._show_problem(found)
        else:
            self._places = Places(text)
            self._show_fault(None)
            self._say(self.tr("Not applied yet"))

    def _show_problem(self, problem: Problem) -> None:
        line, column = problem.line or 1, problem.column or 1
        place = self.tr("Line {line}, column {column}:").format(line=line, column=column) if problem.line else ""
        self._show_fault(Fault(line - 1, column - 1, problem.message) if problem.line else None)
        self._say(f"{place} {told(problem.message)}".strip(), wrong=True)

    def _show_fault(self, fault: Fault | None) -> None:
        self.edit.show_fault(fault)

    def _follow_cursor(self) -> None:
        text = self.edit.toPlainText()
        self._is_choosing = True
        self.element_chosen.emit(self._places.at(characters(text, self.edit.textCursor().position())))
        self._is_choosing = False

    def _offer(self) -> None:
        self.apply_button.setEnabled(self.is_typed)
        self.discard_button.setEnabled(self.is_typed)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.note.setText(text)
        self.note.setToolTip(tip(text))
        restyle(self.note, "role", "error" if wrong else "")


def _written(elements: tuple[Element, ...]) -> tuple[str, Places]:
    """On the thread."""
    text = write_bytes(Diagram(elements)).decode()
    return text, Places(text)


def _read(text: str) -> Diagram | Problem:
    """On the thread. Whatever encoding the text says that it has: it is text already, and files are saved as UTF-8."""
    data = _ENCODING.sub(r"\1", text).encode("utf-8", "replace")
    try:
        return draw_missing(read_bytes(data).diagram)
    except Refused as refused:
        return refused.problems[0]
