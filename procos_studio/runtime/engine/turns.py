"""Turns: the instances with something ready take turns, so that an endless one does not hold up the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.limits import Flood, Limits
from procos_studio.runtime.engine.operations import BEGIN, Ready
from procos_studio.runtime.engine.specs.node import Node

if TYPE_CHECKING:
    from procos_studio.runtime.engine.debugging import Debugger
    from procos_studio.runtime.engine.instance import Instance

_MOVES = 250
"""So many moves make a turn: well below a millisecond without listeners, a few with them."""


class Turns:
    """Who has something ready, in the order of their turns. `debugger` is there while something may stop them."""

    debugger: Debugger | None = None

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._busy: deque[Instance] = deque()
        self.count = 0

    def push(self, instance: Instance, ready: Ready) -> None:
        """Let something of an instance go on next."""
        instance.ready.append(ready)
        if instance.notes is not None:
            instance.notes.touch(ready[1])
        self.queue(instance)

    def queue(self, instance: Instance) -> None:
        """See to it that an instance has a turn, where it has anything to do and may."""
        if instance.notes is not None:
            instance.notes.touch(instance.root)
        if not instance.turn and not instance.is_frozen and (instance.ready or instance.pending):
            self.count += 1
            instance.turn = self.count
            self._busy.append(instance)

    def restore(self, instances: Iterable[Instance], count: int) -> None:
        """Let these have the turns that they had; `count` is the last number that was given."""
        self.count = count
        self._busy.extend(sorted((item for item in instances if item.turn), key=lambda item: item.turn))

    def prefer(self, instance: Instance) -> None:
        """Let an instance have the next turn, where it waits for one."""
        if instance.turn:
            self._busy.remove(instance)
            self._busy.appendleft(instance)

    def advance(self, budget: float) -> bool:
        """Take turns until nothing is ready, the debugger stops, or `budget` seconds have passed; whether to go on."""
        until = perf_counter() + budget
        busy, debugger = self._busy, self.debugger
        while busy:
            if debugger is not None and debugger.stop is not None:
                return False
            instance = busy.popleft()
            instance.turn = 0
            self._turn(instance)
            if instance.ready:
                self.queue(instance)
            if busy and perf_counter() >= until:
                return True
        return False

    def _turn(self, instance: Instance) -> None:
        # before the turn too: who starts others and ends within a turn leaves nothing to stop afterwards
        self._check(instance)
        left = taken = _MOVES
        move = _move
        if instance.notes is not None:
            instance.notes.touch(instance.root)
            move = _move_noted
        if self.debugger is not None:
            move = partial(self.debugger.move, move)
        while left > 0 and not instance.is_frozen:
            left = move(instance, left)
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
                _stop((operation, execution, argument), f"The process is stopped {reason}.", "freezes")
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
    except Flood as flood:
        _hold(flood.again or (operation, execution, argument), str(flood))
    except ExpressionError as failure:
        _stop((operation, execution, argument), str(failure))
    return left


def _move_noted(instance: Instance, left: int) -> int:
    """The same where the engine is saved; apart, because one question more for each move can be noticed."""
    ready, notes = instance.ready, instance.notes
    pop = ready.pop
    assert notes is not None
    try:
        while ready and left > 0:
            left -= 1
            operation, execution, argument = pop()
            if not execution.is_noted:
                notes.touch(execution)
            operation.arrive(execution, argument)
    except Flood as flood:
        _hold(flood.again or (operation, execution, argument), str(flood))
    except ExpressionError as failure:
        _stop((operation, execution, argument), str(failure))
    return left


def _stop(ready: Ready, reason: str, mark: str = "") -> None:
    """What was ready becomes an incident."""
    operation, execution, argument = ready
    node = operation if isinstance(operation, Node) else execution.node
    if isinstance(execution, Scope):
        incidents.stumble(node, execution, operation, argument, reason, mark=mark)
    else:
        incidents.stall(execution, operation, reason, mark=mark)


def _hold(ready: Ready, reason: str) -> None:
    """An instance that would begin one too many stops; one incident tells for all of them, and holds the others."""
    instance = ready[1].instance
    if instance.budget.is_held:
        instance.ready.append(ready)
    else:
        instance.budget.is_held = True
        _stop(ready, reason, "holds")
    instance.is_frozen = True


def _rest(instance: Instance) -> bool:
    """The instance has come to rest: joins that waited for others may go on. Whether one did."""
    if not instance.pending:
        return False
    waiting = list(instance.pending.values())
    return any(join.is_open and join.node.at_rest(join) and bool(instance.ready) for join in waiting)
