"""Values of mappings: a text with expressions, a list or a map of them; compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from procos_studio.compiler.reading import is_extension
from procos_studio.expressions import Expression, compile_text
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
        return [item.evaluate(variables, secrets) for item in self.items]


@dataclass(frozen=True, slots=True)
class Entries:
    """camunda:map."""

    entries: tuple[tuple[str, Value], ...]

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> dict[str, Any]:
        """A new map."""
        return {key: value.evaluate(variables, secrets) for key, value in self.entries}


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
