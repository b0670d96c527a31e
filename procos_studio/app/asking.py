"""Asking: the few questions that stop the work: what to do with unsaved changes, which file, what a run starts with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.form_fields import FormField
from procos_studio.app.panels.generated import GeneratedForm
from procos_studio.app.sizing import open_at, scrolled
from procos_studio.canvas.translating import advice
from procos_studio.problems import Problem

translate = QCoreApplication.translate


class Unsaved(StrEnum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def about_unsaved(parent: QWidget, name: str) -> Unsaved:
    """Ask what to do with the changes of a document that is about to go."""
    text = translate("Asking", "“{name}” has changes that are not saved.").format(name=name)
    box = question(parent, "unsaved", text, translate("Asking", "Without saving, they are lost."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answer = box.exec()
    return {buttons.Save: Unsaved.SAVE, buttons.Discard: Unsaved.DISCARD}.get(buttons(answer), Unsaved.CANCEL)


class Overtaken(StrEnum):
    """What to do with a file that another program changed since."""

    OVERWRITE = "overwrite"
    SAVE_AS = "save-as"
    CANCEL = "cancel"


def about_overtaken(parent: QWidget, name: str) -> Overtaken:
    """Ask whether to save over what another program wrote."""
    text = translate("Asking", "Another program changed “{name}” since it was opened or saved here.").format(name=name)
    box = question(parent, "overtaken", text, translate("Asking", "Saving would overwrite those changes."))
    over = box.addButton(translate("Asking", "Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
    other = box.addButton(translate("Asking", "Save as…"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    clicked = box.clickedButton()
    return Overtaken.OVERWRITE if clicked is over else Overtaken.SAVE_AS if clicked is other else Overtaken.CANCEL


def about_failed_save(parent: QWidget, path: Path, reason: str) -> bool:
    """Say why a file could not be saved; whether to save elsewhere."""
    text = translate("Asking", "{name} could not be saved: {reason}.").format(name=path.name, reason=reason)
    note = translate("Asking", "What the file held is still there. Save it in another place, or mend this one first.")
    box = question(parent, "told", text, note)
    elsewhere = box.addButton(translate("Asking", "Save as…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(elsewhere)
    box.exec()
    return box.clickedButton() is elsewhere


def may_discard(parent: QWidget, name: str) -> bool:
    """Ask whether unsaved work of an earlier studio may go for good."""
    text = translate("Asking", "Give up the unsaved changes to “{name}”?").format(name=name)
    box = question(parent, "discard", text, translate("Asking", "They cannot be brought back afterwards."))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Discard


def question(parent: QWidget, name: str, text: str, note: str) -> QMessageBox:
    """A box, found as `name`, that asks something; the caller gives it its answers."""
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("ProcOS Studio")
    box.setText(text)
    box.setInformativeText(note)
    return box


def paths_to_open(parent: QWidget, folder: str) -> list[Path]:
    """Ask for files to open; none when it was cancelled."""
    kinds = translate("Asking", "BPMN diagrams (*.bpmn *.bpmn20.xml *.xml);;All files (*)")
    names, _ = QFileDialog.getOpenFileNames(parent, translate("Asking", "Open"), folder, kinds)
    return [Path(name) for name in names]


def path_to_save(parent: QWidget, proposal: str, suffix: str, title: str = "") -> Path | None:
    """Ask where to save; None when it was cancelled. The suffix (such as `.bpmn`) is added where there is none."""
    name, _ = QFileDialog.getSaveFileName(parent, title or translate("Asking", "Save as"), proposal, f"*{suffix}")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_name(path.name + suffix)


def tell(parent: QWidget, title: str, problems: Iterable[Problem]) -> None:
    """Say what went wrong, and what to do about it."""
    lines = [advice(problem) for problem in problems]
    box = QMessageBox(parent)
    box.setObjectName("told")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("ProcOS Studio")
    box.setText(title)
    more = translate("Asking", "… and {count} more").format(count=len(lines) - 8)
    box.setInformativeText("\n".join(lines if len(lines) <= 8 else (*lines[:8], more)))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


class StartDialog(QDialog):
    """Asks for what a process wants to be told. `answers` holds the values once it was accepted."""

    def __init__(self, parent: QWidget, name: str, fields: Sequence[FormField], values: Mapping[str, Any]) -> None:
        super().__init__(parent)
        self.setObjectName("start-dialog")
        self.setWindowTitle(translate("Asking", "Run {name}").format(name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.answers: dict[str, Any] = {}
        title = QLabel(name)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("page-title")
        note = QLabel(translate("Asking", "What should it start with? Empty fields are left out."), wordWrap=True)
        note.setObjectName("hint")
        self.form = GeneratedForm(fields, values)
        area = scrolled(self.form)
        area.setMaximumHeight(480)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.run_button = buttons.addButton(translate("Asking", "Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.run_button.setProperty("role", "primary")
        self.run_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (title, note, area, buttons):
            layout.addWidget(widget)
        wanted = min(480, self.form.sizeHint().height() + 8)
        open_at(self, 440, self.sizeHint().height() - area.sizeHint().height() + wanted)
        self.form.focus_first()

    def accept(self) -> None:
        """Close if all answers can be taken."""
        values = self.form.values()
        if values is not None:
            self.answers = {name: value for name, value in values.items() if value is not None}
            super().accept()
