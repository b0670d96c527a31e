"""Upgrade: what a newer version of a block changes in an element that bears an older stamp, told before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from procos_studio.library import mask
from procos_studio.library.bindings import BINDINGS
from procos_studio.library.bindings.binding import extension, is_extension
from procos_studio.library.bindings.camunda import source_of
from procos_studio.library.definition import BlockDefinition, Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an upgrade does: a sentence, and the texts before and after (equal where something stays)."""

    message: str
    before: str
    after: str


def version_of(element: Element) -> int:
    """The version in the element's stamp; 0 where there is none."""
    text = element.get(mask.STAMP_VERSION)
    return int(text[:_DIGITS]) if text.isascii() and text.isdigit() else 0


_DIGITS = 10
"""One more than a version may have; a stranger's number beyond is newer than any of ours."""


def is_due(element: Element, block: BlockDefinition) -> bool:
    """Whether the element bears the stamp of an older version of the block."""
    return element.get(mask.STAMP) == block.id and version_of(element) < block.version


def plan(diagram: Diagram, key: str, block: BlockDefinition) -> tuple[Change, ...]:
    """What `apply` would change, and what it would leave though the block no longer knows it; nothing if not due.

    What is inside a composite block is the edits' to compare and exchange.
    """
    element = diagram[key]
    if not is_due(element, block):
        return ()
    before, after = str(version_of(element)), str(block.version)
    return (
        Change(f"“{block.name}” goes from version {before} to {after}.", before, after),
        *_fixed(diagram, element, block),
        *_moved(diagram, element, block),
        *_added(diagram, element, block),
        *_defaults(diagram, element, block),
        *_unknown(element, block),
    )


def apply(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> tuple[Change, ...]:
    """Do what `plan` says; the changes. What people filled in stays."""
    changes = plan(diagram, key, block)
    if not changes:
        return ()
    element = diagram[key]
    for parameter in _renamed(diagram, element, block):
        old = _formerly(parameter)
        mask.write(diagram, tx, key, parameter, mask.value(diagram, key, old))
        mask.write(diagram, tx, key, old, "")
    for parameter in (*_new(diagram, element, block), *_at_old_default(diagram, element, block)):
        mask.write(diagram, tx, key, parameter, parameter.default)
    for parameter in block.fixed:
        mask.write(diagram, tx, key, parameter, parameter.default)
    tx.put(diagram[key].with_attribute_map({mask.STAMP_VERSION: str(block.version)}))
    return changes


def _fixed(diagram: Diagram, element: Element, block: BlockDefinition) -> Iterator[Change]:
    for parameter in block.fixed:
        before = _read(diagram, element, parameter)
        if before != parameter.default:
            message = f"{parameter.label} becomes “{parameter.default}”."
            yield Change(message, before or "", parameter.default)


def _moved(diagram: Diagram, element: Element, block: BlockDefinition) -> Iterator[Change]:
    for parameter in _renamed(diagram, element, block):
        value = _read(diagram, element, _formerly(parameter)) or ""
        yield Change(f"“{parameter.formerly}” is called “{parameter.label}” now.", value, value)


def _added(diagram: Diagram, element: Element, block: BlockDefinition) -> Iterator[Change]:
    for parameter in _fresh(diagram, element, block):
        if parameter.required and not parameter.default:
            yield Change(f"“{parameter.label}” is new, and has to be filled in.", "", "")
        else:
            yield Change(f"“{parameter.label}” is new.", "", parameter.default)


def _defaults(diagram: Diagram, element: Element, block: BlockDefinition) -> Iterator[Change]:
    for parameter in _at_old_default(diagram, element, block):
        message = f"“{parameter.label}” follows its default, which is “{parameter.default}” now."
        yield Change(message, parameter.former_default, parameter.default)


def _at_old_default(diagram: Diagram, element: Element, block: BlockDefinition) -> tuple[Parameter, ...]:
    """The parameters that nobody has changed since they were placed, and whose default is another one now."""
    changed = (parameter for parameter in block.properties if parameter.former_default)
    return tuple(item for item in changed if _read(diagram, element, item) == item.former_default)


def _unknown(element: Element, block: BlockDefinition) -> Iterator[Change]:
    """Inputs and outputs that the block does not know; they stay, for somebody may have added them."""
    if any(parameter.binding.type in ("procos:parameters", "procos:results") for parameter in block.properties):
        return
    every = (*block.properties, *block.fixed)
    known = {parameter.binding.name for parameter in every} | {parameter.formerly for parameter in every}
    sources = {parameter.binding.source for parameter in every}
    holder = extension(element, "inputOutput")
    for child in holder.children if holder else ():
        name = child.get("name")
        if is_extension(child.tag, "inputParameter") and name not in known:
            yield Change(f"“{name}” is no parameter of the block; it stays.", child.text, child.text)
        if is_extension(child.tag, "outputParameter") and (source := source_of(child)) not in sources:
            yield Change(f"“{name}” is no result of the block; it stays.", source, source)


def _renamed(diagram: Diagram, element: Element, block: BlockDefinition) -> tuple[Parameter, ...]:
    """The parameters whose value stands under the former name only."""
    candidates = (parameter for parameter in block.properties if parameter.formerly)
    return tuple(
        parameter
        for parameter in candidates
        if _read(diagram, element, _formerly(parameter)) and not _read(diagram, element, parameter)
    )


def _new(diagram: Diagram, element: Element, block: BlockDefinition) -> tuple[Parameter, ...]:
    """Those of the fresh parameters that have a default, which is written."""
    return tuple(item for item in _fresh(diagram, element, block) if item.default)


def _fresh(diagram: Diagram, element: Element, block: BlockDefinition) -> tuple[Parameter, ...]:
    """The parameters that came after the element's version, where nothing stands."""
    renamed = _renamed(diagram, element, block)
    return tuple(
        parameter
        for parameter in block.properties
        if parameter.since > version_of(element) and parameter not in renamed and not _read(diagram, element, parameter)
    )


def _formerly(parameter: Parameter) -> Parameter:
    return replace(parameter, binding=replace(parameter.binding, name=parameter.formerly))


def _read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    return BINDINGS[parameter.binding.type].read(diagram, element, parameter)
