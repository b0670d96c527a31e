"""Stage gateway: a person is waited for, or the best endpoint is called; where it fails, the next one."""

from __future__ import annotations

import asyncio

from procos_studio.runtime.adapters import AdapterError, Job
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde.passage import Candidate, Passage, StageFailure, Threw
from procos_studio.runtime.pde.route import time_limit


async def gateway(passage: Passage) -> str:
    """Call candidates in the order of what the learner knows, until one has done the work."""
    if passage.work.kind == "user":
        passage.result = await passage.services.person(passage.work)
        return "answered by a person"
    if not passage.candidates:
        return "nothing to call"
    learner = passage.services.learner
    ranked = sorted(passage.candidates, key=lambda candidate: learner.rank(candidate.name))
    for number, candidate in enumerate(ranked, start=1):
        try:
            await _call(passage, candidate)
        except AdapterError as exc:
            _failed(passage, candidate, exc)
            if number == len(ranked) or not exc.retryable:
                threw = Threw(exc.bpmn_error_code, exc.message) if exc.bpmn_error_code else None
                raise StageFailure(exc.message, retryable=exc.retryable, threw=threw) from exc
            told = {"text": f"{candidate.name}: {exc.message} Trying the next endpoint."}
            passage.services.emit(passage.work, EventKind.LogWritten, told)
        else:
            return f"endpoint {number} of {len(ranked)} · {candidate.name}, {learner.record(candidate.name)}"
    raise AssertionError("the loop ends by a return or a raise")


async def _call(passage: Passage, candidate: Candidate) -> None:
    services, work = passage.services, passage.work
    timeout = time_limit(work, services.settings)
    job = Job(candidate.config, work.variables, timeout, services.settings.limits, services.doors)
    began = passage.now()
    try:
        async with asyncio.timeout(timeout):
            passage.result = await candidate.adapter.execute(job)
    except TimeoutError as exc:
        raise AdapterError(f"{candidate.name} took longer than {timeout:g} s.", retryable=True) from exc
    passage.chosen, passage.seconds = candidate, passage.now() - began
    if candidate.place:
        services.health.succeeded(candidate.place)


def _failed(passage: Passage, candidate: Candidate, failure: AdapterError) -> None:
    """What the task's own data caused says nothing about the endpoint; only the rest counts against it."""
    if failure.retryable:
        passage.services.learner.observe(candidate.name, ok=False, seconds=0.0)
        if candidate.place:
            passage.services.health.failed(candidate.place, passage.now())
