"""References: names of a process's nodes and flows that outlive the process's compilation."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from procos_studio.runtime.engine.specs.node import Node, Way

ROOT = ""
"""The reference of the process itself."""


class References:
    """An id is a reference where only one node (or flow) of the process has it; else it is `#` and a number."""

    def __init__(self, root: Node, nodes: Sequence[Node], ways: Sequence[Way]) -> None:
        self._node_names = names([node.id for node in nodes])
        self._way_names = names([way.id for way in ways])
        self._nodes = {ROOT: root} | dict(zip(self._node_names, nodes, strict=True))
        self._ways = dict(zip(self._way_names, ways, strict=True))

    def to_node(self, index: int) -> str:
        """The reference of the node with this number."""
        return self._node_names[index] if index >= 0 else ROOT

    def to_way(self, number: int) -> str:
        """The reference of the flow with this number."""
        return self._way_names[number]

    def node(self, reference: object) -> Node:
        """The node; KeyError where there is none."""
        return self._nodes[str(reference)]

    def way(self, reference: object) -> Way:
        """The flow; KeyError where there is none."""
        return self._ways[str(reference)]


def names(ids: Sequence[str]) -> list[str]:
    """The references of things with these ids, in their order."""
    count = Counter(ids)
    return [key if key and key[0] != "#" and count[key] == 1 else f"#{place}" for place, key in enumerate(ids)]
