"""View: which elements of a document are to be arranged, how large they are and where they stand now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from procos_studio.layout.sizes import label_size, size_of
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.records import Association, DataAssociation, Flow, FlowNode, SequenceFlow

Size = tuple[float, float]


@dataclass(frozen=True)
class View:
    """`chooses` says whether an element takes part, `opens` whether a sub-process shows its inside.

    `sizes` and `places` (middles) are those of elements that have them, `lines` the ways of flows; others get what is
    usual. `standing` are the pools and lanes that are drawn from top to bottom. In a turned view all sizes and places
    are mirrored at the diagonal.
    """

    diagram: Diagram
    chooses: Callable[[Element], bool]
    opens: Callable[[FlowNode], bool]
    sizes: Mapping[str, Size] = field(default_factory=dict)
    places: Mapping[str, Point] = field(default_factory=dict)
    lines: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    standing: Collection[str] = ()
    is_turned: bool = False

    def has(self, element: Element) -> bool:
        """Whether an element takes part; one whose id stands for another element cannot be drawn."""
        return has_own_id(element) and self.chooses(element)

    def size(self, element: Element) -> Size:
        """Width and height."""
        return self.sizes.get(element.id) or self._turned(size_of(element))

    def label_size(self, name: str) -> Size:
        """The room that a name takes beside a shape or a flow."""
        return self._turned(label_size(name))

    def _turned(self, size: Size) -> Size:
        return (size[1], size[0]) if self.is_turned else size

    def nodes(self, holder: str) -> list[FlowNode]:
        """The flow nodes directly in a process or sub-process."""
        return [node for node in self.diagram.children(holder, FlowNode) if self.has(node)]

    def flows(self, holder: str) -> list[SequenceFlow]:
        """The sequence flows directly in a process or sub-process, those preferred by their source first."""
        flows = [flow for flow in self.diagram.children(holder, SequenceFlow) if self.has(flow)]
        return sorted(flows, key=lambda flow: not self._is_default(flow))

    def _is_default(self, flow: SequenceFlow) -> bool:
        source = self.diagram.find(flow.source, FlowNode)
        return source is not None and source.default_flow == flow.id

    def opened(self, holder: str) -> list[FlowNode]:
        """All sub-processes below a holder that show their inside, the outer ones first."""
        found: list[FlowNode] = []
        stack = [holder]
        while stack:
            for node in self.nodes(stack.pop()):
                if node.is_container and self.opens(node):
                    found.append(node)
                    stack.append(node.id)
        return found


def has_own_id(element: Element) -> bool:
    """Whether a drawing can refer to an element: it has an id that is its key and has no blanks around it."""
    return element.get("id") == element.id == element.id.strip()


def is_drawable(diagram: Diagram, element: Element) -> bool:
    """Whether a flow can have an edge: both of its ends exist and it says something about the drawing."""
    if not isinstance(element, Flow):
        return False
    source, target = ends_of(element)
    known = source in diagram and target in diagram
    return known and (source != target or not isinstance(element, (Association, DataAssociation)))
