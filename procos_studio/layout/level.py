"""Level: what stands directly in one process or sub-process, as blocks and links of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procos_studio.layout.chart import Block, Link, Rider
from procos_studio.layout.sizes import TASK, outer_name, up_to_grid
from procos_studio.layout.view import Size, View
from procos_studio.model.docking import Outline
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of
from procos_studio.model.records import Artifact, Association, DataAssociation, DataElement, FlowNode, SequenceFlow

ARTIFACT_GAP = 24.0
_RIDER_STEP = 44.0
_RIDER_ROOM = 24.0
_ASIDE = 52.0
"""How far apart two riders leave a sign between them free."""


@dataclass
class Level:
    """Blocks and links of one holder, and what is placed after them.

    `attached` are artifacts by the block above which they stand; `foot` is what stands in rows at the bottom.
    """

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    attached: dict[str, list[tuple[str, Size]]] = field(default_factory=dict)
    foot: list[tuple[str, Size]] = field(default_factory=list)


def read(view: View, holder: str, sizes: Mapping[str, Size], bands: Mapping[str, int], last: int = 0) -> Level:
    """The level of a holder. `sizes` are those of opened sub-processes; `bands` number the lanes of the nodes.

    Lines of other lanes pass the foot of every lane but the `last`, so only that has one.
    """
    level = Level()
    nodes = view.nodes(holder)
    known = {node.id: node for node in nodes}
    hosts = {node.id: node.attached_to for node in nodes if node.attached_to in known}
    _attach(view, holder, level, {**{key: key for key in known if key not in hosts}, **hosts})
    riders: dict[str, list[FlowNode]] = {}
    for node in nodes:
        if node.id in hosts:
            riders.setdefault(hosts[node.id], []).append(node)
    for node in sorted(nodes, key=lambda item: item.kind != "startEvent"):
        if node.id in hosts:
            continue
        size = sizes.get(node.id) or view.size(node)
        if node.is_event_sub_process and bands.get(node.id, last) == last:
            level.foot.append((node.id, size))
        else:
            band = bands.get(node.id, 0)
            level.blocks.append(_block(view, node, size, riders.get(node.id, []), level.attached, band))
    present = {block.key for block in level.blocks}
    level.links.extend(_links(view, view.flows(holder), hosts, present))
    level.links.extend(_handlers(view, holder, hosts, present))
    # lines from the events on one border cross least where the rightmost turns first
    seats = {rider.key: rider.x for block in level.blocks for rider in block.riders}
    level.links.sort(key=lambda link: (bool(link.rider), -seats.get(link.rider, 0.0)))
    return level


def _block(
    view: View,
    node: FlowNode,
    size: Size,
    riders: list[FlowNode],
    attached: Mapping[str, list[tuple[str, Size]]],
    band: int,
) -> Block:
    width = max(size[0], len(riders) * _RIDER_STEP) if riders else size[0]
    name = view.label_size(outer_name(node))
    below = name[1] + 8 if name[1] else 0.0
    if riders:
        below = _RIDER_ROOM + max(view.label_size(rider.name)[1] for rider in riders)
    above, spread = _roof(view, attached.get(node.id, []))
    return Block(
        node.id,
        width,
        size[1],
        _outline(node),
        above=above,
        below=below,
        spread=spread,
        name=name[0],
        band=band,
        at=view.places.get(node.id),
        riders=_seats(view, riders, width, is_marked=not view.is_turned and _is_marked(node, size)),
        is_gateway=node.is_gateway,
        is_roofed=bool(above),
    )


def _outline(node: FlowNode) -> Outline:
    return Outline.CIRCLE if node.is_event else Outline.DIAMOND if node.is_gateway else Outline.BOX


def _is_marked(node: FlowNode, size: Size) -> bool:
    """Whether the canvas draws a sign in the middle of the lower border: of a call, a loop, a closed sub-process."""
    return node.loop is not None or node.kind == "callActivity" or (node.is_container and size == TASK)


def _seats(view: View, riders: list[FlowNode], width: float, *, is_marked: bool) -> tuple[Rider, ...]:
    """The riders side by side in the order in which they sit now, without touching each other or hiding a sign."""
    ordered = sorted(riders, key=lambda rider: view.places[rider.id].x if rider.id in view.places else 0.0)
    count = len(ordered)
    step = min(max(width / (count + 1), _RIDER_STEP), width / max(1, count)) if count else 0.0
    if is_marked and count == 2:
        step = max(step, _ASIDE)
    first = width / 2 - (count - 1) * step / 2 + (_ASIDE / 2 if is_marked and count == 1 else 0.0)
    return tuple(
        Rider(rider.id, first + number * step, view.size(rider)[0] / 2) for number, rider in enumerate(ordered)
    )


def _roof(view: View, attached: list[tuple[str, Size]]) -> tuple[float, float]:
    """The height and width of the artifacts above a block."""
    if not attached:
        return 0.0, 0.0
    height = max(size[1] for _, size in attached) + ARTIFACT_GAP
    return up_to_grid(height), row_width(attached)


def row_width(items: list[tuple[str, Size]]) -> float:
    """The width of a row of artifacts."""
    return sum(size[0] for _, size in items) + ARTIFACT_GAP * max(0, len(items) - 1)


def _attach(view: View, holder: str, level: Level, homes: Mapping[str, str]) -> None:
    """Every artifact and data element goes above the first block that it is joined to, else to the foot."""
    friends = _friends(view, holder, homes)
    for element in artifacts(view, holder):
        size = room_of(view, element)
        home = next((homes[key] for key in friends.get(element.id, ()) if key in homes), "")
        node = view.diagram.find(home, FlowNode)
        if node is not None and not node.is_event_sub_process:
            level.attached.setdefault(home, []).append((element.id, size))
        else:
            level.foot.append((element.id, size))


def artifacts(view: View, holder: str) -> list[Element]:
    """The artifacts and data directly in a holder that take part, and its inputs and outputs where they are drawn."""
    diagram = view.diagram
    interfaces = (part for part in diagram.children(holder, Element) if part.kind == "ioSpecification")
    found: list[Element] = [
        *diagram.children(holder, DataElement),
        *diagram.children(holder, Artifact),
        *(data for part in interfaces for data in diagram.children(part.id, DataElement) if data.id in view.places),
    ]
    return [element for element in found if view.has(element) and element.kind not in ("group", "dataObject")]


def room_of(view: View, element: Element) -> Size:
    """The size of an artifact with the room of its name, which stands above it."""
    width, height = view.size(element)
    name = view.label_size(outer_name(element))
    return max(width, name[0]), height + (name[1] + 4 if name[1] else 0)


def _friends(view: View, holder: str, homes: Mapping[str, str]) -> dict[str, list[str]]:
    """What each artifact is joined to, in document order."""
    diagram = view.diagram
    found: dict[str, list[str]] = {}
    joins: Iterable[Association | DataAssociation] = (
        *diagram.children(holder, Association),
        *(join for key in homes for join in diagram.children(key, DataAssociation)),
    )
    for join in joins:
        source, target = ends_of(join)
        for one, other in ((source, target), (target, source)):
            flow = diagram.find(other, SequenceFlow)
            found.setdefault(one, []).append(flow.source if flow is not None else other)
    return found


def _links(view: View, flows: list[SequenceFlow], hosts: Mapping[str, str], present: set[str]) -> Iterable[Link]:
    main = set(_main(view, flows))
    for flow in flows:
        source, target = hosts.get(flow.source, flow.source), hosts.get(flow.target, flow.target)
        if source in present and target in present:
            rider = flow.source if flow.source in hosts else ""
            width, height = view.label_size(flow.name)
            yield Link(flow.id, source, target, rider, flow.id in main, width, height, view.lines.get(flow.id, ()))


def _main(view: View, flows: list[SequenceFlow]) -> Iterable[str]:
    """The flow of each node that continues in line: the default or else the first, rather not straight to an end."""
    leaving: dict[str, list[SequenceFlow]] = {}
    for flow in flows:
        leaving.setdefault(flow.source, []).append(flow)
    for branches in leaving.values():
        onwards = [flow for flow in branches if not _ends(view, flow)]
        yield (onwards or branches)[0].id


def _ends(view: View, flow: SequenceFlow) -> bool:
    target = view.diagram.find(flow.target, FlowNode)
    return target is not None and target.kind == "endEvent"


def _handlers(view: View, holder: str, hosts: Mapping[str, str], present: set[str]) -> Iterable[Link]:
    """Associations from a boundary event to the activity that undoes its host."""
    for join in view.diagram.children(holder, Association):
        source, target = join.source, join.target
        if view.has(join) and source in hosts and target in present and hosts[source] != target:
            yield Link(join.id, hosts[source], target, source)
