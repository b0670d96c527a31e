"""Correlation: BPMN's correlation properties, which tie the messages of one conversation together."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Correlation
from procos_studio.compiler.reading import child_text, referred
from procos_studio.expressions import Expression
from procos_studio.model.names import local_reference
from procos_studio.model.records import RootElement


def correlation(draft: Draft) -> Correlation:
    """The keys of each message, and what a process binds them to; empty where the file defines none.

    Source: BPMN 2.0, 8.3.2. The paths are expressions over the variables that travel with the message.
    """
    keys: dict[str, dict[str, Expression]] = {}
    for prop in draft.diagram.children(draft.diagram.root.id, RootElement):
        if prop.kind != "correlationProperty":
            continue
        for retrieval in prop.details:
            message = referred(draft.diagram, retrieval, "messageRef")
            path = _path(draft, child_text(retrieval, "messagePath"))
            if message is not None and path is not None:
                keys.setdefault(message.name or message.id, {})[prop.id] = path
    return Correlation(keys, _bindings(draft))


def _bindings(draft: Draft) -> dict[str, Expression]:
    found = {}
    for subscription in draft.process.details:
        if subscription.kind == "correlationSubscription":
            for binding in subscription.children:
                path = _path(draft, child_text(binding, "dataPath"))
                if binding.kind == "correlationPropertyBinding" and path is not None:
                    found[local_reference(binding.get("correlationPropertyRef"))] = path
    return found


def _path(draft: Draft, text: str) -> Expression | None:
    """An expression, or the name of a variable; a path in another language is told, and correlates nothing."""
    if "{" in text:
        return draft.expression(draft.process.id, text)
    if text.isidentifier():
        return draft.expression(draft.process.id, f"${{{text}}}")
    if text:
        words = f"The correlation path “{text[:60]}” is not read, so messages are not told apart by it."
        draft.warn("plan.correlation", words, draft.process.id, hint="Write the name of a variable, or ${…}.")
    return None
