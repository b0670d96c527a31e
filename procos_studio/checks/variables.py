"""Variables known at an element: who sets them, who reads them, and which of that happens before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from procos_studio.bpmn.variables import locals_of, reads, sets
from procos_studio.checks.graph import link_name
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import DataElement, Drawn, FlowNode, Process, SequenceFlow


@dataclass(slots=True)
class Known:
    """A variable: the ids of the elements that set and read it, in document order.

    `before` says whether one of them has set it when the element is reached; `own` whether it is an input or the loop's
    item of the element or of a sub-process around it.
    """

    name: str
    writers: list[str] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    before: bool = False
    own: bool = False


def known_at(diagram: Diagram, key: str) -> dict[str, Known]:
    """Every variable of the process in which an element stands, by name; those that are set before it come first."""
    around = [element for element in diagram.ancestors(key) if isinstance(element, FlowNode | Process)]
    if not around:
        return {}
    found: dict[str, Known] = {}
    earlier = upstream(diagram, key)
    for element in diagram.walk(around[-1].id):
        for name in sets(element):
            known = found.setdefault(name, Known(name))
            known.writers.append(element.id)
            known.before = known.before or element.id in earlier or isinstance(element, DataElement)
        for name in reads(element):
            found.setdefault(name, Known(name)).readers.append(element.id)
    for element in (diagram[key], *around):
        for name in locals_of(element):
            known = found.setdefault(name, Known(name))
            known.writers.append(element.id)
            known.before = known.own = True
    order = sorted(found.values(), key=lambda known: (not known.before, not known.writers, known.name.casefold()))
    return {known.name: known for known in order}


def uses(diagram: Diagram) -> dict[str, Known]:
    """Who sets and who reads each variable anywhere in the file, by name."""
    found: dict[str, Known] = {}
    for element in diagram.walk():
        if isinstance(element, Drawn):
            continue
        for name in sets(element):
            found.setdefault(name, Known(name)).writers.append(element.id)
        for name in reads(element):
            found.setdefault(name, Known(name)).readers.append(element.id)
    return found


def upstream(diagram: Diagram, key: str) -> set[str]:
    """What may be over when a token reaches an element: all before it on its level and on those around it.

    What stands in a loop counts for itself, too. An event sub-process may begin at any time, so all around it counts.
    """
    found: set[str] = set()
    chain = (diagram[key], *diagram.ancestors(key))
    around = {element.id for element in chain}
    for element in chain:
        if isinstance(element, FlowNode) and element.is_event_sub_process:
            begun: Iterable[str] = (other.id for other in diagram.children(element.parent, FlowNode))
        else:
            begun = _before(diagram, element)
        for other in begun:
            found.update((other,) if other in around else (inner.id for inner in diagram.walk(other)))
    return found


def _before(diagram: Diagram, element: Element) -> set[str]:
    found: set[str] = set()
    stack = list(_previous(diagram, element))
    while stack:
        current = stack.pop()
        if current not in found:
            found.add(current)
            stack.extend(_previous(diagram, diagram[current]) if current in diagram else ())
    return found


def _previous(diagram: Diagram, element: Element) -> Iterator[str]:
    """What is directly before: the sources of flows, the host of a boundary event, the throw of a link."""
    if isinstance(element, SequenceFlow):
        yield from (end for end in (element.source,) if end in diagram)
        return
    if not isinstance(element, FlowNode):
        return
    yield from (flow.source for flow in diagram.incoming(element.id, SequenceFlow) if flow.source in diagram)
    if element.attached_to in diagram:
        yield element.attached_to
    name = link_name(element)
    if name and element.kind == "intermediateCatchEvent":
        throws = (node for node in diagram.children(element.parent, FlowNode) if node.kind == "intermediateThrowEvent")
        yield from (node.id for node in throws if link_name(node) == name)
