"""The PDE pipeline: every task passes start → test → gateway → validation → completion, and again after a failure."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

from procos_studio.runtime.engine import Work
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde import backoff
from procos_studio.runtime.pde.passage import Done, Failed, Passage, Result, Services, StageFailure
from procos_studio.runtime.pde.route import kind_of
from procos_studio.runtime.pde.stages.completion import completion
from procos_studio.runtime.pde.stages.gateway import gateway
from procos_studio.runtime.pde.stages.start import start
from procos_studio.runtime.pde.stages.test import test
from procos_studio.runtime.pde.stages.validation import validation

STAGES: Mapping[str, Callable[[Passage], Awaitable[str]]] = {
    "start": start,
    "test": test,
    "gateway": gateway,
    "validation": validation,
    "completion": completion,
}
"""The five stages in their order."""


async def run(work: Work, services: Services) -> Result:
    """Carry one task to its end.

    Each passage takes a PDE of the task's kind and gives it back before waiting for the next attempt. Emits
    StageStarted and StageFinished for each stage entered, and RetryScheduled before each wait.
    """
    plan = backoff.plan(work.retries, services.settings.backoff)
    if plan is None:
        return Failed(f"The retry time cycle {work.retries!r} is not understood; write for example R3/PT10S.")
    attempt = 1
    while True:
        outcome = await _pass(work, services, attempt)
        if not isinstance(outcome, StageFailure):
            return outcome
        if outcome.threw is not None:
            return outcome.threw
        wait = backoff.wait(plan, attempt, services.settings.backoff, services.random) if outcome.retryable else None
        if wait is None:
            return Failed(outcome.message)
        attempt += 1
        due = services.clock.now() + wait
        again = {"attempt": attempt, "attempts": plan.attempts, "due": due, "message": outcome.message}
        services.emit(work, EventKind.RetryScheduled, again)
        await services.clock.sleep_until(due)


async def _pass(work: Work, services: Services, attempt: int) -> Done | StageFailure:
    async with _pde(work, services) as pde:
        passage = Passage(work, services, attempt, pde)
        try:
            for name, stage in STAGES.items():
                await _stage(name, stage, passage)
        except StageFailure as exc:
            return exc
        return Done(passage.result)


def _pde(work: Work, services: Services) -> AbstractAsyncContextManager[str]:
    """A PDE of the task's kind. What a person does holds none: it may take weeks."""
    return nullcontext("person") if work.kind == "user" else services.pools[kind_of(work)].one()


async def _stage(name: str, stage: Callable[[Passage], Awaitable[str]], passage: Passage) -> None:
    services, work, began = passage.services, passage.work, passage.now()
    common: dict[str, Any] = {"stage": name, "attempt": passage.attempt, "pde": passage.pde}
    services.emit(work, EventKind.StageStarted, common)
    verdict, detail = "skipped", "cancelled"
    try:
        detail = await stage(passage)
        verdict = "passed"
    except StageFailure as exc:
        verdict, detail = "failed", exc.message
        raise
    except asyncio.CancelledError:
        raise
    except Exception as exc:
        verdict, detail = "failed", f"{type(exc).__name__}: {exc}"
        raise StageFailure(f"The stage {name} met an unexpected error: {detail}") from exc
    finally:
        ended = {"verdict": verdict, "detail": detail, "duration": passage.now() - began}
        services.emit(work, EventKind.StageFinished, common | ended)
