"""Merging: what of a composite block's new inside goes into one that people have changed, and what has to be asked.

Three sides are compared part by part: the inside of the version that the block came from, the block, and the inside
of the new version. What only one of the two has changed stands; where both have, somebody has to choose.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from procos_studio.edits.parts import Parts, Pieces, Place, compared, definition_of, names_in, parts_of
from procos_studio.library.upgrade import Change
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of
from procos_studio.model.names import local_name
from procos_studio.model.records import Flow
from procos_studio.model.xml import Xml

_MOST = 8
"""So many of the changes of one side are told one by one."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that both have changed: `id` is its answer's name, `mine` and `theirs` are what can be chosen."""

    id: str
    message: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Side:
    """One of the three, with its pieces by part."""

    diagram: Diagram
    key: str
    parts: Parts
    pieces: Mapping[str, Pieces]

    def holder(self, name: str) -> str:
        """The part in which a part stands; `""` for the block itself."""
        parent = self.parts.named[name].parent
        return next((other for other, item in self.parts.named.items() if item.id == parent), "")

    def label(self, name: str) -> str:
        """What to call a part in a sentence; a flow without a name is called by what it joins."""
        element = self.parts.named[name]
        if not isinstance(element, Flow) or element.name:
            return element.label
        ends = (self.diagram.get(end) for end in ends_of(element))
        return " → ".join(end.label for end in ends if end is not None)


