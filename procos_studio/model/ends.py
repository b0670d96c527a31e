"""Ends: which elements of the diagram a flow joins, and in which scope, process and pool something stands."""

from __future__ import annotations

from typing import NamedTuple

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import DataAssociation, Flow, FlowNode, Participant, Process


class Ends(NamedTuple):
    """The keys of what a flow leaves and reaches; `""` where it does not say."""

    source: str
    target: str


def ends_of(flow: Flow) -> Ends:
    """The two ends; a data association belongs to the activity or event at its one end."""
    if isinstance(flow, DataAssociation):
        into = flow.kind == "dataInputAssociation"
        return Ends(flow.source, flow.parent) if into else Ends(flow.parent, flow.target)
    return Ends(flow.source, flow.target)


def flows_at(diagram: Diagram, key: str) -> tuple[Flow, ...]:
    """Every flow of any class that touches an element, each once, those that leave first.

    A shape may name an element that its file lacks; nothing is inside of that.
    """
    leaving, reaching = diagram.outgoing(key, Flow), diagram.incoming(key, Flow)
    element = diagram.get(key)
    moving_data = diagram.children(key, DataAssociation) if element is not None and element.children else ()
    if not moving_data and not (leaving and reaching):
        return leaving or reaching
    return tuple({flow.id: flow for flow in (*leaving, *reaching, *moving_data)}.values())


def scope_of(diagram: Diagram, key: str) -> str:
    """The process or sub-process directly around an element, or `""`."""
    around = (item for item in diagram.ancestors(key) if is_scope(item))
    return next((item.id for item in around), "")


def process_of(diagram: Diagram, key: str) -> str:
    """The process around an element, the process of a pool, or `""`."""
    element = diagram.get(key)
    if isinstance(element, Participant):
        return element.process
    if isinstance(element, Process):
        return key
    return next((item.id for item in diagram.ancestors(key) if isinstance(item, Process)), "")


def pool_of(diagram: Diagram, key: str) -> str:
    """The pool around an element, the pool itself, or `""` where its process has none."""
    if isinstance(diagram.get(key), Participant):
        return key
    pool = diagram.participant(process_of(diagram, key))
    return pool.id if pool else ""


def is_scope(element: Element | None) -> bool:
    """Whether it holds flow elements: a process or a sub-process."""
    return isinstance(element, Process) or (isinstance(element, FlowNode) and element.is_container)
