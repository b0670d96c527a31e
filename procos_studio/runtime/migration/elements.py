"""Elements: those of one version of a process, with what decides whether one may take another's place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from procos_studio.compiler.plan import Node, Process
from procos_studio.runtime.engine.references import ROOT, names

_WORK = {"user": "user task", "receive": "receive task", "pass": "task without work", "expression": "expression task"}
_LOOPS = {
    "": "",
    "standard": "looping ",
    "parallel": "parallel multi-instance ",
    "sequential": "sequential multi-instance ",
}


class Kind(NamedTuple):
    """What an element is to a token: only elements of one kind may take each other's place.

    `family` says how it works, `events` what it waits for or throws, `loop` how it repeats.
    """

    family: str
    events: tuple[str, ...] = ()
    loop: str = ""

    @property
    def is_single(self) -> bool:
        """Whether only one element may go there: gateways gather tokens, and what only listens would listen twice."""
        return self.family.endswith(("gateway", "boundary event", "start event", "event sub-process"))

    def __str__(self) -> str:
        return " ".join((*_LOOPS[self.loop].split(), *self.events, self.family))


class Elements:
    """The flow nodes of a process by their references (ids, wherever an id is there only once)."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.names = names([node.id for node in process.nodes])
        self.ways = names([flow.id for flow in process.flows])
        self._places = {name: place for place, name in enumerate(self.names)}
        self._before = [frozenset(self._sources(node)) for node in process.nodes]
        self._after = [frozenset(self._targets(node)) for node in process.nodes]
        self._kinds = [_kind(node) for node in process.nodes]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def node(self, name: str) -> Node:
        """The element; KeyError where there is none."""
        return self.process.nodes[self._places[name]]

    def kind(self, name: str) -> Kind:
        """What the element is."""
        return self._kinds[self._places[name]]

    def scope(self, name: str) -> str:
        """The sub-process around an element, `""` for the process."""
        return self._named(self.node(name).parent)

    def host(self, name: str) -> str:
        """The activity that a boundary event rides on, `""` for any other element."""
        return self._named(self.node(name).attached_to)

    def before(self, name: str) -> frozenset[str]:
        """The elements from which flows lead here."""
        return self._before[self._places[name]]

    def after(self, name: str) -> frozenset[str]:
        """The elements to which flows lead from here."""
        return self._after[self._places[name]]

    def ends(self, way: str) -> tuple[str, str]:
        """The source and the target of a flow; ValueError where there is no such flow."""
        flow = self.process.flows[self.ways.index(way)]
        return self.names[flow.source], self.names[flow.target]

    def called(self, name: str) -> str:
        """The element in a sentence."""
        node = self.node(name)
        return f"“{node.name}” ({node.id})" if node.name else f"“{node.id}”"

    def _sources(self, node: Node) -> Iterator[str]:
        return (self.names[self.process.flows[flow].source] for flow in node.incoming)

    def _targets(self, node: Node) -> Iterator[str]:
        return (self.names[self.process.flows[flow].target] for flow in node.outgoing)

    def _named(self, place: int) -> str:
        return self.names[place] if place >= 0 else ROOT


def _kind(node: Node) -> Kind:
    return Kind(_family(node), tuple(event.kind for event in node.events), node.loop.kind if node.loop else "")


def _family(node: Node) -> str:
    """In words; whether an element can run does not matter, so that what could not may go on where it can."""
    if node.by_event:
        return "event sub-process"
    if node.task is None or (node.kind.endswith("Event") and node.task.kind == "pass"):
        return "".join(f" {char.lower()}" if char.isupper() else char for char in node.kind)
    if node.kind.endswith("Event"):
        return "event with work"
    return "send task" if node.kind == "sendTask" and node.events else _WORK.get(node.task.kind, "external task")
