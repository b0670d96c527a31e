from typing import Any

from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
from SpiffWorkflow.task import Task

class Workflow:
    spec: WorkflowSpec
    data: dict[str, Any]
    tasks: Any
    task_tree: Task
    completed: bool
    success: bool
    def __init__(self, workflow_spec: WorkflowSpec, deserializing: bool = False) -> None: ...
    def get_tasks(self, first_task: Task | None = None, **kwargs: Any) -> list[Task]: ...
    def run_all(self, use_last_task: bool = True, halt_on_manual: bool = True) -> None: ...
    def is_completed(self) -> bool: ...
