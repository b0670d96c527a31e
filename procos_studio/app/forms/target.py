"""Target: the elements that a form shows together, their values, and how a change reaches all of them in one edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from procos_studio.app.forms.common import common, name_parameter
from procos_studio.app.language import block_in_words
from procos_studio.bpmn.variables import locals_of, results
from procos_studio.edits.set_parameter import set_back, set_in_all, set_parameter
from procos_studio.expressions import compile_text
from procos_studio.library import BlockDefinition, Library, Parameter, mask
from procos_studio.library.mapping import with_mappings
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Flow, FlowNode
from procos_studio.problems import Refused

_OUTPUT = "camunda:outputParameter"
_NAME = name_parameter().id
_MOST = 500
"""So many blocks of several kinds have a form: each of their values is read when one is changed."""


class Target:
    """One element, or several. `block` is None where the library does not know the kind of the one.

    Of several kinds it is what they have in common.
    """

    def __init__(self, diagram: Diagram, keys: tuple[str, ...], library: Library) -> None:
        self.diagram, self.keys, self._library = diagram, keys, library
        self._kinds = [library.of(diagram[key]) for key in keys]
        known = {kind.id: kind for kind in self._kinds if kind is not None}
        self.kind = self._kinds[0] if len(known) < 2 else common(tuple(known.values()))
        self.is_mixed = len(known) > 1
        self.block = self._block()

    @property
    def key(self) -> str:
        """The first of the elements."""
        return self.keys[0]

    @property
    def element(self) -> Element:
        """The first of the elements."""
        return self.diagram[self.key]

    @property
    def is_several(self) -> bool:
        """Whether more than one element is shown."""
        return len(self.keys) > 1

    def still_fits(self) -> bool:
        """Whether all of it is there, each of the same kind as before."""
        found = zip(map(self.diagram.get, self.keys), self._kinds, strict=True)
        return all(element is not None and self._library.of(element) is kind for element, kind in found)

    def follow(self) -> None:
        """An edit may have changed which outputs belong to the block itself."""
        self.block = self._block()

    def values(self) -> dict[str, str]:
        """The value of every parameter; `""` where the elements differ."""
        if self.block is None:
            return {}
        every = [mask.values(self.diagram, key, self.block) for key in self.keys]
        return {name: _common([values[name] for values in every]) for name in every[0]}

    def differing(self) -> frozenset[str]:
        """The parameters that have several values."""
        if self.block is None or not self.is_several:
            return frozenset()
        every = [mask.values(self.diagram, key, self.block) for key in self.keys]
        return frozenset(name for name in every[0] if len({values[name] for values in every}) > 1)

    def visible(self) -> frozenset[str]:
        """The parameters that count for every one of the elements."""
        if self.block is None:
            return frozenset()
        blocks = zip(self.keys, self._kinds if self.is_mixed else (self.block,) * len(self.keys), strict=True)
        shown = [self._counting(key, block) for key, block in blocks if block is not None]
        named = {_NAME} if self.is_mixed else set()
        return frozenset(named | shown[0].intersection(*shown[1:]))

    def _counting(self, key: str, block: BlockDefinition) -> set[str]:
        return {parameter.id for parameter in mask.visible(block, mask.values(self.diagram, key, block))}

    def write(self, parameter: Parameter, text: str) -> None:
        """Set a parameter of all in one edit. Raises Refused, and then none is changed."""
        present = [key for key in self.keys if key in self.diagram]
        if len(present) == 1:
            set_parameter(self.diagram, present[0], parameter, text)
        else:
            set_in_all(self.diagram, present, parameter, text)

    def write_back(self, defaults: Mapping[str, str]) -> None:
        """Set these parameters of all to their defaults in one edit. Raises Refused, and then none is changed."""
        present = [key for key in self.keys if key in self.diagram]
        wanted = self.block.properties if self.block is not None else ()
        set_back(self.diagram, present, [(item, defaults[item.id]) for item in wanted if item.id in defaults])

    def language(self, parameter: Parameter, values: Mapping[str, str]) -> str:
        """The language of a code parameter: its own, or what the block says in `scriptFormat`."""
        if parameter.language or self.block is None:
            return parameter.language
        formats = (item for item in self.block.properties if item.binding.name == "scriptFormat")
        said = next((values.get(item.id, "") for item in formats), "") or self.element.get("scriptFormat")
        return said.strip().lower()

    def results(self) -> tuple[str, ...]:
        """The names that the block's work gives to its outputs, as far as its definition or its script says them."""
        outputs = (item for item in (self.kind.properties if self.kind else ()) if item.binding.type == _OUTPUT)
        named = [name for item in outputs for name in sorted(_reads(item.binding.source))]
        return tuple(dict.fromkeys((*named, *sorted(results(self.element)), *sorted(locals_of(self.element)))))

    def _block(self) -> BlockDefinition | None:
        if self.kind is None or self.is_several:
            return self.kind
        return block_in_words(with_mappings(self.diagram, self.key, self.kind))


def target_of(diagram: Diagram, keys: tuple[str, ...], library: Library) -> Target | None:
    """What a form can show of a selection; None for nothing, and for very many blocks of several kinds.

    Flows between chosen blocks come along with them, and do not count.
    """
    if len(keys) > _MOST and _are_too_many(diagram, keys, library):
        return None
    found = [element for key in keys if (element := diagram.get(key)) is not None]
    if len(found) > 1 and any(isinstance(element, FlowNode) for element in found):
        found = [element for element in found if not isinstance(element, Flow)]
    if not found or (len(found) > 1 and not _are_of_one_kind(found, library) and not _can_be_mixed(found, library)):
        return None
    return Target(diagram, tuple(element.id for element in found), library)


def _are_too_many(diagram: Diagram, keys: Sequence[str], library: Library) -> bool:
    """Whether among the first of very many are more steps of several kinds than have a form; they tell it quickly."""
    nodes = (node for key in keys if (node := diagram.find(key, FlowNode)) is not None)
    some = list(islice(nodes, _MOST + 1))
    return len(some) > _MOST and not _are_of_one_kind(some, library)


def _are_of_one_kind(elements: Sequence[Element], library: Library) -> bool:
    """Whether a known block is behind all of them; of thousands of a selection mostly few have to be looked at."""
    first = library.of(elements[0])
    return first is not None and all(library.of(element) is first for element in elements)


def _can_be_mixed(elements: Sequence[Element], library: Library) -> bool:
    """Whether they have a name and what else their blocks share."""
    return len(elements) <= _MOST and all(
        isinstance(element, FlowNode) and library.of(element) is not None for element in elements
    )


def _reads(text: str) -> frozenset[str]:
    try:
        return compile_text(text).reads
    except Refused:
        return frozenset()


def _common(values: list[str]) -> str:
    return values[0] if all(value == values[0] for value in values) else ""
