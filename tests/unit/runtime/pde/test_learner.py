"""What is learned about endpoints, starting from the stated prior."""

from procos_studio.runtime.pde.health import Health
from procos_studio.runtime.pde.learner import PRIOR_FAILURES, PRIOR_SUCCESSES, Learner
from procos_studio.runtime.settings import Breaker


def test_an_unknown_endpoint_has_the_prior() -> None:
    record = Learner().record("new")
    assert record.success == PRIOR_SUCCESSES / (PRIOR_SUCCESSES + PRIOR_FAILURES)
    assert str(record) == "not called yet"


def test_failures_rank_lower_and_successes_higher() -> None:
    learner = Learner()
    for ok in (True, True, False):
        learner.observe("good", ok=True, seconds=0.5)
        learner.observe("mixed", ok=ok, seconds=1.0)
    names = ["mixed", "new", "good"]
    assert sorted(names, key=learner.rank) == ["good", "new", "mixed"]
    assert (str(learner.record("mixed")), learner.record("mixed").latency) == ("67 % of 3 ok", 1.0)


def test_the_breaker_rests_lets_one_through_and_forgets_after_a_success() -> None:
    health = Health(Breaker(failures=2, cooldown=30.0), age=10.0)
    # given two failures in a row
    health.failed("x", 100.0)
    assert health.resting("x", 100.0) == 0
    health.failed("x", 101.0)
    # then it rests, may be tried after the cooldown, and one more failure sends it back
    assert health.resting("x", 111.0) == 20.0
    assert health.resting("x", 131.0) == 0.0
    health.failed("x", 132.0)
    assert health.resting("x", 133.0) > 0
    health.succeeded("x")
    assert health.resting("x", 133.0) == 0


def test_health_is_believed_for_a_while_only_when_good() -> None:
    health = Health(Breaker(), age=10.0)
    assert not health.is_fresh("x", 100.0)
    health.looked("x", 100.0, "")
    assert (health.is_fresh("x", 109.0), health.is_fresh("x", 111.0)) == (True, False)
    health.looked("x", 112.0, "Nothing answers.")
    assert not health.is_fresh("x", 112.0)
