"""What is told about a run when it is over."""

from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.cli.report import outcome, reasons, summary
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState

K = EventKind
XML = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">
  <subProcess id="sub" name="Inside"><receiveTask id="wait" name="Wait" /></subProcess><userTask id="ask" name="Ask" />
  </process></definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(XML.encode()).diagram


def told(*facts: tuple[Any, ...]) -> RunState:
    """The state after an instance `a` has begun and these events came: instance, kind, element, data."""
    whole = [("a", K.INSTANCE_STARTED, "", {"process": "p"}), *facts]
    return RunState.empty().after_all(
        RunEvent(seq, instance, kind, element, element, float(seq), more[0] if more else {})
        for seq, (instance, kind, element, *more) in enumerate(whole, start=1)
    )


def test_a_run_that_ends_is_completed_and_says_no_more(diagram: Diagram) -> None:
    state = told(("a", K.INSTANCE_COMPLETED, "", {"variables": {"z": 1, "b": 2}}))
    assert (outcome(state, "a"), reasons(state, diagram)) == ("completed", [])
    assert list(summary(state, "a", diagram)["variables"]) == ["b", "z"]


def test_a_failed_run_tells_its_reason_and_an_uncaught_event_only_once(diagram: Diagram) -> None:
    uncaught = ("a", K.EVENT_UNCAUGHT, "ask", {"kind": "error", "code": "X"})
    failed = told(uncaught, ("a", K.INSTANCE_FAILED, "", {"reason": "The error “X” was not caught."}))
    assert (outcome(failed, "a"), reasons(failed, diagram)) == ("failed", ["The error “X” was not caught."])
    escalated = told(
        ("a", K.EVENT_UNCAUGHT, "ask", {"kind": "escalation", "code": "X"}), ("a", K.INSTANCE_COMPLETED, "")
    )
    assert (outcome(escalated, "a"), reasons(escalated, diagram)) == (
        "completed",
        ["Nothing caught the escalation X."],
    )


def test_what_waits_is_named_from_the_inside(diagram: Diagram) -> None:
    state = told(
        ("a", K.ELEMENT_ENTERED, "sub"),
        ("a", K.ELEMENT_ENTERED, "wait"),
        ("a", K.ELEMENT_ENTERED, "ask"),
        ("a", K.USER_TASK_CREATED, "ask", {"name": "Ask"}),
    )
    assert (outcome(state, "a"), reasons(state, diagram)) == ("waiting", ["“Ask” waits for a person.", "“Wait” waits."])


def test_an_incident_comes_before_what_waits(diagram: Diagram) -> None:
    state = told(("a", K.ELEMENT_ENTERED, "wait"), ("a", K.INCIDENT_RAISED, "wait", {"message": "broken"}))
    assert (outcome(state, "a"), reasons(state, diagram)) == ("incident", ["“Wait”: broken"])


def test_another_pool_that_waits_keeps_a_run_from_being_completed(diagram: Diagram) -> None:
    state = told(("a", K.INSTANCE_COMPLETED, ""), ("b", K.INSTANCE_STARTED, "", {"process": "q"}))
    assert outcome(state, "a") == "waiting"


def test_a_called_instance_that_failed_is_its_callers_affair(diagram: Diagram) -> None:
    state = told(
        ("b", K.INSTANCE_STARTED, "", {"process": "q", "parent": "a"}),
        ("b", K.INSTANCE_FAILED, "", {"reason": "odd"}),
        ("a", K.INSTANCE_COMPLETED, ""),
    )
    assert (outcome(state, "a"), reasons(state, diagram)) == ("completed", [])
