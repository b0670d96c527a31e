"""Problems panel: the findings of the checks; choosing one selects its element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTreeWidget, QTreeWidgetItem, QWidget

from procos_studio.app.icons import glyph
from procos_studio.app.tips import tip
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import told
from procos_studio.canvas.turns import Turn
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, Severity

_ELEMENTS = Qt.ItemDataRole.UserRole
_MOST, _AT_ONCE = 500, 50
"""More problems than a person reads, and so many as are listed in one turn: ten thousand would take a second."""

_MESSAGE, _WHERE, _HINT = range(3)
_GLYPHS = {
    Severity.ERROR: ("mdi6.close-octagon", "failed"),
    Severity.WARNING: ("mdi6.alert", "waiting"),
    Severity.INFO: ("mdi6.information-outline", "accent"),
}


class ProblemsPanel(QWidget):
    """`element_chosen` carries the id of the element to show."""

    element_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Sequence[Problem], Diagram | None] = ((), None)
        self._rest: Iterator[QTreeWidgetItem] = iter(())
        self._turn = Turn(self, self._go_on)
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Problems"))
        self.tree.setHeaderLabels([self.tr("Problem"), self.tr("Where"), self.tr("What to do")])
        self.tree.header().setStretchLastSection(False)
        for column in (_MESSAGE, _HINT):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(_WHERE, 160)
        self.empty = QLabel(self.tr("No problems. Press Ctrl+B to check again at any time."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tree)
        self.tree.itemActivated.connect(self._choose)
        self.tree.itemClicked.connect(self._choose)

    def show_problems(self, problems: Sequence[Problem], diagram: Diagram | None) -> None:
        """List these findings; names of elements come from the diagram."""
        if problems and self._shown == (problems, diagram) and self.tree.topLevelItemCount():
            return
        self._fill(problems, diagram)

    def _fill(self, problems: Sequence[Problem], diagram: Diagram | None) -> None:
        self._shown = (problems, diagram)
        self._rest = self._entries(problems, diagram)
        self.tree.clear()
        self._stack.setCurrentIndex(1 if problems else 0)
        self._go_on()

    def _entries(self, problems: Sequence[Problem], diagram: Diagram | None) -> Iterator[QTreeWidgetItem]:
        for problem in problems[:_MOST]:
            yield self._entry(problem, diagram)
        more = len(problems) - _MOST
        if more > 0:
            yield QTreeWidgetItem([self.tr("… and %n more; mend some of these first.", "", more)])

    def _go_on(self) -> None:
        """List some more, as long as there are any."""
        some = list(islice(self._rest, _AT_ONCE))
        self.tree.addTopLevelItems(some)
        if some:
            self._turn.ask()

    def choose_next(self) -> None:
        """Go to the next problem in the list, after the last to the first."""
        self.tree.addTopLevelItems(list(self._rest))
        current = self.tree.currentItem()
        row = self.tree.indexOfTopLevelItem(current) if current is not None else -1
        item = self.tree.topLevelItem((row + 1) % max(1, self.tree.topLevelItemCount()))
        if item is not None:
            self.tree.setCurrentItem(item)
            self._choose(item)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        self._theme = theme
        self._fill(*self._shown)

    def _entry(self, problem: Problem, diagram: Diagram | None) -> QTreeWidgetItem:
        element = diagram.get(problem.elements[0]) if diagram and problem.elements else None
        message, hint = told(problem.message), told(problem.hint)
        item = QTreeWidgetItem([message, element.label if element else "", hint])
        name, token = _GLYPHS[problem.severity]
        item.setIcon(0, glyph(name, self._theme, token))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{self._severity(problem)}: {message}")
        item.setData(0, _ELEMENTS, list(problem.elements))
        words = tip(f"{message}\n{hint}\n{problem.code}")
        for column in (_MESSAGE, _WHERE, _HINT):
            item.setToolTip(column, words)
        return item

    def _severity(self, problem: Problem) -> str:
        if problem.severity is Severity.ERROR:
            return self.tr("error")
        return self.tr("warning") if problem.severity is Severity.WARNING else self.tr("note")

    def _choose(self, item: QTreeWidgetItem) -> None:
        elements = item.data(0, _ELEMENTS)
        if elements:
            self.element_chosen.emit(elements[0])
