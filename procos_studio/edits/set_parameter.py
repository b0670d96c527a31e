"""Set parameter: writes one value of a block's mask to where the file keeps it."""

from __future__ import annotations

from procos_studio.edits.refusing import known
from procos_studio.library import Parameter, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element


def set_parameter(diagram: Diagram, key: str, parameter: Parameter, text: str) -> None:
    """Set a parameter; `""` takes it out. Raises Refused for what the file cannot hold."""
    known(diagram, key, Element)
    with diagram.edit(f"Set {parameter.label}") as tx:
        mask.write(diagram, tx, key, parameter, text)
