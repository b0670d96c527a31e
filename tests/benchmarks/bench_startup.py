"""Benchmark: from a cold command to its end, and from `procos-studio` to its first painted window.

Run as `python tests/benchmarks/bench_startup.py [ROUNDS]`. Times are in milliseconds: median and least on the wall, and
the median on the processor, children included, which a busy machine does not stretch; the ratio is of that. The peers
are Python alone, and Python importing only the libraries that stand below; the studio's is a bare QGraphicsView.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

_ROOT = Path(__file__).parents[2]
_BINARIES = Path(sys.executable).parent
_SAMPLE = _ROOT / "processes" / "templates" / "order_check.bpmn"
_SMALL = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p" isExecutable="true"><startEvent id="s"/>{task}'
    '<endEvent id="e"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>'
    '<sequenceFlow id="f2" sourceRef="a" targetRef="e"/></process></definitions>'
)
_EXPRESSION = '<serviceTask id="a" camunda:expression="${1 + 1}" camunda:resultVariable="x"/>'
_SCRIPT = '<scriptTask id="a" scriptFormat="python"><script>x = 1 + 1</script></scriptTask>'
_BELOW = "import argparse, asyncio, json, sqlite3, lxml.etree, SpiffWorkflow.workflow"
_WATCH = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView

class Watched(QApplication):
    painted = False
    def notify(self, receiver, event):
        done = super().notify(receiver, event)
        if not self.painted and event.type() == QEvent.Type.Paint and isinstance(receiver.parent(), QGraphicsView):
            self.painted = True
            print("painted", flush=True)
            QTimer.singleShot(0, self.closeAllWindows)
        return done
"""
_STUDIO = f"""{_WATCH}
from procos_studio.app import main
main.QApplication = Watched
sys.exit(main.main(sys.argv[1:]))
"""
_BARE_WINDOW = f"""{_WATCH}
from PySide6.QtWidgets import QGraphicsScene, QMainWindow
app = Watched([])
window = QMainWindow()
window.setCentralWidget(QGraphicsView(QGraphicsScene(0, 0, 100, 100, window)))
window.resize(1600, 1000)
window.show()
sys.exit(app.exec())
"""


class Cost(NamedTuple):
    """Milliseconds."""

    wall: float
    cpu: float


def whole(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """A command from its start to its end."""
    before, began = _processor(), perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return _cost(began, before)


def painted(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """A command from its start until it says that it has painted; the processor's time goes on to its end."""
    before, began = _processor(), perf_counter()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        wall = (perf_counter() - began) * 1_000
        _, complaint = child.communicate(timeout=30)
    if line.strip() != "painted":
        sys.exit(f"nothing was painted: {complaint.strip()[-300:]}")
    return Cost(wall, _cost(began, before).cpu)


def _cost(began: float, before: float) -> Cost:
    return Cost((perf_counter() - began) * 1_000, (_processor() - before) * 1_000)


def _processor() -> float:
    """Seconds that ended children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def screen() -> Iterator[tuple[str, dict[str, str]]]:
    """What to call the screen, and the variables that lead to it: an Xvfb of our own, else no real screen at all."""
    if not shutil.which("Xvfb"):
        yield "without a screen", {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield "under Xvfb", {"DISPLAY": f":{number.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def main(rounds: int) -> None:
    """Print the table."""
    python, procos = sys.executable, str(_BINARIES / "procos")
    with tempfile.TemporaryDirectory() as home, screen() as (where, display):
        files = {name: Path(home) / f"{name}.bpmn" for name in ("expression", "script")}
        files["expression"].write_text(_SMALL.format(task=_EXPRESSION))
        files["script"].write_text(_SMALL.format(task=_SCRIPT))
        environment = {**os.environ, **display, "HOME": home, "XDG_CONFIG_HOME": home}
        headless = {
            "Python alone": [python, "-c", "pass"],
            "Python with the libraries below": [python, "-c", _BELOW],
            "procos --version": [procos, "--version"],
            "procos run, an expression": [procos, "run", str(files["expression"])],
            "procos run, a script": [procos, "run", str(files["script"])],
        }
        windows = {
            f"a bare window {where}": [python, "-c", _BARE_WINDOW],
            f"procos-studio FILE {where}": [python, "-c", _STUDIO, str(_SAMPLE)],
        }
        costs: dict[str, list[Cost]] = {name: [] for name in (*headless, *windows)}
        for number in range(rounds + 1):
            found = {name: whole(command, environment) for name, command in headless.items()}
            found |= {name: painted(command, environment) for name, command in windows.items()}
            for name, cost in found.items() if number else ():
                costs[name].append(cost)
    print(f"{'':38}{'wall':>8}{'least':>8}{'cpu':>8}")
    for name, taken in costs.items():
        wall = [cost.wall for cost in taken]
        peer = costs["Python with the libraries below" if name in headless else f"a bare window {where}"]
        cpu = median(cost.cpu for cost in taken)
        ratio = cpu / median(cost.cpu for cost in peer)
        print(f"{name:38}{median(wall):8.0f}{min(wall):8.0f}{cpu:8.0f}{ratio:8.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
