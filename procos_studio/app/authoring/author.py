"""Author: the window in which a person makes a block: what it is called, its mask, a trial, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app import asking
from procos_studio.app.asking import Unsaved
from procos_studio.app.authoring import questions
from procos_studio.app.authoring.answers import Answers
from procos_studio.app.authoring.parameters import Parameters
from procos_studio.app.authoring.preview import Preview
from procos_studio.app.authoring.shelves import Shelves
from procos_studio.app.authoring.source import Source
from procos_studio.app.authoring.steps import Steps
from procos_studio.app.authoring.suggesting import suggest, suggest_glyphs
from procos_studio.app.authoring.trial import Trial
from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.forms.fields import plain, sign_button
from procos_studio.app.sizing import open_at, scrolled
from procos_studio.app.styling import restyle
from procos_studio.canvas.iconfont import character
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import advice
from procos_studio.library import BlockDefinition, describing, drafting
from procos_studio.library.definition import STANDARD
from procos_studio.library.keeping import clash, keep
from procos_studio.library.scenarios import Scenario, keep_scenario, scenarios_of
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

_PAUSE_MS = 120
_NARROW = 72
"""Pixels of the choice of a library at least."""


class Author(QDialog):
    """`kept` carries a block that was saved into a library, `inside_asked` wants its inside opened as a diagram.

    `typing` tells that something is being typed, or that `unsaved` may be another for another reason.
    """

    kept = Signal(object)
    inside_asked = Signal(object)
    typing = Signal()

    def __init__(self, parent: QWidget, block: BlockDefinition, origin: Source, shelves: Shelves, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("author")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.source, self._shelves = origin, shelves
        self._draft = block
        self._steps = Steps(block)
        self._published = block if block.file is not None else None
        self._saved = self._published
        self.about = Answers(questions.of_block(shelves.library.families))
        self.parameters = Parameters(block)
        self.preview = Preview(theme, block, origin.values(block) if self._published is None else {})
        self.trial = Trial(self._alone)
        self.tabs = QTabWidget()
        self.places = CalmCombo()
        self.save_button = QPushButton(self.tr("Save the block"))
        self.inside = QPushButton(self.tr("Open its inside"))
        self.undo_button = sign_button("mdi6.undo", self.tr("Undo (Ctrl+Z)"), self.undo)
        self.redo_button = sign_button("mdi6.redo", self.tr("Redo (Ctrl+Shift+Z)"), self.redo)
        self.note = plain("", "note")
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._show_draft)
        self._lay_out()
        self._connect()
        self._show_all()
        open_at(self, 1120, 720)
        self.about.focus_first()

    @property
    def draft(self) -> BlockDefinition:
        """The block as it is described now."""
        return self._draft

    @property
    def unsaved(self) -> BlockDefinition | None:
        """The block with what is being typed; None where the library has all of it."""
        block = self._draft
        for name, text in self.about.draft().items():
            block = describing.with_block(block, name, text)
        block = self.parameters.draft(block)
        return block if block != self._saved else None

    def take(self, block: BlockDefinition) -> None:
        """Go on with a draft of an earlier time."""
        self._draft = block
        self._steps.note(block)
        self._show_draft()

    def may_go(self) -> bool:
        """Whether the window may be closed: changes are saved or given up first, as the person says."""
        self._commit()
        if not self.is_changed:
            return True
        answer = asking.about_unsaved(self, self._draft.name)
        return answer is Unsaved.DISCARD or (answer is Unsaved.SAVE and self.save())

    def _lay_out(self) -> None:
        family, icon = (self.about.rows[name].field.editor() for name in ("family", "icon"))
        if isinstance(family, QLineEdit) and isinstance(icon, QLineEdit):
            suggest(family, [name for name in self._shelves.library.families if name != STANDARD])
            suggest_glyphs(icon)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(self.about)
        self.tabs.addTab(area, self.tr("Block"))
        self.tabs.addTab(self.parameters, self.tr("Parameters"))
        self.tabs.addTab(self.trial, self.tr("Try it"))
        self.preview.setMinimumWidth(340)
        split = QSplitter()
        split.addWidget(self.tabs)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([720, 400])
        for name, folder in self._shelves.places().items():
            self.places.addItem(name, folder)
            self.places.setItemData(self.places.count() - 1, str(folder), Qt.ItemDataRole.ToolTipRole)
        if self._published is not None and self._published.file is not None:
            self._keep_place(self._published)
        where = QLabel(self.tr("Keep it in"))
        where.setBuddy(self.places)
        self.places.setAccessibleName(where.text())
        # In a small window what asks gives way; the list of answers is still as wide as its longest entry.
        where.setMinimumWidth(1)
        self.places.setMinimumWidth(_NARROW)
        self.save_button.setProperty("role", "accent")
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(lambda _checked=False: self.close())
        self.inside.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 16)
        row.setSpacing(8)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addWidget(self.note, 1)
        for widget in (self.inside, where, self.places, self.save_button, close):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(split), 1)
        layout.addLayout(row)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _keep_place(self, block: BlockDefinition) -> None:
        """A block stays in the library in which it stands."""
        if block.file is None:
            return
        shelf = block.file.parent.parent.parent
        at = next((at for at in range(self.places.count()) if self.places.itemData(at) == shelf), -1)
        if at < 0:
            self.places.addItem(shelf.parent.name, shelf)
            at = self.places.count() - 1
        self.places.setCurrentIndex(at)
        self.places.setEnabled(False)

    def _connect(self) -> None:
        self.about.answered.connect(self._answer)
        self.parameters.changed.connect(self._change)
        for part in (self.about, self.parameters):
            part.typing.connect(self.typing)
        self.preview.filled.connect(self.trial.follow)
        self.trial.ended.connect(lambda: self.preview.show_worth(self.trial.variables))
        self.trial.keep_asked.connect(self._ask_for_scenario)
        self.trial.scenario_chosen.connect(self._fill_in)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.inside.clicked.connect(lambda _checked=False: self.inside_asked.emit(self._draft))
        self.tabs.currentChanged.connect(lambda _index: self._commit())
        for key, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(key), self, act)

    # the draft --------------------------------------------------------------------------------------------------------

    def _answer(self, name: str, text: str) -> None:
        self._change(describing.with_block(self._draft, name, text))

    def _change(self, block: BlockDefinition) -> None:
        self._draft = self.source.closed(block)
        self._steps.note(self._draft)
        self._timer.start()
        self.typing.emit()

    def undo(self) -> None:
        """Go back by a step."""
        self._go(self._steps.undo)

    def redo(self) -> None:
        """Take a step again that was taken back."""
        self._go(self._steps.redo)

    def _go(self, step: Callable[[], BlockDefinition]) -> None:
        self._commit()
        made = step()
        now = self._draft
        # where a block is kept, and which version of it is, no step takes back
        self._draft = (
            replace(made, id=now.id, version=now.version, file=now.file, inside=now.inside) if now.file else made
        )
        self._timer.stop()
        self._show_draft()
        self.typing.emit()

    def _commit(self) -> None:
        self.about.commit()
        self.parameters.commit()
        if self._timer.isActive():
            self._timer.stop()
            self._show_draft()

    def _show_all(self) -> None:
        self.setWindowTitle(self.tr("Block {name}").format(name=self._draft.name))
        self.about.show_values(describing.of_block(self._draft))
        self.trial.show_scenarios([item.name for item in scenarios_of(self._draft)])
        self.inside.setVisible(self._draft.inside is not None)
        self._judge()

    def _show_draft(self) -> None:
        self.setWindowTitle(self.tr("Block {name}").format(name=self._draft.name))
        self.about.show_values(describing.of_block(self._draft))
        self.parameters.show_block(self._draft)
        if not drafting.lacking(self._draft):
            self.preview.show_block(self._draft)
            self.trial.follow()
        self._judge()

    def _judge(self) -> None:
        """Say what the draft lacks, else what is worth knowing."""
        self.undo_button.setEnabled(self._steps.can_undo)
        self.redo_button.setEnabled(self._steps.can_redo)
        wrong = drafting.lacking(self._draft)
        unfed = self.source.unfed(self._draft)
        self.save_button.setEnabled(not wrong)
        icon = self._draft.icon
        self.about.say({} if character(icon) else {"icon": self.tr("There is no glyph “{name}”.").format(name=icon)})
        if wrong:
            self._say(advice(wrong[0]), "error")
        elif unfed:
            text = self.tr("Read inside, but no parameter gives it: {names}. It comes from around the block.")
            self._say(text.format(names=", ".join(unfed)), "warning")
        elif self._published is not None:
            changed = self.tr("changed") if self.is_changed else self.tr("saved")
            self._say(self.tr("Version {version}, {state}").format(version=self._draft.version, state=changed), "hint")
        else:
            self._say(self.tr("Not in a library yet."), "hint")

    @property
    def is_changed(self) -> bool:
        """Whether there is something that the library does not have."""
        return self._draft != self._saved

    def _say(self, text: str, role: str) -> None:
        self.note.setText(text)
        restyle(self.note, "role", role)

    def _alone(self) -> tuple[Diagram, str]:
        """What a trial runs: the draft with what its form says, and its key."""
        diagram, key = self.source.alone(self._draft)
        self.preview.fill_into(diagram, key)
        return diagram, key

    # keeping ----------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Keep the block in the chosen library, asking before another one is replaced; whether it is kept now."""
        self._commit()
        shelf = self.places.currentData()
        other = clash(self._draft, shelf, self._shelves.library.blocks)
        if other is not None and not self._may_replace(other):
            return False
        before = self._published or other
        made = drafting.issued(self._draft, before) if before is not None and self.is_changed else self._draft
        if other is not None:
            made = replace(made, id=other.id, file=other.file)
        try:
            kept = keep(made, shelf, self.source.inside(made))
        except Refused as refused:
            self._say(advice(refused.problems[0]), "error")
            return False
        self._draft = self._published = self._saved = kept
        self._steps.keep(kept)
        self.typing.emit()
        self._keep_place(kept)
        self._show_all()
        self.parameters.show_block(kept)
        self.kept.emit(kept)
        return True

    def _may_replace(self, other: BlockDefinition) -> bool:
        box = QMessageBox(self)
        box.setObjectName("replace-block")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("ProcOS Studio")
        box.setText(self.tr("The library has a block “{name}” already ({id}).").format(name=other.name, id=other.id))
        if other.file is None or not other.file.is_relative_to(self.places.currentData()):
            box.setInformativeText(self.tr("It stands in another library. Call this one something else."))
            box.setStandardButtons(QMessageBox.StandardButton.Cancel)
            box.exec()
            return False
        text = self.tr("Replaced, this becomes its version {version}. Blocks placed before stay as they are.")
        box.setInformativeText(text.format(version=other.version + 1))
        replaced = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replaced

    # scenarios --------------------------------------------------------------------------------------------------------

    def _ask_for_scenario(self) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName("scenario")
        dialog.setWindowTitle(self.tr("Save as a scenario"))
        dialog.setLabelText(self.tr("What is this case called?"))
        dialog.setTextValue(self.tr("Usual case"))
        dialog.textValueSelected.connect(self._keep_scenario)
        dialog.open()

    def _keep_scenario(self, name: str) -> None:
        made = Scenario(name.strip() or "?", self.preview.values, self.trial.variables, self.trial.results)
        try:
            file = keep_scenario(self._draft, made)
        except Refused as refused:
            self._say(advice(refused.problems[0]), "error")
            return
        self.trial.show_scenarios([item.name for item in scenarios_of(self._draft)])
        self._say(self.tr("Saved as {file}.").format(file=file.name), "value")

    def _fill_in(self, number: int) -> None:
        known = scenarios_of(self._draft)
        if 0 <= number < len(known):
            self.preview.fill(dict(known[number].parameters))
            self.trial.show_variables(known[number].variables)

    # closing ----------------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Escape closes as the button does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once changes are saved or given up; a trial under way is ended first."""
        if not self.may_go():
            event.ignore()
            return
        run = self.trial.run
        if run is not None and run.is_running:
            self.hide()
            self._saved = self._draft
            run.ended.connect(self.close)
            run.stop()
            event.ignore()
            return
        event.accept()
