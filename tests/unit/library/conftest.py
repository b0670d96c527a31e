"""Elements for blocks to stand on: each kind in the surroundings that BPMN's schema wants for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procos_studio.bpmn import new_diagram
from procos_studio.library import BlockDefinition, Library, load, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.transaction import Transaction


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def place(library: Library) -> Callable[[str], Placed]:
    """Places a block of the library by its id."""
    return lambda name: Placed(library.blocks[name])


class Placed:
    """A diagram with one block on it."""

    def __init__(self, block: BlockDefinition) -> None:
        self.block = block
        self.diagram = new_diagram("order")
        with self.diagram.edit("Place") as tx:
            self.key = _element(self.diagram, tx, block.element)
            mask.stamp(self.diagram, tx, self.key, block)

    def write(self, name: str, text: str) -> None:
        parameter = self.block.parameter(name)
        assert parameter is not None, name
        with self.diagram.edit("Set") as tx:
            mask.write(self.diagram, tx, self.key, parameter, text)

    @property
    def values(self) -> dict[str, str]:
        return mask.values(self.diagram, self.key, self.block)


def _element(diagram: Diagram, tx: Transaction, element: str) -> str:
    tag, root = bpmn(element), diagram.root.id
    match element:
        case "process":
            return "order"
        case "participant":
            pool = tx.create(bpmn("collaboration"), root, "Collaboration")
            return tx.create(tag, pool.id, "Participant", processRef="order").id
        case "lane":
            return tx.create(tag, tx.create(bpmn("laneSet"), "order", "LaneSet").id, "Lane").id
        case "boundaryEvent":
            return tx.create(tag, "order", "Event", attachedToRef=tx.create(bpmn("task"), "order", "Task").id).id
        case "sequenceFlow" | "association":
            ends = [tx.create(bpmn(kind), "order", "Node").id for kind in ("exclusiveGateway", "task")]
            return tx.create(tag, "order", "Flow", sourceRef=ends[0], targetRef=ends[1]).id
        case "messageFlow":
            pool = tx.create(bpmn("collaboration"), root, "Collaboration")
            ends = [tx.create(bpmn("participant"), pool.id, "Participant").id for _ in range(2)]
            return tx.create(tag, pool.id, "Flow", sourceRef=ends[0], targetRef=ends[1]).id
    return tx.create(tag, "order", "Element").id
