"""Filling: gives a subsystem the inside of another, on a page of its own."""

from __future__ import annotations

from procos_studio.edits.copy import copy
from procos_studio.edits.drawing import add_plane, plane_of_scope
from procos_studio.edits.inserting import insert
from procos_studio.edits.removing import doomed, remove
from procos_studio.library import BlockDefinition
from procos_studio.library.inside import pattern
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Point
from procos_studio.model.records import Artifact, DataAssociation, DataElement, Flow, FlowNode
from procos_studio.model.transaction import Transaction


def fill_from_block(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> None:
    """Exchange what a subsystem holds for the inside of a composite block. Raises Refused where that is unreadable."""
    if block.inside is not None:
        fill(diagram, tx, key, *pattern(block))


def fill(diagram: Diagram, tx: Transaction, key: str, source: Diagram, other: str) -> None:
    """Exchange what the subsystem `key` holds for copies of what `other` of the diagram `source` holds."""
    inner = [item.id for item in _content(diagram, key)]
    if inner:
        remove(diagram, tx, doomed(diagram, inner))
    wanted = [item.id for item in _content(source, other) if source.drawn(item.id)]
    if wanted:
        page = plane_of_scope(diagram, key) or add_plane(diagram, tx, key)
        insert(diagram, tx, copy(source, wanted), page, Point(0, 0), key)


def _content(diagram: Diagram, key: str) -> list[Element]:
    """What stands in a subsystem, without the data that flows into and out of itself."""
    kinds = (FlowNode, Flow, DataElement, Artifact)
    inner = diagram.children(key, Element)
    return [item for item in inner if isinstance(item, kinds) and not isinstance(item, DataAssociation)]
