"""The engines that are measured: each loads a piece of work, then runs it and says how long that took.

Times are the processor's, which a busy machine does not stretch; none of the work waits for anything.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from io import BytesIO
from time import process_time
from typing import Any, Protocol

from lxml import etree
from peers.work import CAMUNDA, SPIFF, Work
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.clock import WallClock
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.run import Runtime


class Measured(Protocol):
    """An engine; `is_slow` ones get the smaller size of a piece of work."""

    name: str
    is_slow: bool

    def load(self, work: Work) -> bool:
        """Make ready, uncounted; False where the engine cannot do such work."""
        ...

    def run(self) -> float:
        """Seconds of the processor for what was loaded."""
        ...


class Ours:
    """Our engine in memory, without events or with them kept in a list; work is completed as soon as it appears."""

    is_slow = False

    def __init__(self, name: str, *, with_events: bool) -> None:
        self.name, self._with_events = name, with_events

    def load(self, work: Work) -> bool:
        """Compile."""
        self._work, self._plan = work, _plan(work)
        return True

    def run(self) -> float:
        """Run all instances to their end."""
        if self._work.how == "staged":
            return asyncio.run(self._staged()) if self._with_events else 0.0
        events: list[Any] = []
        engine = Engine([self._plan], lambda: 0.0, (lambda *event: events.append(event)) if self._with_events else None)
        gc.collect()
        began = process_time()
        for _ in range(self._work.instances):
            engine.start("bench", self._work.start())
            if self._work.how != "waiting":
                _finish(engine)
        _finish(engine)
        seconds = process_time() - began
        assert not engine.instances
        return seconds

    async def _staged(self) -> float:
        runtime = Runtime([self._plan], clock=WallClock())
        gc.collect()
        began = process_time()
        await runtime.start("bench", self._work.start())
        await runtime.until_done()
        seconds = process_time() - began
        await runtime.stop()
        return seconds


def _plan(work: Work) -> Plan:
    plan = compile_plan(read_bytes(work.shape(CAMUNDA, work.size).encode()).diagram).plan
    assert plan is not None
    return plan


def _finish(engine: Engine) -> None:
    while True:
        engine.advance()
        handed = engine.take_work()
        if not handed:
            return
        for work in handed:
            engine.complete(work.id, {})


class Spiff:
    """Plain SpiffWorkflow, which our engine stands on; its parser recurses over the graph."""

    name, is_slow = "SpiffWorkflow", True

    def load(self, work: Work) -> bool:
        """Parse."""
        if work.how not in ("straight", "waiting"):
            return False
        logging.getLogger("spiff").setLevel(logging.CRITICAL)
        parser = BpmnParser()
        parser.add_bpmn_xml(etree.parse(BytesIO(work.shape(SPIFF, work.size).encode())))
        self._work, self._spec = work, parser.get_spec("bench")
        return True

    def run(self) -> float:
        """Run all instances to their end."""
        gc.collect()
        began = process_time()
        workflows = []
        for _ in range(self._work.instances):
            workflow = BpmnWorkflow(self._spec)
            for task in workflow.get_tasks():
                task.data.update(self._work.start())
            workflow.do_engine_steps()
            workflows.append(workflow)
        for workflow in workflows:
            for task in workflow.get_tasks(state=TaskState.READY):
                task.run()
            workflow.run_all(halt_on_manual=False)
            assert workflow.is_completed()
        return process_time() - began
