"""Xml: an immutable piece of a file that rides along in an element, understood or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from procos_studio.model.copies import changed
from procos_studio.model.names import bpmn, local_name

COMMENT = "!--"
INSTRUCTION = "?"


@dataclass(frozen=True)
class Xml:
    """An XML subtree as a value.

    `tag` is a Clark name; `COMMENT` and `INSTRUCTION` (whose text is `target data`) stand for what they are.
    `attributes` have Clark names. `text` precedes the first child, `tail` follows the subtree; white space between
    elements is not kept. `namespaces` are the prefixes declared on this very element.
    """

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    children: tuple[Xml, ...] = ()
    tail: str = ""
    namespaces: Mapping[str | None, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The local name."""
        return local_name(self.tag)

    def get(self, attribute: str, default: str = "") -> str:
        """An attribute by its Clark name."""
        return self.attributes.get(attribute, default)

    def child(self, tag: str) -> Xml | None:
        """The first child with this Clark name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> tuple[Xml, ...]:
        """The children with this Clark name."""
        return tuple(child for child in self.children if child.tag == tag)

    def walk(self) -> Iterator[Xml]:
        """This element and all below it, in document order, without recursion."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def with_attributes(self, **values: str | None) -> Xml:
        """A copy with attributes without namespace set, or removed where the value is None."""
        return changed(self, attributes=merged(self.attributes, values))

    def with_children(self, *children: Xml) -> Xml:
        """A copy with these children instead."""
        return changed(self, children=children)


def merged(attributes: Mapping[str, str], values: Mapping[str, str | None]) -> dict[str, str]:
    """`attributes` with `values` set; None removes. Existing attributes keep their place."""
    result: dict[str, str | None] = {**attributes, **values}
    return {name: value for name, value in result.items() if value is not None}


def text_element(local: str, text: str) -> Xml:
    """A BPMN element that holds text only, such as `incoming` or `script`."""
    return Xml(bpmn(local), text=text)
