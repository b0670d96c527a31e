"""Inputs: what a process wants to be told before it starts: its start form, and the variables that nothing sets."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from procos_studio.app.form_fields import FormField, declared
from procos_studio.expressions import compile_text
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import CAMUNDA, OPERATON, local_name, namespace_of
from procos_studio.model.records import DataElement, FlowNode, SequenceFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused

_WRITERS = frozenset({"outputParameter", "formField", "out"})
_NAMING = frozenset(
    {
        "resultVariable",
        "elementVariable",
        "errorCodeVariable",
        "errorMessageVariable",
        "escalationCodeVariable",
        "initiator",
    }
)
_IMPLICIT = frozenset(
    {"execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"}
)


def inputs(diagram: Diagram, process: str) -> tuple[FormField, ...]:
    """The questions to ask before `process` starts: the fields of its start event, then each variable that an
    expression or a script of the process reads and nothing in it sets."""
    if process not in diagram:
        return ()
    start = _start(diagram, process)
    fields = declared(start) if start is not None else ()
    known = {field.id for field in fields} | set(written(diagram, process)) | _IMPLICIT
    missing = sorted(set(_read(diagram, process)) - known)
    return (*fields, *(FormField(name, name, "json", hint="text, number or JSON") for name in missing))


def written(diagram: Diagram, process: str) -> Iterator[str]:
    """The variables that something in the process sets: results, forms, outputs, loops, scripts, data objects."""
    for element in diagram.walk(process):
        if isinstance(element, DataElement) and element.name:
            yield element.name
        yield from _named(element.attributes)
        for detail in element.details:
            for part in detail.walk():
                yield from _set_by(part)


def _set_by(part: Xml) -> Iterator[str]:
    yield from _named(part.attributes)
    kind = local_name(part.tag)
    if kind in _WRITERS and _is_ours(part.tag):
        yield from (part.get(name) for name in ("name", "id", "target") if part.get(name))
    elif kind == "inputParameter" and _is_ours(part.tag):
        yield part.get("name")
    elif kind == "script":
        yield from _assigned(part.text)


def _named(attributes: Mapping[str, str]) -> Iterator[str]:
    yield from (value for name, value in attributes.items() if local_name(name) in _NAMING and value)


def _start(diagram: Diagram, process: str) -> FlowNode | None:
    starts = [node for node in diagram.children(process, FlowNode) if node.kind == "startEvent"]
    return next((node for node in starts if node.event_kind == "none"), starts[0] if starts else None)


def _read(diagram: Diagram, process: str) -> Iterator[str]:
    for element in diagram.walk(process):
        for text in _texts(element):
            if "${" in text or "#{" in text:
                try:
                    yield from compile_text(text).reads
                except Refused:
                    # An expression that cannot be read is a problem of the checks; it asks for nothing.
                    continue


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element, SequenceFlow):
        yield element.condition or ""
    if not isinstance(element, FlowNode):
        return
    yield from (value for name, value in element.attributes.items() if namespace_of(name) in (CAMUNDA, OPERATON))
    for detail in element.details:
        for part in detail.walk():
            kind = local_name(part.tag)
            if kind not in ("script", "outputParameter", "formField", "documentation"):
                yield part.text
            if _is_ours(part.tag):
                yield from (part.get(name) for name in ("sourceExpression", "businessKey") if part.get(name))


def _assigned(script: str) -> Iterator[str]:
    """The names that a Python script assigns; none where it cannot be read, which the checks say."""
    try:
        tree = ast.parse(script)
    except (SyntaxError, ValueError, RecursionError):
        return
    yield from (node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


def _is_ours(tag: str) -> bool:
    return namespace_of(tag) in (CAMUNDA, OPERATON)
