"""A run that goes on for ever does not grow: what ended long ago is forgotten."""

import asyncio
import gc
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from procos_studio.runtime.engine import engine as engines
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.persistent import Trail
from procos_studio.runtime.state import RunState, Status
from procos_studio.runtime.store import Store

K = EventKind
TASK = '<serviceTask id="work" camunda:type="external" camunda:topic="procos.transform" />'
INSIDE = f"""<subProcess id="inside"><startEvent id="is" />{TASK}<endEvent id="ie" />
  <sequenceFlow id="i1" sourceRef="is" targetRef="work" /><sequenceFlow id="i2" sourceRef="work" targetRef="ie" />
  </subProcess>"""


@pytest.mark.parametrize("is_stored", [False, True])
def test_instances_one_after_the_other_leave_nothing_behind(
    run: Any, line: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_stored: bool
) -> None:
    # given a run that remembers little of what has ended
    monkeypatch.setattr("procos_studio.runtime.sums._KEPT", 20)
    monkeypatch.setattr(engines, "_KEPT", 20)

    async def many(runtime: Any, count: int) -> Counter[str]:
        """Run so many more, until as many as possible are remembered; what there is then, by kind."""
        for _ in range(count // 20):
            await asyncio.gather(*(runtime.start("p", {"n": n, "text": "x" * n}) for n in range(20)))
            await runtime.until_done()
        gc.collect()
        return Counter(type(item).__qualname__ for item in gc.get_objects())

    async def act(scene: Any) -> None:
        # the scene itself keeps what it was told
        scene.runtime.events.connect(lambda batch: (scene.events.clear(), scene.batches.clear()))
        before = await many(scene.runtime, 200)
        after = await many(scene.runtime, 800)
        # then four times as many leave no more behind than differs by chance
        grown = {name: count - before[name] for name, count in after.items() if count > before[name] + 250}
        assert not grown

    if is_stored:
        with Store(tmp_path / "runs.db") as store:
            run(line(("inside", INSIDE)), act, store=store)
    else:
        run(line(("inside", INSIDE)), act)


def lives(count: int, failing: int = 0) -> list[RunEvent]:
    """So many instances, each begun and ended, of which the first ones fail."""
    found: list[RunEvent] = []
    for number in range(count):
        started = {"process": "p", "variables": {"n": number}}
        ended = K.INSTANCE_FAILED if number < failing else K.INSTANCE_COMPLETED
        for kind, data in ((K.INSTANCE_STARTED, started), (ended, {})):
            found.append(RunEvent(len(found) + 1, f"i{number}", kind, "", "", float(len(found)), data))
    return found


def test_of_many_instances_the_last_are_remembered_and_those_that_failed() -> None:
    state = RunState.empty().after_all(lives(5_000, failing=3))
    assert 1_000 <= len(state.instances) <= 2_000
    assert {"i4999", "i4000", "i0", "i2"} <= set(state.instances)
    assert "i3" not in state.instances
    assert set(state.scopes) == set(state.instances) == set(state.ended)
    assert sum(item.status is Status.FAILED for item in state.instances.values()) == 3
    assert state.events == 10_000


def test_those_that_live_are_never_forgotten() -> None:
    begun = RunEvent(1, "old", K.INSTANCE_STARTED, "", "", 0.0, {"process": "p", "variables": {"n": 1}})
    state = RunState.empty().after(begun).after_all(lives(5_000))
    assert dict(state.instances["old"].variables) == {"n": 1}


def test_a_variable_remembers_its_latest_values() -> None:
    trail: Trail[int] = Trail()
    for number in range(5_000):
        trail = trail.add(number)
    values = list(trail)
    assert 1_024 <= len(values) == len(trail) < 1_100
    assert values == list(range(5_000 - len(values), 5_000))
    assert trail.last == 4_999
