"""Breadcrumb: which page of the document is shown, the way up from it, and the other pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from procos_studio.app.forms.fields import plain
from procos_studio.canvas.pages import Page, roots, way
from procos_studio.model.diagram import Diagram

_LONGEST = 40


class Breadcrumb(QWidget):
    """`chosen` carries the plane to show, `up_asked` asks for the parent. Hidden where there is only one page."""

    chosen = Signal(str)
    up_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 0)
        self._row.setSpacing(4)
        self._shown: tuple[tuple[Page, ...], tuple[Page, ...]] = ((), ())

    def show_page(self, diagram: Diagram, plane: str) -> None:
        """Show the way to this plane."""
        shown = way(diagram, plane), roots(diagram)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        path, pages = shown
        if len(pages) > 1 and path:
            self._row.addWidget(self._switcher(path[0], pages))
        for number, page in enumerate(path):
            is_last = number == len(path) - 1
            if number:
                self._row.addWidget(plain("›", "hint"))
            if number or len(pages) < 2 or not is_last:
                self._row.addWidget(self._crumb(page, is_last))
        if len(path) > 1:
            up = QToolButton(autoRaise=True)
            up.setText(QKeySequence("Alt+Up").toString(QKeySequence.SequenceFormat.NativeText))
            up.setToolTip(self.tr("To the parent"))
            up.clicked.connect(lambda _checked=False: self.up_asked.emit())
            self._row.addWidget(up)
        self._row.addStretch()
        self.setVisible(len(path) > 1 or len(pages) > 1)

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setObjectName("")
                widget.deleteLater()

    def _switcher(self, current: Page, pages: Sequence[Page]) -> QPushButton:
        """The page at the root, with a menu of all such pages."""
        button = QPushButton(_short(current.label), flat=True)
        button.setObjectName("pages")
        button.setToolTip(self.tr("The pages of this file"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for page in pages:
            action = menu.addAction(_short(page.label))
            action.setCheckable(True)
            action.setChecked(page == current)
            action.triggered.connect(lambda _checked=False, plane=page.plane: self.chosen.emit(plane))
            group.addAction(action)
        button.setMenu(menu)
        return button

    def _crumb(self, page: Page, is_last: bool) -> QPushButton:
        button = QPushButton(_short(page.label), flat=True)
        button.setObjectName("crumb")
        button.setProperty("role", "here" if is_last else "")
        button.setEnabled(not is_last)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(page.plane))
        return button


def _short(label: str) -> str:
    line = " ".join(label.split()).replace("&", "&&")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
