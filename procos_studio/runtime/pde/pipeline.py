"""The PDE pipeline: every task passes start → test → gateway → validation → completion, and again after a failure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from procos_studio.runtime.engine import Work
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde import backoff
from procos_studio.runtime.pde.passage import Done, Failed, Passage, Result, Services, StageFailure, Steps, Threw
from procos_studio.runtime.pde.route import ERROR_CODE, kind_of
from procos_studio.runtime.pde.stages.completion import completion
from procos_studio.runtime.pde.stages.gateway import gateway
from procos_studio.runtime.pde.stages.start import start
from procos_studio.runtime.pde.stages.test import test
from procos_studio.runtime.pde.stages.validation import validation

Stage = Callable[[Passage], Steps[str] | str]

STAGES: Mapping[str, Stage] = {
    "start": start,
    "test": test,
    "gateway": gateway,
    "validation": validation,
    "completion": completion,
}
"""The five stages in their order; one that waits for something does it in steps."""


def carry(work: Work, services: Services) -> Steps[Result]:
    """Carry one task to its end.

    Each passage takes a PDE of the task's kind and gives it back before waiting for the next attempt. Emits
    STAGE_STARTED and STAGE_FINISHED for each stage entered, and RETRY_SCHEDULED before each wait. Whoever drives the
    steps closes them when the task is no longer wanted.
    """
    plan = backoff.plan(work.retries, services.settings.backoff)
    if plan is None:
        return Failed(f"The retry time cycle {work.retries!r} is not understood; write for example R3/PT10S.")
    attempt = work.attempt
    if work.due > services.clock.now():
        yield partial(services.clock.sleep_until, work.due)
    while True:
        outcome = yield from _pass(work, services, attempt)
        if not isinstance(outcome, StageFailure):
            return outcome
        if outcome.threw is not None:
            return outcome.threw
        wait = backoff.wait(plan, attempt, services.settings.backoff, services.random) if outcome.retryable else None
        if wait is None:
            return _given_up(work, outcome.message)
        attempt += 1
        due = services.clock.now() + wait
        again = {"attempt": attempt, "attempts": plan.attempts, "due": due, "message": outcome.message}
        services.emit(work, EventKind.RETRY_SCHEDULED, again)
        yield partial(services.clock.sleep_until, due)


async def finish(steps: Steps[Result], waiting: Callable[[], Awaitable[Any]]) -> Result:
    """Drive `steps` to their end from the point where they yielded `waiting`."""
    while True:
        try:
            outcome = await waiting()
        except BaseException as exc:
            go_on = partial(steps.throw, exc)
        else:
            go_on = partial(steps.send, outcome)
        try:
            waiting = go_on()
        except StopIteration as end:
            result: Result = end.value
            return result


def _given_up(work: Work, message: str) -> Result:
    code = work.properties.get(ERROR_CODE, "")
    return Threw(code, message) if code else Failed(message)


def _pass(work: Work, services: Services, attempt: int) -> Steps[Done | StageFailure]:
    if work.kind == "user":
        # What a person does holds no PDE: it may take weeks.
        return (yield from _stages(Passage(work, services, attempt, "person")))
    pool = services.pools[kind_of(work, services.settings)]
    number = pool.take()
    if number is None:
        number = yield pool.wait_in_line
    try:
        return (yield from _stages(Passage(work, services, attempt, pool.name(number))))
    finally:
        pool.give_back(number)


def _stages(passage: Passage) -> Steps[Done | StageFailure]:
    try:
        for name, stage in STAGES.items():
            yield from _stage(name, stage, passage)
    except StageFailure as exc:
        return exc
    return Done(passage.result)


def _stage(name: str, stage: Stage, passage: Passage) -> Steps[None]:
    services, work = passage.services, passage.work
    now = services.clock.now
    began = now()
    common: dict[str, Any] = {"stage": name, "attempt": passage.attempt, "pde": passage.pde}
    services.emit(work, EventKind.STAGE_STARTED, common)
    verdict, detail, hide = "skipped", "cancelled", services.secrets.hide
    try:
        told = stage(passage)
        detail = hide(told if isinstance(told, str) else (yield from told))
        verdict = "passed"
    except StageFailure as exc:
        verdict, detail = "failed", hide(exc.message)
        threw = exc.threw and Threw(exc.threw.code, hide(exc.threw.message), exc.threw.variables)
        raise StageFailure(detail, retryable=exc.retryable, threw=threw) from exc
    except Exception as exc:
        verdict, detail = "failed", hide(f"{type(exc).__name__}: {exc}")
        raise StageFailure(f"The stage {name} met an unexpected error: {detail}") from exc
    finally:
        duration = now() - began
        ended = common | {"verdict": verdict, "detail": detail, "duration": duration}
        services.emit(work, EventKind.STAGE_FINISHED, ended)
