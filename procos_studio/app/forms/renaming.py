"""RenameVariable: asks for another name of a variable, and shows every place that would change, before it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.forms.fields import plain
from procos_studio.app.sizing import open_at
from procos_studio.app.styling import restyle
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import advice, told
from procos_studio.edits.rename_variable import Doubt, Place, preview, rename_variable
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

_SIZE = (760, 440)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RenameVariable(QDialog):
    """`scope` is any element of the process to which the variable belongs."""

    def __init__(self, parent: QWidget, diagram: Diagram, scope: str, name: str) -> None:
        super().__init__(parent)
        self.setObjectName("rename-variable")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename the variable “{name}”").format(name=name))
        open_at(self, *_SIZE)
        self._diagram, self._scope, self._old = diagram, scope, name
        self._found: tuple[Place, ...] = ()
        self.name_edit = QLineEdit(name)
        self.name_edit.setAccessibleName(self.tr("New name"))
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("What changes"))
        self.tree.setHeaderLabels([self.tr("Where"), self.tr("Now"), self.tr("Then")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.note = plain("", "note")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Cancel)
        self.rename_button = buttons.addButton(self.tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.rename_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        label = plain(self.tr("New name"), "field-label")
        label.setBuddy(self.name_edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (label, self.name_edit, self.note):
            layout.addWidget(widget)
        layout.addWidget(self.tree, 1)
        layout.addWidget(buttons)
        self.name_edit.textChanged.connect(lambda _text: self._preview())
        self._preview()
        self.name_edit.selectAll()
        self.name_edit.setFocus()

    def places(self) -> list[tuple[str, str]]:
        """Each place that is listed, before and after."""
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [(item.text(1), item.text(2)) for item in items if item is not None]

    def accept(self) -> None:
        """Do it in one edit, unless something speaks against it."""
        if not self.rename_button.isEnabled():
            return
        try:
            rename_variable(self._diagram, self._scope, self._old, self.name_edit.text().strip(), self._chosen())
        except Refused as refused:
            self._say(advice(refused.problems[0]), "error")
            return
        super().accept()

    def _chosen(self) -> list[Place]:
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        checked = [item is not None and item.checkState(0) == _CHECKED for item in items]
        return [place for place, is_checked in zip(self._found, checked, strict=True) if is_checked]

    def _preview(self) -> None:
        new = self.name_edit.text().strip()
        self.tree.clear()
        try:
            found = preview(self._diagram, self._scope, self._old, new if new != self._old else f"{self._old}_")
        except Refused as refused:
            self.rename_button.setEnabled(False)
            self._say(advice(refused.problems[0]), "error")
            return
        self._found = found
        for place in found:
            self.tree.addTopLevelItem(self._item(place, shows_after=new != self._old))
        self.rename_button.setEnabled(bool(found) and new != self._old)
        self._say(self.tr("%n places name it.", "", len(found)), "hint")

    def _item(self, place: Place, *, shows_after: bool) -> QTreeWidgetItem:
        element = self._diagram.get(place.element)
        where = f"{element.label if element else place.element} · {told(place.what)}"
        doubts = {
            Doubt.RESULT: self.tr(" (may be a result of its own)"),
            Doubt.LANGUAGE: self.tr(" (another language: look at it)"),
        }
        before, after = _lines(place.before, place.after)
        item = QTreeWidgetItem([where + doubts.get(place.doubt, ""), before, after if shows_after else ""])
        item.setCheckState(0, _UNCHECKED if place.doubt else _CHECKED)
        for column in range(3):
            item.setToolTip(column, tip((where, place.before, place.after if shows_after else "")[column]))
        return item

    def _say(self, text: str, role: str) -> None:
        self.note.setText(text)
        restyle(self.note, "role", role)


def _lines(before: str, after: str) -> tuple[str, str]:
    """The first line that changes, as it was and as it becomes."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    was, is_now = next(((one, other) for one, other in pairs if one != other), (before, after))
    return was.strip(), is_now.strip()
