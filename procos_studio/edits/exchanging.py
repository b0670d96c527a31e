"""Exchanging: brings a placed composite block to the inside of another version, and keeps what people changed in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from procos_studio.edits.copy import roots_of
from procos_studio.edits.drawing import add_plane, draw_shape, plane_of_drawing, plane_of_scope
from procos_studio.edits.filling import fill, named_copy
from procos_studio.edits.identifying import prefix_of
from procos_studio.edits.inserting import insert, prefixes_of, split_roots
from procos_studio.edits.laying import draw_flow, follow
from procos_studio.edits.merging import Merge, Question, Side, defined, merge, moved, placed
from procos_studio.edits.parts import PART, Place, pieces, with_piece
from procos_studio.edits.references import ids_in, translated
from procos_studio.edits.removing import doomed, remove
from procos_studio.edits.wiring import enlist, rewire
from procos_studio.library import BlockDefinition, upgrade
from procos_studio.library.bindings.binding import dialect
from procos_studio.library.inside import former, pattern
from procos_studio.library.upgrade import Change
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import Ends, ends_of, flows_at
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import clark
from procos_studio.model.records import Flow, SequenceFlow
from procos_studio.model.transaction import Transaction

UNKNOWN = "inside"
"""The question whether an inside whose changes cannot be told apart, or put together, is to be exchanged."""
_MOST = 4
"""So many steps are called by name."""


class Plan(NamedTuple):
    """What an upgrade does inside of a block; `theirs` is the side of the new version, None for a block without one."""

    merge: Merge
    base: Side | None = None
    theirs: Side | None = None


def planned(diagram: Diagram, key: str, block: BlockDefinition, answers: Collection[str] = ()) -> Plan:
    """The plan for a block; `answers` are the questions at which the new version is taken.

    Raises Refused where the inside of the block cannot be read.
    """
    if block.inside is None:
        return Plan(Merge())
    theirs, mine, was = defined(*pattern(block)), placed(diagram, key), upgrade.version_of(diagram[key])
    before = former(block, was)
    if before is not None and (mine.parts.named or not mine.parts.added):
        base = defined(*before)
        found = merge(base, mine, theirs, answers)
        if found.is_untouched:
            found.kept, found.questions = [], []
            found.taken = [Change(f"What is inside becomes that of version {block.version}.", "", "")]
        elsewhere = moved(base, mine, theirs)
        if found.is_untouched or not elsewhere:
            return Plan(found, base, theirs)
        labels = ", ".join(f"“{label}”" for label in elsewhere[:_MOST])
        why = f"The new version puts {labels} into another subsystem, which cannot be joined with changes made here."
        return _all_or_nothing(block, theirs, answers, why)
    why = f"The library does not hold the inside of version {was}, so nobody can tell what was changed here."
    return _all_or_nothing(block, theirs, answers, why)


def _all_or_nothing(block: BlockDefinition, theirs: Side, answers: Collection[str], why: str) -> Plan:
    """The inside stays as it is, or becomes the new one; somebody has to choose."""
    new = f"It becomes that of version {block.version}; changes made here go"
    asked = Question(UNKNOWN, why, "What is inside stays", new)
    return Plan(Merge(is_untouched=UNKNOWN in answers, questions=[asked]), None, theirs)


def exchange(
    diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition, answers: Collection[str] = ()
) -> None:
    """Do what `planned` says. Raises Refused where the inside of the block cannot be read."""
    found, base, theirs = planned(diagram, key, block, answers)
    if theirs is not None and found.is_untouched:
        fill(diagram, tx, key, theirs.diagram, theirs.key)
    elif theirs is not None and base is not None:
        _Exchange(diagram, tx, key, base, theirs).do(found)


class _Exchange:
    """One block while its inside is brought up to date; `ids` are the new version's ids with those of here."""

    def __init__(self, diagram: Diagram, tx: Transaction, key: str, base: Side, theirs: Side) -> None:
        self._diagram, self._tx, self._key, self._base, self._theirs = diagram, tx, key, base, theirs
        self._mine = placed(diagram, key)
        named = self._mine.parts.named
        self.ids = {item.id: named[name].id for name, item in theirs.parts.named.items() if name in named}
        self._ours = prefixes_of(diagram, theirs.diagram.root.namespaces)
        self._by = self._displaced()

    def do(self, found: Merge) -> None:
        """All of it: what is new first, for that is what others are led to."""
        parts = self._theirs.parts.named
        added = [parts[name] for name in found.additions]
        self._take_roots([*added, *(parts[name] for name in found.updates)])
        self._add_steps([item for item in added if not isinstance(item, Flow)])
        self._add_flows([item for item in added if isinstance(item, Flow)])
        for name, places in found.updates.items():
            self._update(parts[name], places)
        self._move_steps()
        gone = {self._mine.parts.named[name].id for name in found.removals} & self._diagram.elements.keys()
        if gone:
            remove(self._diagram, self._tx, doomed(self._diagram, gone))

    def _displaced(self) -> Point:
        """By how much the block's steps stand elsewhere than the new version's."""
        for theirs, ours in self.ids.items():
            there, here = self._theirs.diagram.shape(theirs), self._diagram.shape(ours)
            if there is not None and here is not None:
                return Point(here.bounds.x - there.bounds.x, here.bounds.y - there.bounds.y)
        return Point(0, 0)

    def _move_steps(self) -> None:
        """Steps go where the new version has them, unless somebody moved them here; their flows follow."""
        before: dict[str, Bounds] = {}
        for name, element in self._mine.parts.named.items():
            here, was, there = (
                self._diagram.shape(element.id),
                self._shape(self._base, name),
                self._shape(self._theirs, name),
            )
            stayed = here is not None and was is not None and here.bounds == was.moved(self._by.x, self._by.y)
            if here is not None and stayed and there is not None and there != was:
                before[element.id] = here.bounds
                self._tx.put(here.with_bounds(there.moved(self._by.x, self._by.y)))
        flows = {flow.id: flow for key in before for flow in flows_at(self._diagram, key)}
        for flow in flows.values():
            follow(self._diagram, self._tx, flow, before)

    def _shape(self, side: Side, name: str) -> Bounds | None:
        element = side.parts.named.get(name)
        shape = side.diagram.shape(element.id) if element is not None else None
        return shape.bounds if shape is not None else None

    def _take_roots(self, elements: Iterable[Element]) -> None:
        """The messages and other things at the root of the file that the new refers to."""
        known, missing = split_roots(self._diagram, roots_of(self._theirs.diagram, elements))
        self.ids |= known
        for root in missing:
            self.ids[root.id] = self._tx.new_id(prefix_of(root.kind))
            self._tx.add(translated(root, self.ids, self._diagram.root.id, self._ours))

    def _add_steps(self, elements: list[Element]) -> None:
        """Those that stand in something that is here, with all that is in them and among them."""
        inner = {item.id for item in elements}
        for parent in dict.fromkeys(item.parent for item in elements if item.parent not in inner):
            holder = self._key if parent == self._theirs.key else self.ids.get(parent, "")
            tops = [item for item in elements if item.parent == parent]
            steps = [item.id for item in tops if item.kind != "boundaryEvent" and self._theirs.diagram.drawn(item.id)]
            if holder and steps:
                clip = named_copy(self._theirs.diagram, steps, self._theirs.key)
                page = plane_of_scope(self._diagram, holder) or add_plane(self._diagram, self._tx, holder)
                made = insert(self._diagram, self._tx, clip, page, self._by, holder)
                self.ids.update(zip(clip.tops, made, strict=True))
            for event in tops:
                if event.kind == "boundaryEvent" and event.id not in self.ids:
                    self._attach(event, holder)

    def _attach(self, event: Element, holder: str) -> None:
        """An event on a step that was here before."""
        host = self.ids.get(event.reference("attachedToRef"), "")
        there, plane = self._theirs.diagram.shape(event.id), plane_of_drawing(self._diagram, host) if host else None
        if holder and there is not None and plane is not None:
            made = self._add(event, holder)
            draw_shape(self._diagram, self._tx, plane.id, made.id, there.bounds.moved(self._by.x, self._by.y))

    def _add_flows(self, flows: list[Flow]) -> None:
        """Those that did not come along with new steps; what they join may have been removed here."""
        inserted = {item.get(PART) for item in self._diagram.walk(self._key)}
        names = {item.id: name for name, item in self._theirs.parts.named.items()}
        for flow in flows:
            ends = [self.ids.get(end, "") for end in ends_of(flow)]
            holder = self._key if flow.parent == self._theirs.key else self.ids.get(flow.parent, "")
            if names[flow.id] in inserted or not holder or not all(ends):
                continue
            made = self._add(flow, holder)
            if isinstance(made, SequenceFlow):
                enlist(self._diagram, self._tx, made)
            if isinstance(made, Flow):
                draw_flow(self._diagram, self._tx, made)

    def _add(self, element: Element, holder: str) -> Element:
        self.ids[element.id] = self._tx.new_id(prefix_of(element.kind))
        named = replace(element, content=element.details).with_attribute_map({PART: self._name(element)})
        return self._tx.add(translated(named, self._with_details(element), holder, self._ours))

    def _name(self, element: Element) -> str:
        return next(name for name, item in self._theirs.parts.named.items() if item.id == element.id)

    def _with_details(self, element: Element) -> Mapping[str, str]:
        """The ids, and new ones for those in the details of an element."""
        inner = enumerate(list(ids_in(element))[1:], 1)
        return {**self.ids, **{part: f"{self.ids[element.id]}_{number}" for number, part in inner}}

    def _update(self, element: Element, places: Iterable[Place]) -> None:
        """Take over pieces of a part that is here; a flow that is led elsewhere is drawn anew."""
        bare = replace(element, content=element.details)
        wanted = pieces(translated(bare, self._with_details(element), "", self._ours))
        ours = self._diagram[self.ids[element.id]]
        changed, holder = ours, clark(dialect(ours), "inputOutput")
        for place in places:
            changed = with_piece(changed, place, wanted.get(place), holder)
        before, after = (Ends(item.reference("sourceRef"), item.reference("targetRef")) for item in (ours, changed))
        if before == after or not isinstance(ours, Flow):
            self._tx.put(changed)
            return
        if isinstance(ours, SequenceFlow):
            self._tx.put(changed.with_attributes(sourceRef=ours.source, targetRef=ours.target))
            rewire(self._diagram, self._tx, self._diagram.require(ours.id, SequenceFlow), *after)
        else:
            self._tx.put(changed)
        draw_flow(self._diagram, self._tx, self._diagram.require(ours.id, Flow))
