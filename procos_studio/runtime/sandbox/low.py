"""Sandbox level low: a plain Python child with resource limits. It stops accidents; it is no security boundary."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from procos_studio.runtime.sandbox.message import BadMessage, encode, receive
from procos_studio.runtime.sandbox.script import Limits, ScriptError, ScriptResult

_CHILD = Path(__file__).with_name("child.py")
_GRACE = 0.5


class LowSandbox:
    """Runs each script in a fresh interpreter; scripts may overlap.

    After the first script one started child waits in reserve, which hides the interpreter's start; `close()` ends it.
    `children` are those that run a script now.
    """

    level = "low"
    is_security_boundary = False

    def __init__(self) -> None:
        self._spare: asyncio.Task[Process] | None = None
        self.children: set[Process] = set()

    async def run(self, code: str, variables: Mapping[str, Any], limits: Limits) -> ScriptResult:
        """Run Python `code` with `variables` as globals; raises ScriptError for whatever goes wrong."""
        request = _request(code, variables, limits)
        child = await self._take()
        self.children.add(child)
        printed = _Printed(limits.printed)
        drain = asyncio.create_task(printed.collect(child))
        try:
            outcome = await _outcome(child, request, limits.timeout)
        finally:
            await _end(child, drain)
            self.children.discard(child)
        if isinstance(outcome, ScriptError):
            outcome.printed = printed.text()
            raise outcome
        return ScriptResult(outcome.variables, outcome.result, printed.text())

    async def close(self) -> None:
        """End the child in reserve, and those still at work."""
        spare, self._spare = self._spare, None
        if spare is not None:
            self.children.add(await spare)
        for child in tuple(self.children):
            await _end(child)
        self.children.clear()

    async def _take(self) -> Process:
        spare, self._spare = self._spare, None
        child = await (spare or _start())
        self._spare = self._spare or asyncio.create_task(_start())
        return child


class _Printed:
    """The first bytes of what a script printed; the rest is read and dropped, so that a flood blocks nobody."""

    def __init__(self, most: int) -> None:
        self._kept, self._most, self._cut = bytearray(), most, False

    async def collect(self, child: Process) -> None:
        assert child.stderr is not None
        while chunk := await child.stderr.read(65_536):
            room = self._most - len(self._kept)
            self._kept += chunk[:room]
            self._cut = self._cut or len(chunk) > room

    def text(self) -> str:
        return self._kept.decode(errors="replace") + ("\n… (cut)" if self._cut else "")


def _request(code: str, variables: Mapping[str, Any], limits: Limits) -> bytes:
    cpu_seconds = int(limits.timeout) + 1
    message = {"code": code, "variables": dict(variables), "memory": limits.memory, "cpu_seconds": cpu_seconds}
    try:
        return encode(message)
    except BadMessage as exc:
        raise ScriptError(f"The script and its variables cannot be handed over: {exc}.") from exc


async def _start() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-I", "-S", "-E", "-X", "utf8", str(_CHILD)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=tempfile.gettempdir(),
        env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
        start_new_session=True,
    )


async def _outcome(child: Process, request: bytes, timeout: float) -> ScriptResult | ScriptError:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(request)
        child.stdin.close()
        return _read(await asyncio.wait_for(receive(child.stdout), timeout))
    except TimeoutError:
        return ScriptError(f"The script was stopped after {timeout:g} s.")
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return ScriptError(f"The script's process ended without an answer ({await _cause(child)}).")
    except BadMessage as exc:
        return ScriptError(f"The script's answer was refused: {exc}.")


def _read(reply: Mapping[str, Any]) -> ScriptResult | ScriptError:
    variables, message, line = reply.get("variables"), str(reply.get("message", "")), reply.get("line")
    if isinstance(variables, dict):
        return ScriptResult(variables, reply.get("result"))
    where = f" (line {line})" if isinstance(line, int) else ""
    at = line if isinstance(line, int) else None
    if isinstance(reply.get("bpmn_error"), str):
        return ScriptError(message, line=at, bpmn_error_code=reply["bpmn_error"])
    kind = str(reply.get("error", "an unknown answer"))
    told = message if kind == "NotAVariable" else f"{kind}: {message}"
    return ScriptError(f"The script failed{where}: {told}", line=at)


async def _cause(child: Process) -> str:
    """How the child ended, in words."""
    try:
        code = await asyncio.wait_for(child.wait(), _GRACE)
    except TimeoutError:
        return "it closed its output"
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"


async def _end(child: Process, drain: asyncio.Task[None] | None = None) -> None:
    """Kill the child and all it started in its group, and collect the remains."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    await child.wait()
    if drain is not None:
        await asyncio.wait({drain}, timeout=_GRACE)
        drain.cancel()
