"""Engine: BPMN's token semantics on SpiffWorkflow; synchronous, deterministic, without I/O."""

from procos_studio.runtime.engine.engine import Engine
from procos_studio.runtime.engine.limits import Limits
from procos_studio.runtime.engine.waiting import Waiting
from procos_studio.runtime.engine.work import Work

__all__ = ["Engine", "Limits", "Waiting", "Work"]
