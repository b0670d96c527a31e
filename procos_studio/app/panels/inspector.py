"""Inspector: everything about the selected block: its form, its pipeline in the run shown, what it set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from procos_studio.app.panels.form import FormPanel
from procos_studio.app.panels.pipeline import PipelinePanel
from procos_studio.app.panels.variables import spelled
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.model.records import FlowNode
from procos_studio.runtime.state import RunState

_MOST = 3


class Inspector(QWidget):
    """Shows what is selected. `refused` carries a Problem when a value cannot be taken, `element_chosen` an id."""

    refused = Signal(object)
    element_chosen = Signal(str)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormPanel(library)
        self.form.refused.connect(self.refused)
        self.form.element_chosen.connect(self.element_chosen)
        self.pipeline = PipelinePanel(theme)
        self.values = QLabel(wordWrap=True)
        self.values.setTextFormat(Qt.TextFormat.PlainText)
        self.values.setObjectName("values")
        self._values_title = QLabel(self.tr("Set in this run").upper())
        self._values_title.setObjectName("section")
        self.run_part = QWidget()
        self.run_part.setObjectName("run-part")
        below = QVBoxLayout(self.run_part)
        below.setContentsMargins(16, 8, 8, 16)
        below.setSpacing(4)
        title = QLabel(self.tr("Pipeline (PDE)").upper())
        title.setObjectName("section")
        title.setIndent(0)
        self._values_title.setIndent(0)
        for widget in (title, self.pipeline, self._values_title, self.values):
            below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form, 1)
        layout.addWidget(self.run_part)
        self._diagram: Diagram | None = None
        self._element = ""
        self._state = RunState.empty()
        self.show_selection(None, ())

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self.pipeline.set_theme(theme)

    def show_selection(self, diagram: Diagram | None, selected: tuple[str, ...]) -> None:
        """Show the selected element, or what several of one kind have in common; else say what to select."""
        self._diagram = diagram
        self._element = selected[0] if len(selected) == 1 else ""
        if diagram is not None and selected:
            self.form.show_elements(diagram, selected)
        else:
            self.form.show_nothing()
        self._show_run()

    def show_state(self, state: RunState, values: Mapping[str, object]) -> None:
        """Show the selected element as it is in this state of a run; `values` are those against which forms show what
        expressions are worth.
        """
        self._state = state
        self.form.set_variables(values)
        self._show_run()

    def follow(self, diff: Diff) -> None:
        """The diagram changed."""
        self.form.follow(diff)
        self._show_run()

    def _show_run(self) -> None:
        node = self._diagram.find(self._element, FlowNode) if self._diagram and self._element else None
        is_work = node is not None and node.is_activity and not node.is_container
        self.run_part.setVisible(is_work)
        if not is_work:
            return
        self.pipeline.show_element(self._state.elements.get(self._element))
        lines = written_by(self._state, self._element)
        self._values_title.setVisible(bool(lines))
        self.values.setVisible(bool(lines))
        self.values.setText("\n".join(lines))


def written_by(state: RunState, element: str) -> list[str]:
    """`name = value` for the variables that an element set last, at most three and a word on the others.

    What is local to it, such as its own parameters, is on its form already.
    """
    found = [
        f"{name} = {spelled(trail.last.value)[:160]}"
        for scope, names in state.scopes.items()
        if scope in state.instances
        for name, trail in names.items()
        if trail.last.element == element
    ]
    found.sort()
    more = len(found) - _MOST
    return [*found[:_MOST], f"… {more} more"] if more > 0 else found
