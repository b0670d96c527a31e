"""Variables: set where they exist, from the inside out, else in the process (Camunda's rule)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine import conditions
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution


def put(execution: Execution, values: Mapping[str, Any], element: str | None = None) -> None:
    """Set each variable where it exists, from `execution` outwards, else in the process; then look at conditions.

    `element` wrote them, where that is not the execution's own.
    """
    changed = write(execution, values, element)
    if changed:
        conditions.look(execution.instance, changed)


def write(execution: Execution, values: Mapping[str, Any], element: str | None = None) -> list[conditions.Change]:
    """The same without looking at conditions: what they would have to look at, if there are any."""
    changed: list[conditions.Change] = []
    for name, value in values.items():
        level = execution
        while (own := level.variables) is None or name not in own:
            if level.up is None:
                break
            level = level.up
        _write(level, name, value, changed, _writer(execution, element))
    return changed


def put_local(execution: Execution, values: Mapping[str, Any], element: str | None = None) -> None:
    """Set variables of the execution itself; then look at conditions."""
    changed = write_local(execution, values, element)
    if changed:
        conditions.look(execution.instance, changed)


def write_local(execution: Execution, values: Mapping[str, Any], element: str | None = None) -> list[conditions.Change]:
    """The same without looking at conditions."""
    changed: list[conditions.Change] = []
    if execution.variables is None:
        execution.variables = {}
    for name, value in values.items():
        _write(execution, name, value, changed, _writer(execution, element))
    return changed


def _writer(execution: Execution, element: str | None) -> str:
    if element is not None:
        return element
    return "" if execution.up is None else execution.node.id


def _write(level: Execution, name: str, value: Any, changed: list[conditions.Change], writer: str) -> None:
    own = level.variables
    if own is None:
        own = level.variables = {}
    instance = level.instance
    if instance.notes is not None:
        instance.notes.touch(level)
    if instance.conditions:
        changed.append((level, name, "update" if name in own else "create"))
    own[name] = value
    if instance.emit is not None:
        tell(level, name, value, writer)


def tell(level: Execution, name: str, value: Any, writer: str) -> None:
    """Report one variable of an execution, and the element that wrote it."""
    instance = level.instance
    if instance.emit is not None:
        data = {"scope": level.id, "name": name, "value": value}
        instance.emit(EventKind.VARIABLE_CHANGED, instance.id, writer, level.id, data)
