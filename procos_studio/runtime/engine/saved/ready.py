"""What can go on at once, as JSON: an operation with its argument, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.operations import BEGIN, DRAIN, FINISH, LEAVE, PERFORM, RETURN, Operation
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.call_activity import RETURN_AGAIN, CallActivity
from procos_studio.runtime.engine.specs.node import TRIGGERED, Node, Way

if TYPE_CHECKING:
    from procos_studio.runtime.engine.references import References

_NAMES: Mapping[str, Operation] = {
    "begin": BEGIN,
    "drain": DRAIN,
    "return": RETURN,
    "leave": LEAVE,
    "finish": FINISH,
    "perform": PERFORM,
    "return again": RETURN_AGAIN,
}
_OF = {id(operation): name for name, operation in _NAMES.items()}

Saved = list[Any]
"""Name of an operation (`arrive` for a node, which follows), then its argument."""


def ready_entry(references: References, operation: Operation, execution: Execution, argument: Any) -> Saved:
    """An entry of an instance's stack: the execution's id first."""
    return [execution.id, *saved_operation(references, operation, argument)]


def saved_operation(references: References, operation: Operation, argument: Any) -> Saved:
    """An operation with its argument."""
    if isinstance(operation, Node):
        return ["arrive", references.to_node(operation.index), _way(references, argument)]
    name = _OF[id(operation)]
    return [name, references.to_node(argument.index) if isinstance(argument, Node) else argument]


def _way(references: References, way: Way | None) -> str | bool | None:
    if way is None:
        return None
    return True if way is TRIGGERED else references.to_way(way.number)


def restored_operation(references: References, saved: object, execution: Execution) -> tuple[Operation, Any]:
    """The operation with its argument, where it may be done with this execution. Raises ValueError or KeyError."""
    if not isinstance(saved, list):
        raise ValueError("an operation is no list")
    match saved:
        case ["arrive", str(node), way] if isinstance(execution, Scope):
            return references.node(node), _restored_way(references, way)
        case ["begin", local] if execution.role == "body" and (local is None or _is_pass(local)):
            return BEGIN, local
        case ["drain", None] if isinstance(execution, Scope):
            return DRAIN, None
        case ["return", dict(variables)] if isinstance(execution.node, CallActivity):
            return RETURN, variables
        case ["return again", None] if "returned" in execution.memo:
            return RETURN_AGAIN, None
        case ["leave", str(node)] if isinstance(execution, Scope):
            return LEAVE, references.node(node)
        case ["finish", None] if isinstance(execution.node, Activity) and execution.role in ("activity", "scope"):
            return FINISH, None
        case ["perform", None] if execution.role in ("activity", "scope", "gateway", "process"):
            return PERFORM, None
    raise ValueError(f"nothing that can be ready: {str(saved)[:60]}")


def _is_pass(local: object) -> bool:
    return isinstance(local, dict) and isinstance(local.get("loopCounter"), int)


def _restored_way(references: References, way: object) -> Way | None:
    if way is None:
        return None
    return TRIGGERED if way is True else references.way(way)
