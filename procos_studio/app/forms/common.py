"""Common: what blocks of several kinds have in common, as one definition, so that one form can set it for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from procos_studio.library import Binding, BlockDefinition, Parameter

_NAME = Binding("property", "name")
_MOST = 4
"""So many kinds are called by name."""


def common(blocks: Sequence[BlockDefinition]) -> BlockDefinition:
    """A definition with the name, and with each parameter that every one of the blocks has at the same place."""
    first = blocks[0]
    names = [block.name for block in blocks]
    said = ", ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
    shared = (item for item in first.properties if all(_has(block, item) for block in blocks[1:]))
    return BlockDefinition("", said, "", 0, first.element, properties=(name_parameter(), *shared))


def name_parameter() -> Parameter:
    """The name of an element as a parameter of it."""
    return Parameter("name", QCoreApplication.translate("Page", "Name"), _NAME)


def _has(block: BlockDefinition, wanted: Parameter) -> bool:
    found = block.parameter(wanted.id)
    return found is not None and _essence(found) == _essence(wanted)


def _essence(parameter: Parameter) -> tuple[object, ...]:
    """What has to be the same for one field to mean the same in all."""
    return parameter.binding, parameter.type, parameter.choices, parameter.language
