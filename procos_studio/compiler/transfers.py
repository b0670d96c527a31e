"""Transfers: camunda:in and camunda:out."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Transfer
from procos_studio.compiler.reading import extensions
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml


def transfers(draft: Draft, node: FlowNode, holder: Element | Xml, direction: str) -> tuple[Transfer, ...]:
    """What goes `in` or `out` at a call activity, or with a message or signal; the business key is none of it."""
    found = []
    for item in extensions(holder, direction):
        local = item.get("local").strip() == "true"
        if item.get("variables") == "all":
            found.append(Transfer(everything=True, local=local))
        elif item.get("sourceExpression"):
            expression = draft.expression(node.id, item.get("sourceExpression"))
            found.append(Transfer(item.get("target"), expression=expression, local=local))
        elif item.get("source"):
            found.append(Transfer(item.get("target") or item.get("source"), item.get("source"), local=local))
    return tuple(found)
