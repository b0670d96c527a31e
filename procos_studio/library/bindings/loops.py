"""Bindings to loop characteristics: whether an activity repeats, over what, and until when."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.bindings.binding import dialect, is_extension, refuse
from procos_studio.library.bindings.properties import formal
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn, clark
from procos_studio.model.records import FlowNode
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_STANDARD, _MULTI = bpmn("standardLoopCharacteristics"), bpmn("multiInstanceLoopCharacteristics")
_ORDER = ("documentation", "extensionElements", "loopCondition", "loopCardinality", "completionCondition")
_CHILDREN = frozenset({"loopCardinality", "completionCondition", "loopCondition"})
_OF_STANDARD = frozenset({"loopCondition", "loopMaximum", "testBefore"})


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """`kind` is `parallel`, `sequential` or `standard`; other names are attributes or children of the loop."""
    loop, name = _loop(element), parameter.binding.name
    if loop is None:
        return None
    if name == "kind":
        return _kind(loop)
    if name in _CHILDREN:
        found = loop.child(bpmn(name))
        return found.text if found else None
    return loop.attributes.get(_attribute(loop, element, name))


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set one of them; a kind other than none makes the loop, none removes it."""
    loop, name = _loop(element), parameter.binding.name
    if name == "kind":
        _write_kind(tx, element, loop, parameter, text)
        return
    if loop is None or (name in _OF_STANDARD) != (loop.tag == _STANDARD):
        if text:
            raise refuse(parameter, "belongs to a repeated activity.", "Choose how it repeats first.")
        return
    changed = _with_child(diagram, loop, name, text) if name in _CHILDREN else _said(loop, element, parameter, text)
    tx.put(element.with_detail(changed))


def _loop(element: Element) -> Xml | None:
    return element.loop if isinstance(element, FlowNode) else None


def _kind(loop: Xml) -> str:
    if loop.tag == _STANDARD:
        return "standard"
    return "sequential" if loop.get("isSequential") in ("true", "1") else "parallel"


def _write_kind(tx: Transaction, element: Element, loop: Xml | None, parameter: Parameter, text: str) -> None:
    if text not in ("", "standard", "parallel", "sequential"):
        raise refuse(parameter, "is no way to repeat.", "Choose one from the list.")
    if not text:
        tx.put(element.without_details(_STANDARD, _MULTI))
        return
    tag = _STANDARD if text == "standard" else _MULTI
    same = loop if loop is not None and loop.tag == tag else Xml(tag)
    sequential = "true" if text == "sequential" else None
    tx.put(element.without_details(_STANDARD, _MULTI).with_detail(same.with_attributes(isSequential=sequential)))


def _with_child(diagram: Diagram, loop: Xml, name: str, text: str) -> Xml:
    tag = bpmn(name)
    kept = [child for child in loop.children if child.tag != tag]
    if text:
        made = replace(loop.child(tag) or formal(diagram, name), text=text, children=())
        at = next((index for index, child in enumerate(kept) if _rank(child) > _rank(made)), len(kept))
        kept.insert(at, made)
    return loop.with_children(*kept)


def _rank(child: Xml) -> int:
    """The schema's order; what is not ours to write stands between cardinality and completion condition."""
    return _ORDER.index(child.kind) * 2 if child.kind in _ORDER else _ORDER.index("loopCardinality") * 2 + 1


def _attribute(loop: Xml, element: Element, name: str) -> str:
    """The Clark name of an attribute `camunda:x`, in the spelling of the loop or else of the element."""
    prefix, colon, local = name.partition(":")
    if not colon:
        return prefix
    spelled = next((said for said in loop.attributes if is_extension(said, local)), "")
    return spelled or clark(dialect(element), local)


def _said(loop: Xml, element: Element, parameter: Parameter, text: str) -> Xml:
    name = _attribute(loop, element, parameter.binding.name)
    kept = {key: value for key, value in loop.attributes.items() if key != name}
    return replace(loop, attributes=kept if text in ("", parameter.absent) else kept | {name: text})
