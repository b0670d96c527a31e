"""TableField: the editor of lists and maps of a form, a table with a row an entry, or one expression for all of it."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.dropping import DropTable
from procos_studio.app.forms.fields import SEVERAL, Field, plain, sign_button
from procos_studio.app.forms.grid import ROW
from procos_studio.app.forms.lines import Line
from procos_studio.canvas.translating import translated
from procos_studio.library import Parameter

_HEADER, _MOST_ROWS = 28, 8


class TableField(Field):
    """A map (two columns) or a list (one), kept as JSON text; a text that is none of them is one line for all.

    `enlarging` asks for a larger window.
    """

    enlarging = Signal()

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._is_map = parameter.type == "map"
        self.table = DropTable([self.tr("Name"), self.tr("Value")] if self._is_map else [self.tr("Value")], self)
        self.line = Line()
        self.line.setPlaceholderText("${…}")
        Completion(self.line, lambda text, at: self.knowledge.offer(text, at))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.line)
        self._pages.addWidget(holder)
        for editor in (self.table, self.line):
            self.adopt(editor)
        self._layout.addWidget(self._pages)
        self._layout.addLayout(self._buttons())
        self.table.cellChanged.connect(lambda _row, _column: self._finish())
        self.table.rows_changed.connect(self._change_rows)
        self.line.editingFinished.connect(self._finish)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.table.typed.connect(self.typed)
        self.table_of_window: DropTable | None = None
        self._shown = ""
        self._several = plain(translated(SEVERAL), "hint")
        self._several.hide()
        self._layout.insertWidget(0, self._several)
        self._twice = plain(self.tr("A name stands there twice. Nothing is kept until the names differ."), "note")
        self._twice.setProperty("role", "error")
        self._twice.hide()
        self._layout.addWidget(self._twice)
        self._show_page(as_line=False)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.add_button = sign_button("mdi6.plus", self.tr("Add a row (Insert)"), self.table.add_row)
        self.remove_button = sign_button("mdi6.minus", self.tr("Remove the row (Delete)"), self.table.remove_row)
        self.up_button = sign_button("mdi6.arrow-up", self.tr("Move up (Alt+Up)"), lambda: self.table.move_row(-1))
        self.down_button = sign_button(
            "mdi6.arrow-down", self.tr("Move down (Alt+Down)"), lambda: self.table.move_row(1)
        )
        self.larger = sign_button("mdi6.arrow-expand", self.tr("Map variables in a larger window"), self.enlarging.emit)
        self.whole_button = sign_button("mdi6.function-variant", self.tr("One expression for all of it"), self._switch)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def tools(self) -> tuple[QToolButton, ...]:
        """Between a table and one expression, and for maps a window with the variables beside."""
        return (self.whole_button, self.larger) if self._is_map else (self.whole_button,)

    def take(self, text: str) -> None:
        """Show a text, and tell it as if it had been typed."""
        if text != self._shown:
            self.set_text(text)
            self.edited.emit(text)

    def leave_window(self) -> None:
        """The larger window is closed; what was typed there and not taken is gone."""
        self.table_of_window = None
        self.typed.emit()

    def text(self) -> str:
        """JSON; `""` for none; the line where one expression stands for all."""
        return self.line.text() if self._is_line else self.table.json()

    def draft(self) -> str:
        """The same with the cell that is being typed, here or in the larger window."""
        if self.table_of_window is not None:
            return self.table_of_window.json(draft=True)
        return self.line.text() if self._is_line else self.table.json(draft=True)

    def set_text(self, text: str) -> None:
        """Show a value; text that is not such JSON is shown as one line, so that nothing is lost."""
        self._shown = text
        self._several.hide()
        self._twice.hide()
        rows = rows_of(text, self._is_map)
        if rows is None:
            self.line.setText(text)
            self._show_page(as_line=True)
            return
        if self._is_line and not text and self.line.hasFocus():
            return
        self._show_page(as_line=False)
        if rows != self.table.kept():
            self.table.show_rows(rows)
        self.fit()

    def set_several(self, several: bool) -> None:
        """Say that the values differ."""
        self._several.setVisible(several)

    def editor(self) -> QWidget:
        """The table, or the line."""
        return self.line if self._is_line else self.table

    def commit(self) -> None:
        """Tell the cell that is being typed, and what was changed."""
        self.table.commit()
        self._finish()

    def fit(self) -> None:
        """As high as its rows need, within limits."""
        rows = max(1, min(_MOST_ROWS, self.table.rowCount()))
        height = (_HEADER if self._is_map else 0) + rows * ROW + 4
        self._pages.setFixedHeight(self.line.sizeHint().height() if self._is_line else height)

    @property
    def _is_line(self) -> bool:
        return self._pages.currentIndex() == 1

    def _show_page(self, *, as_line: bool) -> None:
        self._pages.setCurrentIndex(int(as_line))
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            button.setVisible(not as_line)
        tip = self.tr("Back to a table") if as_line else self.tr("One expression for all of it")
        self.whole_button.setToolTip(tip)
        self.whole_button.setAccessibleName(tip)
        self.setFocusProxy(self.line if as_line else self.table)
        self.fit()

    def _switch(self) -> None:
        """Between a table and one expression; what is there already stays in undo."""
        self._show_page(as_line=not self._is_line)
        if not self._is_line:
            self.table.show_rows(rows_of(self._shown, self._is_map) or [])
            self.fit()
        else:
            self.line.setText(self._shown if rows_of(self._shown, self._is_map) is None else "")
        self.editor().setFocus()

    def _change_rows(self) -> None:
        self.fit()
        self._finish()

    def _finish(self) -> None:
        is_twice = self._is_map and not self._is_line and self._has_twice()
        self._twice.setVisible(is_twice)
        if is_twice:
            self.typed.emit()
            return
        text = self.text()
        rows, before = (rows_of(said, self._is_map) for said in (text, self._shown))
        if text != self._shown and (text or not self._is_line) and (before is None or rows != before):
            self._shown = text
            self.edited.emit(text)

    def _has_twice(self) -> bool:
        """Whether a name stands there twice, so that one of the two values would be lost."""
        names = [str(cells[0]) for cells in self.table.kept() if cells[0] != ""]
        return len(names) != len(set(names))


def rows_of(text: str, is_map: bool) -> list[list[Any]] | None:
    """The rows of a JSON value; None for any other text."""
    if not text.strip():
        return []
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if is_map and isinstance(value, dict):
        return [[str(key), item] for key, item in value.items()]
    return [[item] for item in value] if isinstance(value, list) and not is_map else None
