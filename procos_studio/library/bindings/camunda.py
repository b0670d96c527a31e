"""Bindings to Camunda's extension elements: input and output parameters, properties, single texts."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.bindings import structured
from procos_studio.library.bindings.binding import dialect, extension, is_extension
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml


def read_input(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text, script, list or map of an input parameter; lists and maps as JSON."""
    found = _named(extension(element, "inputOutput"), "inputParameter", parameter.binding.name)
    if found is None:
        return None
    inner = next((child for child in found.children if child.kind in ("list", "map", "script")), None)
    if inner is None:
        return structured.bare(found.text) if parameter.typed else found.text
    return inner.text if inner.kind == "script" else structured.to_json(inner)


def write_input(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set an input parameter; others of the element stay as they are."""
    space, name = dialect(element), parameter.binding.name
    holder = extension(element, "inputOutput") or Xml(clark(space, "inputOutput"))
    before = _named(holder, "inputParameter", name)
    after = _input(parameter, text, space) if text else None
    tx.put(_with_holder(element, _exchanged(holder, before, after, first=True)))


def _input(parameter: Parameter, text: str, space: str) -> Xml:
    made = Xml(clark(space, "inputParameter"), {"name": parameter.binding.name})
    if parameter.binding.script_format:
        script = Xml(clark(space, "script"), {"scriptFormat": parameter.binding.script_format}, text)
        return made.with_children(script)
    text = structured.as_value(text) if parameter.typed else text
    value = structured.parse(parameter, text) if parameter.type in ("list", "map") else None
    return made.with_children(structured.to_xml(value, space)) if value is not None else replace(made, text=text)


def read_output(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The name of the variable to which the binding's source is mapped."""
    found = _of_source(extension(element, "inputOutput"), parameter.binding.source)
    return found.get("name") if found else None


def write_output(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Map the binding's source to the variable `text`."""
    space, source = dialect(element), parameter.binding.source
    holder = extension(element, "inputOutput") or Xml(clark(space, "inputOutput"))
    before = _of_source(holder, source)
    after = replace(before or _output(parameter, space), attributes={"name": text})
    tx.put(_with_holder(element, _exchanged(holder, before, after if text else None)))


def _output(parameter: Parameter, space: str) -> Xml:
    made, source = Xml(clark(space, "outputParameter")), parameter.binding.source
    script = Xml(clark(space, "script"), {"scriptFormat": parameter.binding.script_format}, source)
    return made.with_children(script) if parameter.binding.script_format else replace(made, text=source)


def _of_source(holder: Xml | None, source: str) -> Xml | None:
    outputs = (child for child in holder.children if child.kind == "outputParameter") if holder else ()
    return next((child for child in outputs if source_of(child) == source), None)


def source_of(output: Xml) -> str:
    """The expression or script that gives an output parameter its value."""
    script = next((child for child in output.children if child.kind == "script"), None)
    return (script or output).text.strip()


def read_property(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The value of a `camunda:property`."""
    found = _named(extension(element, "properties"), "property", parameter.binding.name)
    return found.get("value") if found else None


def write_property(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set a `camunda:property`."""
    space, name = dialect(element), parameter.binding.name
    holder = extension(element, "properties") or Xml(clark(space, "properties"))
    before = _named(holder, "property", name)
    after = (before or Xml(clark(space, "property"), {"name": name})).with_attributes(value=text) if text else None
    tx.put(_with_holder(element, _exchanged(holder, before, after)))


def read_extension(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text of an extension element of its own, such as `camunda:failedJobRetryTimeCycle`."""
    found = extension(element, _local(parameter))
    return found.text if found else None


def write_extension(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set the text of the extension element."""
    before = extension(element, _local(parameter))
    fresh = before or Xml(clark(dialect(element), _local(parameter)))
    tx.put(_changed(element, before, replace(fresh, text=text) if text else None))


def _local(parameter: Parameter) -> str:
    return parameter.binding.name.rpartition(":")[2]


def _named(holder: Xml | None, local: str, name: str) -> Xml | None:
    children = (child for child in holder.children if is_extension(child.tag, local)) if holder else ()
    return next((child for child in children if child.get("name") == name), None)


def _exchanged(holder: Xml, before: Xml | None, after: Xml | None, *, first: bool = False) -> Xml:
    """`before` replaced by `after`, or `after` added (`first`: after the last of its kind, before the others)."""
    children = list(holder.children)
    at = next((index for index, child in enumerate(children) if child is before), len(children))
    if before is not None:
        del children[at]
    elif first and after is not None:
        at = max((index + 1 for index, child in enumerate(children) if child.kind == after.kind), default=0)
    if after is not None:
        children.insert(at, after)
    return holder.with_children(*children)


def _with_holder(element: Element, holder: Xml) -> Element:
    """The element with this holder among its extensions; one that holds nothing goes."""
    return _changed(element, extension(element, holder.kind), holder if holder.children else None)


def _changed(element: Element, before: Xml | None, after: Xml | None) -> Element:
    kept = [after if item is before else item for item in element.extensions]
    if before is None:
        kept.append(after)
    return element.with_extensions(*(item for item in kept if item is not None))
