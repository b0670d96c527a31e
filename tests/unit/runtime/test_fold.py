"""The fold of events: what each means for the state, and that batches do not matter."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState, Status

K = EventKind
IDS = st.sampled_from(["a", "b", "c"])
STAGES = st.sampled_from(["start", "test", "gateway", "validation", "completion", "other"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=4,
)


@st.composite
def data(draw: st.DrawFn, kind: EventKind) -> dict[str, Any]:
    """What an event of this kind may carry."""
    match kind:
        case K.INSTANCE_STARTED:
            variables = draw(st.dictionaries(IDS, VALUES, max_size=2))
            return {"process": draw(IDS), "business_key": "", "parent": "", "variables": variables}
        case K.INSTANCE_COMPLETED:
            return {"variables": draw(st.dictionaries(IDS, VALUES, max_size=2))}
        case K.INSTANCE_MIGRATED:
            return {"elements": draw(st.dictionaries(IDS, IDS, max_size=3))}
        case K.STAGE_STARTED:
            return {"stage": draw(STAGES), "attempt": draw(st.integers(1, 3)), "pde": "ai 1"}
        case K.STAGE_NOTED:
            return {"stage": draw(STAGES), "detail": draw(IDS)}
        case K.RETRY_SCHEDULED:
            return {"attempt": 2, "attempts": draw(st.integers(2, 4)), "due": 9.0, "message": "m"}
        case K.STAGE_FINISHED:
            verdict = draw(st.sampled_from(["passed", "failed", "skipped"]))
            ended = {"verdict": verdict, "detail": "x", "duration": 0.5}
            return {"stage": draw(STAGES), "attempt": 1, "pde": "ai 1"} | ended
        case K.VARIABLE_CHANGED:
            return {"scope": draw(st.sampled_from(["", "i1", "s"])), "name": draw(IDS), "value": draw(VALUES)}
        case K.EVENT_UNCAUGHT | K.ERROR_THROWN:
            return {"kind": "error", "code": draw(IDS), "message": "m"}
        case _:
            return {"message": "m", "name": "n", "reason": "r"}


@st.composite
def events(draw: st.DrawFn) -> list[RunEvent]:
    """Any sequence of events, also ones that no engine would give."""
    kinds = draw(st.lists(st.sampled_from(list(EventKind)), max_size=40))
    return [
        RunEvent(
            seq,
            draw(st.sampled_from(["i1", "i2"])),
            kind,
            draw(IDS),
            draw(st.sampled_from("tu")),
            float(seq),
            draw(data(kind)),
        )
        for seq, kind in enumerate(kinds, start=1)
    ]


@given(events(), st.data())
def test_batches_of_any_size_give_the_state_from_scratch(news: list[RunEvent], choose: st.DataObject) -> None:
    # given the state from one batch of everything
    whole = RunState.empty().after_all(news)
    # when the same events come one by one, and in two batches
    single = RunState.empty()
    for event in news:
        single = single.after(event)
    cut = choose.draw(st.integers(0, len(news)))
    first = RunState.empty().after_all(news[:cut])
    before = RunState.empty().after_all(news[:cut])
    halves = first.after_all(news[cut:])
    # then all are equal, and the state in between was left alone
    assert single == halves == whole
    assert first == before


@given(events())
def test_events_survive_json(news: list[RunEvent]) -> None:
    assert [RunEvent.from_json(json.loads(json.dumps(event.to_json()))) for event in news] == news


def told(*facts: tuple[Any, ...]) -> RunState:
    """The state after events of kind, element and data, a second apart."""
    news = [
        RunEvent(seq, "i", kind, element, f"t-{element}", float(seq), more[0] if more else {})
        for seq, (kind, element, *more) in enumerate(facts, start=1)
    ]
    return RunState.empty().after_all(news)


def test_a_task_passes_through_its_stages() -> None:
    # given a task in its second passage
    common = {"attempt": 2, "pde": "ai 1"}
    passed = {"verdict": "passed", "detail": "fine", "duration": 0.5}
    facts: list[tuple[Any, ...]] = [
        (K.ELEMENT_ENTERED, "task"),
        (K.STAGE_STARTED, "task", {"stage": "start", "attempt": 1, "pde": "ai 2"}),
        (K.STAGE_FINISHED, "task", {"stage": "start", "attempt": 1, "pde": "ai 2", **passed, "verdict": "failed"}),
        (K.RETRY_SCHEDULED, "task", {"message": "no answer"}),
        (K.STAGE_STARTED, "task", {"stage": "start", **common}),
        (K.STAGE_FINISHED, "task", {"stage": "start", **common, **passed}),
        (K.STAGE_STARTED, "task", {"stage": "test", **common}),
    ]
    task = told(*facts).elements["task"]
    # then its lights are those of this passage
    assert [light.verdict for light in task.stages] == ["passed", "running", "", "", ""]
    assert (task.status, task.attempt, task.pde, task.message) == (Status.RUNNING, 2, "ai 1", "no answer")
    # and once it is completed it is done, with the time it took
    done = told(*facts, (K.ELEMENT_COMPLETED, "task"))
    assert (done.elements["task"].status, done.elements["task"].seconds, len(done.tokens)) == (Status.DONE, 7.0, 0)


def test_what_waits_goes_with_its_instance_to_another_version() -> None:
    # given a task for a person and one with an incident
    facts: list[tuple[Any, ...]] = [
        (K.INSTANCE_STARTED, "", {"process": "p", "variables": {}}),
        (K.ELEMENT_ENTERED, "ask"),
        (K.USER_TASK_CREATED, "ask", {"name": "Ask"}),
        (K.ELEMENT_ENTERED, "send"),
        (K.INCIDENT_RAISED, "send", {"message": "broken"}),
    ]
    # when their instance moves to a version in which both have another id
    state = told(*facts, (K.INSTANCE_MIGRATED, "", {"elements": {"ask": "question", "send": "mail"}}))
    # then they stand there as they stood here
    assert {token.element for token in state.tokens.values()} == {"question", "mail"}
    assert state.user_tasks["t-ask"].element == "question"
    assert state.incidents["t-send"].element == "mail"
    assert (state.elements["mail"].status, state.elements["mail"].message) == (Status.FAILED, "broken")
    assert (state.elements["question"].status, state.elements["question"].active) == (Status.WAITING, 1)
    assert (state.elements["ask"].active, state.elements["ask"].cancelled) == (0, 1)


def test_an_incident_stands_until_it_is_resolved() -> None:
    raised: list[tuple[Any, ...]] = [(K.ELEMENT_ENTERED, "task"), (K.INCIDENT_RAISED, "task", {"message": "broken"})]
    state = told(*raised)
    assert (state.elements["task"].status, state.incidents["t-task"].message) == (Status.FAILED, "broken")
    state = told(*raised, (K.INCIDENT_RESOLVED, "task"))
    assert (state.elements["task"].status, state.elements["task"].message, len(state.incidents)) == (
        Status.RUNNING,
        "",
        0,
    )


def test_a_task_that_threw_stays_failed_when_its_token_goes() -> None:
    state = told(
        (K.ELEMENT_ENTERED, "task"),
        (K.ERROR_THROWN, "task", {"code": "LATE", "message": "too late"}),
        (K.ELEMENT_CANCELLED, "task"),
    )
    task = state.elements["task"]
    assert (task.status, task.message, task.active, task.cancelled) == (Status.FAILED, "LATE: too late", 0, 1)


def test_user_tasks_wait_for_a_person() -> None:
    created: list[tuple[Any, ...]] = [(K.ELEMENT_ENTERED, "form"), (K.USER_TASK_CREATED, "form", {"name": "Approve"})]
    state = told(*created)
    assert (state.elements["form"].status, state.user_tasks["t-form"].data["name"]) == (Status.WAITING, "Approve")
    assert not told(*created, (K.ELEMENT_CANCELLED, "form")).user_tasks


def test_variables_keep_their_history_and_the_instance_their_last() -> None:
    state = told(
        (K.INSTANCE_STARTED, "", {"process": "p", "variables": {"n": 1}}),
        (K.VARIABLE_CHANGED, "task", {"scope": "i", "name": "n", "value": 2}),
        (K.VARIABLE_CHANGED, "task", {"scope": "inner", "name": "n", "value": 3}),
        (K.INSTANCE_FAILED, "", {"reason": "uncaught error"}),
    )
    assert [(value.value, value.seq, value.element) for value in state.scopes["i"]["n"]] == [(1, 1, ""), (2, 2, "task")]
    assert state.scopes["inner"]["n"].last.value == 3
    instance = state.instances["i"]
    assert (dict(instance.variables), instance.status, instance.reason) == ({"n": 2}, Status.FAILED, "uncaught error")


def test_flows_are_counted_and_uncaught_events_listed() -> None:
    state = told((K.FLOW_TAKEN, "f"), (K.FLOW_TAKEN, "f"), (K.EVENT_UNCAUGHT, "end", {"kind": "error", "code": "X"}))
    assert (dict(state.flows), list(state.uncaught), state.seq, state.time) == ({"f": 2}, ["error X"], 3, 3.0)
