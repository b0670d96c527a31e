"""Where a file names variables: what an element sets and reads, and the same element with other spellings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import is_

from procos_studio.bpmn import scripts
from procos_studio.bpmn.remembering import per_record
from procos_studio.expressions import compile_text
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import BPMN, ENGINE_NAMESPACES, local_name, namespace_of
from procos_studio.model.records import DataElement, RootElement
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused


class Kind(StrEnum):
    """What a text of a file is, as far as variables go."""

    SETS = "sets"  # the name of a variable that is written
    LOCAL = "local"  # the name of a variable that only the element and what is inside of it see
    READS = "reads"  # the name of a variable that is read
    EXPRESSION = "expression"  # any text with `${}`
    SCRIPT = "script"  # Python
    FOREIGN = "foreign"  # a script, or a condition, in another language


class When(StrEnum):
    """In which of the scopes of an element a text is looked at."""

    BEFORE = "before"  # before it begins, among the variables around it
    INSIDE = "inside"  # while it is under way, where its own inputs hide others of the same name
    AFTER = "after"  # among its results


@dataclass(frozen=True, slots=True)
class Spot:
    """One text of an element; `what` says to a person where it stands."""

    kind: Kind
    text: str
    when: When
    what: str

    @property
    def reads(self) -> frozenset[str]:
        """The variables that it reads; none where it cannot be read itself, which the checks say."""
        if self.kind is Kind.READS:
            return frozenset({self.text.strip()})
        if self.kind is Kind.SCRIPT:
            return scripts.names(self.text).reads
        if self.kind is not Kind.EXPRESSION:
            return frozenset()
        try:
            return compile_text(self.text).reads
        except Refused:
            return frozenset()

    @property
    def writes(self) -> frozenset[str]:
        """The variables that it sets."""
        if self.kind in (Kind.SETS, Kind.LOCAL):
            return frozenset({self.text})
        return scripts.names(self.text).writes if self.kind is Kind.SCRIPT else frozenset()


Visit = Callable[[Spot], str]

_SETTING: Mapping[str, str] = {
    "resultVariable": "result",
    "errorCodeVariable": "error code",
    "errorMessageVariable": "error message",
    "escalationCodeVariable": "escalation code",
    "initiator": "who started it",
}
_FORMAL = frozenset({"condition", "conditionExpression", "completionCondition", "loopCondition", "loopCardinality"})
_TIMES = frozenset({"timeDate", "timeDuration", "timeCycle"})
_PLAIN = frozenset({"formKey", "modelerTemplate", "modelerTemplateVersion", "type", "class"})
_TEXTS = frozenset({"value", "entry", "expression", "string", "failedJobRetryTimeCycle"})


@per_record
def spots(element: Element) -> tuple[Spot, ...]:
    """Every text of an element that has to do with variables, in document order."""
    found: list[Spot] = []

    def note(spot: Spot) -> str:
        found.append(spot)
        return spot.text

    respelled(element, note)
    return tuple(found)


def results(element: Element) -> frozenset[str]:
    """The names that a script of the element assigns."""
    return _results(spots(element))


def locals_of(element: Element) -> frozenset[str]:
    """The names that mean something of the element's own inside of it: its inputs and the item of its loop."""
    return frozenset(spot.text for spot in spots(element) if spot.kind is Kind.LOCAL)


@per_record
def sets(element: Element) -> frozenset[str]:
    """The variables that an element leaves to those after it.

    Where it has outputs, its results are its own and only the outputs go on (Camunda 7's rule).
    """
    found = spots(element)
    has_outputs = any(spot.what == "output" for spot in found)
    scripted = frozenset[str]() if has_outputs else _results(found)
    return frozenset(spot.text for spot in found if spot.kind is Kind.SETS) | scripted


@per_record
def reads(element: Element) -> frozenset[str]:
    """The variables of the scopes around it that an element reads."""
    found = spots(element)
    own = frozenset(spot.text for spot in found if spot.kind is Kind.LOCAL)
    results = _results(found)
    return frozenset(
        name
        for spot in found
        for name in spot.reads
        if not (spot.when is not When.BEFORE and name in own) and not (spot.when is When.AFTER and name in results)
    )


def _results(found: tuple[Spot, ...]) -> frozenset[str]:
    """The names that a script assigns, which outputs may read."""
    own = (spot for spot in found if spot.kind is Kind.SCRIPT and spot.when is When.INSIDE)
    return frozenset(name for spot in own for name in spot.writes)


def respelled(element: Element, visit: Visit) -> Element:
    """The element in which every such text is what `visit` says."""
    attributes = dict(element.attributes)
    for name, value in element.attributes.items():
        spot = _of_attribute(element, name, value)
        if spot is not None:
            attributes[name] = visit(spot)
    content = tuple([_content(element, item, visit) for item in element.content])
    if attributes == element.attributes and all(map(is_, content, element.content)):
        return element
    return replace(element, attributes=attributes, content=content)


def _content(element: Element, item: Content, visit: Visit) -> Content:
    if isinstance(item, str) or isinstance(element, DataElement):
        return item
    return _Walk(element, visit).walk(item, When.INSIDE, "")


