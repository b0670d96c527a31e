"""Drafting: a first definition for a subsystem, and what a draft still lacks before it can be saved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from procos_studio.library.definition import STANDARD, Binding, BlockDefinition, Parameter
from procos_studio.library.loading import inconsistencies
from procos_studio.library.template import faults
from procos_studio.library.typed import check
from procos_studio.library.writing import template_of
from procos_studio.problems import Problem, error

FAMILY = "own"
"""The family of a block of which nobody said where it belongs."""
INPUT, OUTPUT = "camunda:inputParameter", "camunda:outputParameter"
NOTHING = "${null}"
"""The value that makes a variable one of the subsystem's own, so that what its parts set stays inside."""
PARAMETERS, RESULTS, TAKES = "Parameters", "Results", "The variable that takes this result."
"""The sections of a fresh draft's form, and what stands below the field of a result."""
_SIZE = (160.0, 80.0)


class Form(NamedTuple):
    """How an input or a result is given where it is no plain text: a `list`, a `map`, or `code` in a language."""

    type: str
    language: str = ""


def drafted(
    name: str,
    inputs: Mapping[str, str],
    results: Mapping[str, str],
    written: Iterable[str],
    forms: Mapping[tuple[str, str], Form] = MappingProxyType({}),
) -> BlockDefinition:
    """A composite block with one parameter for each input and each result; all else that is written stays inside.

    `inputs` are names with their value today, `results` variables with the expression or script that gives them;
    `forms` are those of both that are no plain text, by `INPUT` or `OUTPUT` and their name.
    """
    taken = [_input(name, text, forms.get((INPUT, name))) for name, text in inputs.items()]
    given = [_result(name, source, set(inputs), forms.get((OUTPUT, name))) for name, source in results.items()]
    own = tuple(_kept_inside(name) for name in dict.fromkeys(written) if name not in inputs)
    face = tuple(parameter.id for parameter in taken[:2])
    said = name.strip() or "Block"
    return BlockDefinition(
        id=f"{FAMILY}/{slug(said)}",
        name=said,
        family=FAMILY,
        version=1,
        element="subProcess",
        icon="mdi6.package-variant",
        hue="rose",
        properties=(*taken, *given),
        fixed=own,
        face=face,
        size=_SIZE,
    )


def _input(name: str, text: str, form: Form | None) -> Parameter:
    """What a value of today says about the kind of value: a constant becomes the default, a variable does not."""
    if form is not None:
        bound = Binding(INPUT, name, script_format=form.language)
        return Parameter(
            name, _words(name), bound, form.type, text, required=True, group=PARAMETERS, language=form.language
        )
    default = "" if text.strip() == f"${{{name}}}" else text
    kind = "number" if re.fullmatch(r"-?\d+(\.\d+)?", text.strip()) else "string"
    words, bound = _words(name), Binding(INPUT, name)
    return Parameter(name, words, bound, kind, default, required=True, group=PARAMETERS, typed=kind == "number")


def _result(name: str, source: str, taken: set[str], form: Form | None) -> Parameter:
    made = f"{name}Result" if name in taken else name
    bound = Binding(OUTPUT, source=source, script_format=form.language if form else "")
    return Parameter(made, _words(name), bound, "variable", name, group=RESULTS, description=TAKES)


def _kept_inside(name: str) -> Parameter:
    return Parameter(name, name, Binding(INPUT, name), default=NOTHING)


def added(block: BlockDefinition, name: str) -> BlockDefinition:
    """The block with one more parameter, in the group of the others. A name that is taken gets a number."""
    taken = {item.id for item in (*block.properties, *block.fixed)}
    numbered = (f"{name}{number}" for number in range(2, len(taken) + 3))
    free = name if name not in taken else next(tried for tried in numbered if tried not in taken)
    made = Parameter(free, _words(free), Binding(INPUT, free), group=PARAMETERS)
    return _ordered(replace(block, properties=(*block.properties, made)))


def removed(block: BlockDefinition, name: str) -> BlockDefinition:
    """The block without a parameter, on its face and in the conditions of others, too."""
    rest = (item for item in block.properties if item.id != name)
    kept = tuple(
        replace(item, visible_if={asked: wanted for asked, wanted in item.visible_if.items() if asked != name})
        for item in rest
    )
    return replace(block, properties=kept, face=tuple(shown for shown in block.face if shown != name))


