"""Stops: what a person wants runs of one document to stop at; it belongs to the person, and not to the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from procos_studio.canvas import marks
from procos_studio.canvas.marks import Mark
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.model.records import FlowNode
from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints


@dataclass(frozen=True, slots=True)
class Wish:
    """To stop before an element, where the condition holds (`""`: always), unless it is off."""

    condition: str = ""
    is_on: bool = True

    @property
    def sign(self) -> marks.Breakpoint:
        """How the canvas shows it."""
        if not self.is_on:
            return marks.Breakpoint.OFF
        return marks.Breakpoint.CONDITION if self.condition else marks.Breakpoint.ALWAYS


class Stops(QObject):
    """By element. One that is deleted takes its breakpoint along, and brings it back when the deletion is undone.

    `changed` tells that something is to stop elsewhere now, or that an element with a breakpoint was changed.
    """

    changed = Signal()

    def __init__(self, diagram: Diagram, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._wishes: dict[str, Wish] = {}
        self.on_error = False
        self.variables: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether there is anything that `clear` would take away."""
        return bool(self.wishes or self.variables)

    @property
    def wishes(self) -> Mapping[str, Wish]:
        """Those of the elements that there are."""
        return {key: wish for key, wish in self._wishes.items() if key in self._diagram}

    def breakable(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those among these elements that a run can stop before."""
        return tuple(key for key in keys if self._diagram.find(key, FlowNode) is not None)

    def toggle(self, keys: Iterable[str]) -> None:
        """Let runs stop before all of these; before none of them, where they do so already."""
        wanted = self.breakable(keys)
        if all(key in self._wishes for key in wanted):
            self.drop(wanted)
        else:
            self._wishes |= {key: Wish() for key in wanted if key not in self._wishes}
            self.changed.emit()

    def set_condition(self, key: str, condition: str) -> None:
        """Stop before this element where a condition holds, always where it is `""`."""
        self._wishes[key] = replace(self._wishes.get(key, Wish()), condition=condition.strip())
        self.changed.emit()

    def set_on(self, key: str, is_on: bool) -> None:
        """Let one stop or not, without forgetting its condition."""
        if key in self._wishes and self._wishes[key].is_on != is_on:
            self._wishes[key] = replace(self._wishes[key], is_on=is_on)
            self.changed.emit()

    def set_on_error(self, is_on: bool) -> None:
        """Stop when an error is thrown or an incident is raised, or not."""
        if self.on_error != is_on:
            self.on_error = is_on
            self.changed.emit()

    def toggle_variable(self, name: str) -> None:
        """Stop when a variable of this name is set, or no more."""
        others = tuple(other for other in self.variables if other != name)
        self.variables = others if name in self.variables else (*others, name)
        self.changed.emit()

    def drop(self, keys: Iterable[str]) -> None:
        """Stop before these no more."""
        gone = [key for key in keys if self._wishes.pop(key, None) is not None]
        if gone:
            self.changed.emit()

    def clear(self) -> None:
        """Stop nowhere; that errors stop is another matter."""
        self._wishes.clear()
        self.variables = ()
        self.changed.emit()

    def follow(self, diff: Diff) -> None:
        """An edit may have taken elements away, brought them back, or named them anew."""
        if not self._wishes.keys().isdisjoint(diff.changes):
            self.changed.emit()

    def marks(self) -> dict[str, Mark]:
        """What the canvas shows of them."""
        return {key: Mark(breakpoint=wish.sign) for key, wish in self.wishes.items()}

    def for_run(self) -> Breakpoints:
        """What a run has to know."""
        at = tuple(Breakpoint(key, wish.condition) for key, wish in self.wishes.items() if wish.is_on)
        return Breakpoints(at, self.on_error, frozenset(self.variables))

    # remembered ---------------------------------------------------------------------------------------------------

    def kept(self) -> dict[str, Any]:
        """All of it as JSON values."""
        found = {key: [wish.condition, wish.is_on] for key, wish in self.wishes.items()}
        return {"at": found, "on_error": self.on_error, "variables": list(self.variables)}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take what `kept` gave; whatever else it may be is left out."""
        at = kept.get("at")
        for key, value in at.items() if isinstance(at, dict) else ():
            match value:
                case [str(condition), bool(is_on)] if self.breakable([key]):
                    self._wishes[key] = Wish(condition, is_on)
        self.on_error = kept.get("on_error") is True
        names = kept.get("variables")
        self.variables = tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()
        self.changed.emit()
