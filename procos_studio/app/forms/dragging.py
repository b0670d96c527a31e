"""Dragging: variables on their way from a list into a form, and what of a drag the fields of a form take."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from procos_studio.app.styling import restyle
from procos_studio.expressions import compile_text
from procos_studio.expressions.completing import place
from procos_studio.problems import Refused

VARIABLE = "application/x-procos-variable"
_LONGEST = 2_000
"""Characters of an expression, its own limit."""


def of_variable(name: str) -> QMimeData:
    """What is dragged, or copied, of a variable: its name for forms, an expression for all others."""
    data = QMimeData()
    data.setData(VARIABLE, name.encode())
    data.setText(f"${{{name}}}")
    return data


def variable_in(data: QMimeData) -> str:
    """The name of the variable that is dragged; `""` for anything else, and for a name that no `${}` can hold."""
    name = bytes(data.data(VARIABLE).data()).decode("utf-8", "replace")
    return name if is_name(name) else ""


def value_in(data: QMimeData) -> str:
    """The `${}` that a drag stands for: a variable, or a text that is a name or an expression; `""` for any other."""
    text = variable_in(data) if data.hasFormat(VARIABLE) else data.text().strip()
    if is_name(text):
        return f"${{{text}}}"
    return text if "\n" not in text and _is_expression(text) else ""


def is_name(text: str) -> bool:
    """Whether a text can name a variable in an expression."""
    return len(text) <= _LONGEST and _reads(f"${{{text}}}") == frozenset({text})


def _is_expression(text: str) -> bool:
    return ("${" in text or "#{" in text) and len(text) <= _LONGEST and _reads(text) is not None


def _reads(text: str) -> frozenset[str] | None:
    try:
        return compile_text(text).reads
    except Refused:
        return None


def spelled_at(text: str, units: int, name: str) -> str:
    """How to write a variable at a place of a text, which Qt counts in UTF-16 units: in a `${}` its name is enough."""
    before = text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
    return f"${{{name}}}" if place(text, len(before)) is None else name


class Landing(QObject):
    """Lets an editor take a variable that is dragged onto it, and marks the editor while one is over it.

    `takes` says whether it takes any now; `take` gets the name and the point at which it was let go.
    """

    def __init__(self, editor: QWidget, takes: Callable[[], bool], take: Callable[[str, QPoint], None]) -> None:
        super().__init__(editor)
        self._editor, self._takes, self._take = editor, takes, take
        under = editor.viewport() if isinstance(editor, QPlainTextEdit) else editor
        under.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer drags of variables; those of other things are the editor's own."""
        if event.type() is QEvent.Type.DragLeave:
            self._mark(False)
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(VARIABLE):
            return super().eventFilter(watched, event)
        name = variable_in(event.mimeData()) if self._takes() else ""
        is_drop = event.type() is QEvent.Type.Drop
        self._mark(bool(name) and not is_drop)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(name))
        if name and is_drop:
            self._take(name, event.position().toPoint())
        return True

    def _mark(self, is_target: bool) -> None:
        restyle(self._editor, "target", is_target)
