"""Scripts in the low sandbox: results, errors, and what hostile ones try."""

import asyncio
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from procos_studio.runtime.sandbox.low import LowSandbox
from procos_studio.runtime.sandbox.script import Limits, ScriptError, ScriptResult

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hostile scripts speak POSIX")


def run(code: str, variables: Mapping[str, Any] | None = None, **limits: Any) -> ScriptResult:
    async def once() -> ScriptResult:
        sandbox = LowSandbox()
        try:
            return await sandbox.run(code, variables or {}, Limits(**limits))
        finally:
            await sandbox.close()

    return asyncio.run(once())


def failure(code: str, variables: Mapping[str, Any] | None = None, **limits: Any) -> ScriptError:
    with pytest.raises(ScriptError) as caught:
        run(code, variables, **limits)
    return caught.value


def test_assigned_and_changed_names_come_back_and_nothing_else() -> None:
    # given variables of the scope as globals, when a script imports, defines, assigns and changes one in place
    code = "import math\ndef double(x): return 2 * x\nclass K: pass\n_own = 1\ntotal = double(n)\n"
    code += "items.append(math.floor(2.5))"
    outcome = run(code, {"n": 21, "items": [1], "same": {"a": 1.0}})
    # then only the assignments are written back
    assert outcome.variables == {"total": 42, "items": [1, 2]}


def test_assigning_an_equal_value_of_another_kind_is_a_change() -> None:
    assert run("n = True", {"n": 1}).variables == {"n": True}


def test_the_last_line_is_the_result_and_prints_are_captured() -> None:
    outcome = run("print('hello')\n[n, n + 1]", {"n": 1})
    assert (outcome.result, outcome.printed, outcome.variables) == ([1, 2], "hello\n", {})


def test_a_bpmn_error_carries_code_message_and_line() -> None:
    error = failure("x = 1\nraise BpmnError('LATE', 'too late')")
    assert (error.bpmn_error_code, error.message, error.line) == ("LATE", "too late", 2)


@pytest.mark.parametrize(
    ("code", "words", "line"),
    [
        ("x = 1\n\n1 / 0", "ZeroDivisionError", 3),
        ("x = (\n", "SyntaxError", 1),
        ("def f():\n  return g\nf()", "NameError", 2),
        ("import sys\nsys.exit(0)", "exit", 2),
        ("def f(): return f()\nf()", "RecursionError", 1),
        ("x = float('nan')", "'x' (float)", None),
        ("x = {1, 2}", "'x' (set)", None),
        ("x = {1: 2}", "key 1", None),
        ("x = '\\ud800'", "lone surrogate", None),
        ("x = 'a' * 2_000_000", "1 MB", None),
        ("x = []\nfor i in range(100_000): x = [x]", "nested too deeply", None),
        ("x = 10 ** 5000", "'x' (int)", None),
        ("import os\nos._exit(3)", "exit status 3", None),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV", None),
        ("x = bytearray(600 * 1024 * 1024)", "memory", 1),
        ("x = []\nfor i in range(300): x = [x]", "refused", None),
    ],
)
def test_what_goes_wrong_is_said_in_words(code: str, words: str, line: int | None) -> None:
    error = failure(code)
    assert words in error.message
    assert error.line == line
    assert error.bpmn_error_code is None


@pytest.mark.parametrize("body", ["pass", "print('x' * 10_000)"])
def test_an_endless_script_is_stopped_and_its_flood_capped(body: str) -> None:
    error = failure(f"while True: {body}", timeout=0.5, printed=1_000)
    assert "stopped after 0.5 s" in error.message
    assert len(error.printed) < 1_100


def test_forged_answers_are_refused() -> None:
    # given a script that writes to the answer's descriptor itself, when it claims 4 GB
    forged = "import os\nfor d in range(3, 10):\n  try: os.write(d, b'\\xff' * 8)\n  except OSError: pass"
    assert "refused" in failure(forged).message


def test_what_a_script_leaves_running_is_killed() -> None:
    # given a script that forks a child which would live on
    code = "import os, time\npid = os.fork()\nif pid == 0:\n  time.sleep(60)\n  os._exit(0)"
    pid = run(code).variables["pid"]
    # then it is gone soon after the answer
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and _is_running(pid):
        time.sleep(0.01)
    assert not _is_running(pid)


def _is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_the_parents_environment_and_packages_are_out_of_sight() -> None:
    outcome = run("import os, sys\nnames = sorted(os.environ)\nsite = any('site-packages' in p for p in sys.path)")
    assert outcome.variables["site"] is False
    assert "HOME" not in outcome.variables["names"]


def test_scripts_overlap(tmp_path: Path) -> None:
    # given two scripts that each wait for the other's file
    async def both(folder: str) -> list[ScriptResult]:
        sandbox = LowSandbox()
        wait = "import os, time\nopen(mine, 'w').close()\nwhile not os.path.exists(other): time.sleep(0.01)\nmet = True"
        a, b = os.path.join(folder, "a"), os.path.join(folder, "b")
        try:
            return await asyncio.gather(
                sandbox.run(wait, {"mine": a, "other": b}, Limits()),
                sandbox.run(wait, {"mine": b, "other": a}, Limits()),
            )
        finally:
            await sandbox.close()

    # then both end
    assert [outcome.variables for outcome in asyncio.run(both(str(tmp_path)))] == [{"met": True}] * 2


def test_cancelling_and_closing_leave_no_child() -> None:
    async def scene() -> list[int | None]:
        sandbox = LowSandbox()
        task = asyncio.create_task(sandbox.run("while True: pass", {}, Limits()))
        while not sandbox.children:
            await asyncio.sleep(0.01)
        (child,) = sandbox.children
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await sandbox.close()
        return [child.returncode]

    assert asyncio.run(scene()) == [-9]


def test_variables_that_are_too_large_never_start_a_child() -> None:
    assert "handed over" in failure("x = 1", {"text": "a" * 2_000_000}).message
