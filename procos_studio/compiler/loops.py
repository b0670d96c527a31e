"""Loops: standard loop and multi-instance characteristics."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.events import event
from procos_studio.compiler.plan import Loop, Thrown
from procos_studio.compiler.reading import child, child_text, says
from procos_studio.compiler.values import Value
from procos_studio.model.names import local_reference
from procos_studio.model.records import DataAssociation, DataElement, FlowNode
from procos_studio.model.xml import Xml

_HINT_MULTIPLE = "Give a cardinality or a collection."


def loop(draft: Draft, node: FlowNode) -> Loop | None:
    """How often the activity runs; None for once."""
    found = node.loop
    if found is None or not node.is_activity:
        return None
    return _standard(draft, node, found) if found.kind.startswith("standard") else _multiple(draft, node, found)


def _standard(draft: Draft, node: FlowNode, found: Xml) -> Loop | None:
    condition = draft.condition(node.id, child_text(found, "loopCondition"))
    maximum = _maximum(draft, node, found.get("loopMaximum"))
    if condition is None and maximum < 0:
        hint = "Give it a condition or a maximum."
        draft.warn(
            "plan.loop",
            f"“{node.label}” says neither how long nor how often it loops; it runs once.",
            node.id,
            hint=hint,
        )
        return None
    return Loop("standard", condition=condition, test_before=found.get("testBefore") == "true", maximum=maximum)


def _maximum(draft: Draft, node: FlowNode, text: str) -> int:
    if not text.strip():
        return -1
    if not text.strip().isdigit():
        hint = "Write a whole number of at least 0, or leave it out."
        draft.fault(node, "plan.loop", f"“{node.label}” has a loop maximum of “{text.strip()[:20]}”.", hint=hint)
        return 0
    return int(text)


def _multiple(draft: Draft, node: FlowNode, found: Xml) -> Loop:
    collection = says(found, "collection") or _input_name(draft, node, child_text(found, "loopDataInputRef"))
    item = child(found, "inputDataItem")
    cardinality = draft.value(node.id, child_text(found, "loopCardinality"))
    if cardinality is None and not collection:
        draft.fault(node, "plan.loop", f"“{node.label}” does not say how many instances it has.", hint=_HINT_MULTIPLE)
    gathered = child(found, "outputDataItem")
    return Loop(
        "sequential" if found.get("isSequential") == "true" else "parallel",
        cardinality=cardinality,
        collection=_collection(draft, node, collection),
        element=says(found, "elementVariable") or _item_name(item),
        condition=draft.condition(node.id, child_text(found, "completionCondition")),
        behaviour=found.get("behavior") or "All",
        thrown=tuple(_thrown(draft, node, found)),
        gathers=_data_name(draft, child_text(found, "loopDataOutputRef")),
        gathered=_item_name(gathered),
    )


def _collection(draft: Draft, node: FlowNode, text: str) -> Value | None:
    """A plain name is a variable (Camunda)."""
    return draft.value(node.id, text if "{" in text else f"${{{text}}}") if text else None


def _item_name(item: Xml | None) -> str:
    return (item.get("name") or item.get("id")) if item is not None else ""


def _data_name(draft: Draft, key: str) -> str:
    """A data input or a reference to a data object stands for the data object's variable."""
    data = draft.diagram.find(local_reference(key), DataElement)
    if data is None or "{" in key:
        return key
    return data.reference("dataObjectRef") or key


def _input_name(draft: Draft, node: FlowNode, key: str) -> str:
    """A data input of the activity itself stands for what is associated with it."""
    found = draft.diagram.children(node.id, DataAssociation)
    return _data_name(draft, next((item.source for item in found if item.target == key and item.source), key))


def _thrown(draft: Draft, node: FlowNode, found: Xml) -> Iterator[Thrown]:
    single = {"None": "noneBehaviorEventRef", "One": "oneBehaviorEventRef"}.get(found.get("behavior"), "")
    definition = draft.diagram.get(local_reference(found.get(single))) if single else None
    if definition is not None:
        yield Thrown(event(draft, node, definition))
    if found.get("behavior") != "Complex":
        return
    for complex_behaviour in found.children:
        if complex_behaviour.kind == "complexBehaviorDefinition":
            condition = draft.condition(node.id, child_text(complex_behaviour, "condition"))
            thrower = child(complex_behaviour, "event")
            for item in thrower.children if thrower is not None else ():
                if item.kind.endswith("EventDefinition"):
                    yield Thrown(event(draft, node, item), condition)
