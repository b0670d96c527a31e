"""Run marks are a function of the run's state alone."""

from __future__ import annotations

from typing import Any

from procos_studio.app.run_marks import marks
from procos_studio.canvas.marks import NONE, Light, State
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState


def state(*events: tuple[EventKind, str, dict[str, Any]]) -> RunState:
    """The fold of these events, a second apart, all of token `t` of instance `i`."""
    made = [RunEvent(n, "i", kind, element, "t", float(n), data) for n, (kind, element, data) in enumerate(events, 1)]
    return RunState.empty().after_all(made)


def stage(name: str, verdict: str = "", detail: str = "", attempt: int = 1) -> tuple[EventKind, str, dict[str, Any]]:
    kind = EventKind.STAGE_FINISHED if verdict else EventKind.STAGE_STARTED
    data = {"stage": name, "attempt": attempt, "pde": "ai 1", "verdict": verdict, "detail": detail, "duration": 0.5}
    return kind, "task", data


ENTERED = (EventKind.ELEMENT_ENTERED, "task", {"scope": "i"})
COMPLETED = (EventKind.ELEMENT_COMPLETED, "task", {})


def test_an_element_that_the_run_has_not_touched_gets_the_empty_mark() -> None:
    assert marks(RunState.empty(), ["task"]) == {"task": NONE}


def test_a_block_at_work_shows_its_lights_its_token_and_the_time_until_now() -> None:
    # given a task whose first stage has passed and whose second is at work
    now = state(ENTERED, stage("start"), stage("start", "passed"), stage("test"))
    # when it is looked at two seconds after its token came
    mark = marks(now, ["task"], now=3.0)["task"]
    # then
    assert mark.state is State.ACTIVE
    assert mark.lights == (Light.PASSED, Light.RUNNING, Light.OFF, Light.OFF, Light.OFF)
    assert mark.tokens == 1
    assert mark.duration == 2.0


def test_a_second_attempt_says_so_above_the_block() -> None:
    now = state(ENTERED, stage("start", attempt=2), stage("gateway", attempt=2))
    assert "retry 1" in marks(now)["task"].note


def test_a_block_that_is_routed_says_to_which_endpoint_and_which_retry_of_how_many_it_is() -> None:
    # given a task that failed once and is called again, of three attempts in all
    again = {"message": "503", "due": 9, "attempt": 2, "attempts": 3}
    noted = {"stage": "gateway", "detail": "endpoint 2 of 3 · http://x, 97 % of 30 ok"}
    before = (ENTERED, stage("gateway"), stage("gateway", "failed", "503"), (EventKind.RETRY_SCHEDULED, "task", again))
    # then it first says that it waits for its first retry, then where that goes
    assert marks(state(*before))["task"].note == "retry 1/2 · 503"
    now = state(*before, stage("gateway", attempt=2), (EventKind.STAGE_NOTED, "task", noted))
    assert marks(now)["task"].note == "routing → endpoint 2 of 3 · retry 1/2"


def test_a_waiting_block_says_what_for_and_a_failed_one_why() -> None:
    waiting = state(ENTERED, (EventKind.RETRY_SCHEDULED, "task", {"message": "no route", "due": 9, "attempt": 2}))
    failed = state(ENTERED, (EventKind.INCIDENT_RAISED, "task", {"message": "gave up"}))
    assert (marks(waiting)["task"].state, marks(waiting)["task"].note) == (State.WAITING, "no route")
    assert (marks(failed)["task"].state, marks(failed)["task"].note) == (State.FAILED, "gave up")


def test_a_finished_block_shows_how_often_and_how_long() -> None:
    now = state(ENTERED, stage("start"), stage("start", "passed"), COMPLETED)
    mark = marks(now, now=100.0)["task"]
    assert (mark.state, mark.tokens, mark.done, mark.duration) == (State.DONE, 0, 1, 3.0)


def test_an_event_has_no_lights_and_no_time() -> None:
    mark = marks(state(ENTERED, COMPLETED))["task"]
    assert (mark.lights, mark.duration) == ((), None)


def test_a_taken_flow_is_done_and_counted() -> None:
    taken = (EventKind.FLOW_TAKEN, "flow", {})
    mark = marks(state(taken, taken))["flow"]
    assert (mark.state, mark.done) == (State.DONE, 2)