def moved(block: BlockDefinition, name: str, by: int) -> BlockDefinition:
    """The block with a parameter a place up (-1) or down (1); at an end of its group, with the whole group there."""
    items = list(block.properties)
    at = next((place for place, item in enumerate(items) if item.id == name), -1)
    to = at + by
    if at < 0 or not 0 <= to < len(items):
        return block
    if items[to].group == items[at].group:
        items.insert(to, items.pop(at))
        return replace(block, properties=tuple(items))
    groups = list(dict.fromkeys(item.group for item in items))
    place = groups.index(items[at].group)
    groups.insert(place + by, groups.pop(place))
    # those without a group stay first, as a file keeps them
    return _ordered(replace(block, properties=tuple(sorted(items, key=lambda item: groups.index(item.group)))))


def changed(block: BlockDefinition, name: str, parameter: Parameter) -> BlockDefinition:
    """The block with `parameter` in the place of the one called `name`; who names it follows."""
    other = parameter.id

    def follow(item: Parameter) -> Parameter:
        return replace(item, visible_if={other if key == name else key: at for key, at in item.visible_if.items()})

    items = tuple(parameter if item.id == name else follow(item) for item in block.properties)
    face = tuple(other if shown == name else shown for shown in block.face)
    return _ordered(replace(block, properties=items, face=face))


def _ordered(block: BlockDefinition) -> BlockDefinition:
    """Parameters of one group stand together, as a file keeps them; those without a group come first."""
    groups = list(dict.fromkeys(("", *(item.group for item in block.properties))))
    return replace(block, properties=tuple(sorted(block.properties, key=lambda item: groups.index(item.group))))


def issued(block: BlockDefinition, before: BlockDefinition | None) -> BlockDefinition:
    """The block as it is published after `before`: a version on, with what an upgrade has to know of the changes."""
    if before is None:
        return block
    version = max(block.version, before.version + 1)
    known = {item.id: item for item in before.properties}
    return replace(
        block,
        version=version,
        properties=tuple(_issued(item, known.get(item.id), version) for item in block.properties),
    )


def _issued(parameter: Parameter, before: Parameter | None, version: int) -> Parameter:
    if before is None:
        return replace(parameter, since=version)
    was = before.former_default if parameter.default == before.default else before.default
    return replace(parameter, since=before.since, former_default=was if was != parameter.default else "")


def lacking(block: BlockDefinition) -> list[Problem]:
    """What keeps a draft from being saved; `elements` names the parameter, where it is about one, and
    what is to be said of it in other words."""
    found = [error("block.draft", message, *names) for message, *names in _faults(block)]
    if block.family == STANDARD:
        found.append(error("block.draft", f"The family “{STANDARD}” is BPMN's own.", hint="Choose another family."))
    return found


def _faults(block: BlockDefinition) -> Iterator[tuple[str, ...]]:
    if not block.name.strip():
        yield ("The block has no name.",)
    for parameter in block.properties:
        if not re.fullmatch(r"[A-Za-z_]\w*", parameter.id, re.ASCII):
            yield f"“{parameter.id}” cannot name a variable: write letters, digits and _.", parameter.id, "id"
        if not parameter.label.strip():
            yield f"The parameter “{parameter.id}” has no label.", parameter.id, "label"
        if parameter.type == "choice" and not parameter.choices:
            yield f"“{parameter.label}” offers no choices.", parameter.id, "choices"
        if parameter.minimum is not None and parameter.maximum is not None and parameter.minimum > parameter.maximum:
            yield f"The range of “{parameter.label}” ends before it begins.", parameter.id, "minimum"
        for problem in check(replace(parameter, required=False), parameter.default):
            yield f"The default does not do. {problem.message}", parameter.id, "default"
    yield from ((message,) for message in inconsistencies(block))
    if block.name.strip():
        yield from ((f"{fault.place or 'The block'} {fault.message}.",) for fault in faults(template_of(block)))


def slug(name: str) -> str:
    """A name as that of a folder: `send-invoice` of `Send invoice`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "block"


def _words(name: str) -> str:
    """`Order id` of `orderId` and of `order_id`."""
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", name).replace("_", " ").strip().capitalize() or name
