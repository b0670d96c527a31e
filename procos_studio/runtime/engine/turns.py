"""Turns: the instances with something ready take turns, so that an endless one does not hold up the others."""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.limits import Limits
from procos_studio.runtime.engine.operations import BEGIN, Ready
from procos_studio.runtime.engine.specs.node import Node

if TYPE_CHECKING:
    from procos_studio.runtime.engine.instance import Instance

_MOVES = 250
"""So many moves make a turn: well below a millisecond without listeners, a few with them."""


class Turns:
    """Who has something ready, in the order of their turns."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._busy: deque[Instance] = deque()

    def push(self, instance: Instance, ready: Ready) -> None:
        """Let something of an instance go on next."""
        instance.ready.append(ready)
        self.queue(instance)

    def queue(self, instance: Instance) -> None:
        """See to it that an instance has a turn, where it has anything to do and may."""
        if not instance.is_queued and not instance.is_frozen and (instance.ready or instance.pending):
            instance.is_queued = True
            self._busy.append(instance)

    def advance(self, budget: float) -> bool:
        """Take turns until nothing is ready or `budget` seconds have passed; whether more is ready."""
        until = perf_counter() + budget
        busy = self._busy
        while busy:
            instance = busy.popleft()
            instance.is_queued = False
            self._turn(instance)
            if instance.ready:
                self.queue(instance)
            if busy and perf_counter() >= until:
                return True
        return False

    def _turn(self, instance: Instance) -> None:
        # before the turn too: who starts others and ends within a turn leaves nothing to stop afterwards
        self._check(instance)
        left = 0 if instance.is_frozen else _MOVES
        taken = left
        while left > 0:
            left = _move(instance, left)
            if not instance.ready and not _rest(instance):
                break
        instance.budget.moves += taken - left
        self._check(instance)

    def _check(self, instance: Instance) -> None:
        limits = self._limits
        if instance.budget.moves > limits.moves:
            self._freeze(instance, f"after {limits.moves:,} moves without a wait: it seems to be an endless loop")
        elif max(len(instance.tasks), len(instance.ready)) > limits.alive:
            self._freeze(instance, f"with more than {limits.alive:,} tokens at once")

    def _freeze(self, instance: Instance, reason: str) -> None:
        """Stop an instance with an incident at its next token; trying again lets it go as far once more."""
        for place in range(len(instance.ready) - 1, -1, -1):
            operation, execution, argument = instance.ready[place]
            if isinstance(execution, Scope) and (operation is BEGIN or isinstance(operation, Node)):
                del instance.ready[place]
                instance.budget.moves = 0
                instance.is_frozen = True
                node = operation if isinstance(operation, Node) else execution.node
                incidents.stumble(
                    node, execution, operation, argument, f"The process is stopped {reason}.", freezes=True
                )
                return


def _move(instance: Instance, left: int) -> int:
    """Do up to `left` ready things; how many more may be done. What has no value becomes an incident."""
    ready = instance.ready
    pop = ready.pop
    try:
        while ready and left > 0:
            left -= 1
            operation, execution, argument = pop()
            operation.arrive(execution, argument)
    except ExpressionError as failure:
        node = operation if isinstance(operation, Node) else execution.node
        if isinstance(execution, Scope):
            incidents.stumble(node, execution, operation, argument, str(failure))
        else:
            incidents.stall(execution, operation, str(failure))
    return left


def _rest(instance: Instance) -> bool:
    """The instance has come to rest: joins that waited for others may go on. Whether one did."""
    if not instance.pending:
        return False
    waiting = list(instance.pending.values())
    return any(join.is_open and join.node.at_rest(join) and bool(instance.ready) for join in waiting)
