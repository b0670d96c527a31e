"""Trial: runs a draft alone on the embedded engine with what its form says, and shows what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from procos_studio.app.document import Document
from procos_studio.app.form_fields import FormField
from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.forms.fields import plain
from procos_studio.app.inputs import inputs
from procos_studio.app.panels.events import EventsPanel
from procos_studio.app.panels.generated import GeneratedForm
from procos_studio.app.panels.variables import VariablesPanel
from procos_studio.app.runs import Run
from procos_studio.app.styling import restyle
from procos_studio.bpmn.variables import reads
from procos_studio.canvas.translating import advice, told
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused
from procos_studio.runtime.state import InstanceState, RunState, Status

_EVEN = 1_000
"""What was set and what happened share the room evenly at first."""


class Trial(QWidget):
    """`alone` makes the process to run, and says where in it the block is.

    `ended` tells that a run is over, `keep_asked` wants a scenario of it, `scenario_chosen` carries which of those
    shown is to be filled in.
    """

    ended = Signal()
    keep_asked = Signal()
    scenario_chosen = Signal(int)

    def __init__(self, alone: Callable[[], tuple[Diagram, str]]) -> None:
        super().__init__()
        self.setObjectName("form")
        self._alone = alone
        self.run: Run | None = None
        self.variables: dict[str, Any] = {}
        self._form = GeneratedForm(())
        self._around = QVBoxLayout()
        self.note = plain(self.tr("Fill in the form at the right, then run the block alone."), "hint")
        self.start = QPushButton(self.tr("Run it"))
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(lambda _checked=False: self.begin())
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(lambda _checked=False: self.give_up())
        self.keep = QPushButton(self.tr("Save as a scenario…"))
        self.keep.clicked.connect(lambda _checked=False: self.keep_asked.emit())
        self.scenarios = CalmCombo()
        self.scenarios.setAccessibleName(self.tr("Scenarios"))
        self.scenarios.activated.connect(lambda index: self.scenario_chosen.emit(index - 1) if index > 0 else None)
        self.result, self.events = VariablesPanel(), EventsPanel()
        self.result.empty.setText(self.tr("What the block sets will stand here."))
        self._lay_out()
        self.follow()
        self.show_scenarios(())
        self._show()

    def _lay_out(self) -> None:
        top = QWidget()
        top.setObjectName("form")
        column = QVBoxLayout(top)
        column.setContentsMargins(16, 16, 12, 8)
        column.addLayout(self._around)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(top)
        area.setMinimumHeight(64)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 8)
        buttons.setSpacing(8)
        for button in (self.start, self.stop, self.keep):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.scenarios)
        self.note.setContentsMargins(16, 8, 16, 8)
        results = QSplitter(Qt.Orientation.Vertical)
        results.addWidget(self.result)
        results.addWidget(self.events)
        results.setSizes([_EVEN, _EVEN])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        layout.addWidget(results, 1)

    @property
    def results(self) -> dict[str, Any]:
        """The variables that the last run set and did not start with."""
        instance = self._instance()
        found = dict(instance.variables) if instance is not None else {}
        return {name: value for name, value in found.items() if self.variables.get(name) != value}

    def follow(self) -> None:
        """The draft, or what is filled in, changed: ask for the variables that it reads now."""
        fields = self._fields()
        if [field.id for field in fields] == list(self._form.editors):
            return
        texts = {name: editor.text() for name, editor in self._form.editors.items() if editor.text()}
        old, self._form = self._form, GeneratedForm(fields, texts)
        self._around.addWidget(self._form)
        old.hide()
        old.deleteLater()

    def _fields(self) -> tuple[FormField, ...]:
        """The variables around the block: those that its parameters read, and those that its inside reads past them."""
        diagram, key = self._alone()
        past = inputs(diagram, Document(diagram, None).startable()[0].id)
        names = sorted(reads(diagram[key]) - {field.id for field in past})
        return (*past, *(FormField(name, name, "json", hint=self.tr("text, number or JSON")) for name in names))

    def show_scenarios(self, names: Sequence[str]) -> None:
        """Offer these."""
        self.scenarios.clear()
        self.scenarios.addItems([self.tr("Fill in a scenario"), *names])
        self.scenarios.setVisible(bool(names))

    def show_variables(self, variables: Mapping[str, Any]) -> None:
        """Fill in what stands around the block."""
        old, self._form = self._form, GeneratedForm(())
        old.deleteLater()
        self.variables = dict(variables)
        self._form = GeneratedForm(self._fields(), variables)
        self._around.addWidget(self._form)

    def begin(self) -> None:
        """Run the draft from its beginning."""
        if self.run is not None and self.run.is_running:
            return
        self.follow()
        values = self._form.values()
        if values is None:
            return
        self.variables = {name: value for name, value in values.items() if value is not None}
        self.forget()
        document = Document(self._alone()[0], None)
        run = Run(document, self)
        try:
            run.start(document.startable()[0].id, self.variables)
        except Refused as refused:
            run.deleteLater()
            self._say(" ".join(advice(problem) for problem in refused.problems[:3]), "error")
            return
        self.run = run
        self.events.events.clear(document.diagram)
        run.advanced.connect(self._follow_run)
        run.ended.connect(self._end)
        self._show()

    def give_up(self) -> None:
        """End the run."""
        if self.run is not None:
            self.run.stop()

    def forget(self) -> None:
        """Show no run."""
        run, self.run = self.run, None
        if run is not None:
            run.deleteLater()
        self.result.show_state(RunState.empty(), None)

    async def closed(self) -> None:
        """End the run, and wait until nothing of it is left."""
        if self.run is not None:
            await self.run.closed()

    def _follow_run(self, events: object) -> None:
        if self.run is not None and isinstance(events, tuple):
            self.events.append(events)
            self.result.show_state(self.run.state, self.run.document.diagram)
            self._show()

    def _end(self) -> None:
        self._show()
        self.ended.emit()

    def _instance(self) -> InstanceState | None:
        return next(iter(self.run.state.instances.values()), None) if self.run is not None else None

    def _show(self) -> None:
        running = self.run is not None and self.run.is_running
        instance = self._instance()
        self.start.setEnabled(not running)
        self.stop.setEnabled(running)
        self.keep.setEnabled(instance is not None and not running)
        if self.run is None:
            return
        waiting = [str(task.data.get("name") or task.element) for task in self.run.state.user_tasks.values()]
        incidents = [incident.message for incident in self.run.state.incidents.values()]
        if incidents:
            self._say(told(incidents[0]), "error")
        elif waiting and running:
            self._say(self.tr("It waits for a person: {task}.").format(task=waiting[0]), "warning")
        elif running:
            self._say(self.tr("It runs…"), "hint")
        elif self.run.failure:
            self._say(advice(self.run.failure[0]), "error")
        elif instance is not None:
            self._say(*self._verdict(instance))

    def _verdict(self, instance: InstanceState) -> tuple[str, str]:
        if instance.status is Status.DONE:
            names = ", ".join(self.results)
            return self.tr("Done. It set {names}.").format(names=names) if names else self.tr("Done."), "value"
        if instance.status is Status.CANCELLED:
            return self.tr("Stopped."), "hint"
        return told(instance.reason) or self.tr("It failed."), "error"

    def _say(self, text: str, role: str) -> None:
        self.note.setText(text)
        self.note.setObjectName("note")
        restyle(self.note, "role", role)
