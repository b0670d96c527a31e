"""Set attribute: one plain attribute of an element; what holds the document together is not plain."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from procos_studio.edits.refusing import known, refused, storable
from procos_studio.library.definition import qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import namespace_of
from procos_studio.model.records import CONTAINERS, TASKS

_STRUCTURE = frozenset({"id", "sourceRef", "targetRef", "attachedToRef", "processRef", "bpmnElement", "default"})
_FLAGS: Mapping[str, Collection[str]] = {
    "isExecutable": ("process",),
    "isClosed": ("process", "collaboration"),
    "cancelActivity": ("boundaryEvent",),
    "isInterrupting": ("startEvent",),
    "parallelMultiple": ("startEvent", "intermediateCatchEvent", "boundaryEvent"),
    "triggeredByEvent": ("subProcess",),
    "isForCompensation": (*TASKS, *CONTAINERS, "callActivity"),
    "instantiate": ("receiveTask", "eventBasedGateway"),
    "isCollection": ("dataObject", "dataInput", "dataOutput"),
    "cancelRemainingInstances": ("adHocSubProcess",),
    "isUnlimited": ("dataStore",),
}
_TEXTS: Mapping[str, Collection[str]] = {
    "scriptFormat": ("scriptTask",),
    "calledElement": ("callActivity",),
    "implementation": ("serviceTask", "sendTask", "receiveTask", "userTask", "businessRuleTask"),
    "errorCode": ("error",),
    "escalationCode": ("escalation",),
}
"""BPMN's own attributes, by the elements that the schema gives them to: true or false, or text."""


def set_attribute(diagram: Diagram, key: str, name: str, value: str) -> None:
    """Set an attribute by its Clark name or as `camunda:assignee`; `""` removes it.

    Raises Refused for ids and references, which other edits keep whole, and for what BPMN's schema does not allow.
    """
    element, text, clark_name = known(diagram, key, Element), storable(value, key), qualified_or_clark(name)
    if clark_name in _STRUCTURE or (clark_name.endswith("Ref") and not namespace_of(clark_name)):
        raise refused(f"“{name}” ties elements together and is not set by itself.", key, hint="Connect or move it.")
    kinds = _FLAGS.get(clark_name, _TEXTS.get(clark_name, ()))
    if not namespace_of(clark_name) and clark_name != "name" and element.kind not in kinds:
        raise refused(f"BPMN has no “{name}” on a {element.kind}.", key)
    if clark_name in _FLAGS and text not in ("", "true", "false"):
        raise refused(f"“{name}” is either true or false.", key)
    if element.get(clark_name) != text:
        with diagram.edit(f"Set {name.rpartition('}')[2]}") as tx:
            tx.put(element.with_attribute_map({clark_name: text or None}))


def qualified_or_clark(name: str) -> str:
    """A Clark name from either spelling."""
    return name if name.startswith("{") else qualified(name)