def _of_attribute(element: Element, name: str, value: str) -> Spot | None:
    if isinstance(element, DataElement):
        return Spot(Kind.SETS, value, When.INSIDE, "data object") if name == "name" and value else None
    if isinstance(element, RootElement):
        return Spot(Kind.EXPRESSION, value, When.BEFORE, element.kind) if name == "name" and _evaluates(value) else None
    if name == "calledElement" and _evaluates(value):
        return Spot(Kind.EXPRESSION, value, When.INSIDE, "called process")
    return _of_engine(name, value)


def _of_engine(name: str, value: str) -> Spot | None:
    """An attribute of the engine's, on an element or inside of one."""
    local = local_name(name)
    if namespace_of(name) not in ENGINE_NAMESPACES or local in _PLAIN or not value:
        return None
    if local in _SETTING:
        return Spot(Kind.SETS, value, When.INSIDE, _SETTING[local])
    if local == "elementVariable":
        return Spot(Kind.LOCAL, value, When.INSIDE, "item of the loop")
    if local == "collection" and not _evaluates(value):
        return Spot(Kind.READS, value, When.BEFORE, "items of the loop")
    if local == "variableName":
        return Spot(Kind.READS, value, When.INSIDE, "watched variable")
    when = When.BEFORE if local == "collection" else When.INSIDE
    return Spot(Kind.EXPRESSION, value, when, _words(local)) if _evaluates(value) else None


class _Walk:
    """One pass over the details of an element."""

    def __init__(self, element: Element, visit: Visit) -> None:
        self._element, self._visit = element, visit

    def walk(self, part: Xml, when: When, what: str) -> Xml:
        """The part with its texts respelled; deeper parts inherit where they are looked at."""
        kind = part.kind
        if namespace_of(part.tag) in ENGINE_NAMESPACES:
            when, what = {"inputParameter": (When.BEFORE, "input"), "outputParameter": (When.AFTER, "output")}.get(
                kind, (when, what)
            )
        attributes = {name: self._attribute(part, name, value) for name, value in part.attributes.items()}
        spot = self._text(part, when, what)
        text = self._visit(spot) if spot else part.text
        children = tuple([self.walk(child, when, what) for child in part.children])
        # nearly every part stays as it is, and then need not be made anew
        if attributes == part.attributes and text == part.text and all(map(is_, children, part.children)):
            return part
        return replace(part, attributes=attributes, text=text, children=children)

    def _attribute(self, part: Xml, name: str, value: str) -> str:
        spot = _of_engine(name, value) or (_own_attribute(part, name, value) if value else None)
        return self._visit(spot) if spot else value

    def _text(self, part: Xml, when: When, what: str) -> Spot | None:
        if not part.text.strip():
            return None
        if part.kind == "script":
            language = part.get("scriptFormat") or self._element.get("scriptFormat") or "python"
            return Spot(Kind.SCRIPT if language.lower() == "python" else Kind.FOREIGN, part.text, when, "script")
        if namespace_of(part.tag) == BPMN:
            if part.kind not in _FORMAL | _TIMES:
                return None
            kind = Kind.FOREIGN if part.kind in _FORMAL and part.get("language") else Kind.EXPRESSION
            return Spot(kind, part.text, when, _words(part.kind))
        known = part.kind in _TEXTS or part.kind in ("inputParameter", "outputParameter")
        is_ours = namespace_of(part.tag) in ENGINE_NAMESPACES
        return Spot(Kind.EXPRESSION, part.text, when, what or _words(part.kind)) if is_ours and known else None


def _own_attribute(part: Xml, name: str, value: str) -> Spot | None:
    """An attribute without namespace on one of the engine's extension elements."""
    if namespace_of(part.tag) not in ENGINE_NAMESPACES or namespace_of(name):
        return None
    return _OWN.get((part.kind, name), _nothing)(value)


def _nothing(value: str) -> Spot | None:
    return None


def _spot(kind: Kind, when: When, what: str) -> Callable[[str], Spot | None]:
    return lambda value: Spot(kind, value, when, what)


_OWN: Mapping[tuple[str, str], Callable[[str], Spot | None]] = {
    ("inputParameter", "name"): _spot(Kind.LOCAL, When.INSIDE, "name of an input"),
    ("outputParameter", "name"): _spot(Kind.SETS, When.AFTER, "output"),
    ("formField", "id"): _spot(Kind.SETS, When.INSIDE, "question of the form"),
    ("formField", "defaultValue"): _spot(Kind.EXPRESSION, When.INSIDE, "default of a question"),
    ("executionListener", "expression"): _spot(Kind.EXPRESSION, When.INSIDE, "listener"),
    ("taskListener", "expression"): _spot(Kind.EXPRESSION, When.INSIDE, "listener"),
    ("errorEventDefinition", "expression"): _spot(Kind.EXPRESSION, When.INSIDE, "condition"),
    ("in", "source"): _spot(Kind.READS, When.BEFORE, "passed in"),
    ("in", "sourceExpression"): _spot(Kind.EXPRESSION, When.BEFORE, "passed in"),
    ("in", "businessKey"): _spot(Kind.EXPRESSION, When.BEFORE, "business key"),
    ("out", "target"): _spot(Kind.SETS, When.AFTER, "taken back"),
}
"""By extension element and attribute."""


def _evaluates(text: str) -> bool:
    return "${" in text or "#{" in text


def _words(name: str) -> str:
    """`completion condition` of `completionCondition`."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
