"""Upgrading: a quiet bar that says how many blocks are older than the library, and what an upgrade would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.findings import Findings
from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.forms.fields import plain
from procos_studio.app.sizing import open_at
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import advice, told
from procos_studio.checks.masks import OUTDATED
from procos_studio.edits.exchanging import planned
from procos_studio.edits.merging import Question
from procos_studio.edits.upgrade_blocks import upgrade_blocks
from procos_studio.library import Library, mask, upgrade
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

_KEY = Qt.ItemDataRole.UserRole


def outdated(found: Findings | None) -> tuple[str, ...]:
    """The blocks that a check found to be older than the library."""
    problems = found.problems if found is not None else ()
    return tuple(problem.elements[0] for problem in problems if problem.code == OUTDATED)


class UpgradeBar(QFrame):
    """Stands above the canvas while there is something to upgrade and nobody has put it away.

    `asked` wants to see what changes.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._keys: tuple[str, ...] = ()
        self._put_away: frozenset[str] = frozenset()
        self.text = plain("", "notice-text")
        self.show_button = QPushButton(self.tr("Show what changes…"))
        self.show_button.clicked.connect(lambda _checked=False: self.asked.emit())
        self.later = QPushButton(self.tr("Not now"))
        self.later.clicked.connect(lambda _checked=False: self._hide())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.later)
        self.hide()

    def show_outdated(self, keys: Iterable[str]) -> None:
        """These blocks can be upgraded; those that were there when it was put away do not bring it back."""
        self._keys = tuple(keys)
        self.text.setText(self.tr("%n blocks can be upgraded: the library has newer versions.", "", len(self._keys)))
        self.setVisible(bool(set(self._keys) - self._put_away))

    def _hide(self) -> None:
        self._put_away = frozenset(self._keys)
        self.hide()


class UpgradeDialog(QDialog):
    """Lists the blocks with what an upgrade would change; those that are ticked are upgraded as one edit."""

    def __init__(self, parent: QWidget, diagram: Diagram, keys: Sequence[str], library: Library) -> None:
        super().__init__(parent)
        self.setObjectName("upgrade")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Upgrade blocks"))
        self._diagram, self._library = diagram, library
        self.choices: dict[str, dict[str, CalmCombo]] = {}
        title = plain(self.tr("What an upgrade changes"), "page-title")
        said = self.tr("What people filled in, and changed inside, stays. One undo takes all of it back.")
        note = plain(said, "hint")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(title.text())
        self.note = plain("", "note")
        self.note.setProperty("role", "error")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.upgrade_button = QPushButton()
        self.upgrade_button.setProperty("role", "accent")
        buttons.addButton(self.upgrade_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.upgrade_button.clicked.connect(lambda _checked=False: self._upgrade())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (title, note, self.tree, self.note, buttons):
            layout.addWidget(widget)
        for key in keys:
            self._add(key)
        self.tree.itemChanged.connect(lambda _item, _column: self._count())
        self._count()
        open_at(self, 620, 460)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The blocks to upgrade."""
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return tuple(str(item.data(0, _KEY)) for item in items if item and item.checkState(0) == Qt.CheckState.Checked)

    def _add(self, key: str) -> None:
        element = self._diagram.get(key)
        block = self._library.get(element.get(mask.STAMP)) if element is not None else None
        if element is None or block is None or not upgrade.is_due(element, block):
            return
        item = QTreeWidgetItem([element.label])
        item.setData(0, _KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        self.tree.addTopLevelItem(item)
        try:
            inside = planned(self._diagram, key, block).merge
        except Refused as refused:
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.addChild(QTreeWidgetItem([advice(refused.problems[0])]))
            item.setExpanded(True)
            return
        for change in (*upgrade.plan(self._diagram, key, block), *inside.changes):
            child = QTreeWidgetItem([told(change.message)])
            child.setToolTip(0, tip(" → ".join(text for text in (change.before, change.after) if text)))
            item.addChild(child)
        self.choices[key] = {question.id: self._ask(item, question) for question in inside.questions}
        item.setExpanded(True)

    def _ask(self, item: QTreeWidgetItem, question: Question) -> CalmCombo:
        """What both have changed, and below it which of the two is to stand; nothing is lost where nobody chooses."""
        asked, answer, combo = QTreeWidgetItem([told(question.message)]), QTreeWidgetItem(), CalmCombo()
        combo.addItem(self.tr("Here: {text}").format(text=_short(told(question.mine))), False)
        combo.addItem(self.tr("New version: {text}").format(text=_short(told(question.theirs))), True)
        for index, text in enumerate((question.mine, question.theirs)):
            combo.setItemData(index, tip(told(text)), Qt.ItemDataRole.ToolTipRole)
        combo.setAccessibleName(told(question.message))
        item.addChild(asked)
        asked.addChild(answer)
        self.tree.setItemWidget(answer, 0, combo)
        asked.setExpanded(True)
        return combo

    @property
    def answers(self) -> dict[str, list[str]]:
        """By block, the questions at which the new version is taken."""
        return {
            key: [name for name, combo in asked.items() if combo.currentData()] for key, asked in self.choices.items()
        }

    def _count(self) -> None:
        count = len(self.ticked)
        self.upgrade_button.setText(self.tr("Upgrade %n blocks", "", count))
        self.upgrade_button.setEnabled(count > 0)

    def _upgrade(self) -> None:
        try:
            upgrade_blocks(self._diagram, self.ticked, self._library, self.answers)
        except Refused as refused:
            self.note.setText(told(refused.problems[0].message))
            return
        self.accept()


def _short(text: str) -> str:
    """The first line, as far as a list has room for it."""
    line = text.strip().partition("\n")[0]
    return line if line == text.strip() and len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 60
