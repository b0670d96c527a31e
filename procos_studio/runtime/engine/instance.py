"""Instance: one running process instance, a SpiffWorkflow workflow whose task tree holds only what lives."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from SpiffWorkflow.workflow import Workflow

from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.limits import Budget

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.notes import Notes
    from procos_studio.runtime.engine.operations import Emit, Ready
    from procos_studio.runtime.engine.specs.process import ProcessSpec
    from procos_studio.runtime.engine.subscriptions import Subscription


class Instance(Workflow):
    """The state of one process instance.

    `ready` is a stack of what can go on at once: the last one in goes first, as in Camunda. `caller` is the
    call activity that waits for this instance. A runaway is frozen: it moves no more until somebody tries again.
    `turn` is its place in the order of turns, 0 where it has none. `notes` is there where the engine is saved.
    """

    tasks: dict[str, Execution]

    def __init__(
        self,
        engine: Engine,
        process: ProcessSpec,
        key: str,
        business_key: str,
        caller: Execution | None,
        budget: Budget,
    ) -> None:
        super().__init__(process.workflow_spec, deserializing=True)
        self.engine = engine
        self.emit: Emit | None = engine.emit
        self.notes: Notes | None = engine.notes
        self.process = process
        self.id = key
        self.business_key = business_key
        self.caller = caller
        self.budget = budget
        self.depth: int = caller.instance.depth + 1 if caller is not None else 0
        self.ready: deque[Ready] = deque()
        self.turn = 0
        self.is_frozen = False
        self.is_ended = False
        self.conditions: dict[int, Subscription] = {}
        self.pending: dict[str, Execution] = {}
        self.correlation: dict[str, Any] = {}
        self.root = Scope(self, process.node, None, key, "process")
        self.task_tree = self.root

    def __repr__(self) -> str:
        return f"<instance {self.id} of {self.process.id}>"
