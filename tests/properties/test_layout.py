"""Drawing and tidying hard diagrams: nothing lies on anything, twice is once, and the same for everybody."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.edits.move import move
from procos_studio.layout import draw_missing, tidy
from procos_studio.layout.draw import missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, Lane, Participant, Plane, SequenceFlow, Shape
from tests.benchmarks.bench_layout import made_up
from tests.properties.hard_diagrams import hard
from tests.properties.judging import flaws

_COUNT = 12


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        first = metafunc.config.getoption("--seed")
        metafunc.parametrize("seed", range(first, first + _COUNT))


def _tidied(diagram: Diagram) -> Diagram:
    for plane in list(diagram.all(Plane)):
        tidy(diagram, plane.id)
    return diagram


def test_a_hard_diagram_is_drawn_whole_and_tidied_without_a_flaw(seed: int) -> None:
    # given a diagram with all that makes drawing difficult
    diagram = hard(seed)
    # when it is drawn, then nothing lacks and nothing lies on anything
    drawn = draw_missing(diagram)
    assert list(missing(drawn)) == []
    assert flaws(drawn) == []
    # and no less when it is tidied
    tidied = write_bytes(_tidied(drawn))
    assert flaws(drawn) == []
    # and a second time changes nothing
    assert write_bytes(_tidied(drawn)) == tidied


def test_pools_that_stand_stay_so(seed: int) -> None:
    # given a drawing whose pools and lanes run from top to bottom
    diagram = draw_missing(hard(seed))
    frames = [shape for shape in diagram.all(Shape) if isinstance(diagram[shape.shows], (Participant, Lane))]
    with diagram.edit("Let them stand") as tx:
        for shape in frames:
            tx.put(shape.with_attributes(isHorizontal="false"))
    # when it is tidied, then they still do, and nothing lies on anything
    tidied = write_bytes(_tidied(diagram))
    assert not any(diagram.require(shape.id, Shape).is_horizontal for shape in frames)
    assert flaws(diagram) == []
    # and a second time changes nothing
    assert write_bytes(_tidied(diagram)) == tidied


@pytest.mark.parametrize("number", range(1, 5))
def test_a_tidied_selection_finds_a_place_and_moves_nothing_else(number: int) -> None:
    # given a tidy process, and some steps that follow each other pushed off their places
    diagram = _tidied(draw_missing(made_up(40, number)))
    plane = next(diagram.all(Plane)).id
    dice = Random(number)
    chosen = [dice.choice([node.id for node in diagram.all(FlowNode)])]
    for key in chosen:
        ends = {flow.target for flow in diagram.outgoing(key, SequenceFlow)}
        chosen += sorted(ends - set(chosen))[: 6 - len(chosen)]
    for key in chosen:
        move(diagram, [key], dice.randint(-6, 6) * 8, dice.randint(-6, 6) * 8)
    before = {shape.shows: shape.bounds for shape in diagram.all(Shape)}
    # when they are tidied
    tidy(diagram, plane, chosen)
    # then nothing else moved, and nothing lies on anything
    moved = {shape.shows for shape in diagram.all(Shape) if shape.bounds != before[shape.shows]}
    assert moved <= set(chosen)
    assert flaws(diagram) == []


_PRINT = (
    "import hashlib, sys;"
    "from procos_studio.bpmn import write_bytes;"
    "from procos_studio.layout import draw_missing;"
    "from tests.properties.hard_diagrams import hard;"
    "print(hashlib.sha256(b''.join(write_bytes(draw_missing(hard(s))) for s in (1, 4, 5))).hexdigest())"
)


def test_the_drawing_does_not_depend_on_the_process_that_draws() -> None:
    # given processes in which sets have other orders
    def drawn(hashing: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": hashing}
        return subprocess.run(
            [sys.executable, "-c", _PRINT], env=environment, capture_output=True, text=True, check=True
        ).stdout

    # when each draws the same, then it comes out the same
    assert drawn("1") == drawn("2")
