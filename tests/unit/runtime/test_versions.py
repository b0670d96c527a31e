"""Versions: what starts by itself belongs to the newest one; what runs keeps its own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import Versions, deploy, name_of

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><message id="m" name="new" />'
)
MESSAGE = '<messageEventDefinition messageRef="m" />'


def hours(number: int) -> str:
    return f"<timerEventDefinition><timeDuration>PT{number}H</timeDuration></timerEventDefinition>"


def plan(*processes: tuple[str, str, str]) -> Plan:
    """A file with processes: id, what starts them, and the id of the task that then waits for a person."""
    text = HEAD
    for key, start, task in processes:
        text += (
            f'<process id="{key}" isExecutable="true"><startEvent id="{key}s">{start}</startEvent>'
            f'<userTask id="{task}" /><sequenceFlow id="{key}f" sourceRef="{key}s" targetRef="{task}" /></process>'
        )
    diagram = read_bytes(f"{text}</definitions>".encode()).diagram
    found = compile_plan(diagram, "test", write_bytes(diagram)).plan
    assert found is not None
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "runs.db") as found:
        yield found


def add(store: Store, *plans: Plan, at: float = VIRTUAL_START) -> list[str]:
    """Deploy; the versions that were new."""
    return [name_of(item.version) for item in deploy(store, plans, lambda: at) if item.is_new]


def wake(store: Store, act: Callable[[Runtime], Awaitable[object]]) -> set[str]:
    """Wake the store, do something, and let time jump to the end; the elements at which people are waited for."""

    async def whole() -> set[str]:
        runtime = await Runtime.reopen(store, clock=VirtualClock(), plans=Versions(store).plans())
        try:
            await act(runtime)
            await runtime.until_idle()
        finally:
            await runtime.stop()
        return {task.element for task in runtime.state.user_tasks.values()}

    return asyncio.run(asyncio.wait_for(whole(), 20))


async def nothing(runtime: Runtime) -> None:
    pass


def test_a_version_is_added_where_something_has_changed(store: Store) -> None:
    assert add(store, plan(("a", "", "x"), ("b", "", "y"))) == ["a:1", "b:1"]
    assert add(store, plan(("a", "", "x"), ("b", "", "y"))) == []
    assert add(store, plan(("b", "", "z"))) == ["b:2"]
    assert [name_of(item) for item in Versions(store).newest().values()] == ["a:1", "b:2"]


def test_a_process_starts_in_its_newest_version_though_another_file_holds_it_too(store: Store) -> None:
    # given a file of two processes, of which one was deployed again by itself
    add(store, plan(("a", "", "x"), ("b", "", "y")), at=1)
    add(store, plan(("b", "", "z")), at=2)

    async def start(runtime: Runtime) -> None:
        await runtime.start("a", {})
        await runtime.start("b", {})

    assert wake(store, start) == {"x", "z"}


def test_a_message_starts_the_newest_version(store: Store) -> None:
    add(store, plan(("a", MESSAGE, "x")))
    add(store, plan(("a", MESSAGE, "y")))

    async def send(runtime: Runtime) -> None:
        assert await runtime.message("new") == "i1"

    assert wake(store, send) == {"y"}


def test_a_message_that_only_an_older_version_starts_by_starts_nothing(store: Store) -> None:
    add(store, plan(("a", MESSAGE, "x")))
    add(store, plan(("a", "", "y")))

    async def send(runtime: Runtime) -> None:
        assert await runtime.message("new") == ""

    assert wake(store, send) == set()


def test_a_timer_starts_the_newest_version_and_only_that(store: Store) -> None:
    add(store, plan(("a", hours(1), "x"), ("b", hours(2), "y")))
    add(store, plan(("a", hours(5), "z")))
    # given that the other process keeps its own
    assert [value["process"] for key, value in store.live("") if key[2] == "start"] == ["b", "a"]
    assert wake(store, nothing) == {"y", "z"}
    # then they have started once, and not again
    assert wake(store, nothing) == {"y", "z"}
    assert [item.process for item in store.instances()] == ["b", "a"]


def test_an_unchanged_deployment_leaves_the_timers_alone(store: Store) -> None:
    add(store, plan(("a", hours(1), "x")))
    before = list(store.live())
    assert add(store, plan(("a", hours(1), "x")), at=VIRTUAL_START + 1_000) == []
    assert list(store.live()) == before


def test_a_version_is_found_by_number_and_by_content(store: Store) -> None:
    first, second = plan(("a", "", "x")), plan(("a", "", "y"))
    for item in (first, second, first):
        add(store, item)
    versions = Versions(store)
    assert versions.find("a").number == 3
    assert versions.find("a:2").digest == second.digest
    assert versions.find(f"a:{second.digest[:8]}").number == 2
    # what is the same goes by its latest number
    assert name_of(versions.of("a", first.digest)) == "a:3"
    for name in ("a:4", "b", ":1", "a:zz"):
        with pytest.raises(Refused) as refused:
            versions.find(name)
        assert refused.value.problems[0].code == "version.unknown"


def test_a_store_in_use_takes_no_deployment(store: Store) -> None:
    store.own()
    with Store(store.path) as other, pytest.raises(Refused) as refused:
        add(other, plan(("a", "", "x")))
    assert refused.value.problems[0].code == "store.owned"


def test_a_store_that_knew_no_versions_gets_them(store: Store) -> None:
    # given a store of the format before, in which something lives
    engine = Engine([plan(("a", "", "x"))], lambda: 1.0, is_durable=True)
    engine.start("a", {})
    store.commit([], engine.changes())
    store.close()
    old = sqlite3.connect(store.path)
    old.execute("drop table version")
    old.execute("pragma user_version = 2")
    old.close()
    # when it is opened
    with Store(store.path) as again:
        assert again.versions() == ()
        assert add(again, plan(("a", "", "x"))) == ["a:1"]
        assert any(key[2] == "instance" for key, _ in again.live())


@pytest.mark.parametrize(
    ("binding", "reached"),
    [
        ('camunda:calledElementBinding="latest"', {"third"}),
        ('camunda:calledElementBinding="deployment"', {"second"}),
        ('camunda:calledElementBinding="version" camunda:calledElementVersion="1"', {"first"}),
        ('camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="old"', set()),
    ],
)
def test_a_call_finds_its_version_in_the_store(store: Store, binding: str, reached: set[str]) -> None:
    # given a process deployed three times, the second time together with the file that calls it
    call = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" '
        'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p" isExecutable="true"><startEvent id="ps" />'
        f'<callActivity id="c" calledElement="b" {binding} />'
        '<sequenceFlow id="pf" sourceRef="ps" targetRef="c" /></process></definitions>'
    ).encode()
    caller = compile_plan(read_bytes(call).diagram, source=call).plan
    assert caller is not None
    add(store, plan(("b", "", "first")), at=1)
    add(store, caller, plan(("b", "", "second")), at=2)
    add(store, plan(("b", "", "third")), at=3)
    # when it is called by a run that knows only the newest versions
    # then the version that the call is bound to begins, and goes on after the store was closed
    assert wake(store, lambda runtime: runtime.start("p", {})) == reached
    assert wake(store, nothing) == reached
