"""Stepping: where the step of a token ends, told from what is about to go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procos_studio.runtime.breakpoints import Step
from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.operations import BEGIN
from procos_studio.runtime.engine.specs.node import Node, Way

if TYPE_CHECKING:
    from procos_studio.runtime.engine.operations import Ready


def arrival(ready: Ready) -> tuple[Node, Scope] | None:
    """The element that a token is about to do something in, and the token's scope; None for all that is between."""
    operation, execution, _ = ready
    if not isinstance(execution, Scope):
        return None
    if operation is BEGIN:
        return execution.node, execution
    return (operation, execution) if isinstance(operation, Node) else None


class Goal:
    """Where a step ends: before the first element that the same token comes to.

    Tokens have no names between two elements. So what the token opens where it stands is remembered; when that is
    closed, it goes on over a way out of its element. A token that has ended hands the step to any other of its scope,
    and a scope that has ended to those around it, up to the callers. `ready` is what the token stood before; without
    it, the first arrival ends the step.
    """

    def __init__(self, step: Step, ready: Ready | None) -> None:
        self.ready = ready
        self._step = step
        self._own: Execution | None = None
        self._before: frozenset[str] = frozenset()

    def goes(self) -> None:
        """The token is about to go on."""
        if self.ready is not None:
            self._before = frozenset(self.ready[1].inside_keys)

    def went(self) -> None:
        """The token has gone on: remember what it has opened."""
        found = arrival(self.ready) if self.ready is not None else None
        if found is None:
            return
        node, scope = found
        fresh = (one for one in scope.inside if one.id not in self._before)
        self._own = next((one for one in fresh if one.node is node and one.role != "join"), None)

    def is_met_by(self, ready: Ready) -> bool:
        """Whether the step ends before `ready`."""
        came, stood = arrival(ready), arrival(self.ready) if self.ready is not None else None
        if came is None or stood is None:
            return came is not None
        scope, start = came[1], stood[1]
        if not start.is_open:
            return scope in _around(start)
        if self._step is Step.OUT:
            return False
        if self._own is not None and self._own.is_open:
            return self._step is Step.INTO and (scope is self._own or self._own in _around(scope))
        if scope is not start and not (scope.node.plan.by_event and scope.up is start):
            return False
        return self._leaves(ready, stood) or not any(self._leaves(one, stood) for one in start.instance.ready)

    @staticmethod
    def _leaves(ready: Ready, stood: tuple[Node, Scope]) -> bool:
        """Whether a token comes from the element where it stood."""
        operation, scope, argument = ready
        node, start = stood
        if scope is not start:
            return False
        if isinstance(argument, Way) and argument in node.outgoing:
            return True
        is_next = isinstance(operation, Node) and operation.index == node.plan.link
        return is_next or operation in node.boundary


def _around(execution: Execution) -> Iterator[Execution]:
    """The scopes around an execution, from the inside out, through call activities too."""
    level = execution.up or execution.instance.caller
    while level is not None:
        yield level
        level = level.up or level.instance.caller
