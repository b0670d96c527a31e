from SpiffWorkflow.specs.base import TaskSpec

class WorkflowSpec:
    name: str
    start: TaskSpec | None
    task_specs: dict[str, TaskSpec]
    def __init__(self, name: str | None = None, filename: str | None = None, addstart: bool = False) -> None: ...
