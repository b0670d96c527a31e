"""Small processes as text, and a run of one of them."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime

HEAD = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
  <message id="m" name="paid" /><signal id="sig" name="alarm" /><error id="err" errorCode="LATE" />
  <process id="p" isExecutable="true">"""


class Scene:
    """A runtime over one process `p`, with everything that it told."""

    def __init__(self, body: str, **options: Any) -> None:
        text = f"{HEAD}{body}</process></definitions>".encode()
        compiled = compile_plan(read_bytes(text).diagram, source=text)
        assert compiled.plan is not None, compiled.problems
        self.runtime = Runtime([compiled.plan], **{"clock": VirtualClock()} | options)
        self.events: list[RunEvent] = []
        self.batches: list[int] = []
        self.runtime.events.connect(self._keep)

    def _keep(self, batch: Any) -> None:
        self.events.extend(batch)
        self.batches.append(len(batch))

    def of(self, kind: EventKind, element: str = "") -> list[RunEvent]:
        return [event for event in self.events if event.kind is kind and element in ("", event.element)]

    @property
    def variables(self) -> dict[str, Any]:
        return dict(self.runtime.state.instances["i1"].variables)

    @property
    def status(self) -> str:
        return str(self.runtime.state.instances["i1"].status)


Act = Callable[[Scene], Awaitable[object]]


async def to_rest(scene: Scene) -> None:
    """Start, and wait until nothing happens any more."""
    await scene.runtime.start("p", {"n": 1})
    await scene.runtime.until_idle()


@pytest.fixture
def run() -> Callable[..., Scene]:
    """Run a process of this body through `act` (default: start it, wait for rest), then stop."""

    def once(body: str, act: Act = to_rest, **options: Any) -> Scene:
        async def whole() -> Scene:
            scene = Scene(body, **options)
            try:
                await act(scene)
            finally:
                await scene.runtime.stop()
            return scene

        return asyncio.run(asyncio.wait_for(whole(), 20))

    return once


@pytest.fixture
def line() -> Callable[..., str]:
    """A process body with these nodes one after the other, between a start `s` and an end `e`."""

    def between(*nodes: tuple[str, str]) -> str:
        names = ["s", *(name for name, _ in nodes), "e"]
        flows = "".join(
            f'<sequenceFlow id="to_{after}" sourceRef="{before}" targetRef="{after}" />'
            for before, after in pairwise(names)
        )
        return f'<startEvent id="s" />{"".join(text for _, text in nodes)}<endEvent id="e" />{flows}'

    return between
