"""Executions: the SpiffWorkflow tasks that exist while a token waits or a scope lives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

if TYPE_CHECKING:
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.operations import Operation
    from procos_studio.runtime.engine.specs.node import Node
    from procos_studio.runtime.engine.subscriptions import Subscription


_NOTHING: dict[tuple[str, str], Any] = {}


class Execution(Task):
    """A waiting token or an open scope; when it is done it leaves the tree.

    `up` is the scope around it. `variables` are its own, None where it has none. `role` says what it is: `activity`,
    `catch`, `join`, `gateway`, `incident`, `process`, `scope`, `body` (of a loop) or `compensation`. `memo` holds what
    its node remembers, as JSON values. `again` is what a retry does after an incident.
    `serial` numbers what has been saved, `saved` holds what its rows hold, by part and name.
    """

    # on the class, because most executions come and go between two savings
    is_noted = False
    serial = 0
    saved: dict[tuple[str, str], Any] = _NOTHING

    def __init__(self, instance: Instance, node: Node, up: Scope | None, token: str, role: str) -> None:
        super().__init__(instance, node, up, TaskState.WAITING, token)
        self._children: dict[str, None] = {}
        self.instance = instance
        self.node = node
        self.up = up
        self.role = role
        self.variables: dict[str, Any] | None = None
        self.subscriptions: list[Subscription] = []
        self.memo: dict[str, Any] = {}
        self.is_open = True
        self.again: tuple[Operation, Any] | None = None
        if instance.notes is not None:
            instance.notes.touch(self)

    @property
    def outer(self) -> Scope:
        """The scope around it; the root of an instance has none."""
        if self.up is None:
            raise LookupError(f"{self.node.id} is the root of an instance")
        return self.up

    @property
    def inside(self) -> list[Execution]:
        """The executions directly inside, in the order in which they began."""
        tasks = self.instance.tasks
        return [tasks[key] for key in self._children]

    @property
    def inside_keys(self) -> Iterable[str]:
        """The ids of the executions directly inside, in the order in which they began."""
        return self._children

    def _child_added_notify(self, child: Task) -> None:
        self._children[child.id] = None

    def leave_tree(self) -> None:
        """Take this execution (without anything inside) out of the tree."""
        self.is_open = False
        self._state = TaskState.COMPLETED
        del self.instance.tasks[self.id]
        if self.up is not None:
            self.up._children.pop(self.id, None)
        if self.instance.notes is not None:
            self.instance.notes.left(self)


class Scope(Execution):
    """An execution with tokens of its own level inside; `live` counts them, wherever they are.

    `joins` are the gateways that hold tokens here, by number; `quantities` the tokens that activities with a start
    quantity have so far. `records` are the finished activities that can be undone, in order.
    """

    def __init__(self, instance: Instance, node: Node, up: Scope | None, token: str, role: str) -> None:
        super().__init__(instance, node, up, token, role)
        self.live = 0
        self.joins: dict[int, Execution] = {}
        self.quantities: dict[int, int] = {}
        self.records: list[dict[str, Any]] = []
