"""Retry plans: Camunda's retry time cycles and the exponential default."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.runtime.pde import backoff
from procos_studio.runtime.pde.backoff import Plan
from procos_studio.runtime.settings import Backoff


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Plan(3)),
        ("5", Plan(5)),
        ("0", Plan(1)),
        ("R3/PT10S", Plan(3, (10.0,))),
        ("R2/P1DT1H1M1.5S", Plan(2, (90_061.5,))),
        ("PT10S,PT1M", Plan(3, (10.0, 60.0))),
        ("R99999/PT1S", None),
        ("R3/P", None),
        ("R3/PT", None),
        ("often", None),
        ("PT10S,soon", None),
        ("-1", None),
    ],
)
def test_retry_cycles(text: str, expected: Plan | None) -> None:
    assert backoff.plan(text, Backoff()) == expected


def test_a_cycle_waits_as_long_as_it_says_and_then_gives_up() -> None:
    plan = Plan(4, (10.0, 60.0))
    assert [backoff.wait(plan, attempt, Backoff(), Random(1)) for attempt in (1, 2, 3, 4)] == [10.0, 60.0, 60.0, None]


@given(st.integers(1, 200), st.integers(0, 2**32), st.floats(0, 1))
def test_exponential_waits_stay_near_their_steady_value(attempt: int, seed: int, jitter: float) -> None:
    settings = Backoff(attempts=1_000, first=1.0, factor=2.0, longest=60.0, jitter=jitter)
    wait = backoff.wait(Plan(1_000), attempt, settings, Random(seed))
    steady = min(2.0 ** min(attempt - 1, 60), 60.0)
    assert wait is not None
    assert steady * (1 - jitter) - 1e-9 <= wait <= steady * (1 + jitter) + 1e-9


def test_the_same_seed_waits_the_same() -> None:
    waits = [[backoff.wait(Plan(9), n, Backoff(), random) for n in range(1, 9)] for random in (Random(7), Random(7))]
    assert waits[0] == waits[1]
