"""Benchmark: the engine's speed on chains, loops, forks and instances, with plain SpiffWorkflow beside it.

Run as `python tests/benchmarks/bench_engine.py`. SpiffWorkflow gets smaller sizes: its parser recurses over the graph
and its steps walk the whole history.
"""

from __future__ import annotations

import gc
import itertools
import logging
import resource
from collections.abc import Callable, Iterator
from io import BytesIO
from time import perf_counter
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.engine import Engine

Run = Callable[[], Callable[[], Any]]

_HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench" id="definitions">'
    '<process id="bench" isExecutable="true">'
)
_TAIL = "</process></definitions>"


def flow(source: str, target: str, condition: str = "") -> str:
    """A sequence flow."""
    inside = f'<conditionExpression xsi:type="tFormalExpression">{condition}</conditionExpression>' if condition else ""
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}">{inside}</sequenceFlow>'


def chain(size: int, task: str = "task") -> str:
    """Start, `size` tasks one after the other, end."""
    inside = "<script>pass</script>" if task == "scriptTask" else ""
    attributes = ' scriptFormat="python"' if task == "scriptTask" else ""
    ids = ["start", *(f"t{number}" for number in range(size)), "end"]
    tasks = "".join(f'<{task} id="{key}"{attributes}>{inside}</{task}>' for key in ids[1:-1])
    flows = "".join(flow(one, two) for one, two in itertools.pairwise(ids))
    return f'{_HEAD}<startEvent id="start"/>{tasks}<endEvent id="end"/>{flows}{_TAIL}'


def loop(step: str, again: str) -> str:
    """A step that counts `i` up, and a gateway that goes back to it while `again` holds."""
    nodes = f'<startEvent id="start"/><exclusiveGateway id="merge"/>{step}'
    nodes += '<exclusiveGateway id="more" default="more-end"/><endEvent id="end"/>'
    flows = flow("start", "merge") + flow("merge", "step") + flow("step", "more")
    return f"{_HEAD}{nodes}{flows}{flow('more', 'merge', again)}{flow('more', 'end')}{_TAIL}"


def fork(size: int) -> str:
    """A fork into `size` tasks, and a join of them."""
    branches = "".join(f'<task id="b{number}"/>' for number in range(size))
    flows = "".join(flow("fork", f"b{number}") + flow(f"b{number}", "join") for number in range(size))
    nodes = f'<startEvent id="start"/><parallelGateway id="fork"/>{branches}<parallelGateway id="join"/>'
    return f'{_HEAD}{nodes}<endEvent id="end"/>{flow("start", "fork")}{flows}{flow("join", "end")}{_TAIL}'


OUR_STEP = '<serviceTask id="step" camunda:expression="${i + 1}" camunda:resultVariable="i"/>'
OUR_AGAIN = "${i &lt; n}"
SCRIPT_STEP = '<scriptTask id="step" scriptFormat="python"><script>i = i + 1</script></scriptTask>'


def plan_of(text: str) -> Plan:
    """The plan of a diagram."""
    found = compile_plan(read_bytes(text.encode()).diagram).plan
    assert found is not None
    return found


def seconds(make: Callable[[], Callable[[], Any]], repeats: int = 3) -> float:
    """The best of some runs, in seconds; what `make` does to prepare one is not counted."""
    best = float("inf")
    for _ in range(repeats):
        run = make()
        gc.collect()
        began = perf_counter()
        run()
        best = min(best, perf_counter() - began)
    return best


def ours(plan: Plan, variables: dict[str, Any] | None = None, instances: int = 1, emit: bool = False) -> Run:
    """Run instances to their end; work is completed as soon as it is handed out."""

    def make() -> Callable[[], None]:
        events: list[Any] = []
        engine = Engine([plan], lambda: 0.0, (lambda *event: events.append(event)) if emit else None)
        return lambda: _drive(engine, variables or {}, instances)

    return make


def _drive(engine: Engine, variables: dict[str, Any], instances: int) -> None:
    for _ in range(instances):
        engine.start("bench", variables)
        while True:
            engine.advance()
            handed = engine.take_work()
            if not handed:
                break
            for work in handed:
                results = {"i": work.variables["i"] + 1} if "i" in work.variables else {}
                engine.complete(work.id, results)
    assert not engine.instances


def theirs(text: str, variables: dict[str, Any] | None = None, instances: int = 1) -> Run:
    """The same on SpiffWorkflow; parsing is not counted."""
    logging.getLogger("spiff").setLevel(logging.CRITICAL)
    parser = BpmnParser()
    parser.add_bpmn_xml(etree.parse(BytesIO(text.encode())))
    spec = parser.get_spec("bench")

    def run() -> None:
        for _ in range(instances):
            workflow = BpmnWorkflow(spec)
            workflow.task_tree.data.update(variables or {})
            for task in workflow.get_tasks():
                task.data.update(variables or {})
            workflow.run_all(halt_on_manual=False)
            assert workflow.is_completed()

    return lambda: run


def rows() -> Iterator[tuple[str, float, str, float | None]]:
    """What was measured: label, our figure, unit, SpiffWorkflow's figure."""
    long = plan_of(chain(3_000))
    peer = 200 / seconds(theirs(chain(200)))
    yield "chain of 3,000 plain tasks", 3_000 / seconds(ours(long)), "tasks/s", peer
    yield "… with events", 3_000 / seconds(ours(long, emit=True)), "tasks/s", peer
    scripts = plan_of(chain(3_000, "scriptTask"))
    yield "… of script tasks, as work", 3_000 / seconds(ours(scripts)), "tasks/s", peer
    turning = plan_of(loop(OUR_STEP, OUR_AGAIN))
    spun = theirs(loop(SCRIPT_STEP, "i &lt; n"), {"i": 0, "n": 200})
    peer = 200 / seconds(spun, 1)
    for rounds in (10_000, 100_000):
        figure = rounds / seconds(ours(turning, {"i": 0, "n": rounds}), 2)
        yield f"loop of {rounds:,} rounds", figure, "rounds/s", peer
    working = plan_of(loop(SCRIPT_STEP, OUR_AGAIN))
    yield "… of 10,000 with work", 10_000 / seconds(ours(working, {"i": 0, "n": 10_000}), 2), "rounds/s", peer
    for size in (500, 2_000):
        wide = plan_of(fork(size))
        their = seconds(theirs(fork(100)), 1) * 1_000 * size / 100 if size == 500 else None
        yield f"fork of {size:,} and join", seconds(ours(wide)) * 1_000, "ms", their
    ten = plan_of(chain(10))
    peer = 50 / seconds(theirs(chain(10), instances=50), 1)
    yield "instances of ten tasks", 5_000 / seconds(ours(ten, instances=5_000)), "instances/s", peer


def main() -> None:
    """Print the table."""
    print(f"{'':32}{'ours':>12}{'SpiffWorkflow':>16}{'ratio':>9}")
    for label, figure, unit, peer in rows():
        ratio = "" if peer is None else f"{(peer / figure if unit == 'ms' else figure / peer):,.0f} x"
        beside = "" if peer is None else f"{peer:,.0f}"
        print(f"{label:32}{figure:12,.0f}{beside:>16}{ratio:>9}  {unit}")
    print(f"{'most memory':32}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12,.0f}{'':25}  MB")


if __name__ == "__main__":
    main()
