"""The mask of a block: its parameters as read from an element, checked, and written back to it."""

from __future__ import annotations

from collections.abc import Mapping

from procos_studio.bpmn.reader import MAX_ATTRIBUTE
from procos_studio.library.bindings import BINDINGS
from procos_studio.library.bindings.binding import refuse
from procos_studio.library.bindings.data import object_behind
from procos_studio.library.bindings.events import fresh
from procos_studio.library.definition import BlockDefinition, Parameter
from procos_studio.library.saying import said
from procos_studio.library.shape import UNSTORABLE
from procos_studio.library.typed import check, is_expression
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import camunda
from procos_studio.model.records import FlowNode
from procos_studio.model.transaction import Transaction
from procos_studio.problems import Problem, Refused, error

STAMP, STAMP_VERSION = camunda("modelerTemplate"), camunda("modelerTemplateVersion")
_SCHEMA_TYPED = frozenset({"property", "procos:loopOption", "procos:process", "procos:dataObject", "procos:definition"})
"""Bindings to attributes to which BPMN's schema gives a type, so that a wrong value would spoil the file."""

_TEXTS = frozenset({"camunda:inputParameter", "procos:documentation"})
_LONGEST_TEXT = 1_000_000


def value(diagram: Diagram, key: str, parameter: Parameter) -> str:
    """The value of one parameter; what the file means by silence where it says nothing."""
    found = BINDINGS[parameter.binding.type].read(diagram, diagram[key], parameter)
    if found is None:
        return parameter.absent or ("false" if parameter.type == "flag" else "")
    return {"1": "true", "0": "false"}.get(found.strip(), found.strip()) if parameter.type == "flag" else found


def values(diagram: Diagram, key: str, block: BlockDefinition) -> dict[str, str]:
    """The value of every parameter by its id."""
    return {parameter.id: value(diagram, key, parameter) for parameter in block.properties}


def visible(block: BlockDefinition, values: Mapping[str, str]) -> tuple[Parameter, ...]:
    """The parameters that count at these values, in the order of the form."""
    return tuple(parameter for parameter in block.properties if counts(parameter, values))


def counts(parameter: Parameter, values: Mapping[str, str]) -> bool:
    """Whether a parameter means anything at these values of the others."""
    return all(values.get(name, "") in wanted for name, wanted in parameter.visible_if.items())


def validate(block: BlockDefinition, values: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the values of the visible parameters; `elements` names the parameter."""
    shown = visible(block, values)
    found = [problem for parameter in shown for problem in check(parameter, values.get(parameter.id, ""))]
    return [*found, *_outputs_twice(shown, values)]


def _outputs_twice(shown: tuple[Parameter, ...], values: Mapping[str, str]) -> list[Problem]:
    found: list[Problem] = []
    taken: dict[str, str] = {}
    for parameter in shown:
        name = values.get(parameter.id, "") if parameter.binding.type == "camunda:outputParameter" else ""
        if name and name in taken:
            message = f"“{parameter.label}” and “{taken[name]}” both set “{name}”."
            found.append(error("block.value", message, parameter.id, hint="Use two variables."))
        taken.setdefault(name, parameter.label)
    return found


def summary(diagram: Diagram, key: str, block: BlockDefinition) -> str:
    """The values that the block shows on its face, on one line: `llama3.1 · 0.2`; choices by their name."""
    by_id = {parameter.id: parameter for parameter in block.properties}
    # only these are read: a diagram of thousands of blocks is waiting for its faces
    shown = [by_id[name] for name in block.face if name in by_id]
    asked = {name: None for parameter in shown for name in (parameter.id, *parameter.visible_if) if name in by_id}
    known = {name: value(diagram, key, by_id[name]) for name in asked}
    words = (said(item, known[item.id]) for item in shown if known[item.id] and counts(item, known))
    return " · ".join(word for word in words if word)


def write(diagram: Diagram, tx: Transaction, key: str, parameter: Parameter, text: str) -> None:
    """Put a value where the parameter is bound; `""` takes it out. All else in the element stays.

    Raises Refused for what the file cannot hold. A value that is merely wrong is kept: `validate` tells.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unstorable(parameter, text)
    if text != value(diagram, key, parameter):
        BINDINGS[parameter.binding.type].write(diagram, tx, diagram[key], parameter, text)


def _refuse_unstorable(parameter: Parameter, text: str) -> None:
    if UNSTORABLE.search(text):
        raise refuse(parameter, "holds a control character, which XML cannot store.", "Delete it.")
    longest = _LONGEST_TEXT if _is_text(parameter) else MAX_ATTRIBUTE
    if len(text) > longest:
        message = f"is longer than {longest:,} characters."
        raise refuse(parameter, message, "Keep it in a file or a variable instead.")
    if parameter.type == "secret" and text.strip() and not is_expression(text):
        raise refuse(
            parameter, "would stand readable in the file.", 'Keep it as a secret, and write ${secret("name")}.'
        )
    typed = parameter.type in ("choice", "flag", "number") or parameter.pattern
    problems = check(parameter, text) if typed and text and parameter.binding.type in _SCHEMA_TYPED else []
    if problems:
        raise Refused(problems)


def _is_text(parameter: Parameter) -> bool:
    """Whether the value stands as text between tags, and not in an attribute."""
    binding = parameter.binding
    return binding.type in _TEXTS or (binding.type == "property" and binding.name in ("script", "text"))


def stamp(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> None:
    """Make an element of the right kind this block: event definition, fixed values, defaults where nothing stands.

    Specialised blocks leave the element templates' stamp, plain BPMN removes it. Raises Refused for another kind.
    """
    element = diagram[key]
    if element.kind != block.element:
        message = f"“{block.name}” is made of a {block.element}, not of a {element.kind}."
        raise Refused(error("block.element", message, key, hint="Replace the element instead."))
    said = {
        STAMP: None if block.is_standard else block.id,
        STAMP_VERSION: str(block.version) if block.version and not block.is_standard else None,
    }
    tx.put(_with_event(diagram, element, block.event).with_attribute_map(said))
    if element.kind == "dataObjectReference":
        object_behind(diagram, tx, diagram[key])
    for parameter in block.fixed:
        BINDINGS[parameter.binding.type].write(diagram, tx, diagram[key], parameter, parameter.default)
    for parameter in block.properties:
        if parameter.default and not BINDINGS[parameter.binding.type].read(diagram, diagram[key], parameter):
            write(diagram, tx, key, parameter, parameter.default)


def _with_event(diagram: Diagram, element: Element, event: str) -> Element:
    """The element with exactly the event definition of this kind; one of the kind stays as it is."""
    if not isinstance(element, FlowNode) or not element.is_event or element.event_kind == (event or "none"):
        return element
    bare = element
    for found in element.event_definitions:
        bare = bare.without_detail(found)
    return bare.with_added(fresh(diagram, event)) if event else bare


def clear(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> None:
    """Take out what makes an element this block: stamp, fixed values and parameters. Documentation and name stay."""
    tx.put(diagram[key].with_attribute_map({STAMP: None, STAMP_VERSION: None}))
    for parameter in (*block.properties, *block.fixed):
        if parameter.binding.type not in _OF_ANY_BLOCK:
            BINDINGS[parameter.binding.type].write(diagram, tx, diagram[key], parameter, "")


_OF_ANY_BLOCK = frozenset(
    {"procos:documentation", "procos:loop", "procos:loopOption", "procos:defaultFlow", "procos:process"}
)
"""Bindings whose values make sense whatever the block becomes."""
