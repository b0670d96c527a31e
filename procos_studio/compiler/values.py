"""Values of mappings: a text with expressions, a list or a map of them; compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from procos_studio.compiler.reading import is_extension
from procos_studio.expressions import Expression, ExpressionError, compile_text
from procos_studio.expressions.closures import Secrets
from procos_studio.model.names import local_name
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem, Refused, error


class Value(Protocol):
    """Something that has a JSON value for given variables; raises ExpressionError where it has none."""

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> Any:
        """The value; `secrets` gives what `${secret("name")}` stands for."""
        ...


@dataclass(frozen=True, slots=True)
class Items:
    """camunda:list."""

    items: tuple[Value, ...]

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> list[Any]:
        """A new list."""
        found = [item.evaluate(variables, secrets) for item in self.items]
        _weigh(found)
        return found


@dataclass(frozen=True, slots=True)
class Entries:
    """camunda:map."""

    entries: tuple[tuple[str, Value], ...]

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> dict[str, Any]:
        """A new map."""
        found = {key: value.evaluate(variables, secrets) for key, value in self.entries}
        _weigh(list(found.values()))
        return found


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that needs no variables."""

    value: Any

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> Any:
        """The value itself."""
        return self.value


@dataclass(frozen=True, slots=True)
class Assignment:
    """A variable and what it becomes."""

    name: str
    value: Value


MOST_PARTS = 1_000_000
"""A list or map that an expression makes has no more values, in all its depth."""

_JUEL = frozenset({"", "juel"})


def parameter_value(parameter: Xml, element: str) -> Value:
    """The value of an inputParameter, outputParameter, list item or map entry. Raises Refused about `element`.

    Recursion is bounded by the reader's limit on the depth of a file.
    """
    holder = next((child for child in parameter.children if is_extension(child)), None)
    if holder is None:
        return text_value(parameter.text, element)
    match holder.kind:
        case "list":
            return Items(tuple(_item(item, element) for item in holder.children if is_extension(item)))
        case "map":
            entries = [entry for entry in holder.children if entry.kind == "entry"]
            return Entries(tuple((entry.get("key"), parameter_value(entry, element)) for entry in entries))
        case "script":
            return _script(holder, element)
    raise Refused(unusable(element, f"the parameter “{parameter.get('name')}” holds <{local_name(holder.tag)}>"))


def _weigh(parts: list[Any]) -> None:
    """A list that holds itself twice doubles with every round of a loop. Raises ExpressionError before it is huge."""
    left, waiting = MOST_PARTS, [part for part in parts if isinstance(part, list | dict)]
    while waiting:
        part = waiting.pop()
        inside = part if isinstance(part, list) else part.values()
        left -= len(part) + 1
        if left < 0:
            raise ExpressionError(f"the value has more than {MOST_PARTS:,} parts")
        waiting.extend(item for item in inside if isinstance(item, list | dict))


def text_value(text: str, element: str) -> Expression:
    """A text compiled for `element`. Raises Refused about it."""
    try:
        return compile_text(text.strip() if "{" in text else text)
    except Refused as refused:
        problems = (Problem(item.code, item.severity, item.message, (element,), item.hint) for item in refused.problems)
        raise Refused(problems) from None


def unusable(element: str, what: str) -> Problem:
    """The problem of a mapping that the engine cannot evaluate."""
    return error("plan.mapping", f"{what}, which the engine cannot evaluate.", element, hint="Write it as ${…}.")


def _item(item: Xml, element: str) -> Value:
    if item.kind in ("value", "string", "expression"):
        return text_value(item.text, element)
    return _script(item, element) if item.kind == "script" else parameter_value(Xml("", children=(item,)), element)


def _script(script: Xml, element: str) -> Value:
    language = script.get("scriptFormat").strip().lower()
    if language not in _JUEL or script.get("resource"):
        raise Refused(unusable(element, f"a parameter is a script in “{language or script.get('resource')}”"))
    return text_value(script.text, element)
