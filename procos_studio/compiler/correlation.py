"""Correlation: BPMN's correlation properties and keys, which tie the messages of one conversation together."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Correlation
from procos_studio.compiler.reading import child_text, referred
from procos_studio.expressions import Expression
from procos_studio.model.names import local_reference
from procos_studio.model.records import Collaboration, RootElement
from procos_studio.model.xml import Xml


def correlation(draft: Draft) -> Correlation:
    """The properties of each message, the keys that they make, and what a process binds them to; empty without any.

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
    return Correlation(keys, _bindings(draft), _groups(draft))


def _groups(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The correlation keys of the file, wherever in a collaboration they stand, with their properties."""
    found = {}
    for collaboration in draft.diagram.children(draft.diagram.root.id, Collaboration):
        parts = [part for detail in collaboration.details for part in detail.walk() if part.kind == "correlationKey"]
        for number, key in enumerate(parts):
            named = (local_reference(item.text) for item in key.children if item.kind == "correlationPropertyRef")
            properties = tuple(dict.fromkeys(name for name in named if _is_property(draft, collaboration, key, name)))
            if properties:
                found[key.get("id") or f"{collaboration.id}#{number}"] = properties
    return found


def _is_property(draft: Draft, collaboration: Collaboration, key: Xml, name: str) -> bool:
    prop = draft.diagram.get(name)
    if prop is not None and prop.kind == "correlationProperty":
        return True
    called = key.get("name") or key.get("id")
    words = f"The correlation key “{called[:60]}” names “{name[:60]}”, which is no correlation property."
    draft.warn("plan.correlation", words, collaboration.id, hint="Name a correlation property of the file there.")
    return False


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
