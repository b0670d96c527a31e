"""Processes that live in a store, handled from the shell: deploy, start, answer, mend, migrate, look."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from procos_studio.cli.main import main
from procos_studio.runtime.store import Store

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">'
    '<message id="m" name="paid" /><signal id="g" name="stop" />'
    '<process id="order" isExecutable="true"><startEvent id="s" /><endEvent id="e" />'
)
PAY = '<intermediateCatchEvent id="pay"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>'

Told = tuple[int, str, str]
Shell = Callable[..., Told]


def process(nodes: str, *way: str) -> str:
    pairs = pairwise(way)
    flows = "".join(f'<sequenceFlow id="{a}-{b}" sourceRef="{a}" targetRef="{b}" />' for a, b in pairs)
    return f"{HEAD}{nodes}{flows}</process></definitions>"


FIRST = process('<userTask id="check" name="Check" />', "s", "check", "e")
SECOND = process(
    '<userTask id="review" name="Review" /><userTask id="approve" name="Approve" />', "s", "review", "approve", "e"
)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """`procos` with these words, on the store `s.db`; the exit code and what it wrote."""
    monkeypatch.chdir(tmp_path)

    def run(command: str, *words: str) -> Told:
        capsys.readouterr()
        code = main([command, *words, "--store", "s.db"])
        return (code, *capsys.readouterr())

    return run


@pytest.fixture
def told(shell: Shell) -> Callable[..., Any]:
    """The same with --json: what it told, where it went well."""

    def run(command: str, *words: str) -> Any:
        code, out, err = shell(command, *words, "--json")
        assert code == 0, err
        return json.loads(out)

    return run


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_instances_that_wait_go_on_in_the_version_to_which_they_were_migrated(shell: Shell, told: Any) -> None:
    # given three instances of the first version, that wait for a person
    assert shell("deploy", write("one.bpmn", FIRST))[1] == "order:1 deployed\n"
    for number in (1, 2, 3):
        told("start", "order", "-i", f"n={number}")
    # when a second version is deployed, what starts now is of that
    assert shell("deploy", write("two.bpmn", SECOND))[1] == "order:2 deployed\n"
    told("start", "order", "-i", "n=4")
    assert [item["version"] for item in told("instances")] == ["order:1"] * 3 + ["order:2"]
    # and a dry run says what would become of the others, and does nothing
    plan = told("migrate", "--from", "order:1", "--to", "order:2", "--dry-run")
    assert [item["migrates"] for item in plan["instances"]] == [True] * 3
    assert plan["unmapped"] == []
    assert len(told("instances", "--process", "order:1")) == 3
    # when they migrate and are answered
    code, out, _ = shell("migrate", "--from", "order:1", "--to", "order:2")
    assert (code, "3 of 3 instance(s) migrated" in out) == (0, True)
    assert "“Check” (check) → “Review” (review)" in out
    for item in told("instances", "--state", "waiting"):
        told("complete", item["id"], "Review", "-i", "good=true")
        told("complete", item["id"], "approve")
    # then all have taken the second version's way
    done = told("instances", "--state", "done")
    assert [(item["id"], item["version"]) for item in done] == [(f"i{number}", "order:2") for number in (1, 2, 3, 4)]
    facts = told("inspect", "i1")
    assert facts["variables"] == {"good": True, "n": 1}
    passed = [event["element"] for event in facts["history"] if event["kind"] == "ElementCompleted"]
    assert passed == ["s", "review", "approve", "e"]
    assert "went to order:2" in [event["words"] for event in facts["history"]]


KILLED = """
import os, signal, sys
from procos_studio.cli.main import main
from procos_studio.runtime.store import Store

seal, count = Store._seal, 0

def killed(store):
    global count
    count += 1
    for moment in ("before", "after"):
        if moment == "after":
            seal(store)
        if (moment, count) == (sys.argv[1], 2):
            os.kill(os.getpid(), signal.SIGKILL)

