"""Knowledge: what a form can offer and show at its element: variables, their values, secrets, methods."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from procos_studio.app.form_fields import Invalid, declared, parsed
from procos_studio.bpmn.variables import spots
from procos_studio.canvas.translating import QT_TR_NOOP, told, translated
from procos_studio.checks.variables import Known, known_at
from procos_studio.expressions import ExpressionError, compile_text
from procos_studio.expressions.completing import WORDS, Place, Proposal, What, members, place
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode, Process
from procos_studio.problems import Refused

_WORD = re.compile(r"[^\W\d]\w*\Z")
_LONGEST, _MOST = 200, 5
_CALLS = ("len", "str", "int", "float", "round", "sum", "min", "max", "sorted", "range", "enumerate", "any", "all")
_SCRIPT = (
    *(Proposal(f"{name}()", "Python", 1) for name in (*_CALLS, "print")),
    *(Proposal(word, "Python") for word in keyword.kwlist),
    Proposal('BpmnError("", "")', QT_TR_NOOP("raise it to throw a BPMN error"), 6),
)


class Offer(NamedTuple):
    """Words that may stand in place of the text from `start` to the cursor."""

    start: int
    proposals: tuple[Proposal, ...]


class Shown(NamedTuple):
    """The value of a text, in words; `is_value` is false for a reason why there is none yet."""

    text: str
    is_value: bool


class Knowledge:
    """Of one element at one revision of its diagram; the costly part is found out when it is first asked for.

    `run` are the values of the last run, `results` the names that the element's work gives, for its outputs.
    """

    def __init__(
        self,
        diagram: Diagram | None = None,
        key: str = "",
        run: Mapping[str, Any] | None = None,
        results: Iterable[str] = (),
    ) -> None:
        self._diagram, self._key = diagram, key
        self.results = tuple(results)
        self._run = dict(run or {})

    @cached_property
    def variables(self) -> Mapping[str, Known]:
        """Every variable of the process, those set before the element first."""
        return known_at(self._diagram, self._key) if self._diagram is not None and self._key in self._diagram else {}

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The values of the last run; before the first one those that the start form proposes."""
        return self._run or dict(self._proposed())

    @cached_property
    def secrets(self) -> tuple[str, ...]:
        """The names of the secrets that the file uses."""
        found = {name for element in self._diagram.walk() for name in _secrets(element)} if self._diagram else set()
        return tuple(sorted(found))

    def offer(self, text: str, at: int, *, of_results: bool = False) -> Offer | None:
        """What may be written at a place of a text that mixes literals and `${}`; in outputs results come first."""
        here = place(text, at)
        if here is None:
            return None
        own = self._results() if of_results else ()
        every = (*(own if here.what is What.VARIABLE else ()), *self._proposals(here))
        known = {item.text: item for item in reversed(every) if _fits(item.text, here.word)}
        return Offer(here.start, tuple(reversed(known.values())))

    def described(self, *, of_results: bool = False) -> tuple[Proposal, ...]:
        """Every name that can be used here, with its value or who sets it."""
        own = self._results() if of_results else ()
        return tuple({item.text: item for item in (*self._names(), *own)}.values())

    def offer_script(self, text: str, at: int) -> Offer | None:
        """What may be written at a place of a Python script."""
        found = _WORD.search(text[:at])
        start = found.start() if found else at
        if text[:start].endswith(".") or _is_quoted(text[:start]):
            return None
        word = text[start:at]
        return Offer(start, tuple(item for item in (*self._names(), *_SCRIPT) if _fits(item.text, word)))

    def offer_name(self, text: str, at: int) -> Offer | None:
        """The names of variables, where one alone is asked for."""
        names = (item for item in self._names() if _fits(item.text, text[:at]) and item.text != text[:at])
        return Offer(0, tuple(names))

    def shown(self, text: str) -> Shown | None:
        """The value of a text with expressions; None for one without."""
        if "${" not in text and "#{" not in text:
            return None
        try:
            expression = compile_text(text)
        except Refused:
            return None
        if expression.secrets:
            said = translated(QT_TR_NOOP("uses the secret {names}"))
            return Shown(said.format(names=", ".join(sorted(expression.secrets))), False)
        unknown = sorted(expression.reads - self.values.keys())
        try:
            value = expression.evaluate(self.values)
        except ExpressionError as failure:
            lacking = translated(QT_TR_NOOP("{names} has no value yet")).format(names=", ".join(unknown))
            return Shown((lacking if unknown else told(str(failure).rpartition(": ")[2]))[:_LONGEST], False)
        return Shown(f"= {_capped(json.dumps(value, ensure_ascii=False, default=str))}", True)

    def shown_all(self, text: str) -> Shown | None:
        """The value of a list or a map, in which each text is looked at by itself."""
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            return self.shown(text)
        if not isinstance(held, dict | list):
            return self.shown(text)
        names = held if isinstance(held, dict) else dict(enumerate(held))
        found = {name: self.shown(item) for name, item in names.items() if isinstance(item, str)}
        lines = [
            f"{name} {item.text}" if item.is_value else f"{name}: {item.text}" for name, item in found.items() if item
        ]
        is_value = all(item.is_value for item in found.values() if item)
        return Shown("\n".join(lines[:_MOST]), is_value) if lines else None

    def writers(self, name: str) -> tuple[str, ...]:
        """The elements that set a variable."""
        known = self.variables.get(name)
        return tuple(known.writers) if known else ()

    def _proposals(self, here: Place) -> Iterator[Proposal]:
        if here.what is What.SECRET:
            yield from (Proposal(name, translated(QT_TR_NOOP("a secret of this file"))) for name in self.secrets)
        elif here.what is What.MEMBER:
            yield from members(here.base, self.values)
        else:
            yield from self._names()
            yield from WORDS

    def _results(self) -> tuple[Proposal, ...]:
        said = translated(QT_TR_NOOP("result of this block"))
        return tuple(Proposal(name, said) for name in self.results)

    def _names(self) -> Iterator[Proposal]:
        for name in dict.fromkeys((*self.variables, *self.values)):
            yield Proposal(name, self._detail(name))

    def _detail(self, name: str) -> str:
        if name in self.values:
            return _capped(json.dumps(self.values[name], ensure_ascii=False, default=str), 40)
        known = self.variables[name]
        writer = self._label(known.writers[0]) if known.writers else ""
        if not writer:
            return translated(QT_TR_NOOP("set by nothing here"))
        said = QT_TR_NOOP("set by {element}") if known.before else QT_TR_NOOP("set later, by {element}")
        return translated(said).format(element=writer)

    def _label(self, key: str) -> str:
        found = self._diagram.get(key) if self._diagram else None
        return found.label if found else key

    def _proposed(self) -> Iterator[tuple[str, Any]]:
        for start in self._starts():
            for field in declared(start):
                try:
                    value = parsed(field, field.default) if field.default else None
                except Invalid:
                    continue
                if value is not None:
                    yield field.id, value

    def _starts(self) -> Iterator[FlowNode]:
        diagram = self._diagram
        if diagram is None or self._key not in diagram:
            return
        around = [*diagram.ancestors(self._key)]
        process = next((element for element in around if isinstance(element, Process)), None)
        nodes = diagram.children(process.id, FlowNode) if process else ()
        yield from (node for node in nodes if node.kind == "startEvent")


def _fits(text: str, word: str) -> bool:
    return word.casefold() in text.casefold() if len(word) > 1 else text.casefold().startswith(word.casefold())


def _is_quoted(text: str) -> bool:
    """Whether the last line is inside of a text or a comment."""
    line = re.sub(r"""\\.|"[^"]*"|'[^']*'""", "", text.rpartition("\n")[2])
    return any(sign in line for sign in "\"'#")


def _capped(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _secrets(element: Element) -> Iterator[str]:
    for spot in spots(element):
        if "secret" in spot.text:
            try:
                yield from compile_text(spot.text).secrets
            except Refused:
                continue
