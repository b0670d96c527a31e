"""Break link: makes an ordinary element of a block; what it does stays, only the library no longer knows it."""

from __future__ import annotations

from procos_studio.edits.identifying import label_of
from procos_studio.edits.parts import PART, parts_of
from procos_studio.edits.refusing import known, refused
from procos_studio.library import mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element


def break_link(diagram: Diagram, key: str) -> None:
    """Take the stamp off. Raises Refused where there is none."""
    element = known(diagram, key, Element)
    if not element.get(mask.STAMP):
        raise refused(f"“{element.label}” is no block of a library.", key)
    with diagram.edit(f"Break the link of {label_of(diagram, key)}") as tx:
        tx.put(element.with_attribute_map({mask.STAMP: None, mask.STAMP_VERSION: None}))
        for part in parts_of(diagram, key).named.values():
            tx.put(part.with_attribute_map({PART: None}))
