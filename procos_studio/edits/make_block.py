"""Make block: turns a subsystem into an instance of a composite block."""

from __future__ import annotations

from collections.abc import Mapping

from procos_studio.edits.collapse import collapse
from procos_studio.edits.enlarging import enlarge
from procos_studio.edits.parts import PART, definition_of
from procos_studio.edits.refusing import known, refused
from procos_studio.library import BlockDefinition, mask
from procos_studio.library.bindings import structured
from procos_studio.library.bindings.binding import extension
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml


def check_subsystem(diagram: Diagram, key: str) -> FlowNode:
    """The subsystem of which a block can be made. Raises Refused for anything else."""
    node = known(diagram, key, FlowNode, "subsystem")
    if node.kind != "subProcess" or node.is_event_sub_process:
        raise refused(f"“{node.label}” is no subsystem.", key, hint="Put the blocks into a subsystem first.")
    if node.get(mask.STAMP):
        raise refused(f"“{node.label}” is a block already.", key, hint="Break its link, or edit its definition.")
    holder = extension(node, "inputOutput")
    odd = next((item for item in holder.children if not _can_be_parameter(item)), None) if holder is not None else None
    if odd is not None:
        hint = "Work it out in a script task inside of it."
        raise refused(f"“{node.label}” gives “{odd.get('name')}” in a way that no parameter can.", key, hint=hint)
    return node


def _can_be_parameter(item: Xml) -> bool:
    """Whether an input or output is a text, or a script of its own, or for inputs a list or map without scripts."""
    if not item.children:
        return True
    inner = item.children[0]
    if inner.kind == "script":
        return bool(inner.get("scriptFormat") and inner.text.strip())
    return item.kind == "inputParameter" and structured.to_json(inner) is not None


def make_block(diagram: Diagram, key: str, block: BlockDefinition, values: Mapping[str, str]) -> None:
    """Stamp a subsystem as a block, in one edit; `values` are what its parameters are to be, by id. Raises Refused.

    It gets as large as the face of the block needs.
    """
    check_subsystem(diagram, key)
    with diagram.edit(f"Make a block of {diagram[key].label}") as tx:
        shape = diagram.shape(key)
        if shape is not None and shape.is_expanded:
            collapse(diagram, key)
        node = diagram.require(key, FlowNode)
        tx.put(node.with_extensions(*(item for item in node.extensions if item.kind != "inputOutput")))
        mask.stamp(diagram, tx, key, block)
        for name, part in definition_of(diagram, key).named.items():
            tx.put(part.with_attribute_map({PART: name}))
        for parameter in block.properties:
            if parameter.id in values:
                mask.write(diagram, tx, key, parameter, values[parameter.id])
        enlarge(diagram, tx, key, block.size)
