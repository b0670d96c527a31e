"""Post: messages and signals on their way from who throws them to who waits for them, or whom they start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from procos_studio.compiler import plan
from procos_studio.runtime.engine.conversations import belongs, found_in, settle
from procos_studio.runtime.engine.in_order import InOrder
from procos_studio.runtime.engine.limits import Flood
from procos_studio.runtime.engine.specs.call_activity import transferred
from procos_studio.runtime.engine.views import snapshot, view
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.specs.node import Node
    from procos_studio.runtime.engine.specs.process import ProcessSpec
    from procos_studio.runtime.engine.subscriptions import Subscription

MOST_KEPT = 10_000
"""So many messages wait for receivers that do not listen yet; then the oldest is lost."""


@dataclass(slots=True)
class Letter:
    """A message or signal with what it carries.

    `target` is the element or process that its message flow leads to, `""` for whoever waits. `business_key` None and
    empty `keys` fit every receiver; `correlation` ties it to a conversation. `number` tells it apart once it is saved.
    """

    name: str
    payload: dict[str, Any]
    target: str = ""
    business_key: str | None = None
    keys: Mapping[str, Any] = field(default_factory=dict)
    instance: str | None = None
    correlation: dict[str, Any] = field(default_factory=dict)
    number: int = 0


class Post:
    """Delivers messages to one receiver and signals to all.

    A message sent along a message flow, whose receiver is not there yet, is kept until it is.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.kept: list[Letter] = []
        self.has_changed = False

    # throwing -----------------------------------------------------------------------------------------------------

    def write(self, node: Node, scope: Execution, event: plan.Event) -> Letter | None:
        """What a node throws; None for what is neither message nor signal.

        Raises ExpressionError; Flood where it would start one more instance than may live.
        """
        if event.kind not in ("message", "signal"):
            return None
        seen = view(scope)
        name = str(event.name.evaluate(seen)) if event.name is not None else ""
        most, starting = self._engine.limits.instances, self._engine.starting
        if scope.instance.budget.instances >= most and next(starting.triggered(event.kind, name), None) is not None:
            raise Flood(f"More than {most:,} instances live at once that started each other.")
        everything = snapshot(scope) if any(item.everything for item in event.payload) else {}
        payload = transferred(event.payload, seen, scope.variables or {}, everything)
        for assignment in node.plan.inputs:
            known = scope.node is node and scope.variables is not None
            payload[assignment.name] = seen[assignment.name] if known else assignment.value.evaluate(seen)
        if event.kind == "signal":
            return Letter(name, payload)
        instance = scope.instance
        made_of = instance.process.plan
        paths = made_of.correlation.keys.get(name, {})
        overlay = {**snapshot(scope), **payload} if paths else {}
        correlation = {key: expression.evaluate(overlay) for key, expression in paths.items()}
        target = made_of.targets.get(node.index, "")
        return Letter(name, payload, target, correlation=correlation)

    def throw(self, node: Node, scope: Execution, token: str, event: plan.Event, letter: Letter) -> None:
        """Send it."""
        instance = scope.instance
        if event.kind == "signal":
            if instance.emit is not None:
                instance.emit(EventKind.SIGNAL_THROWN, instance.id, node.id, token, {"name": letter.name})
            self.broadcast(letter.name, letter.payload, instance)
            return
        settle(instance, letter.correlation)
        taken = self.deliver(letter, prefer=instance)
        if not taken and self._engine.starting.knows(letter.target):
            self.has_changed = True
            self.kept.append(letter)
            del self.kept[:-MOST_KEPT]
        if instance.emit is not None:
            data = {"name": letter.name, "delivered": bool(taken)}
            instance.emit(EventKind.MESSAGE_SENT, instance.id, node.id, token, data)

    # delivering ---------------------------------------------------------------------------------------------------

    def deliver(self, letter: Letter, prefer: Instance | None = None) -> str:
        """Give a message to the one who waits for it, else let it start an instance; the instance's id or `""`.

        Of several receivers the one with the sender's business key comes first, then the one that waits longest.
        """
        found = [item for item in self._engine.subscriptions.waiting_for("message", letter.name) if fits(item, letter)]
        if found and prefer is not None:
            found.sort(key=lambda item: (item.owner.instance is prefer, not _same_case(item, prefer)))
        if found:
            self.hand_over(found[0], letter)
            return found[0].owner.instance.id
        return self._start(letter, prefer)

    def hand_over(self, subscription: Subscription, letter: Letter) -> None:
        """The receiver gets its message."""
        instance = subscription.owner.instance
        settle(instance, _properties(letter, instance.process))
        if instance.emit is not None:
            data = {"name": letter.name}
            owner = subscription.owner
            instance.emit(EventKind.MESSAGE_CORRELATED, instance.id, subscription.node.id, owner.id, data)
        self._engine.tell(subscription, letter.payload)

    def _start(self, letter: Letter, sender: Instance | None) -> str:
        if letter.instance is not None:
            return ""
        for process, node in self._engine.starting.triggered("message", letter.name):
            if letter.target in ("", process.id, node.id):
                key = letter.business_key
                if key is None:
                    key = sender.business_key if sender is not None else ""
                return self._begin(process, node, letter, key, sender)
        return ""

    def _begin(
        self, process: ProcessSpec, node: Node, letter: Letter, business_key: str, sender: Instance | None
    ) -> str:
        values = {**letter.keys, **letter.payload}
        instance = self._engine.starting.open(process, (node,), values, business_key, cause=sender)
        settle(instance, _properties(letter, process))
        if instance.emit is not None:
            data = {"name": letter.name}
            instance.emit(EventKind.MESSAGE_CORRELATED, instance.id, node.id, "", data)
        return instance.id

    def collect(self, subscription: Subscription) -> None:
        """Somebody begins to wait: a message kept for exactly this element is there already."""
        for place, letter in enumerate(self.kept):
            if letter.name == subscription.name and fits(subscription, letter):
                self.has_changed = True
                del self.kept[place]
                self.hand_over(subscription, letter)
                return

    def broadcast(self, name: str, payload: dict[str, Any], sender: Instance | None = None) -> int:
        """Give a signal to all who wait, those first whom it interrupts, and start processes; how many got it."""
        found = self._engine.subscriptions.waiting_for("signal", name)
        found.sort(key=lambda item: not item.is_interrupting)
        count, order = 0, InOrder()
        for subscription in found:
            if subscription.is_open:
                order.happen(subscription.owner.instance, partial(self._engine.tell, subscription, payload))
                count += 1
        for process, node in self._engine.starting.triggered("signal", name):
            self._engine.starting.open(process, (node,), payload, cause=sender)
            count += 1
        return count


def fits(subscription: Subscription, letter: Letter) -> bool:
    """Whether a message is meant for this receiver."""
    owner = subscription.owner
    instance = owner.instance
    if letter.instance is not None and instance.id != letter.instance:
        return False
    if letter.target not in ("", subscription.node.id, instance.process.id):
        return False
    if letter.business_key is not None and instance.business_key != letter.business_key:
        return False
    seen = view(owner)
    if any(name not in seen or seen[name] != value for name, value in letter.keys.items()):
        return False
    return belongs(instance, seen, _properties(letter, instance.process))


def _properties(letter: Letter, process: ProcessSpec) -> Mapping[str, Any]:
    """What ties a message to a conversation: what its sender found, else what its receiver finds in its content."""
    return letter.correlation or found_in({**letter.keys, **letter.payload}, letter.name, process.plan.correlation)


def _same_case(subscription: Subscription, sender: Instance) -> bool:
    return bool(sender.business_key) and subscription.owner.instance.business_key == sender.business_key
