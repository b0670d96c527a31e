"""Engines in other languages: child processes that take one JSON message a line and answer each with one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peers.work import CAMUNDA, NODE, Work

_HERE = Path(__file__).parent
_SHARED = _HERE.parents[2].parent / "shared" / "camunda"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "procos-peers"


class Missing(Exception):
    """The peer cannot be had here; the text says why."""


class Child:
    """A child process that speaks the protocol of the peers."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._file = folder / "bench.bpmn"
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def load(self, text: str) -> None:
        """Let it read a diagram."""
        self._file.write_text(text)
        self._ask({"op": "load", "id": "bench", "path": str(self._file)})

    def run(self, work: Work, mode: str) -> float:
        """Seconds for what was loaded last."""
        how = "external" if work.how == "staged" else work.how
        message = {"op": "run", "id": "bench", "mode": mode, "how": how, "instances": work.instances}
        return float(self._ask({**message, "variables": work.start()})["seconds"])

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    def _ask(self, message: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "the peer has ended"}
        if "error" in answer:
            raise Missing(answer["error"])
        return answer


class Node:
    """npm's bpmn-engine."""

    name, is_slow = "bpmn-engine", True

    def __init__(self, child: Child) -> None:
        self._child = child

    def load(self, work: Work) -> bool:
        """Parse."""
        if work.how not in ("straight", "waiting"):
            return False
        self._work = work
        self._child.load(work.shape(NODE, work.size))
        return True

    def run(self) -> float:
        """Run all instances to their end."""
        return self._child.run(self._work, "")


class Camunda:
    """Camunda 7, embedded, on a database in memory, with a history level: none or full."""

    is_slow = False

    def __init__(self, child: Child, history: str, *, deploys: bool) -> None:
        self.name = f"Camunda, history {history}"
        self._child, self._history, self._deploys = child, history, deploys

    def load(self, work: Work) -> bool:
        """Deploy, once for both levels."""
        self._work = work
        if self._deploys:
            self._child.load(work.shape(CAMUNDA, work.size))
        return True

    def run(self) -> float:
        """Run all instances to their end."""
        return self._child.run(self._work, self._history)


@contextmanager
def node() -> Iterator[Node]:
    """bpmn-engine in its own process. Raises Missing."""
    folder, peer = _installed("bpmn-engine", _HERE / "bpmn_engine")
    child = Child(["node", str(peer)], folder)
    try:
        yield Node(child)
    finally:
        child.close()


def bpmn_js() -> tuple[Path, Path]:
    """The folder with the packages of bpmn-js, and the script to start there with node. Raises Missing."""
    return _installed("bpmn-js", _HERE / "bpmn_js")


def _installed(name: str, source: Path) -> tuple[Path, Path]:
    """The packages that a peer's folder names, installed once, outside of the project; and its script."""
    folder = CACHE / name
    if not (shutil.which("node") and shutil.which("npm")):
        raise Missing(f"{name} is left out: it needs node and npm")
    folder.mkdir(parents=True, exist_ok=True)
    lock = source / "package-lock.json"
    if not (folder / "node_modules").is_dir() or (folder / lock.name).read_text() != lock.read_text():
        shutil.copy(source / "package.json", folder)
        shutil.copy(lock, folder)
        _must(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, name)
    return folder, source / "peer.mjs"


@contextmanager
def camunda() -> Iterator[tuple[Camunda, Camunda]]:
    """Camunda without and with history, in one process; its jars are fetched once. Raises Missing."""
    folder, recipe = CACHE / "camunda7", _SHARED / "camunda7" / "pom.xml"
    if not (shutil.which("java") and shutil.which("javac")):
        raise Missing("Camunda is left out: it needs a JDK")
    if not (folder / "lib" / ".done").exists():
        if not (recipe.exists() and shutil.which("mvn")):
            raise Missing("Camunda is left out: neither its jars nor the recipe to fetch them (and mvn) are here")
        fetch = ["mvn", "-B", "-q", "-f", str(recipe), "dependency:copy-dependencies"]
        _must([*fetch, f"-DoutputDirectory={folder / 'lib'}"], recipe.parent, "Camunda")
        (folder / "lib" / ".done").touch()
    _must(["javac", "-cp", "lib/*", "-d", "peer", str(_HERE / "CamundaPeer.java")], folder, "Camunda")
    child = Child(["java", "-Xmx2g", "-cp", "peer:lib/*", "CamundaPeer"], folder)
    try:
        yield Camunda(child, "none", deploys=True), Camunda(child, "full", deploys=False)
    finally:
        child.close()


def _must(command: Sequence[str], folder: Path, name: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{name} is left out: {command[0]} failed: {(done.stderr.strip() or done.stdout)[-200:]}")