Store._seal = killed
sys.exit(main(["migrate", "--from", "order:1", "--to", "order:2", "--store", "s.db"]))
"""


@pytest.mark.parametrize(("moment", "migrated"), [("before", 1), ("after", 2)])
def test_a_migration_that_is_killed_leaves_every_instance_whole(
    shell: Shell, told: Any, moment: str, migrated: int
) -> None:
    # given three instances, and a migration that is killed around the commit of the second
    shell("deploy", write("one.bpmn", FIRST))
    for _ in range(3):
        told("start", "order")
    shell("deploy", write("two.bpmn", SECOND))
    killed = subprocess.run([sys.executable, "-c", KILLED, moment], timeout=60, check=False, capture_output=True)
    assert killed.returncode == -9, killed.stderr
    # then each is of one version or the other, and waits at a task of that
    found = [(item["version"], item["waiting"][0]["element"]) for item in told("instances")]
    assert found == [("order:2", "review")] * migrated + [("order:1", "check")] * (3 - migrated)
    # and the rest can migrate, and all can go on
    assert shell("migrate", "--from", "order:1", "--to", "order:2")[0] == 0
    for item in told("instances"):
        told("complete", item["id"], "review")
        told("complete", item["id"], "approve")
    assert len(told("instances", "--state", "done")) == 3


def test_a_file_that_has_only_another_spelling_adds_no_version(shell: Shell) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    other = FIRST.replace('<userTask id="check" name="Check" />', "\n<userTask  name='Check'\n id='check'></userTask>")
    assert shell("deploy", write("two.bpmn", other))[1] == "order:1 unchanged\n"
    assert shell("deploy", write("three.bpmn", FIRST.replace("Check", "Look")))[1] == "order:2 deployed\n"
    assert shell("deploy", "one.bpmn")[1] == "order:3 deployed\n"


def test_files_are_deployed_all_or_not_at_all(shell: Shell) -> None:
    broken = write("broken.bpmn", FIRST.replace('targetRef="e"', 'targetRef="x"').replace('"order"', '"other"'))
    code, out, err = shell("deploy", write("one.bpmn", FIRST), broken)
    assert (code, out) == (1, "")
    assert "broken.bpmn" in err
    assert not Path("s.db").exists()
    code, _, err = shell("deploy", "one.bpmn", write("two.bpmn", SECOND))
    assert (code, "Two files hold the process “order”" in err) == (2, True)


def test_any_version_can_be_started(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    shell("deploy", write("two.bpmn", SECOND))
    assert told("start", "order:1")["instances"][0]["version"] == "order:1"
    code, _, err = shell("start", "order:7")
    assert (code, "There is order:1, order:2." in err) == (2, True)
    code, _, err = shell("start", "bill")
    assert (code, "no version “bill”" in err) == (2, True)


def test_a_message_goes_to_the_one_for_whom_it_is(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", process(PAY, "s", "pay", "e")))
    for number in (1, 2, 3):
        told("start", "order", "-i", f"n={number}", "--business-key", f"A-{number}")
    assert told("message", "paid", "--business-key", "A-2", "-i", "by=card")["instance"] == "i2"
    assert told("message", "paid", "-k", "n=3")["instance"] == "i3"
    assert told("inspect", "i2")["variables"] == {"by": "card", "n": 2}
    # nobody with that key waits any more
    code, _, err = shell("message", "paid", "--business-key", "A-2")
    assert (code, "nobody waits for the message “paid”" in err) == (1, True)


def test_a_signal_reaches_all(shell: Shell, told: Any) -> None:
    wait = '<intermediateCatchEvent id="w"><signalEventDefinition signalRef="g" /></intermediateCatchEvent>'
    shell("deploy", write("one.bpmn", process(wait, "s", "w", "e")))
    told("start", "order")
    told("start", "order")
    assert told("signal", "stop")["taken"] == 2
    assert told("signal", "stop")["taken"] == 0
    assert len(told("instances", "--state", "done")) == 2


def test_an_incident_is_mended_by_a_migration_and_a_retry(shell: Shell, told: Any) -> None:
    def divided(by: str) -> str:
        task = f'<serviceTask id="half" name="Divide" camunda:expression="${{6 / {by}}}" camunda:resultVariable="r" />'
        return process(task, "s", "half", "e")

    # given an instance that cannot go on
    shell("deploy", write("one.bpmn", divided("n")))
    code, out, _ = shell("start", "order", "-i", "n=0")
    assert (code, "has an incident" in out) == (1, True)
    code, out, _ = shell("retry", "i1", "Divide")
    assert (code, "incident" in out) == (1, True)
    # when it goes to a version that can, and tries again there
    shell("deploy", write("two.bpmn", divided("(n + 2)")))
    assert shell("migrate", "--from", "order:1", "--to", "order:2")[0] in (0, 1)
    assert told("retry", "i1")["instances"][0]["state"] == "done"
    assert told("inspect", "i1")["variables"]["r"] == 3


def test_a_plan_can_be_written_changed_and_used(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    shell("deploy", write("two.bpmn", SECOND))
    plan = told("migrate", "--from", "order:1", "--to", "order:2", "--dry-run")
    for item in plan["instructions"]:
        if item["sourceActivityIds"] == ["check"]:
            item["targetActivityIds"] = ["approve"]
    write("plan.json", json.dumps(plan))
    assert shell("migrate", "--from", "order:1", "--to", "order:2", "--plan", "plan.json")[0] == 0
    assert told("instances")[0]["waiting"][0]["element"] == "approve"


TWO_SOURCES = '{"instructions": [{"sourceActivityIds": ["check", "pay"], "targetActivityIds": ["check"]}]}'
NO_PLANS = {
    "{}": "it holds no list of “instructions”",
    '{"instructions": null}': "it holds no list of “instructions”",
    "[1]": "it holds no list of “instructions”",
    "[": "it is no JSON",
    "\xff": "it is no JSON",
    '{"instructions": [1]}': "instruction 1 does not name one element",
    '{"instructions": [{"sourceActivityIds": "a"}]}': "instruction 1 does not name one element",
    TWO_SOURCES: "instruction 1 does not name one element",
}


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_is_no_plan_is_told(shell: Shell, text: str) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    Path("plan.json").write_bytes(text.encode("latin-1"))
    code, _, err = shell("migrate", "--from", "order:1", "--to", "order:1", "--plan", "plan.json")
    assert (code, f"This is no migration plan: {NO_PLANS[text]}" in err) == (2, True)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("order:1", "order:2", ""),
        ("order:1:8f3c", "order:2:77ab", ""),
        (None, "", ""),
        ("order:3", "order:2", "about “order:3”, not about “order:1”"),
        ("order:1", "bill:2", "about “bill:2”, not about “order:2”"),
        ("order:1", 2, "about “2”, not about “order:2”"),
        ("order:11", "order:2", "about “order:11”, not about “order:1”"),
    ],
)
def test_a_plan_of_other_versions_is_refused(shell: Shell, source: Any, target: Any, said: str) -> None:
    # given an instance, and a plan that says what versions it is about (Camunda's have ids of its server behind)
    shell("deploy", write("one.bpmn", FIRST))
    shell("deploy", write("two.bpmn", SECOND))
    instructions = [{"sourceActivityIds": ["check"], "targetActivityIds": ["review"]}]
    ids = {"sourceProcessDefinitionId": source, "targetProcessDefinitionId": target}
    write("plan.json", json.dumps(ids | {"instructions": instructions}))
    # when it is used for the first two versions, then it is taken only where it is theirs
    code, _, err = shell("migrate", "--from", "order:1", "--to", "order:2", "--plan", "plan.json")
    assert (code, said in err) == (2 if said else 0, True)


@pytest.mark.parametrize("command", ["run", "deploy"])
def test_an_id_that_stands_twice_is_told(shell: Shell, command: str) -> None:
    # given a file in which two tasks have one id
    text = process('<userTask id="check" /><userTask id="check" />', "s", "check", "e")
    # when it is run or deployed, then that is told, as by `procos check`
    code, _, err = shell(command, write("twice.bpmn", text))
    assert "The id “check” stands more than once" in err
    assert code != 2


def test_a_store_where_nothing_can_be_written_can_be_looked_at(shell: Shell, told: Any) -> None:
    # given a store beside which SQLite cannot make its files
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    Path("s.db-shm").symlink_to("missing/s.db-shm")
    # when it is looked at, then it tells what it holds
    assert [item["id"] for item in told("instances")] == ["i1"]
    assert told("inspect", "i1")["state"] == "waiting"
    # and when something is to be done, then that cannot be
    code, _, err = shell("complete", "i1", "check")
    assert (code, "The store may not be written." in err) == (2, True)


def test_a_store_whose_last_changes_lie_beside_it_is_not_shown_without_them(shell: Shell, told: Any) -> None:
    # given the same, of which a run that was killed has left something in the file beside
    shell("deploy", write("one.bpmn", FIRST))
    Path("s.db-wal").write_bytes(b"what a killed run has left")
    Path("s.db-shm").symlink_to("missing/s.db-shm")
    # when it is looked at, then it says what to do
    code, _, err = shell("instances")
    assert (code, "its last changes are still in s.db-wal" in err) == (2, True)


def test_an_instance_that_cannot_migrate_makes_the_exit_code_1(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    shell("deploy", write("two.bpmn", process(PAY, "s", "pay", "e")))
    code, out, err = shell("migrate", "--from", "order:1", "--to", "order:2")
    assert code == 1
    assert "A token is at “Check” (check), which goes nowhere in order:2." in out
    assert "1 instance(s) cannot migrate; nothing of them has changed" in err
    assert told("instances")[0]["version"] == "order:1"


def test_an_instance_is_cancelled_with_its_reason(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    assert shell("cancel", "i1", "--reason", "ordered twice")[0] == 0
    facts = told("inspect", "i1")
    assert (facts["state"], facts["reason"]) == ("cancelled", "ordered twice")
    code, _, err = shell("cancel", "i1", "--reason", "again")
    assert (code, "is cancelled already" in err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("inspect", "i9"), "There is no instance “i9”"),
        (("retry", "i1"), "“i1” has no incident"),
        (("complete", "i1", "other"), "There is one at check"),
        (("message", "paid", "--instance", "i9"), "There is no instance “i9”"),
        (("migrate", "--from", "order:1", "--to", "order:2"), "There is no version “order:2”"),
        (("migrate", "--from", "order:1", "--to", "order:1", "--instance", "i9"), "There is no instance “i9”"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(shell: Shell, told: Any, words: tuple[str, ...], said: str) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    code, out, err = shell(*words)
    assert (code, said in err, out) == (2, True, "")


@pytest.mark.parametrize("command", ["instances", "inspect i1", "start order", "message paid", "retry i1"])
def test_a_store_that_is_not_there_is_not_made(shell: Shell, command: str) -> None:
    code, _, err = shell(*command.split())
    assert (code, "There is no such store" in err) == (2, True)
    assert not Path("s.db").exists()


def test_a_store_in_use_can_be_looked_at_but_not_acted_on(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    with Store("s.db") as other:
        other.own()
        assert len(told("instances")) == 1
        assert told("inspect", "i1")["waiting"][0]["kind"] == "user"
        code, _, err = shell("complete", "i1", "check")
        assert (code, "is in use by another run" in err) == (2, True)
    assert shell("complete", "i1", "check")[0] == 0


def test_a_look_at_an_instance_says_where_it_waits_and_what_may_happen_beside(shell: Shell) -> None:
    late = (
        '<boundaryEvent id="late" name="Too late" attachedToRef="check"><timerEventDefinition>'
        "<timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>"
    )
    shell("deploy", write("one.bpmn", process('<userTask id="check" name="Check" />' + late, "s", "check", "e")))
    shell("start", "order", "-i", "n=1", "--business-key", "A-1")
    _, out, _ = shell("inspect", "i1")
    assert "“Check” (check) waits for a person" in out
    assert "“Too late” (late) is due" in out
    assert "  n = 1" in out
    assert "started for A-1 with n = 1" in out


def test_time_jumps_where_the_clock_is_virtual_and_stands_where_it_is_not(shell: Shell, told: Any) -> None:
    wait = '<intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P9D</timeDuration>'
    shell(
        "deploy", write("one.bpmn", process(f"{wait}</timerEventDefinition></intermediateCatchEvent>", "s", "w", "e"))
    )
    (waiting,) = told("start", "order")["instances"][0]["waiting"]
    assert waiting["kind"] == "timer"
    assert told("start", "order", "--virtual-clock")["instances"][-1]["state"] == "done"
    assert len(told("instances", "--state", "done")) == 2


def test_what_was_run_without_being_deployed_can_migrate_too(shell: Shell, told: Any) -> None:
    assert main(["run", write("one.bpmn", FIRST), "--store", "s.db"]) == 1
    shell("deploy", write("two.bpmn", SECOND))
    (name,) = [item["version"] for item in told("instances")]
    assert name.startswith("order:")
    assert name != "order:1"
    assert told("migrate", "--from", name, "--to", "order:1")["instances"][0]["migrates"]
    assert told("instances")[0]["version"] == "order:1"


def test_an_attempt_that_is_due_in_an_hour_is_not_waited_for(shell: Shell) -> None:
    # given a service that nobody serves, and an hour between attempts
    task = (
        '<serviceTask id="call" camunda:type="external" camunda:topic="procos.http"><extensionElements>'
        "<camunda:failedJobRetryTimeCycle>R5/PT1H</camunda:failedJobRetryTimeCycle><camunda:inputOutput>"
        '<camunda:inputParameter name="url">http://127.0.0.1:9/</camunda:inputParameter></camunda:inputOutput>'
        "</extensionElements></serviceTask>"
    )
    shell("deploy", write("one.bpmn", process(task, "s", "call", "e")))
    code, out, _ = shell("start", "order")
    assert (code, "“call” waits for its next attempt until" in out) == (0, True)


def test_instances_can_go_to_another_process(shell: Shell, told: Any) -> None:
    shell("deploy", write("one.bpmn", FIRST), write("two.bpmn", SECOND.replace('"order"', '"bill"')))
    told("start", "order")
    assert shell("migrate", "--from", "order", "--to", "bill")[0] == 0
    (item,) = told("instances", "--process", "bill")
    assert (item["version"], item["waiting"][0]["element"]) == ("bill:1", "review")


@pytest.mark.parametrize(
    "spoil",
    [
        "update live set data = '[]' where part = 'token'",
        "update live set data = replace(data, 'waits', 'wait') where part = 'token'",
        "delete from live where part = 'instance'",
        "update live set data = replace(data, 'check', 'chick')",
        "update event set data = '{}' where kind = 'VariableChanged' or kind = 'TimerScheduled'",
        "delete from source",
    ],
)
def test_a_damaged_store_is_told_and_left_alone(shell: Shell, spoil: str) -> None:
    late = (
        '<boundaryEvent id="late" attachedToRef="check"><timerEventDefinition><timeDuration>PT1H</timeDuration>'
        "</timerEventDefinition></boundaryEvent>"
    )
    shell("deploy", write("one.bpmn", process('<userTask id="check" />' + late, "s", "check", "e")))
    shell("start", "order", "-i", "n=1")
    with closing(sqlite3.connect("s.db")) as db, db:
        db.execute(spoil)
    for words in (
        ("instances",),
        ("inspect", "i1"),
        ("complete", "i1", "check"),
        ("migrate", "--from", "order", "--to", "order"),
        ("start", "order"),
        ("deploy", write("two.bpmn", SECOND)),
        ("cancel", "i1", "--reason", "x"),
    ):
        code, _, err = shell(*words)
        assert code == 0 or err


def test_a_migrated_run_is_resumed_in_the_words_of_its_version(
    shell: Shell, told: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    shell("deploy", write("one.bpmn", FIRST))
    told("start", "order")
    shell("deploy", write("two.bpmn", SECOND))
    shell("migrate", "--from", "order:1", "--to", "order:2")
    capsys.readouterr()
    assert main(["resume", "s.db", "--virtual-clock", "--json", "--answer", "Review={}"]) == 1
    (facts,) = json.loads(capsys.readouterr().out)["instances"]
    assert facts["reasons"] == ["“Approve” waits for a person."]
    assert main(["resume", "s.db", "--virtual-clock", "--json", "--answer", "Approve={}"]) == 0
