"""Rename, documentation, attributes, conditions, defaults, parameters."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.rename import rename
from procos_studio.edits.set_attribute import set_attribute
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.model.names import camunda
from procos_studio.model.records import Artifact, FlowNode, RootElement, SequenceFlow
from procos_studio.problems import Refused


def test_names_stand_where_each_kind_has_them(bench: Any) -> None:
    # given a task, an annotation and a group
    task, note, frame = bench.put("task", 100), bench.put("text-annotation", 300), bench.put("group", 500)
    # when each is renamed
    for key in (task, note, frame):
        with bench.sound_edit():
            rename(bench.diagram, key, "Pay\r\nnow")
    # then the task has a name, the annotation a text, and the group a category
    assert bench.diagram[task].name == "Pay\nnow"
    assert bench.diagram.require(note, Artifact).annotation == "Pay\nnow"
    (category,) = [root for root in bench.diagram.all(RootElement) if root.kind == "category"]
    assert category.details[0].get("value") == "Pay\nnow"
    # and no name leaves no attribute
    rename(bench.diagram, task, "")
    assert "name" not in bench.diagram[task].attributes


def test_the_same_name_again_is_no_edit(bench: Any) -> None:
    # given a named task
    task = bench.put("task", 100)
    rename(bench.diagram, task, "Pay")
    count = len(bench.diagram.history.labels)
    # when it gets the name that it has
    rename(bench.diagram, task, "Pay")
    # then there is nothing to undo
    assert len(bench.diagram.history.labels) == count


def test_a_control_character_is_refused(bench: Any) -> None:
    # given a task
    task = bench.put("task", 100)
    # when its name holds a NUL, or its documentation does
    # then that is refused in a sentence
    for edit in (rename, set_documentation):
        with pytest.raises(Refused, match="control character"):
            edit(bench.diagram, task, "a\x00b")


def test_documentation_comes_and_goes(bench: Any) -> None:
    # given a task
    task = bench.put("task", 100)
    # when it is described, and the text taken away again
    with bench.sound_edit():
        set_documentation(bench.diagram, task, "Why")
    described = bench.diagram[task].documentation
    with bench.sound_edit():
        set_documentation(bench.diagram, task, "")
    # then it was there and is gone
    assert (described, bench.diagram[task].documentation) == ("Why", "")


def test_plain_attributes_are_set_and_structure_is_not(bench: Any) -> None:
    # given a user task
    task = bench.put("user-task", 100)
    # when an attribute of Camunda's is set
    with bench.sound_edit():
        set_attribute(bench.diagram, task, "camunda:assignee", "mary")
    # then it is there
    assert bench.diagram[task].get(camunda("assignee")) == "mary"
    # and ids, foreign words and wrong truths are refused
    for name, value in (("id", "x"), ("triggeredByEvent", "true"), ("isForCompensation", "maybe")):
        with pytest.raises(Refused):
            set_attribute(bench.diagram, task, name, value)


def test_a_condition_and_the_default_exclude_each_other(bench: Any) -> None:
    # given a decision with a flow
    gate, task = bench.chain("decision", "task")
    flow = bench.flow(gate, task)
    # when it gets a condition and then becomes the default
    with bench.sound_edit():
        set_condition(bench.diagram, flow, "${x > 1}")
    with bench.sound_edit():
        set_default_flow(bench.diagram, flow)
    # then the condition is gone
    assert bench.diagram.require(flow, SequenceFlow).condition is None
    # and with a condition again it is no longer the default
    with bench.sound_edit():
        set_condition(bench.diagram, flow, "${y}")
    assert bench.diagram.require(gate, FlowNode).default_flow == ""


def test_a_parallel_gateway_does_not_decide(bench: Any) -> None:
    # given a parallel gateway with a flow
    gate, task = bench.chain("parallel", "task")
    # when the flow is to have a condition or be the default
    # then both are refused
    with pytest.raises(Refused, match="always taken"):
        set_condition(bench.diagram, bench.flow(gate, task), "${x}")
    with pytest.raises(Refused, match="does not choose"):
        set_default_flow(bench.diagram, bench.flow(gate, task))


def test_a_parameter_reaches_the_file(bench: Any) -> None:
    # given a timer catch
    timer = bench.put("catch-timer", 100)
    block = bench.library.of(bench.diagram[timer])
    parameter = next(item for item in block.properties if item.binding.name == "timeDuration")
    # when its duration is set
    with bench.sound_edit():
        set_parameter(bench.diagram, timer, parameter, "PT5M")
    # then the event definition says so
    (definition,) = bench.diagram.require(timer, FlowNode).event_definitions
    assert [child.text for child in definition.children] == ["PT5M"]
