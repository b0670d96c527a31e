"""Subscriptions: who waits for which message, signal, time or condition."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procos_studio.compiler import plan
from procos_studio.compiler.timing import Due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.specs.node import Node

_FEW = 64


@dataclass(slots=True, eq=False)
class Subscription:
    """One wait.

    `owner` is the execution that waits: the token at a catch event or gateway, the host of a boundary event, the scope
    of an event sub-process. `receiver` is told when it happens; `node` is the event's own node, `place` the number of
    the definition among the node's events. `is_set` says whether a timer lies in the queue.
    """

    number: int
    kind: str
    name: str
    owner: Execution
    receiver: Node
    node: Node
    event: plan.Event
    place: int
    is_interrupting: bool
    due: Due | None = None
    is_set: bool = False
    is_open: bool = True


class Subscriptions:
    """All open waits of an engine, found by what they wait for."""

    def __init__(self) -> None:
        self.count = 0
        self._named: dict[str, dict[str, dict[int, Subscription]]] = {"message": {}, "signal": {}}
        self._timers: list[tuple[float, int, Subscription]] = []
        self._stale = 0

    def open(
        self,
        owner: Execution,
        receiver: Node,
        node: Node,
        place: int,
        name: str,
        is_interrupting: bool,
        due: Due | None,
    ) -> Subscription:
        """Wait for the event in `place` of `node`; `due` for timers."""
        self.count += 1
        event = node.events[place]
        found = Subscription(self.count, event.kind, name, owner, receiver, node, event, place, is_interrupting, due)
        self.add(found)
        if due is not None:
            self.again(found, due)
        return found

    def add(self, subscription: Subscription) -> None:
        """Let a wait be found by what it waits for; a timer still has to be set."""
        owner = subscription.owner
        owner.subscriptions.append(subscription)
        if subscription.kind in self._named:
            self._named[subscription.kind].setdefault(subscription.name, {})[subscription.number] = subscription
        elif subscription.kind == "conditional":
            owner.instance.conditions[subscription.number] = subscription

    def close(self, subscription: Subscription) -> None:
        """Stop waiting; the owner's own list is the caller's business."""
        if not subscription.is_open:
            return
        subscription.is_open = False
        if subscription.kind in self._named:
            table = self._named[subscription.kind]
            table[subscription.name].pop(subscription.number, None)
            if not table[subscription.name]:
                del table[subscription.name]
        elif subscription.is_set:
            self._stale += 1
            self._sweep()
        elif subscription.kind == "conditional":
            subscription.owner.instance.conditions.pop(subscription.number, None)

    def _sweep(self) -> None:
        if self._stale > _FEW and self._stale * 2 > len(self._timers):
            self._timers = [entry for entry in self._timers if entry[2].is_open]
            heapq.heapify(self._timers)
            self._stale = 0

    def close_all(self, owner: Execution) -> None:
        """Stop everything that an execution waits for."""
        for subscription in owner.subscriptions:
            self.close(subscription)
        owner.subscriptions = []

    def waiting_for(self, kind: str, name: str) -> list[Subscription]:
        """Those who wait for a message or signal, the oldest first."""
        return list(self._named[kind].get(name, {}).values())

    def next_due(self) -> float | None:
        """When the next timer is due (epoch seconds)."""
        while self._timers and not self._timers[0][2].is_open:
            heapq.heappop(self._timers)
            self._stale -= 1
        return self._timers[0][0] if self._timers else None

    def due_by(self, moment: float) -> Iterator[Subscription]:
        """Take the timers that are due at `moment`, the earliest first, interrupting ones first among equals."""
        found: list[tuple[float, bool, int, Subscription]] = []
        while (at := self.next_due()) is not None and at <= moment:
            _, number, subscription = heapq.heappop(self._timers)
            subscription.is_set = False
            found.append((at, not subscription.is_interrupting, number, subscription))
        for _, _, _, subscription in sorted(found, key=lambda entry: entry[:3]):
            if subscription.is_open:
                yield subscription

    def again(self, subscription: Subscription, due: Due) -> None:
        """Set a timer, or set a repeating one that has fired to its next time."""
        subscription.due, subscription.is_set = due, True
        heapq.heappush(self._timers, (due.at, subscription.number, subscription))
