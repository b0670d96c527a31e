"""Comment out: lets a run pass blocks by without deleting them, and takes that back."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.identifying import label_of
from procos_studio.edits.refusing import refused
from procos_studio.model.commenting import is_marked, may_comment_out, with_mark, without_mark
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode


def comment_out(diagram: Diagram, keys: Iterable[str]) -> None:
    """Comment blocks out; where all of them are already, bring them back. Flows and boundary events are left over.

    Raises Refused where none of `keys` is a block, or one is what a run cannot go on without.
    """
    nodes = [node for key in dict.fromkeys(keys) if (node := diagram.find(key, FlowNode)) is not None]
    wanted = [node for node in nodes if node.kind != "boundaryEvent"]
    if not wanted:
        raise refused("Only steps, and events between them, can be commented out.", *keys, hint="Select a block.")
    what = label_of(diagram, wanted[0].id) if len(wanted) == 1 else f"{len(wanted)} blocks"
    if all(is_marked(node) for node in wanted):
        with diagram.edit(f"Bring {what} back") as tx:
            for node in wanted:
                tx.put(without_mark(node))
        return
    for node in wanted:
        verdict = may_comment_out(diagram, node.id)
        if not verdict:
            raise refused(verdict.reason, node.id)
    with diagram.edit(f"Comment {what} out") as tx:
        for node in wanted:
            if not is_marked(node):
                tx.put(with_mark(node))
