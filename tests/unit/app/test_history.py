"""A run's history gives any earlier state, and forgets the oldest events of a very long run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.app import history as module
from procos_studio.app.history import RunHistory
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState


def events(count: int) -> list[RunEvent]:
    return [
        RunEvent(
            n, "i", EventKind.VARIABLE_CHANGED, "e", "t", float(n), {"scope": "i", "name": f"v{n % 7}", "value": n}
        )
        for n in range(1, count + 1)
    ]


@given(st.lists(st.integers(0, 600), max_size=6), st.integers(-5, 3000))
def test_the_state_at_a_position_is_the_fold_of_the_events_up_to_it(batches: list[int], asked: int) -> None:
    # given a run told in batches of any size
    history, everything = RunHistory(), events(sum(batches))
    rest = everything
    for size in batches:
        history.add(rest[:size])
        rest = rest[size:]
    # when an earlier moment is asked for
    position = max(0, min(asked, len(everything)))
    # then it is what the events up to there add up to
    assert history.at(asked) == RunState.empty().after_all(everything[:position])
    assert history.state == history.at(history.position)


def test_the_oldest_events_of_a_very_long_run_are_forgotten_and_the_state_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # given a history that keeps a thousand events
    monkeypatch.setattr(module, "MOST", 1000)
    history, everything = RunHistory(), events(3000)
    # when three thousand come
    for start in range(0, 3000, 100):
        history.add(everything[start : start + 100])
    # then only the newest are kept, and every position that is left still has its state
    assert len(history.events) <= 1000
    assert history.position == 3000
    assert history.first == 3000 - len(history.events)
    for position in (history.first, history.first + 1, 2500, 3000):
        assert history.at(position) == RunState.empty().after_all(everything[:position])
    assert history.at(0) == history.at(history.first)
