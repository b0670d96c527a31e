"""Drawing and tidying every file of others."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from procos_studio.bpmn import read_file, references, schema, write_bytes
from procos_studio.edits.delete import delete
from procos_studio.edits.duplicate import duplicate
from procos_studio.layout import draw_missing, tidy
from procos_studio.layout.draw import missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, Plane
from procos_studio.problems import Problem, Refused
from tests.benchmarks.bench_layout import score
from tests.conftest import bpmn_files
from tests.properties import judging

Forget = Callable[[Diagram], Diagram]
Flaws = Callable[[Diagram], list[str]]


def _opened(path: Path) -> Diagram | None:
    try:
        return read_file(path).diagram
    except Refused:
        return None


def _messages(problems: list[Problem]) -> set[str]:
    return {problem.message for problem in problems}


def test_a_file_without_drawing_gets_a_valid_one_without_overlaps(
    corpus_file: Path, undrawn: Forget, flaws: Flaws
) -> None:
    # given a file of others, without its drawing
    opened = _opened(corpus_file)
    if opened is None:
        return
    bare = undrawn(opened)
    # when it is drawn
    drawn = draw_missing(bare)
    # then nothing lacks, nothing overlaps, and the file is no worse than it was
    assert list(missing(drawn)) == []
    assert flaws(drawn) == []
    assert _messages(schema.validate(write_bytes(drawn))) <= _messages(schema.validate(write_bytes(bare)))
    assert _messages(references.check(drawn)) <= _messages(references.check(bare))
    # and drawing again gives the same bytes
    assert write_bytes(draw_missing(bare)) == write_bytes(drawn)


def test_a_drawn_file_tidies_in_one_edit_and_stays_tidy(corpus_file: Path) -> None:
    # given a file of others as it is drawn
    opened = _opened(corpus_file)
    if opened is None:
        return
    diagram = draw_missing(opened)
    for plane in list(diagram.all(Plane)):
        before = write_bytes(diagram)
        # when a plane is tidied
        tidy(diagram, plane.id)
        after = write_bytes(diagram)
        # then a second time changes nothing, and one undo brings back every byte
        tidy(diagram, plane.id)
        assert write_bytes(diagram) == after
        if after != before:
            diagram.undo()
        assert write_bytes(diagram) == before


def test_no_name_covers_anything_after_a_tidy(corpus_file: Path) -> None:
    # given a file of others as it is drawn
    opened = _opened(corpus_file)
    if opened is None:
        return
    diagram = draw_missing(opened)
    # when all of it is tidied
    for plane in list(diagram.all(Plane)):
        tidy(diagram, plane.id)
    # then no name lies on a line, a node or another name
    assert score(diagram).labels == 0


def _tidied(diagram: Diagram) -> bytes:
    for plane in list(diagram.all(Plane)):
        tidy(diagram, plane.id)
    return write_bytes(diagram)


def _mutilate(diagram: Diagram, dice: Random) -> None:
    """Delete a quarter of the nodes and double some of the others."""
    nodes = [node.id for node in diagram.all(FlowNode)]
    with suppress(Refused):
        delete(diagram, dice.sample(nodes, min(len(nodes), len(nodes) // 4 + 1)), heal=dice.random() < 0.5)
    left = [node.id for node in diagram.all(FlowNode) if diagram.shape(node.id) is not None]
    with suppress(Refused):
        duplicate(diagram, dice.sample(left, min(len(left), 3)), 10, 10)


def test_what_is_left_of_a_file_after_cuts_is_tidied_without_a_flaw(corpus_file: Path) -> None:
    # given a file of others from which parts are cut and in which parts stand twice
    opened = _opened(corpus_file)
    if opened is None:
        return
    diagram = draw_missing(opened)
    _mutilate(diagram, Random(corpus_file.name))
    # when it is tidied, then the strictest reader finds nothing wrong, and a second time changes nothing
    tidied = _tidied(diagram)
    assert judging.flaws(diagram) == []
    assert _tidied(diagram) == tidied


def test_the_conformance_cases_are_drawn_without_a_flaw(cases_folder: Path, undrawn: Forget) -> None:
    # given the cases without their drawings
    files = bpmn_files(cases_folder)
    if not files:
        pytest.skip("no BPMN among the cases")
    for path in files:
        opened = _opened(path)
        if opened is not None:
            # when one is drawn, then nothing is wrong with it
            assert judging.flaws(draw_missing(undrawn(opened))) == [], path
