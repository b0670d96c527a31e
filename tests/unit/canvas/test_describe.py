from __future__ import annotations

from procos_studio.bpmn import new_diagram
from procos_studio.canvas.describe import describe, describe_selection
from procos_studio.canvas.marks import Mark, State
from procos_studio.edits.connect import connect
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import Plane
from procos_studio.problems import error


def drawn() -> tuple[Diagram, str, str, str]:
    diagram, library = new_diagram("Test"), load()
    plane = next(diagram.all(Plane)).id
    task, end = library.blocks["standard/user-task"], library.blocks["standard/end"]
    one = place(diagram, task, plane, Point(100, 100))
    two = place(diagram, end, plane, Point(300, 100))
    rename(diagram, one, "Approve\norder")
    rename(diagram, two, "Done")
    return diagram, one, two, connect(diagram, one, two)


def test_an_element_is_a_few_sentences() -> None:
    # given
    diagram, task, _, flow = drawn()
    # then
    assert describe(diagram, task) == "User task “Approve order”. Leads to Done."
    assert describe(diagram, flow) == "Sequence flow from Approve order to Done."
    assert describe(diagram, "nothing") == ""


def test_what_a_run_says_comes_last() -> None:
    # given
    diagram, task, _, _ = drawn()
    # when
    told = describe(
        diagram, task, Mark(State.FAILED, duration=1.4, problems=(error("run.mail", "The mail server is down."),))
    )
    # then
    assert told.endswith("Failed. Took 1.4 s. The mail server is down.")


def test_many_are_counted() -> None:
    # given
    diagram, task, end, flow = drawn()
    # then
    assert describe_selection(diagram, ()) == "Nothing is selected."
    assert describe_selection(diagram, (task, end, flow, task)) == "4 elements are selected."
    assert describe_selection(diagram, (end,)).startswith("End event “Done”.")
