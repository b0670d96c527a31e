"""Mapping: the inputs and outputs that any activity may have besides those that its block names."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library import mask
from procos_studio.library.definition import Binding, BlockDefinition, Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode

GROUP = "Inputs and outputs"
INPUTS, OUTPUTS = "procos:inputs", "procos:outputs"
"""The ids of the two parameters; no block can have them, for its own hold no colon."""

_INPUT, _OUTPUT = "camunda:inputParameter", "camunda:outputParameter"


def with_mappings(diagram: Diagram, key: str, block: BlockDefinition) -> BlockDefinition:
    """The block with two more parameters, where the element is an activity whose block lacks them."""
    node = diagram.find(key, FlowNode)
    if node is None or not node.is_activity:
        return block
    bound = [parameter.binding for parameter in block.properties]
    tables = {binding.name for binding in bound if binding.type in ("procos:parameters", "procos:results")}
    if any(binding.type == "procos:results" for binding in bound):
        return block
    more = tuple(
        parameter
        for parameter in (_inputs(block), _outputs(diagram, key, block))
        if parameter.binding.name not in tables
    )
    at = next((place for place, item in enumerate(block.properties) if _is_note(item)), len(block.properties))
    return replace(block, properties=(*block.properties[:at], *more, *block.properties[at:]))


def _inputs(block: BlockDefinition) -> Parameter:
    named = [item.binding.name for item in (*block.properties, *block.fixed) if item.binding.type == _INPUT]
    return Parameter(
        INPUTS,
        "More inputs" if named else "Inputs",
        Binding("procos:parameters", "inputParameter", " ".join(named)),
        "map",
        group=GROUP,
        description="Values that only this block sees, by name: texts or expressions over the variables around it.",
    )


def _outputs(diagram: Diagram, key: str, block: BlockDefinition) -> Parameter:
    """The variables to which the block's own parameters map its results are left to those."""
    bound = [item for item in (*block.properties, *block.fixed) if item.binding.type == _OUTPUT]
    named = [name for item in bound if (name := mask.value(diagram, key, item))]
    return Parameter(
        OUTPUTS,
        "More outputs" if bound else "Outputs",
        Binding("procos:parameters", "outputParameter", " ".join(named)),
        "map",
        group=GROUP,
        description="Variables to set when the block is done, by name: expressions over its inputs and results.",
    )


def _is_note(parameter: Parameter) -> bool:
    return parameter.binding.type == "procos:documentation"
