"""Inserting: puts a clip into a diagram under fresh ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from procos_studio.edits.clip import Clip
from procos_studio.edits.drawing import scope_for
from procos_studio.edits.expand import displaced
from procos_studio.edits.framing import grow
from procos_studio.edits.identifying import prefix_of
from procos_studio.edits.lanes import assign
from procos_studio.edits.pools import ensure_collaboration
from procos_studio.edits.references import ids_in, translated
from procos_studio.edits.refusing import refused
from procos_studio.edits.widening import widen
from procos_studio.library.bindings.roots import IDENTITY
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.names import BPMN
from procos_studio.model.records import (
    Artifact,
    Association,
    Collaboration,
    Drawing,
    Drawn,
    Flow,
    FlowNode,
    MessageFlow,
    Participant,
    Plane,
    Process,
)
from procos_studio.model.rules import may_contain
from procos_studio.model.transaction import Transaction


def insert(diagram: Diagram, tx: Transaction, clip: Clip, plane: Plane, by: Point, holder: str) -> tuple[str, ...]:
    """Put a clip onto a plane, displaced, its steps into `holder`; the keys of its tops. Raises Refused."""
    if any(isinstance(item, Participant) for item in clip.elements):
        verdict = may_contain(diagram, plane.shows, "participant")
        if not verdict:
            raise refused(verdict.reason, plane.shows)
        ensure_collaboration(diagram, tx, plane)
        holder = diagram.require(plane.id, Plane).shows
    scope = _scope(diagram, clip, holder)
    roots, missing = split_roots(diagram, clip.roots)
    ids = {**roots, **fresh_ids(diagram, (*clip.elements, *clip.drawings, *clip.pages, *missing))}
    prefixes = prefixes_of(diagram, clip.namespaces)
    tx.add_all(translated(root, ids, diagram.root.id, prefixes) for root in missing)
    inside = {item.id for item in clip.elements}
    outer = [item for item in clip.elements if item.parent not in inside]
    parents = _parents(diagram, clip, outer, scope, ids)
    tx.add_all(translated(item, ids, parents[item.id], prefixes) for item in outer)
    for item in clip.elements:
        if item.parent in inside:
            tx.put(translated(item, ids, ids[item.parent], prefixes))
    drawn = [translated(drawing, ids, plane.id, prefixes) for drawing in clip.drawings]
    tx.add_all(displaced(item, by) if isinstance(item, Drawn) else item for item in drawn)
    for page in clip.pages:
        if isinstance(page, Drawing):
            tx.add(translated(page, ids, diagram.root.id, prefixes))
        else:
            tx.put(translated(page, ids, ids[page.parent], prefixes))
    tops = tuple(ids[key] for key in clip.tops)
    nodes = [key for key in tops if isinstance(diagram.get(key), FlowNode)]
    assign(diagram, tx, nodes)
    widen(diagram, tx, nodes)
    grow(diagram, tx, nodes)
    return tops


def _scope(diagram: Diagram, clip: Clip, holder: str) -> str:
    """The scope that the steps of a clip go into."""
    tops = set(clip.tops)
    kinds = {item.kind for item in clip.elements if item.id in tops and isinstance(item, (FlowNode, Artifact))}
    for kind in sorted(kinds - {"boundaryEvent"}):
        verdict = may_contain(diagram, holder, kind)
        if not verdict:
            raise refused(verdict.reason, holder)
    return scope_for(diagram, holder)


def _parents(
    diagram: Diagram, clip: Clip, outer: Sequence[Element], scope: str, ids: Mapping[str, str]
) -> dict[str, str]:
    """What the outermost elements of a clip go into, by their old ids; flows go where their source is."""
    collaboration = next((found.id for found in diagram.children(diagram.root.id, Collaboration)), "")
    parents = {item.id: ids[item.parent] for item in clip.elements if item.parent in ids}
    flows = [item for item in outer if isinstance(item, Flow) and not isinstance(item, (Association, MessageFlow))]
    for item in outer:
        if isinstance(item, Process):
            parents[item.id] = diagram.root.id
        else:
            parents[item.id] = collaboration if isinstance(item, (Participant, MessageFlow)) else scope
    for flow in flows:
        parents[flow.id] = parents[ends_of(flow).source]
    return parents


def fresh_ids(diagram: Diagram, elements: Iterable[Element]) -> dict[str, str]:
    """New ids for elements and for the BPMN details in them, which are called after their element."""
    counts: Counter[str] = Counter()
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for element in elements:
        stem = prefix_of(element.kind)
        name = f"{ids[element.shows]}_di" if isinstance(element, Drawn) and element.shows in ids else ""
        while not name or name in diagram or name in taken:
            counts[stem] += 1
            name = f"{stem}_{counts[stem]}"
        taken.add(name)
        ids[element.id] = name
        for number, part in enumerate(list(ids_in(element))[1:], 1):
            ids[part] = f"{name}_{number}"
    return ids


def split_roots(diagram: Diagram, roots: Iterable[Element]) -> tuple[dict[str, str], list[Element]]:
    """What of the roots of another file the diagram has already, by old and new id, and what it lacks."""
    known: dict[str, str] = {}
    missing: list[Element] = []
    for root in roots:
        twin = _twin(diagram, root)
        if twin is None:
            missing.append(root)
        else:
            known.update(zip(ids_in(root), ids_in(twin), strict=False))
    return known, missing


def _twin(diagram: Diagram, root: Element) -> Element | None:
    """The same thing in the diagram: the very record, or one of its kind that engines take for the same."""
    same = diagram.get(root.id)
    if (
        same is not None
        and same.tag == root.tag
        and same.attributes == root.attributes
        and same.content == root.content
    ):
        return same
    identity = IDENTITY.get(root.kind, "")
    if not identity or not root.get(identity):
        return None
    others = (item for item in diagram.children(diagram.root.id, Element) if item.tag == root.tag)
    return next((item for item in others if item.get(identity) == root.get(identity)), None)


def prefixes_of(diagram: Diagram, namespaces: Mapping[str | None, str]) -> dict[str | None, str | None]:
    """This file's prefix for each prefix that another file has for BPMN."""
    ours = [prefix for prefix, uri in diagram.root.namespaces.items() if uri == BPMN]
    theirs = [prefix for prefix, uri in namespaces.items() if uri == BPMN]
    return {prefix: ours[0] for prefix in theirs if ours and prefix not in ours}
