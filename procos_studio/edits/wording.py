"""Wording: the texts of an element that people write, found one by one, and the element with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from procos_studio.model.elements import Element
from procos_studio.model.names import BPMN, ENGINE_NAMESPACES, local_name, namespace_of
from procos_studio.model.records import Drawing, Drawn, Plane, RootElement
from procos_studio.model.xml import Xml


class Part(StrEnum):
    """What a text is to people."""

    NAME = "name"
    NOTE = "note"  # documentation and annotations
    PROPERTY = "property"
    EXPRESSION = "expression"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of an element. `number` counts them in document order, `what` says to a person where it stands."""

    part: Part
    what: str
    text: str
    number: int


Visit = Callable[[Text], str]

_EXPRESSIONS = frozenset(
    "condition conditionExpression completionCondition loopCondition loopCardinality activationCondition timeDate "
    "timeDuration timeCycle formalExpression expression from to messagePath dataPath transformation".split()
)
_NOTES = frozenset({"documentation", "text"})
_STRUCTURE = frozenset(
    "type scriptFormat language event modelerTemplate modelerTemplateVersion modelerTemplateIcon".split()
)
"""Attributes whose values are words of the format, and no person's."""
_FLAGS = frozenset({"true", "false"})
_CODES = frozenset({"errorCode", "escalationCode"})


def texts(element: Element) -> tuple[Text, ...]:
    """Every text of an element that a person may have written, in document order; none of a drawing."""
    found: list[Text] = []

    def note(text: Text) -> str:
        found.append(text)
        return text.text

    if not isinstance(element, (Drawn, Drawing, Plane)):
        reworded(element, note)
    return tuple(found)


def reworded(element: Element, visit: Visit) -> Element:
    """The element in which each of its texts is what `visit` says; what stays the same is the same object."""
    walk = _Walk(visit)
    attributes = walk.attributes(element.attributes, _of_element(element))
    content = tuple(item if isinstance(item, str) else walk.detail(item, "") for item in element.content)
    same = attributes == element.attributes and all(map(_is, content, element.content))
    return element if same else replace(element, attributes=attributes, content=content)


_Rule = Callable[[str, str], tuple[Part, str] | None]


class _Walk:
    """One pass over the texts of an element, which are counted."""

    def __init__(self, visit: Visit) -> None:
        self._visit, self._count = visit, 0

    def attributes(self, attributes: Mapping[str, str], rule: _Rule) -> Mapping[str, str]:
        made = {name: self._said(rule(name, value) if value else None, value) for name, value in attributes.items()}
        return attributes if made == attributes else made

    def detail(self, part: Xml, what: str) -> Xml:
        space = namespace_of(part.tag)
        if space != BPMN and space not in ENGINE_NAMESPACES:
            return part
        attributes = self.attributes(part.attributes, _of_bpmn(part) if space == BPMN else _of_engine(part))
        what = part.get("name") or what if space != BPMN else what
        text = self._said(_of_text(part, what) if part.text.strip() else None, part.text)
        children = tuple(self.detail(child, what) for child in part.children)
        same = attributes is part.attributes and text == part.text and all(map(_is, children, part.children))
        return part if same else replace(part, attributes=attributes, text=text, children=children)

    def _said(self, found: tuple[Part, str] | None, text: str) -> str:
        if found is None:
            return text
        self._count += 1
        return self._visit(Text(*found, text, self._count - 1))


def _of_element(element: Element) -> _Rule:
    def rule(name: str, value: str) -> tuple[Part, str] | None:
        if name == "name":
            return (Part.EXPRESSION if _evaluates(value) else Part.NAME), name
        if name == "calledElement" or (isinstance(element, RootElement) and name in _CODES):
            return _setting(name, value)
        return _setting(name, value) if namespace_of(name) in ENGINE_NAMESPACES else None

    return rule


def _of_bpmn(part: Xml) -> _Rule:
    def rule(name: str, value: str) -> tuple[Part, str] | None:
        if name == "name" or (part.kind == "categoryValue" and name == "value"):
            return Part.NAME, name
        return _setting(name, value) if namespace_of(name) in ENGINE_NAMESPACES else None

    return rule


def _of_engine(part: Xml) -> _Rule:
    def rule(name: str, value: str) -> tuple[Part, str] | None:
        is_key = name == "name" and part.kind in ("inputParameter", "property", "constraint")
        return None if is_key else _setting(name, value)

    return rule


def _of_text(part: Xml, what: str) -> tuple[Part, str] | None:
    if part.kind == "script":
        return Part.CODE, what or "script"
    if namespace_of(part.tag) in ENGINE_NAMESPACES:
        return _setting(what or part.kind, part.text)
    if part.kind in _NOTES:
        return Part.NOTE, "documentation" if part.kind == "documentation" else part.kind
    return (Part.EXPRESSION, in_words(part.kind)) if part.kind in _EXPRESSIONS else None


def _setting(name: str, value: str) -> tuple[Part, str] | None:
    local = local_name(name)
    if local in _STRUCTURE or value in _FLAGS:
        return None
    return (Part.EXPRESSION if _evaluates(value) else Part.PROPERTY), in_words(local)


def in_words(name: str) -> str:
    """`completion condition` of `completionCondition`."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)


def _evaluates(text: str) -> bool:
    return "${" in text or "#{" in text


def _is(one: object, other: object) -> bool:
    return one is other
