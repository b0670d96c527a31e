"""The work that engines are measured on, and its diagrams: one shape, spelled for each engine."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench" id="definitions">'
    '<process id="bench" isExecutable="true" camunda:historyTimeToLive="P1D">'
)
_TAIL = "</process></definitions>"
CAMUNDA, SPIFF, NODE = "camunda", "spiff", "node"
_STEPS = {
    CAMUNDA: '<serviceTask id="{key}" camunda:expression="${{{value}}}" camunda:resultVariable="{name}"/>',
    SPIFF: '<scriptTask id="{key}"><script>{name} = {value}</script></scriptTask>',
    NODE: '<serviceTask id="{key}" implementation="${{environment.services.step}}"/>',
}
"""A task that computes something, as each engine does it at its best."""
_AGAIN = {CAMUNDA: "${x &lt; n}", SPIFF: "x &lt; n", NODE: "${environment.variables.again}"}


class Work(NamedTuple):
    """One row: `instances` of `shape` at `size`; `unit` is what is counted, `size` or the instances themselves.

    `how` is straight (one instance after the other), waiting (all started, then each user task completed), external
    (tasks are handed out and completed) or staged (the same through the runtime's five stages). `small` is the size and
    the instances for engines that are too slow for the rest; None where they cannot do it. `is_ours` rows have no peer.
    """

    label: str
    unit: str
    shape: Callable[[str, int], str]
    size: int
    instances: int = 1
    small: tuple[int, int] | None = None
    how: str = "straight"
    variables: Mapping[str, Any] = {"x": 0}
    is_ours: bool = False

    def amount(self) -> int:
        """How many units one run does."""
        return self.instances if self.unit.startswith("instances") else self.instances * self.size

    def start(self) -> dict[str, Any]:
        """The variables of one instance."""
        return {**self.variables, "n": self.size}

    def smaller(self) -> Work | None:
        """The same for slow engines."""
        return self._replace(size=self.small[0], instances=self.small[1]) if self.small else None


def _step(dialect: str, key: str, name: str = "x", value: str = "x + 1") -> str:
    return _STEPS[dialect].format(key=key, name=name, value=value)


def _flow(source: str, target: str, condition: str = "") -> str:
    inside = f'<conditionExpression xsi:type="tFormalExpression">{condition}</conditionExpression>' if condition else ""
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}">{inside}</sequenceFlow>'


def _row(tasks: list[tuple[str, str]]) -> str:
    keys = ["start", *(key for key, _ in tasks), "end"]
    nodes = "".join(xml for _, xml in tasks)
    flows = "".join(itertools.starmap(_flow, itertools.pairwise(keys)))
    return f'{_HEAD}<startEvent id="start"/>{nodes}<endEvent id="end"/>{flows}{_TAIL}'


def chain(dialect: str, size: int) -> str:
    """Tasks that compute, one after the other."""
    return _row([(f"t{number}", _step(dialect, f"t{number}")) for number in range(size)])


def plain(dialect: str, size: int) -> str:
    """Tasks that ask for nothing, one after the other."""
    return _row([(f"t{number}", f'<task id="t{number}"/>') for number in range(size)])


def external(dialect: str, size: int) -> str:
    """Tasks for a worker, one after the other."""
    task = '<serviceTask id="t{}" camunda:type="external" camunda:topic="procos.transform"/>'
    return _row([(f"t{number}", task.format(number)) for number in range(size)])


def person(dialect: str, size: int) -> str:
    """A task that computes, then a user task."""
    return _row([("t0", _step(dialect, "t0")), ("wait", '<userTask id="wait"/>')])


def loop(dialect: str, size: int) -> str:
    """A task that counts `x` up, and a gateway that goes back to it while it is below `n`."""
    nodes = f'<startEvent id="start"/><exclusiveGateway id="merge"/>{_step(dialect, "step")}'
    nodes += '<exclusiveGateway id="more" default="more-end"/><endEvent id="end"/>'
    flows = _flow("start", "merge") + _flow("merge", "step") + _flow("step", "more")
    return f"{_HEAD}{nodes}{flows}{_flow('more', 'merge', _AGAIN[dialect])}{_flow('more', 'end')}{_TAIL}"


def fork(dialect: str, size: int) -> str:
    """A fork into tasks that each set a variable, and a join of them."""
    keys = [f"b{number}" for number in range(size)]
    branches = "".join(_step(dialect, key, f"v{key}", "1") for key in keys)
    flows = "".join(_flow("fork", key) + _flow(key, "join") for key in keys)
    nodes = f'<startEvent id="start"/><parallelGateway id="fork"/>{branches}<parallelGateway id="join"/>'
    return f'{_HEAD}{nodes}<endEvent id="end"/>{_flow("start", "fork")}{flows}{_flow("join", "end")}{_TAIL}'


_ROWS = {"rows": [{"id": n, "name": f"Customer {n}", "amount": n * 1.25, "paid": n % 2 == 0} for n in range(2_000)]}
WORK = (
    Work("chain of 10, instance by instance", "instances/s", chain, 10, 200, (10, 10)),
    Work("chain of 1,000", "tasks/s", chain, 1_000, 1, (200, 1)),
    Work("chain of 10,000", "tasks/s", chain, 10_000),
    Work("chain of 1,000 plain tasks", "tasks/s", plain, 1_000, 1, (200, 1)),
    Work("loop of 10,000", "rounds/s", loop, 10_000, 1, (200, 1)),
    Work("loop of 100,000", "rounds/s", loop, 100_000, is_ours=True),
    Work("fork of 500 and join", "branches/s", fork, 500, 1, (100, 1)),
    Work("fork of 2,000 and join", "branches/s", fork, 2_000),
    Work("1,000 instances at a user task", "instances/s", person, 1, 1_000, (1, 20), how="waiting"),
    Work("chain of 100 beside 2,000 rows", "tasks/s", chain, 100, 1, (20, 1), variables={"x": 0, **_ROWS}),
    Work("chain of 1,000 handed out", "tasks/s", external, 1_000, how="external"),
    Work("… through all five stages", "tasks/s", external, 1_000, how="staged"),
)
