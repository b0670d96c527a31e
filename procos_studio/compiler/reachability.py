"""Reachability: which nodes a token can come to at all, and from which ones it can still come to a gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from procos_studio.compiler.plan import Flow, Node


def reachable(nodes: Sequence[Node], flows: Sequence[Flow], roots: Iterable[int]) -> frozenset[int]:
    """The nodes that a token can come to from `roots`, the starts of the process."""
    return _closure(roots, lambda number: _next(nodes, flows, nodes[number]))


def _next(nodes: Sequence[Node], flows: Sequence[Flow], node: Node) -> Iterator[int]:
    yield from (flows[flow].target for flow in node.outgoing)
    yield from node.boundary
    yield from node.starts
    yield from node.event_subs
    yield from (number for number in (node.handler, node.link) if number >= 0)


def reaching(
    nodes: Sequence[Node], flows: Sequence[Flow], gateway: int, over_borders: bool = True
) -> dict[int, frozenset[int]]:
    """For each flow into a gateway, the nodes of its level from which a token can arrive over that flow.

    Tokens move over flows and links, and where `over_borders` over boundary events too; paths through the gateway
    itself do not count.
    """
    linked: dict[int, list[int]] = {}
    for node in nodes:
        if node.link >= 0:
            linked.setdefault(node.link, []).append(node.index)

    def before(number: int) -> Iterator[int]:
        node = nodes[number]
        if number == gateway:
            return
        yield from (flows[flow].source for flow in node.incoming)
        yield from linked.get(number, ())
        if over_borders and node.attached_to >= 0:
            yield node.attached_to

    incoming = nodes[gateway].incoming
    return {flow: _closure((flows[flow].source,), before) - {gateway} for flow in incoming}


def _closure(roots: Iterable[int], following: Callable[[int], Iterable[int]]) -> frozenset[int]:
    seen = set(roots)
    waiting = list(seen)
    while waiting:
        for number in following(waiting.pop()):
            if number not in seen:
                seen.add(number)
                waiting.append(number)
    return frozenset(seen)
