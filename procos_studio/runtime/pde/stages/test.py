"""Stage test, the built-in test: parameters by the adapters' schema and rules, then the endpoints' health."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from procos_studio.problems import Severity
from procos_studio.runtime.late import load
from procos_studio.runtime.pde.passage import Candidate, Passage, StageFailure, Steps


def test(passage: Passage) -> Steps[str]:
    """Keep the candidates that may be called; fails where the parameters are wrong or nobody is fit."""
    if not passage.candidates:
        return "nothing to check"
    faults: list[str] = []
    fit: list[Candidate] = []
    for candidate in passage.candidates:
        _check(candidate)
        fault = yield from _fault(passage, candidate)
        if fault:
            faults.append(fault)
        else:
            fit.append(candidate)
    if not fit:
        raise StageFailure(" ".join(faults), retryable=True)
    passage.candidates = tuple(fit)
    return "inputs, health" if any(candidate.place for candidate in fit) else "inputs"


def _check(candidate: Candidate) -> None:
    adapter, config = candidate.adapter, candidate.config
    wrong: list[str] = []
    if adapter.schema:
        faults: Callable[[Mapping[str, Any], object], list[str]] = load("schema").faults
        wrong = faults(adapter.schema, dict(config))
    if not wrong:
        problems = adapter.validate(config)
        wrong = [problem.message for problem in problems if problem.severity is Severity.ERROR]
    if wrong:
        raise StageFailure(f"The parameters of {adapter.topic} are wrong: {'; '.join(wrong)}")


def _fault(passage: Passage, candidate: Candidate) -> Steps[str]:
    """Why the candidate may not be called now; empty where it may."""
    if not candidate.place:
        return ""
    health, now = passage.services.health, passage.now()
    rest = health.resting(candidate.place, now)
    if rest > 0:
        return f"{candidate.place} failed too often and rests for another {rest:.0f} s."
    if health.is_fresh(candidate.place, now):
        return ""
    fault = str((yield partial(candidate.adapter.health, candidate.config, passage.services.doors)))
    health.looked(candidate.place, passage.now(), fault)
    if fault:
        health.failed(candidate.place, passage.now())
    return fault
