"""Starting: instances begin at a plain start, at a start event, by a message or signal, or at a set time."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.compiler.timing import Due, Timer, next_after
from procos_studio.compiler.values import Value
from procos_studio.expressions import ExpressionError
from procos_studio.problems import Refused, error
from procos_studio.runtime.engine.instance import Instance
from procos_studio.runtime.engine.limits import COST_OF_A_START, Budget
from procos_studio.runtime.engine.specs.node import TRIGGERED, Node
from procos_studio.runtime.engine.specs.process import ProcessSpec
from procos_studio.runtime.engine.specs.sub_process import begin_inside
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.execution import Execution


class Starting:
    """Opens instances, and keeps the timers of start events once they are armed; while `is_held` they do not fire."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.count = 0
        self.has_changed = False
        self.is_held = False
        self._timers: list[tuple[float, int, Due, ProcessSpec, Node]] = []

    def starts(self, process: str, start_event: str, definition: str = "") -> tuple[ProcessSpec, tuple[Node, ...]]:
        """The process, the latest version or that of a digest, and where it begins. Raises Refused."""
        known = self._engine
        spec = known.versions.get((definition, process)) if definition else known.processes.get(process)
        if spec is None:
            names = ", ".join(sorted(known.processes)[:5])
            hint = f"Choose one of: {names}." if names else "Open a file that holds it."
            raise Refused(error("run.unknown-process", f"There is no process “{process}”.", process, hint=hint))
        if start_event:
            found = next((node for node in (*spec.starts, *spec.triggers) if node.id == start_event), None)
            if found is not None:
                return spec, (found,)
        elif spec.starts:
            return spec, spec.starts[:1] if spec.starts[0].plan.kind == "startEvent" else spec.starts
        elif len(spec.triggers) == 1:
            return spec, spec.triggers
        name = spec.name or spec.id
        words = f"“{name}” has no start “{start_event}”." if start_event else f"“{name}” does not say where to start."
        hint = "Name one of its start events."
        raise Refused(error("run.unknown-start", words, start_event or spec.id, hint=hint))

    def open(
        self,
        spec: ProcessSpec,
        starts: tuple[Node, ...],
        variables: Mapping[str, Any],
        business_key: str = "",
        *,
        caller: Execution | None = None,
        cause: Instance | None = None,
    ) -> Instance:
        """A new instance with tokens at `starts`; `caller` waits for it, `cause` is whoever threw what starts it."""
        engine = self._engine
        self.count += 1
        budget = Budget()
        if caller is not None:
            budget = caller.instance.budget
        elif cause is not None:
            budget = cause.budget
            budget.moves += COST_OF_A_START
        budget.instances += 1
        instance = Instance(engine, spec, f"{engine.prefix}i{self.count}", business_key, caller, budget)
        engine.live[instance.id] = instance
        # nobody is logged in to the engine, so whoever starts a process is unknown
        unknown = {node.plan.initiator: None for node in starts if node.plan.initiator}
        instance.root.variables = unknown | dict(variables)
        if engine.emit is not None:
            parent = caller.instance.id if caller is not None else ""
            data = {
                "process": spec.id,
                "business_key": business_key,
                "parent": parent,
                "variables": dict(instance.root.variables),
            }
            if spec.digest:
                data["definition"] = spec.digest
            engine.emit(EventKind.INSTANCE_STARTED, instance.id, "", "", data)
        instance.root.memo["starts"] = [node.index for node in starts]
        begin_inside(instance.root, starts, TRIGGERED)
        for other in _also(spec, starts):
            instance.root.live += 1
            instance.ready.appendleft((other, instance.root, None))
        engine.turns.queue(instance)
        return instance

    def triggered(self, kind: str, name: str) -> Iterator[tuple[ProcessSpec, Node]]:
        """The processes that a message or signal of this name starts, and where."""
        for spec in self._engine.processes.values():
            for trigger in spec.triggers:
                for node in (trigger, *_behind(trigger)):
                    if any(event.kind == kind and _says(event.name, name) for event in node.events):
                        yield spec, node

    def knows(self, target: str) -> bool:
        """Whether an element or process of this id is among the plans."""
        processes = self._engine.processes
        return bool(target) and (target in processes or any(spec.node_of(target) for spec in processes.values()))

    # timers -------------------------------------------------------------------------------------------------------

    def arm(self) -> int:
        """Set the timers of all processes' start events, as a deployment does; how many. Unreadable times are left."""
        for spec in self._engine.processes.values():
            self._arm(spec)
        return len(self._timers)

    def arm_again(self, processes: Collection[str]) -> int:
        """Let the timers of these processes be those of their latest versions only; how many there are now."""
        self._timers = [entry for entry in self._timers if entry[3].id not in processes]
        heapq.heapify(self._timers)
        self.has_changed = True
        before = len(self._timers)
        for process in processes:
            self._arm(self._engine.processes[process])
        return len(self._timers) - before

    def _arm(self, spec: ProcessSpec) -> None:
        timers = [(node, event.timer) for node in spec.triggers for event in node.events if event.timer is not None]
        for node, timer in timers:
            self._set(_first(timer, self._engine.clock()), spec, node)

    def _set(self, due: Due | None, spec: ProcessSpec, node: Node) -> None:
        if due is not None:
            self.count += 1
            self.set(self.count, due, spec, node)

    def set(self, number: int, due: Due, spec: ProcessSpec, node: Node) -> None:
        """Let instances of a process begin at `node` when the time has come."""
        self.has_changed = True
        heapq.heappush(self._timers, (due.at, number, due, spec, node))

    def timers(self) -> list[tuple[int, Due, ProcessSpec, Node]]:
        """What is set: number, time, process and start."""
        return [entry[1:] for entry in self._timers]

    def next_due(self) -> float | None:
        """When the next instance starts by a timer (epoch seconds)."""
        return self._timers[0][0] if self._timers and not self.is_held else None

    def fire_due(self, moment: float) -> int:
        """Start what is due at `moment`; how many. Of the times that a timer has missed one is made up for."""
        count = 0
        while (at := self.next_due()) is not None and at <= moment:
            _, _, due, spec, node = heapq.heappop(self._timers)
            self.has_changed = True
            self.open(spec, (node,), {})
            self._set(next_after(due, moment), spec, node)
            count += 1
        return count


def _behind(trigger: Node) -> list[Node]:
    """An instantiating event-based gateway starts by the events behind it."""
    return [way.target for way in trigger.outgoing] if trigger.plan.kind == "eventBasedGateway" else []


def _also(spec: ProcessSpec, starts: tuple[Node, ...]) -> list[Node]:
    """The other events behind a parallel event-based gateway: an instance that begins by one waits for them as well."""
    gateways = [node for node in spec.triggers if node.plan.parallel_events]
    beside = [_behind(gateway) for gateway in gateways if not set(starts).isdisjoint(_behind(gateway))]
    return [node for nodes in beside for node in nodes if node not in starts]


def _says(name: Value | None, wanted: str) -> bool:
    try:
        return name is not None and bool(name.evaluate({}) == wanted)
    except ExpressionError:
        return False


def _first(timer: Timer, now: float) -> Due | None:
    try:
        return timer.first({}, now)
    except ExpressionError:
        return None
