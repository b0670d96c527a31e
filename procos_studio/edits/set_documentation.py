"""Set documentation: the text in which people describe an element."""

from __future__ import annotations

from procos_studio.edits.identifying import label_of
from procos_studio.edits.refusing import known, storable
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element


def set_documentation(diagram: Diagram, key: str, text: str) -> None:
    """Set the first documentation; `""` removes all. Raises Refused for text that XML cannot hold."""
    element, wanted = known(diagram, key, Element), storable(text, key)
    if element.documentation != wanted:
        with diagram.edit(f"Describe {label_of(diagram, key)}") as tx:
            tx.put(element.with_documentation(wanted))
