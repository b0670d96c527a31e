"""Stops: what is kept of them, what may come back, and what a run is told."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.app.debugging.stops import Stops, Wish
from procos_studio.app.debugging.telling import sentence
from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import error
from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints, Stop, Why

FILE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
<process id="p"><startEvent id="s"/><task id="a" name="Check order"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>
</process></definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(FILE).diagram


def test_what_is_kept_comes_back(diagram: Diagram) -> None:
    # given all kinds of stops
    stops = Stops(diagram)
    stops.toggle(["s", "a"])
    stops.set_condition("a", " ${n > 1} ")
    stops.set_on("s", False)
    stops.set_on_error(True)
    stops.toggle_variable("n")
    # when they are kept and given to another
    other = Stops(diagram)
    other.restore(stops.kept())
    # then nothing is lost, and a run hears of those that are on
    assert other.wishes == {"s": Wish("", False), "a": Wish("${n > 1}")}
    assert other.for_run() == Breakpoints((Breakpoint("a", "${n > 1}"),), True, frozenset({"n"}))


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"at": None, "on_error": "yes", "variables": 3},
        {"at": ["a"], "variables": [1, None]},
        {"at": {"a": "${n}", "s": [1, 2], "f": ["", True], "gone": ["", True]}},
    ],
)
def test_what_was_tampered_with_stops_nothing(diagram: Diagram, kept: dict[str, Any]) -> None:
    stops = Stops(diagram)
    stops.restore(kept)
    assert not stops.for_run()


def test_several_are_toggled_as_one(diagram: Diagram) -> None:
    stops = Stops(diagram)
    stops.toggle(["a"])
    stops.toggle(["s", "a", "f"])
    assert set(stops.wishes) == {"s", "a"}
    stops.toggle(["s", "a"])
    assert not stops.is_any


@pytest.mark.parametrize(
    ("stop", "words"),
    [
        (Stop("i", "a", Why.BREAKPOINT), "Stopped before “Check order”: breakpoint"),
        (Stop("i", "a", Why.STEP), "Stopped before “Check order”: step"),
        (Stop("i", "a", Why.ERROR, detail="LATE"), "Stopped at “Check order”: error LATE"),
        (Stop("i", "a", Why.ERROR), "Stopped at “Check order”: error"),
        (Stop("i", "a", Why.VARIABLE, detail="n"), "Stopped at “Check order”: n was set"),
        (Stop("i", "a", Why.CONDITION, problem=error("x.y", "No.")), "Stopped before “Check order”: No."),
        (Stop("i", "gone", Why.STEP), "Stopped before “gone”: step"),
    ],
)
def test_a_stop_is_told_in_a_sentence(diagram: Diagram, stop: Stop, words: str) -> None:
    assert sentence(stop, diagram) == words
