"""Parameters: the list of a draft's parameters, and what is asked of the one chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from procos_studio.app.authoring import questions
from procos_studio.app.authoring.answers import Answers
from procos_studio.app.authoring.suggesting import suggest
from procos_studio.app.forms.fields import plain, sign_button
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import told
from procos_studio.library import BlockDefinition, describing, drafting

_ID = Qt.ItemDataRole.UserRole
_LIST = 210


class Parameters(QWidget):
    """`changed` carries the draft after each change, `typing` comes with every key."""

    changed = Signal(object)
    typing = Signal()

    def __init__(self, block: BlockDefinition) -> None:
        super().__init__()
        self._block = block
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parameters"))
        self.list.setFixedWidth(_LIST)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        self.add = sign_button("mdi6.plus", self.tr("Add a parameter (Insert)"), self._add)
        self.remove = sign_button("mdi6.minus", self.tr("Remove the parameter (Delete)"), self._remove)
        self.up = sign_button("mdi6.arrow-up", self.tr("Move up (Alt+Up)"), lambda: self._move(-1))
        self.down = sign_button("mdi6.arrow-down", self.tr("Move down (Alt+Down)"), lambda: self._move(1))
        self.list.installEventFilter(self)
        self.empty = plain(self.tr("No parameters yet. Add one to let people set what the block works with."), "hint")
        self.empty.setContentsMargins(16, 16, 16, 16)
        self.answers: Answers | None = None
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shape: tuple[str, ...] = ()
        self._lay_out()
        self._fill(block.properties[0].id if block.properties else "")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 4, 8, 8)
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(8, 8, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left)
        layout.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._area, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, Insert adds, Delete removes, and Alt with arrows moves."""
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        alone, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
        acts: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Insert, alone): self._add,
            (Qt.Key.Key_Delete, alone): self._remove,
            (Qt.Key.Key_Up, alt): partial(self._move, -1),
            (Qt.Key.Key_Down, alt): partial(self._move, 1),
        }
        act = acts.get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            act()
        return True

    @property
    def chosen(self) -> str:
        """The id of the parameter in question; `""` for none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def choose(self, name: str) -> None:
        """Ask about this parameter."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == name:
                self.list.setCurrentRow(row)

    def show_block(self, block: BlockDefinition) -> None:
        """Show a draft that was changed elsewhere."""
        self._block = block
        self._fill(self.chosen)

    def commit(self) -> None:
        """Take over what is being typed."""
        if self.answers is not None:
            self.answers.commit()

    def draft(self, block: BlockDefinition) -> BlockDefinition:
        """A draft with what is being typed of the parameter in question."""
        parameter = block.parameter(self.chosen)
        typed = self.answers.draft() if self.answers is not None and parameter is not None else {}
        for name, text in typed.items():
            if parameter is not None and not (name == "id" and block.parameter(text) is not None):
                block = describing.with_parameter(block, parameter, name, text)
        return block

    def _add(self) -> None:
        self.commit()
        before = {item.id for item in self._block.properties}
        self._change(drafting.added(self._block, "parameter"))
        self.choose(next((item.id for item in self._block.properties if item.id not in before), ""))
        if self.answers is not None:
            self.answers.focus_first()

    def _remove(self) -> None:
        names = [item.id for item in self._block.properties]
        name = self.chosen
        if name:
            at = names.index(name)
            rest = names[:at] + names[at + 1 :]
            self._change(drafting.removed(self._block, name), rest[min(at, len(rest) - 1)] if rest else "")

    def _move(self, by: int) -> None:
        self.commit()
        if self.chosen:
            self._change(drafting.moved(self._block, self.chosen, by))

    def _change(self, block: BlockDefinition, chosen: str = "") -> None:
        self._block = block
        self._fill(chosen or self.chosen)
        self.changed.emit(block)

    def _answer(self, name: str, text: str) -> None:
        parameter = self._block.parameter(self.chosen)
        if parameter is None:
            return
        if name == "id" and text != parameter.id and self._is_taken(text):
            self._say({"id": self.tr("“{name}” is taken.").format(name=text)})
            return
        block = describing.with_parameter(self._block, parameter, name, text)
        self._change(block, text if name == "id" else parameter.id)

    def _is_taken(self, name: str) -> bool:
        return any(item.id == name for item in self._block.properties)

    def _fill(self, chosen: str) -> None:
        """List the parameters of now, and ask about the one chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        for parameter in self._block.properties:
            item = QListWidgetItem(parameter.label or parameter.id)
            item.setData(_ID, parameter.id)
            item.setToolTip(tip(" · ".join(filter(None, (parameter.label, parameter.id, parameter.group)))))
            self.list.addItem(item)
            if parameter.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        parameter = self._block.parameter(self.chosen)
        self.empty.setVisible(parameter is None)
        self._area.setVisible(parameter is not None)
        for button in (self.remove, self.up, self.down):
            button.setEnabled(parameter is not None)
        if parameter is None:
            self.answers, self._shape = None, ()
            return
        asked = questions.of_parameter(self._block, parameter)
        others = tuple(item.label for item in self._block.properties if item.id != parameter.id)
        shape = (parameter.binding.type, *(item.type for item in asked), *others)
        if self.answers is None or shape != self._shape:
            self._ask(Answers(asked, ("id",)), shape)
            self._suggest_sections()
        if self.answers is not None:
            self.answers.show_values(describing.of_parameter(self._block, parameter))
            about = [item for item in drafting.lacking(self._block) if item.elements[:1] == (parameter.id,)]
            self._say({name: told(item.message) for item in about for name in item.elements[1:]})

    def _suggest_sections(self) -> None:
        row = self.answers.rows.get("group") if self.answers is not None else None
        line = row.field.editor() if row is not None else None
        if isinstance(line, QLineEdit):
            suggest(line, list(dict.fromkeys(item.group for item in self._block.properties if item.group)))

    def _ask(self, answers: Answers, shape: tuple[str, ...]) -> None:
        """Ask these questions, at the same place of the form as before."""
        before, focus = self.answers, ""
        if before is not None:
            focus = next((name for name, row in before.rows.items() if row.isAncestorOf(before.focusWidget())), "")
        place = self._area.verticalScrollBar().value()
        self.answers, self._shape = answers, shape
        answers.answered.connect(self._answer)
        answers.typing.connect(self.typing)
        self._area.setWidget(answers)
        self._area.verticalScrollBar().setValue(place)
        if focus in answers.rows:
            answers.rows[focus].field.editor().setFocus()

    def _say(self, faults: dict[str, str]) -> None:
        if self.answers is not None:
            self.answers.say(faults)
