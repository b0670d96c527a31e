"""Conversations: which messages belong to which instance by what is in them (BPMN 2.0, 8.3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from procos_studio.expressions import ExpressionError

if TYPE_CHECKING:
    from procos_studio.compiler.plan import Correlation
    from procos_studio.runtime.engine.instance import Instance

Properties = Mapping[str, Any]
"""The correlation properties of a message, by id."""


def found_in(content: Mapping[str, Any], message: str, correlation: Correlation) -> Properties:
    """The properties of a message of this name, found in its content; what the content does not have is left out."""
    found = {}
    for name, path in correlation.keys.get(message, {}).items():
        with suppress(ExpressionError):
            found[name] = path.evaluate(content)
    return found


def settle(instance: Instance, properties: Properties) -> None:
    """An instance has sent or taken a message with these properties: they say from now on which ones belong to it."""
    if properties:
        instance.correlation.update(_keys(instance.process.plan.correlation, properties))


def belongs(instance: Instance, seen: Mapping[str, Any], properties: Properties) -> bool:
    """Whether a message with these properties is for this instance, at a place that sees these variables.

    What the process binds a property to counts, else what was settled. A key that is not settled fits everything.
    """
    if not properties:
        return True
    correlation, known = instance.process.plan.correlation, instance.correlation
    for key, value in _keys(correlation, properties).items():
        names = correlation.groups.get(key, (key,))
        bound = _bound(correlation, names, seen)
        if any(properties[name] != wanted for name, wanted in bound.items()):
            return False
        if len(bound) < len(names) and key in known and known[key] != value:
            return False
    return True


def _keys(correlation: Correlation, properties: Properties) -> dict[str, Any]:
    """The values of the keys that a message has whole; a property that no key names is a key of its own."""
    groups = correlation.groups
    grouped = {name for names in groups.values() for name in names}
    found = {name: value for name, value in properties.items() if name not in grouped}
    for key, names in groups.items():
        if all(name in properties for name in names):
            found[key] = [properties[name] for name in names]
    return found


def _bound(correlation: Correlation, names: tuple[str, ...], seen: Mapping[str, Any]) -> dict[str, Any]:
    """What the process binds these properties to, as far as it has values."""
    found = {}
    for name in names:
        path = correlation.bindings.get(name)
        if path is not None and all(read in seen for read in path.reads):
            with suppress(ExpressionError):
                found[name] = path.evaluate(seen)
    return found
