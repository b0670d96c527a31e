"""A child process finds the same as this one, and knows of changes what it has to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from procos_studio.app.aside import Aside
from procos_studio.app.findings import findings
from procos_studio.bpmn import new_diagram
from procos_studio.edits.rename import rename
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode


@pytest.fixture
def aside() -> Iterator[Aside]:
    made = Aside()
    yield made
    made.close()


def elements(diagram: Diagram) -> tuple:
    return tuple(diagram.elements.values())


def test_it_finds_what_a_check_here_finds_before_and_after_edits(aside: Aside) -> None:
    # given a diagram with something to find
    diagram, library = new_diagram("Small"), load()
    here = findings(elements(diagram), 1, (), library, "operaton")
    # then the child finds the same
    assert aside.ask(elements(diagram), 1, (), "operaton", (0, ())) == here
    # and again after an edit, of which it is sent the difference only
    for node in diagram.all(FlowNode):
        rename(diagram, node.id, "Begun")
    for key in [node.id for node in diagram.all(FlowNode)][:1]:
        with diagram.edit("Remove") as tx:
            tx.remove(key)
    here = findings(elements(diagram), 2, (), library, "embedded")
    assert aside.ask(elements(diagram), 2, (), "embedded", (0, ())) == here


def test_one_that_was_closed_says_nothing_and_starts_nothing(aside: Aside) -> None:
    aside.close()
    assert aside.ask(elements(new_diagram("Small")), 1, (), "operaton", (0, ())) is None


def test_it_ends_also_while_something_is_being_sent_to_it() -> None:
    # given a child that has been told only the beginning of a message
    made = Aside()
    child = made._running()
    assert child is not None
    assert child.stdin is not None
    child.stdin.write(b"half")
    # when
    made.close()
    # then
    assert child.returncode is not None
    assert child.stdin.closed
