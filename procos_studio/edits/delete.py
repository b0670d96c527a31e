"""Delete: takes elements away with all that cannot stand without them, and on request joins what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procos_studio.edits.drawing import drawn_on
from procos_studio.edits.framing import frame, sibling_lanes
from procos_studio.edits.healing import bridge
from procos_studio.edits.identifying import label_of
from procos_studio.edits.laying import draw_flows
from procos_studio.edits.pools import dissolve_pool
from procos_studio.edits.refusing import refused
from procos_studio.edits.removing import doomed, remove
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import Artifact, DataElement, Flow, FlowNode, Lane, LaneSet, Participant, Shape
from procos_studio.model.transaction import Transaction

_BELONGING = frozenset({"dataInput", "dataOutput", "dataStore"})
_DELETABLE = (FlowNode, Flow, DataElement, Artifact, Participant, Lane)


def delete(diagram: Diagram, keys: Iterable[str], heal: bool = False) -> None:
    """Delete elements; with `heal`, what led to them leads on to what followed.

    Flows, boundary events, drawings, pages of sub-processes and references go too; messages, errors and other things
    at the root of the file stay. Nodes of a deleted lane stay. Raises Refused where nothing of `keys` can be deleted.
    """
    known = (diagram.get(key) for key in dict.fromkeys(keys))
    found = [item for item in known if isinstance(item, _DELETABLE) and item.kind not in _BELONGING]
    if not found:
        raise refused("There is nothing here to delete.", *keys, hint="Select blocks or flows first.")
    what = label_of(diagram, found[0].id) if len(found) == 1 else f"{len(found)} elements"
    with diagram.edit(f"Delete {what}") as tx:
        kept = _heal(diagram, tx, found) if heal else set()
        for pool in [item for item in found if isinstance(item, Participant)]:
            _delete_pool(diagram, tx, pool)
        for lane in [item for item in found if isinstance(item, Lane)]:
            _delete_lane(diagram, tx, lane.id)
        remove(diagram, tx, doomed(diagram, [item.id for item in found if item.id in diagram and item.id not in kept]))
        draw_flows(diagram, tx, kept)


def _heal(diagram: Diagram, tx: Transaction, found: Sequence[Element]) -> set[str]:
    gone = doomed(diagram, [item.id for item in found if isinstance(item, FlowNode)])
    return bridge(diagram, tx, {key for key in gone if isinstance(diagram.get(key), FlowNode)})


def _delete_pool(diagram: Diagram, tx: Transaction, pool: Participant) -> None:
    if len(diagram.children(pool.parent, Participant)) == 1:
        dissolve_pool(diagram, tx, pool)
        return
    gone = doomed(diagram, [pool.id, *([pool.process] if pool.process in diagram else [])])
    remove(diagram, tx, gone)


def _delete_lane(diagram: Diagram, tx: Transaction, key: str) -> None:
    """The lane before it, else the one behind, takes its room; a lane set without lanes goes too."""
    lane = diagram.find(key, Lane)
    if lane is None:
        return
    shape = diagram.shape(key)
    beside = sibling_lanes(diagram, key)
    keys = [item.shows for item in beside]
    at = keys.index(key) if key in keys else 0
    heir = next((item for item in (*beside[max(at - 1, 0) : at], *beside[at + 1 : at + 2])), None)
    lane_set = diagram.require(lane.parent, LaneSet)
    alone = len(diagram.children(lane_set.id, Lane)) == 1
    remove(diagram, tx, doomed(diagram, [lane_set.id if alone else key]))
    if shape is not None and heir is not None and drawn_on(diagram, heir.shows, shape.parent):
        frame(diagram, tx, diagram.require(heir.id, Shape), _joined(heir.bounds, shape.bounds, heir.is_horizontal))


def _joined(heir: Bounds, gone: Bounds, horizontal: bool) -> Bounds:
    if horizontal:
        return Bounds(heir.x, min(heir.y, gone.y), heir.width, max(heir.bottom, gone.bottom) - min(heir.y, gone.y))
    return Bounds(min(heir.x, gone.x), heir.y, max(heir.right, gone.right) - min(heir.x, gone.x), heir.height)
