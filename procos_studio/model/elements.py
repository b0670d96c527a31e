"""Element: the frozen record behind every id of a diagram, and the words shared by all kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from procos_studio.model.copies import changed
from procos_studio.model.lazy import lazy
from procos_studio.model.names import bpmn, local_name, local_reference
from procos_studio.model.order import insertion_index
from procos_studio.model.xml import Xml, merged

Content = Xml | str


@dataclass(frozen=True)
class Element:
    """One identified element of the file.

    `id` is the key in the diagram: the XML id, or one made up (starting with `~`, which no XML id can) where the
    file has none or repeats one. `parent` is the key of the enclosing element, `""` for the root.
    `content` holds the children in order: a str is the key of a child Element, an Xml is detail that belongs to
    this record. Attribute names are Clark names; BPMN's own attributes have no namespace.
    """

    id: str
    tag: str
    parent: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    content: tuple[Content, ...] = ()
    text: str = ""
    tail: str = ""
    namespaces: Mapping[str | None, str] = field(default_factory=dict)

    @lazy
    def kind(self) -> str:
        """The local name of the tag, such as `userTask`."""
        return local_name(self.tag)

    @property
    def name(self) -> str:
        """The name that a person gave, or `""`."""
        return self.attributes.get("name", "")

    @property
    def label(self) -> str:
        """What to call the element in a sentence: its name on one line, else its id, else its kind."""
        return " ".join(self.name.split()) or self.attributes.get("id", "") or self.kind

    def get(self, attribute: str, default: str = "") -> str:
        """An attribute by its Clark name."""
        return self.attributes.get(attribute, default)

    def flag(self, attribute: str, default: bool = False) -> bool:
        """An xsd:boolean attribute; `default` where absent."""
        value = self.attributes.get(attribute)
        return default if value is None else value.strip() in ("true", "1")

    def reference(self, attribute: str) -> str:
        """The id that a reference attribute names, without a prefix; `""` where absent."""
        return local_reference(self.attributes.get(attribute, ""))

    @lazy
    def children(self) -> tuple[str, ...]:
        """The keys of the child Elements, in document order."""
        return tuple([item for item in self.content if isinstance(item, str)])

    @lazy
    def details(self) -> tuple[Xml, ...]:
        """The Xml children, in document order."""
        return tuple([item for item in self.content if isinstance(item, Xml)])

    def detail(self, tag: str) -> Xml | None:
        """The first Xml child with this Clark name."""
        for item in self.details:
            if item.tag == tag:
                return item
        return None

    @property
    def documentation(self) -> str:
        """The text of the first documentation child."""
        found = self.detail(bpmn("documentation"))
        return found.text if found else ""

    @lazy
    def extensions(self) -> tuple[Xml, ...]:
        """What stands inside extensionElements."""
        found = self.detail(bpmn("extensionElements"))
        return found.children if found else ()

    def extension(self, tag: str) -> Xml | None:
        """The first extension element with this Clark name."""
        return next((item for item in self.extensions if item.tag == tag), None)

    def with_attributes(self, **values: str | None) -> Self:
        """A copy with attributes without namespace set, or removed where the value is None."""
        return self.with_attribute_map(values)

    def with_attribute_map(self, values: Mapping[str, str | None]) -> Self:
        """A copy with attributes (by Clark name) set, or removed where the value is None."""
        return changed(self, attributes=merged(self.attributes, values))

    def with_detail(self, detail: Xml) -> Self:
        """A copy in which `detail` replaces the first Xml child of the same tag, or is added in schema order."""
        for index, item in enumerate(self.content):
            if isinstance(item, Xml) and item.tag == detail.tag:
                return changed(self, content=(*self.content[:index], detail, *self.content[index + 1 :]))
        return self.with_added(detail)

    def with_added(self, detail: Xml) -> Self:
        """A copy with one more Xml child, after those that the BPMN schema wants before it."""
        # the child Elements of a step that holds no flow of its own are what moves its data in and out
        holds_data = self.kind.lower().endswith(("task", "event", "callactivity"))
        index = insertion_index(self, detail.tag, lambda _: bpmn("dataInputAssociation") if holds_data else "")
        return changed(self, content=(*self.content[:index], detail, *self.content[index:]))

    def without_details(self, *tags: str) -> Self:
        """A copy without the Xml children of these Clark names."""
        kept = tuple(item for item in self.content if isinstance(item, str) or item.tag not in tags)
        return changed(self, content=kept)

    def without_detail(self, detail: Xml) -> Self:
        """A copy without this very Xml child (compared by value, first match)."""
        at = self.content.index(detail)
        return changed(self, content=(*self.content[:at], *self.content[at + 1 :]))

    def with_documentation(self, text: str) -> Self:
        """A copy with this documentation; `""` removes it."""
        tag = bpmn("documentation")
        return self.with_detail(Xml(tag, text=text)) if text else self.without_details(tag)

    def with_extension(self, extension: Xml) -> Self:
        """A copy in which `extension` replaces the first extension of its tag, or is added."""
        kept = list(self.extensions)
        for index, item in enumerate(kept):
            if item.tag == extension.tag:
                kept[index] = extension
                return self.with_extensions(*kept)
        return self.with_extensions(*kept, extension)

    def without_extension(self, tag: str) -> Self:
        """A copy without the extensions of this Clark name."""
        return self.with_extensions(*(item for item in self.extensions if item.tag != tag))

    def with_extensions(self, *extensions: Xml) -> Self:
        """A copy with exactly these extensions; none removes extensionElements."""
        tag = bpmn("extensionElements")
        if not extensions:
            return self.without_details(tag)
        holder = self.detail(tag) or Xml(tag)
        return self.with_detail(holder.with_children(*extensions))
