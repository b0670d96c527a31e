"""Stage gateway: a person is waited for, or the best endpoint is called; where it fails, the next one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any

from procos_studio.runtime.adapters import AdapterError, Job
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde.passage import Candidate, Passage, StageFailure, Steps, Threw

_GRACE = 2.0


def gateway(passage: Passage) -> Steps[str]:
    """Call candidates in the order of what the learner knows, until one has done the work."""
    services = passage.services
    if passage.work.kind == "user":
        passage.result = yield partial(services.person, passage.work)
        return "answered by a person"
    if not passage.candidates:
        return "nothing to call"
    ranked = passage.candidates
    if len(ranked) > 1:
        ranked = tuple(sorted(ranked, key=lambda candidate: services.learner.rank(candidate.name)))
    for number, candidate in enumerate(ranked, start=1):
        told = _told(passage, candidate, number, len(ranked))
        if candidate.place:
            noted = {"stage": "gateway", "detail": services.secrets.hide(told)}
            services.emit(passage.work, EventKind.STAGE_NOTED, noted)
        try:
            yield from _call(passage, candidate)
        except AdapterError as exc:
            _failed(passage, candidate, exc)
            if number == len(ranked) or not exc.retryable:
                threw = Threw(exc.bpmn_error_code, exc.message) if exc.bpmn_error_code else None
                raise StageFailure(exc.message, retryable=exc.retryable, threw=threw) from exc
            _log(passage, f"{candidate.name}: {exc.message} Trying the next endpoint.")
        else:
            return told
    raise AssertionError("the loop ends by a return or a raise")


def _told(passage: Passage, candidate: Candidate, number: int, among: int) -> str:
    if not candidate.place:
        return candidate.name
    record = passage.services.learner.record(candidate.name)
    return f"endpoint {number} of {among} · {candidate.name}" + (f", {record}" if record.calls else "")


def _call(passage: Passage, candidate: Candidate) -> Steps[None]:
    services = passage.services
    job = Job(
        candidate.config,
        passage.work.variables,
        passage.timeout,
        services.settings.limits,
        services.doors,
        partial(_log, passage),
        f"{services.world}-{passage.work.instance}-{passage.work.id}",
    )
    began = passage.now()
    if candidate.adapter.is_immediate:
        result = _at_once(candidate.adapter.execute(job))
    else:
        result = yield partial(_in_time, candidate, job)
    passage.result = services.secrets.hide(result)
    passage.chosen, passage.seconds = candidate, passage.now() - began
    if candidate.place:
        services.health.succeeded(candidate.place)


async def _in_time(candidate: Candidate, job: Job) -> dict[str, Any]:
    try:
        # An adapter keeps the limit itself and says more about it; this is for one that does not.
        async with asyncio.timeout(job.timeout + _GRACE):
            return await candidate.adapter.execute(job)
    except TimeoutError as exc:
        raise AdapterError(f"{candidate.name} took longer than {job.timeout:g} s.", retryable=True) from exc


def _at_once(work: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """The outcome of a coroutine that does not wait for anything."""
    try:
        work.send(None)
    except StopIteration as end:
        outcome: dict[str, Any] = end.value
        return outcome
    work.close()
    raise RuntimeError("an adapter that calls itself immediate has waited")


def _log(passage: Passage, text: str) -> None:
    passage.services.emit(passage.work, EventKind.LOG_WRITTEN, {"text": passage.services.secrets.hide(text)})


def _failed(passage: Passage, candidate: Candidate, failure: AdapterError) -> None:
    """What the task's own data caused says nothing about the endpoint; only the rest counts against it."""
    if failure.retryable:
        passage.services.learner.observe(candidate.name, ok=False, seconds=0.0)
        if candidate.place:
            passage.services.health.failed(candidate.place, passage.now())
