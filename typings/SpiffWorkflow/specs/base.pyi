from typing import Any

from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

class TaskSpec:
    name: str
    manual: bool
    def __init__(self, wf_spec: WorkflowSpec, name: str, **kwargs: Any) -> None: ...
