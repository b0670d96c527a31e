"""Aside: has large diagrams checked by a child process, to which only the elements that changed are sent."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import procos_studio
from procos_studio.app.findings import Findings
from procos_studio.model.elements import Element
from procos_studio.problems import Problem

_SLICE = 50
"""Elements pickled at a time; between slices others may have the interpreter."""
_WORKER = "procos_studio.app.aside_worker"

Shelves = tuple[int, tuple[Path, ...]]
"""Edition and path of the library that counts."""


class Aside:
    """One child, started when it is first asked, for one document. Called on one thread; `close` on any."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._sent: dict[str, Element] = {}
        self._is_closed = False

    def ask(
        self, elements: Sequence[Element], revision: int, read: tuple[Problem, ...], target: str, shelves: Shelves
    ) -> Findings | None:
        """What there is to find; None where the child cannot say, and one has to look oneself."""
        try:
            child = self._running()
            if child is None or child.stdin is None or child.stdout is None:
                return None
            self._send_changes(child.stdin, elements)
            put(child.stdin, (revision, read, target, shelves))
            found = get(child.stdout)
        except (OSError, EOFError, ValueError, pickle.PickleError):
            self._forget()
            return None
        return found if isinstance(found, Findings) else None

    def close(self) -> None:
        """End the child; who waits for its answer gets none."""
        self._is_closed = True
        self._forget()

    def _running(self) -> subprocess.Popen[bytes] | None:
        if self._child is None and not self._is_closed:
            home = str(Path(procos_studio.__file__).parent.parent)
            path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
            command = [sys.executable, "-m", _WORKER]
            environment = {**os.environ, "PYTHONPATH": path}
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
        return self._child

    def _send_changes(self, pipe: IO[bytes], elements: Sequence[Element]) -> None:
        now = {element.id: element for element in elements}
        changed = [element for key, element in now.items() if self._sent.get(key) is not element]
        for at in range(0, len(changed), _SLICE):
            put(pipe, changed[at : at + _SLICE])
            time.sleep(0)
        put(pipe, tuple(self._sent.keys() - now.keys()))
        self._sent = now

    def _forget(self) -> None:
        child, self._child, self._sent = self._child, None, {}
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    # of what another thread was just sending, the rest cannot be flushed any more
                    with suppress(OSError):
                        pipe.close()


def put(pipe: IO[bytes], message: Any) -> None:
    """Send a message, with its length before it."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(8, "big"))
    pipe.write(data)
    pipe.flush()


def get(pipe: IO[bytes]) -> Any:
    """The next message; EOFError where the other side has gone."""
    head = pipe.read(8)
    if len(head) < 8:
        raise EOFError("the other process has gone")
    return pickle.loads(pipe.read(int.from_bytes(head, "big")))
