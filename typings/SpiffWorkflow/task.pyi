from typing import Any

from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.workflow import Workflow

class Task:
    id: Any
    workflow: Any
    task_spec: TaskSpec
    data: dict[str, Any]
    internal_data: dict[str, Any]
    _state: int
    _children: Any
    _parent: Any
    def __init__(
        self,
        workflow: Workflow,
        task_spec: TaskSpec | None,
        parent: Task | None = None,
        state: int = ...,
        id: Any = None,
    ) -> None: ...
    @property
    def state(self) -> int: ...
    @property
    def parent(self) -> Task | None: ...
    @property
    def children(self) -> list[Task]: ...
    def _child_added_notify(self, child: Task) -> None: ...
