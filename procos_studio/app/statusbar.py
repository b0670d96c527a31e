"""Status bar: the state of the run at the left, the target and the zoom at the right, short messages between."""

from __future__ import annotations

import time
from collections import deque
from weakref import WeakKeyDictionary

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QStatusBar, QToolButton, QWidget

from procos_studio.app.debugging.telling import sentence
from procos_studio.app.findings import Findings
from procos_studio.app.session import Session
from procos_studio.app.tips import tip
from procos_studio.canvas.translating import told
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.problems import Severity
from procos_studio.runtime.state import RunState, Status
from procos_studio.targets import TARGETS

_MESSAGE_MS = 6000


class StatusBar(QStatusBar):
    """`target_chosen` carries the id of a target."""

    target_chosen = Signal(str)

    def __init__(self, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.run, self.done, self.tokens, self.rate = QLabel(), QLabel(), QLabel(), QLabel()
        self.message = QLabel()
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.zoom = QLabel()
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.target = QToolButton(autoRaise=True, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.target.setObjectName("target")
        self.target.setMenu(self._target_menu(target))
        for label in (self.run, self.done, self.tokens, self.rate):
            self.addWidget(label)
        self.addWidget(self.message, 1)
        self.addPermanentWidget(self.target)
        self.addPermanentWidget(self.zoom)
        self._times: deque[tuple[float, int]] = deque()
        self._nodes: WeakKeyDictionary[Diagram, tuple[int, frozenset[str]]] = WeakKeyDictionary()
        self._quiet = QTimer(self, interval=_MESSAGE_MS, singleShot=True)
        self._quiet.timeout.connect(self.message.clear)
        self.show_run(None, RunState.empty())
        self.show_findings(None)

    def say(self, text: str) -> None:
        """Show a sentence for some seconds."""
        self.message.setText(" ".join(text.split()))
        self.message.setToolTip(tip(text))
        self._quiet.start()

    def show_zoom(self, scale: float) -> None:
        """Show the zoom; 1 is 100 %."""
        self.zoom.setText(f"{scale * 100:.0f} %")

    def count_events(self, number: int) -> None:
        """Note that so many events came just now."""
        self._times.append((time.monotonic(), number))

    def show_run(self, session: Session | None, state: RunState) -> None:
        """Show where the run of a session stands."""
        run = session.run if session is not None else None
        for label in (self.done, self.tokens, self.rate):
            label.setVisible(run is not None)
        self.zoom.setVisible(session is not None)
        if session is None or run is None:
            self.run.setText("○ " + self.tr("ready"))
            return
        name = next(iter(sorted(state.instances, key=lambda key: state.instances[key].started)), "")
        said = self._word(session, state) if run.stop_at is not None else f"{self._word(session, state)} {name[:8]}"
        stale = self.tr("of an earlier revision")
        self.run.setText(f"{said} · {stale}" if run.is_stale else said)
        nodes = self._nodes_of(session.document.diagram)
        finished = sum(1 for key, found in state.elements.items() if found.completed and key in nodes)
        self.done.setText(self.tr("{done}/{total} done").format(done=finished, total=len(nodes)))
        self.tokens.setText(self.tr("tokens {count}").format(count=len(state.tokens)))
        if session.is_running:
            self.rate.setText(self.tr("events/s {count}").format(count=self._rate()))
        else:
            self.rate.setText(self.tr("{count} events").format(count=run.history.position))

    def _nodes_of(self, diagram: Diagram) -> frozenset[str]:
        """Looked for once a revision: this is asked many times a second while a run goes on."""
        known = self._nodes.get(diagram)
        if known is None or known[0] != diagram.revision:
            known = self._nodes[diagram] = diagram.revision, frozenset(node.id for node in diagram.all(FlowNode))
        return known[1]

    def show_findings(self, found: Findings | None) -> None:
        """Show whether the target would take the file."""
        if found is None:
            chosen = next(action.data() for action in self.target.menu().actions() if action.isChecked())
            self.target.setText(self.tr("target: {name}").format(name=self._called(chosen)))
        else:
            if found.target == "embedded":
                errors = found.count(Severity.ERROR)
                word = self.tr("✕ %n errors", "", errors) if errors else self.tr("✓ valid")
            else:
                errors = sum(1 for problem in found.refusals if problem.severity is Severity.ERROR)
                word = self.tr("✓ valid") if found.is_valid else self.tr("✕ %n refused", "", errors)
            self.target.setText(self.tr("target: {name} {word}").format(name=self._called(found.target), word=word))
        reasons = [told(problem.message) for problem in found.refusals[:8]] if found else []
        self.target.setToolTip(tip("\n".join(reasons) or self.tr("Choose the target")))

    def _called(self, target: str) -> str:
        return self.tr("this studio") if target == "embedded" else TARGETS[target].name

    def _word(self, session: Session, state: RunState) -> str:
        run = session.run
        if run is not None and run.stop_at is not None:
            return "❚❚ " + sentence(run.stop_at, session.document.diagram)
        if run is not None and run.is_paused:
            return "❚❚ " + self.tr("paused")
        if session.is_running:
            if state.incidents:
                return "✕ " + self.tr("incident, waits for a retry")
            return "◔ " + self.tr("waits for you") if state.user_tasks else "● " + self.tr("running")
        statuses = {instance.status for instance in state.instances.values()}
        if Status.FAILED in statuses or not statuses:
            return "✕ " + self.tr("failed")
        return "⊘ " + self.tr("stopped") if Status.CANCELLED in statuses else "✓ " + self.tr("completed")

    def _rate(self) -> int:
        """Events of the last second."""
        since = time.monotonic() - 1
        while self._times and self._times[0][0] < since:
            self._times.popleft()
        return sum(number for _, number in self._times)

    def _target_menu(self, chosen: str) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for target in TARGETS.values():
            name = told(target.name)
            action = menu.addAction(name[:1].upper() + name[1:])
            action.setData(target.id)
            action.setCheckable(True)
            action.setChecked(target.id == chosen)
            action.triggered.connect(lambda _checked=False, name=target.id: self.target_chosen.emit(name))
            group.addAction(action)
        return menu