@dataclass
class Merge:
    """What to do inside a block, and what to say of it: `updates` are the pieces to take over, by part."""

    is_untouched: bool = False
    updates: dict[str, list[Place]] = field(default_factory=dict)
    additions: list[str] = field(default_factory=list)
    removals: list[str] = field(default_factory=list)
    kept: list[Change] = field(default_factory=list)
    taken: list[Change] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that is to be said besides the questions: what stays as people made it, then what comes."""
        return (*_capped(self.kept), *_capped(self.taken))


def placed(diagram: Diagram, key: str) -> Side:
    """The side of a block in a diagram."""
    return _side(diagram, key, parts_of(diagram, key))


def defined(diagram: Diagram, key: str) -> Side:
    """The side of a definition."""
    return _side(diagram, key, definition_of(diagram, key))


def _side(diagram: Diagram, key: str, parts: Parts) -> Side:
    names, prefixes = names_in(diagram, parts), dict.fromkeys((None, *diagram.root.namespaces))
    return Side(diagram, key, parts, {name: compared(item, names, prefixes) for name, item in parts.named.items()})


def merge(base: Side, mine: Side, theirs: Side, answers: Collection[str] = ()) -> Merge:
    """The merge of a block; `answers` are the questions at which the new version is taken."""
    found = Merge()
    ask = _asking(found, answers)
    joined = set(_joined(base, mine))
    for name in dict.fromkeys((*base.pieces, *theirs.pieces, *mine.pieces)):
        ours, its, old = mine.pieces.get(name), theirs.pieces.get(name), base.pieces.get(name)
        if ours is not None and its is not None:
            _compare(found, ask, name, mine.label(name), old or {}, ours, its)
        elif ours is not None and old is not None:
            _leave(found, ask, name, mine, ours != old, name in joined)
        elif ours is not None:
            found.kept.append(Change(f"“{mine.label(name)}” was added here and stays.", "", ""))
        elif its is not None:
            _arrive(found, ask, name, theirs, old, its)
    added = [item for item in mine.parts.added if not isinstance(item, Flow)]
    found.kept += [Change(f"“{item.label}” was added here and stays.", "", "") for item in added]
    same = all(mine.pieces.get(name) == pieces for name, pieces in base.pieces.items())
    found.is_untouched = same and not mine.parts.added and len(mine.pieces) == len(base.pieces)
    return found


def moved(base: Side, mine: Side, theirs: Side) -> list[str]:
    """What to call the steps of the block that stand in another subsystem in the new version."""
    shared = theirs.parts.named.keys() & mine.parts.named.keys() & base.parts.named.keys()
    steps = (name for name, item in theirs.parts.named.items() if name in shared and not isinstance(item, Flow))
    return [theirs.label(name) for name in steps if base.holder(name) != theirs.holder(name)]


Ask = Callable[[str, str, str, str], bool]
"""Notes a question (id, message, what stays, what comes); whether the new version was chosen."""


def _asking(found: Merge, answers: Collection[str]) -> Ask:
    def ask(name: str, message: str, mine: str, theirs: str) -> bool:
        found.questions.append(Question(name, message, mine, theirs))
        return name in answers

    return ask


def _compare(found: Merge, ask: Ask, name: str, label: str, old: Pieces, ours: Pieces, its: Pieces) -> None:
    """A part that both have, piece by piece."""
    wanted: list[Place] = []
    for place in sorted({*ours, *its}):
        was, here, there = old.get(place), ours.get(place), its.get(place)
        if here == there:
            continue
        if there == was:
            found.kept.append(
                Change(f"“{label}”: {_called(place)} was changed here and stays.", _said(was), _said(here))
            )
        elif here == was:
            wanted.append(place)
            found.taken.append(Change(f"“{label}”: {_called(place)} changes.", _said(was), _said(there)))
        elif ask(
            f"{name} {place.kind} {place.name}",
            f"“{label}”: {_called(place)} was changed here, and in the new version.",
            _said(here),
            _said(there),
        ):
            wanted.append(place)
    if wanted:
        found.updates[name] = wanted


def _leave(found: Merge, ask: Ask, name: str, mine: Side, changed: bool, joined: bool) -> None:
    """A part that the new version no longer has."""
    label = mine.label(name)
    if not changed and not joined:
        found.removals.append(name)
        if not isinstance(mine.parts.named[name], Flow):
            found.taken.append(Change(f"“{label}” goes.", "", ""))
        return
    message = f"“{label}” was changed here, and the new version removes it."
    if not changed:
        message = f"“{label}” is joined to something that was added here, and the new version removes it."
    if ask(name, message, "It stays", "It goes"):
        found.removals.append(name)


def _arrive(found: Merge, ask: Ask, name: str, theirs: Side, old: Pieces | None, its: Pieces) -> None:
    """A part that the block does not have: it is new, or was removed here."""
    label = theirs.label(name)
    message = f"“{label}” was removed here, and the new version changes it."
    if old is None:
        found.additions.append(name)
        if not isinstance(theirs.parts.named[name], Flow):
            found.taken.append(Change(f"“{label}” is new.", "", ""))
    elif old == its:
        found.kept.append(Change(f"“{label}” was removed here and stays away.", "", ""))
    elif ask(name, message, "It stays away", "It comes back"):
        found.additions.append(name)


def _joined(base: Side, mine: Side) -> Iterator[str]:
    """The parts to which something leads that was added or led elsewhere in this block."""
    names = {element.id: name for name, element in mine.parts.named.items()}
    led = [item for name, item in mine.parts.named.items() if mine.pieces[name] != base.pieces.get(name)]
    for flow in (*mine.parts.added, *led):
        if isinstance(flow, Flow):
            yield from (names[end] for end in ends_of(flow) if end in names)
    inside = (item for element in mine.parts.added for item in mine.diagram.ancestors(element.id))
    yield from (names[item.id] for item in inside if item.id in names)


_WORDS = {
    "tag": "the kind of step",
    "name": "the name",
    "sourceRef": "where it begins",
    "targetRef": "where it leads",
    "default": "the default flow",
    "script": "the script",
    "conditionExpression": "the condition",
    "documentation": "the documentation",
    "formData": "the form",
}


def _called(place: Place) -> str:
    """A piece in a sentence."""
    if place.kind == "inputParameter":
        return f"the input “{place.name}”"
    if place.kind == "outputParameter":
        return f"the output “{place.name}”"
    local = local_name(place.name) or place.kind
    return _WORDS.get(local, f"“{local}”")


def _said(value: str | tuple[Xml, ...] | None) -> str:
    """The text of a piece, for a person to compare."""
    if value is None:
        return ""
    if isinstance(value, str):
        return local_name(value)
    return "\n".join(part.text or " ".join(part.attributes.values()) for item in value for part in item.walk()).strip()


def _capped(changes: list[Change]) -> list[Change]:
    more = len(changes) - _MOST
    return changes if more <= 0 else [*changes[:_MOST], Change(f"{more} more of this kind.", "", "")]
