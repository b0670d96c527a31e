"""Set parameter: writes values of a block's mask to where the file keeps them, of one block or of several."""

from __future__ import annotations

from collections.abc import Sequence

from procos_studio.edits.refusing import known
from procos_studio.library import Parameter, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element


def set_parameter(diagram: Diagram, key: str, parameter: Parameter, text: str) -> None:
    """Set a parameter; `""` takes it out. Raises Refused for what the file cannot hold."""
    known(diagram, key, Element)
    with diagram.edit(f"Set {parameter.label}") as tx:
        mask.write(diagram, tx, key, parameter, text)


def set_in_all(diagram: Diagram, keys: Sequence[str], parameter: Parameter, text: str) -> None:
    """Set a parameter of several blocks in one edit. Raises Refused, and then none is changed."""
    count = len(keys)
    with diagram.edit(f"Set {parameter.label} of {count} blocks"):
        for key in keys:
            set_parameter(diagram, key, parameter, text)


def set_back(diagram: Diagram, keys: Sequence[str], defaults: Sequence[tuple[Parameter, str]]) -> None:
    """Set parameters of blocks to these defaults in one edit. Raises Refused, and then none is changed."""
    count = len(defaults)
    with diagram.edit(f"Set {count} parameters back to their defaults"):
        for parameter, text in defaults:
            for key in keys:
                set_parameter(diagram, key, parameter, text)
