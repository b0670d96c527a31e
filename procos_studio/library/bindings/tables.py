"""Bindings to all input or output parameters of a task, or to what it gives back, at once as a JSON table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from procos_studio.library.bindings import structured
from procos_studio.library.bindings.binding import dialect, extension, is_extension, refuse
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """JSON of parameter names to their texts, lists and maps; those named in `source` are left to other bindings."""
    holder = extension(element, "inputOutput")
    found = [child for child in holder.children if _is_bound(child, parameter)] if holder else []
    table = {child.get("name"): structured.value_of(child) for child in found if not _is_script(child)}
    return json.dumps(table, ensure_ascii=False) if table else None


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Replace them all, except scripts and those named in `source`."""
    tx.put(_with(element, _written(element, parameter, text)))


def write_results(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """The same for input parameters that the task gives back: each also gets an output parameter of its name.

    An input parameter is local to its task; without the output a result of the same name would end there.
    """
    children = _written(element, parameter, text)
    names = [child.get("name") for child in children if _is_bound(child, parameter)]
    tag = clark(dialect(element), "outputParameter")
    outputs = [Xml(tag, {"name": name}, f"${{{name}}}") for name in names]
    tx.put(_with(element, [*(child for child in children if not _passes(child)), *outputs]))


def _passes(child: Xml) -> bool:
    """Whether this is an output parameter that gives out a local variable under its own name."""
    return is_extension(child.tag, "outputParameter") and child.text == f"${{{child.get('name')}}}"


def _with(element: Element, children: list[Xml]) -> Element:
    holder = extension(element, "inputOutput") or Xml(clark(dialect(element), "inputOutput"))
    return (
        element.with_extension(holder.with_children(*children)) if children else element.without_extension(holder.tag)
    )


def _written(element: Element, parameter: Parameter, text: str) -> list[Xml]:
    table = structured.parse(parameter, text) if text else {}
    if not isinstance(table, dict):
        raise refuse(parameter, "is no table of names and values.", 'Write it like {"total": "${price * count}"}.')
    holder = extension(element, "inputOutput")
    present = holder.children if holder else ()
    kept = [child for child in present if not _is_bound(child, parameter) or _is_script(child)]
    made = _parameters(dialect(element), parameter.binding.name, table)
    inputs, others = _parted(kept)
    return [*inputs, *made, *others] if parameter.binding.name == "inputParameter" else [*inputs, *others, *made]


def _parameters(space: str, local: str, table: Mapping[str, Any]) -> list[Xml]:
    return [structured.held(Xml(clark(space, local), {"name": name}), value, space) for name, value in table.items()]


def _parted(children: list[Xml]) -> tuple[list[Xml], list[Xml]]:
    """Input parameters first, the order that people expect."""
    inputs = [child for child in children if child.kind == "inputParameter"]
    return inputs, [child for child in children if child.kind != "inputParameter"]


def _is_bound(child: Xml, parameter: Parameter) -> bool:
    others = parameter.binding.source.split()
    return is_extension(child.tag, parameter.binding.name) and child.get("name") not in others


def _is_script(child: Xml) -> bool:
    return any(part.kind == "script" for part in child.walk())
