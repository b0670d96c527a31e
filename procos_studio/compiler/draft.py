"""Draft: one process while it is compiled; its numbering, and what was found wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from procos_studio.compiler.values import Value, text_value
from procos_studio.expressions import Expression, check, condition, quick_fix
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode, Process, SequenceFlow
from procos_studio.problems import Problem, Refused, Severity, error, warning

T = TypeVar("T")


@dataclass
class Draft:
    """Nodes and flows in document order, with their numbers. `faults` are errors by the key of the node they stop."""

    diagram: Diagram
    process: Element
    nodes: list[FlowNode] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    flow_numbers: dict[str, int] = field(default_factory=dict)
    faults: dict[str, list[Problem]] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, diagram: Diagram, process: Process) -> Draft:
        """The draft of a process, numbered."""
        draft = cls(diagram, process)
        for element in diagram.walk(process.id):
            if isinstance(element, FlowNode):
                draft.numbers[element.id] = len(draft.nodes)
                draft.nodes.append(element)
            elif isinstance(element, SequenceFlow):
                draft.flows.append(element)
        return draft

    def number(self, key: str) -> int:
        """The number of a node, -1 for anything else."""
        return self.numbers.get(key, -1)

    def fault(self, node: Element, code: str, message: str, *others: str, hint: str) -> None:
        """Note that the node cannot run."""
        self.add(node.id, error(code, message, *(others or (node.id,)), hint=hint))

    def add(self, key: str, problem: Problem) -> None:
        """Note a problem; an error stops the node with this key, anything else is only told."""
        if problem.severity is Severity.ERROR:
            self.faults.setdefault(key, []).append(problem)
        else:
            self.notes.append(problem)

    def warn(self, code: str, message: str, *elements: str, hint: str) -> None:
        """Note something that runs, but perhaps not as meant."""
        self.notes.append(warning(code, message, *elements, hint=hint))

    def guarded(self, key: str, make: Callable[[], T]) -> T | None:
        """What `make` gives; where it refuses, a fault of the node and None."""
        try:
            return make()
        except Refused as refused:
            for problem in refused.problems:
                self.add(key, replace(problem, elements=problem.elements or (key,)))
            return None

    def value(self, key: str, text: str) -> Value | None:
        """A text with expressions; None for an empty one or one that cannot be read."""
        return self.guarded(key, lambda: text_value(text, key)) if text else None

    def expression(self, key: str, text: str, about: str = "") -> Expression | None:
        """An expression whose methods are known as well; `about` is the element to name where it is not the node."""
        if not text:
            return None
        for problem in check(text, about or key):
            if problem.severity is Severity.ERROR and problem.code != "expression.syntax":
                self.add(key, problem)
        return self.guarded(key, lambda: text_value(text, about or key))

    def condition(self, key: str, text: str, about: str = "") -> Expression | None:
        """A condition; a text without an expression, other than true or false, is a fault of the node."""
        text = text.strip()
        if not text:
            return None
        if text in ("true", "false"):
            text = f"${{{text}}}"
        if "{" not in text:
            mended = quick_fix(text)
            hint = f"Write {mended}." if mended else "Write it as ${…}, for example ${amount > 100}."
            words = f"the condition “{text[:60]}” is a plain text, not an expression."
            self.add(key, error("plan.condition", words[0].upper() + words[1:], about or key, key, hint=hint))
            return None
        return None if self.expression(key, text, about) is None else condition(text)
