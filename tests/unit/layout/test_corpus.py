"""Drawing and tidying every file of others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from procos_studio.bpmn import read_file, references, schema, write_bytes
from procos_studio.layout import draw_missing, tidy
from procos_studio.layout.draw import missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Plane
from procos_studio.problems import Problem, Refused
from tests.benchmarks.bench_layout import score

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
