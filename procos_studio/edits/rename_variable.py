"""Rename variable: gives a variable another name wherever a process sets or reads it; told before it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from procos_studio.bpmn import foreign, scripts
from procos_studio.bpmn.variables import Kind, Spot, When, locals_of, respelled, results, spots
from procos_studio.edits.refusing import refused
from procos_studio.expressions import rename_variable as rename_in_expression
from procos_studio.expressions.grammar import NAME
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Process, RootElement
from procos_studio.problems import Refused


class Doubt(StrEnum):
    """Why a text may not mean the variable after all."""

    NONE = ""
    RESULT = "result"  # the name may just as well mean a result of the element's own work
    LANGUAGE = "language"  # it stands in a language that is only looked at here


@dataclass(frozen=True, slots=True)
class Place:
    """One text that names the variable: in which element, what it is, and its spelling before and after."""

    element: str
    what: str
    before: str
    after: str
    doubt: Doubt


def preview(diagram: Diagram, scope: str, old: str, new: str) -> tuple[Place, ...]:
    """What `rename_variable` would change in the process that holds `scope`, or is it; Refused as there."""
    _demand_name(diagram, scope, old, new)
    found: list[Place] = []
    for element in _elements(diagram, scope):
        for spot, doubt in _spots(diagram, element, old):
            after = _renamed(spot, old, new)
            if after != spot.text:
                found.append(Place(element.id, spot.what, spot.text, after, doubt))
    return tuple(found)


def rename_variable(diagram: Diagram, scope: str, old: str, new: str, only: Collection[Place] | None = None) -> int:
    """Rename it in one edit; how many texts that changed. `only` limits it to some places of the preview.

    Without `only`, places that are in doubt stay. Raises Refused for what is no name, and for one that is taken.
    """
    wanted = {
        (place.element, place.what, place.before): place.after
        for place in preview(diagram, scope, old, new)
        if (not place.doubt if only is None else place in only)
    }
    if not wanted:
        return 0
    with diagram.edit(f"Rename variable {old} to {new}") as tx:
        for key in {place[0] for place in wanted}:
            tx.put(respelled(diagram[key], _spelling(key, wanted)))
    return len(wanted)


def _spelling(key: str, wanted: dict[tuple[str, str, str], str]) -> Callable[[Spot], str]:
    return lambda spot: wanted.get((key, spot.what, spot.text), spot.text)


def _demand_name(diagram: Diagram, scope: str, old: str, new: str) -> None:
    if not NAME.fullmatch(new):
        raise refused(f"“{new[:60]}” is no name for a variable.", hint="Letters, digits and _, a letter first.")
    for element in _elements(diagram, scope) if new != old else ():
        if any(new in spot.writes | spot.reads for spot in spots(element)):
            message = f"There is a variable “{new}” already."
            raise refused(message, element.id, hint="Two variables would become one; choose another name.")


def _elements(diagram: Diagram, scope: str) -> Iterator[Element]:
    """All of the process, and the messages and signals of the file, whose names may be made of variables."""
    chain = (element for element in (diagram.get(scope), *diagram.ancestors(scope)) if isinstance(element, Process))
    process = next(chain, None)
    if process is not None:
        yield from diagram.walk(process.id)
        yield from (element for element in diagram.children(diagram.root.id, RootElement))


def _spots(diagram: Diagram, element: Element, old: str) -> Iterator[tuple[Spot, Doubt]]:
    """The texts of an element in which `old` means the variable, and what speaks against that."""
    if any(old in locals_of(around) for around in diagram.ancestors(element.id) if not isinstance(around, Process)):
        return
    found = spots(element)
    hidden = old in locals_of(element)
    produced = results(element)
    has_outputs = any(spot.what == "output" for spot in found)
    for spot in found:
        if hidden and (spot.kind is Kind.LOCAL or (spot.when is not When.BEFORE and spot.kind is not Kind.SETS)):
            continue
        if spot.kind is Kind.SCRIPT and has_outputs and old in produced and spot.when is When.INSIDE:
            continue
        if spot.kind is Kind.EXPRESSION and spot.when is When.AFTER:
            if old not in produced:
                yield spot, Doubt.RESULT
            continue
        yield spot, Doubt.LANGUAGE if spot.kind is Kind.FOREIGN else Doubt.NONE


def _renamed(spot: Spot, old: str, new: str) -> str:
    if spot.kind is Kind.SCRIPT:
        return scripts.rename(spot.text, old, new)
    if spot.kind is Kind.FOREIGN:
        return foreign.rename(spot.text, old, new)
    if spot.kind is Kind.EXPRESSION:
        try:
            return rename_in_expression(spot.text, old, new)
        except Refused:
            # An expression that cannot be read stays; the checks say that it cannot.
            return spot.text
    return new if spot.text.strip() == old else spot.text
