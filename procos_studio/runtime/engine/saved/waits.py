"""Waits, read back: who waits for which message, signal, time or condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.compiler.timing import Due
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.saved.fields import Damaged, Fields, moment
from procos_studio.runtime.engine.specs.boundary import BoundaryEvent
from procos_studio.runtime.engine.specs.catching import CatchEvent, EventBasedGateway
from procos_studio.runtime.engine.specs.sub_process import EventSubProcess
from procos_studio.runtime.engine.subscribing import WAITED_FOR
from procos_studio.runtime.engine.subscriptions import Subscription

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.specs.node import Node
    from procos_studio.runtime.engine.subscriptions import Subscriptions


def restore_wait(table: Subscriptions, owner: Execution, value: object) -> None:
    """Let an execution wait again. Raises Damaged or KeyError."""
    fields, references = Fields(value, f"a wait of “{owner.id}”"), owner.instance.process.references
    node, receiver = references.node(fields.text("node")), references.node(fields.text("receiver"))
    place, is_set = fields.whole("place"), fields.flag("set", False)
    event = node.events[place] if place < len(node.events) else None
    if event is None or event.kind not in WAITED_FOR or not _may_tell(owner, receiver, node):
        raise Damaged(fields.where)
    due = restored_due(fields.items("due"), fields.where) if "due" in fields else None
    if (due is None) == (event.kind == "timer") or (is_set and due is None):
        raise Damaged(fields.where)
    is_interrupting = fields.flag("interrupting")
    number, name = fields.whole("number"), fields.text("name")
    fields.done()
    wait = Subscription(number, event.kind, name, owner, receiver, node, event, place, is_interrupting, due)
    table.add(wait)
    if due is not None and is_set:
        table.again(wait, due)


def _may_tell(owner: Execution, receiver: Node, node: Node) -> bool:
    match receiver:
        case BoundaryEvent():
            return receiver is node and receiver in owner.node.boundary and owner.up is not None
        case EventSubProcess():
            return isinstance(owner, Scope) and node in receiver.starts
        case EventBasedGateway():
            return owner.node is receiver and owner.role == "gateway" and isinstance(node, CatchEvent)
        case CatchEvent():
            return owner.node is receiver is node and owner.role == "activity"
    return False


def restored_due(value: list[Any], where: str) -> Due:
    """The time of a timer. Raises Damaged."""
    match value:
        case [at, int(left), str(cycle)] if left >= -1:
            return Due(moment(at, where), left, cycle)
    raise Damaged(f"a time of {where}")
