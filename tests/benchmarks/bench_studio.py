"""Benchmark: the whole studio with all its panels: `python tests/benchmarks/bench_studio.py [COUNT …]`.

Each size has a process of its own. The studio runs in its real event loop, with minimap, form, problems, variables and
the checks in their child; the window is 1600×1000. A frame goes from an input to the end of the turn in which the
canvas is painted; a turn is what the event loop does before it takes the next event, seen by a timer that fires every
millisecond. The longest turn is that of the action and of the half second after it, in which the panels follow. Times
are in milliseconds: median, 95th of 100 and worst on the wall, and the worst on the thread's processor time, which a
busy machine does not stretch. 16 ms is a frame's time at 60 a second.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from drawings import make_diagram
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from procos_studio.app.appearance import Appearance
from procos_studio.app.garbage import collected_here
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.window import MainWindow
from procos_studio.bpmn import write_file
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.marks import Light, Mark, State
from procos_studio.canvas.view import CanvasView
from procos_studio.library import load
from procos_studio.model.records import Shape

_FRAME, _TURN = 16.0, 100.0
"""Milliseconds for a frame, and for a turn of the event loop while a file is being opened."""
_ROUNDS = 24
_AFTER = 0.5
"""Seconds after an action in which the panels follow it."""
_STREAM = 2.0
_NONE, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


class Cost(NamedTuple):
    """Milliseconds on the wall and of the processor on this thread."""

    wall: float
    cpu: float


class Loop(QObject):
    """Watches the event loop: how long each of its turns lasts, and when the canvas has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Cost] = []
        self.paints = 0
        self._before = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.paints += 1
        return False

    def begin(self) -> None:
        """Forget the turns until now, also what of this one has passed."""
        self.turns.clear()
        self._before = time.perf_counter(), time.thread_time()

    def _turn(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.turns.append(Cost(*((late - early) * 1000 for early, late in zip(self._before, now, strict=True))))
        self._before = now

    async def until(self, done: Callable[[], object], patience: float = 30.0) -> None:
        """Let turns pass until something has come true; TimeoutError where it does not."""
        end = time.perf_counter() + patience
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError
            await asyncio.sleep(0)

    async def shown(self, action: Callable[[], object], is_shown: Callable[[], bool]) -> Cost:
        """What it takes until something shows whole, on all threads of the process; waiting takes nothing."""
        wall, cpu = time.perf_counter(), time.process_time()
        action()
        while not is_shown():
            await asyncio.sleep(0.002)
        return Cost((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)

    async def frame(self, action: Callable[[], object]) -> Cost:
        """What it takes from an input until the canvas is painted; nothing where it stays as it was."""
        await asyncio.sleep(0)
        paints, wall, cpu = self.paints, time.perf_counter(), time.thread_time()
        action()
        try:
            await self.until(lambda: self.paints > paints, 0.2)
        except TimeoutError:
            return Cost(0, 0)
        return Cost((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


class Report:
    """Prints a line an action."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop

    @contextmanager
    def of(self, name: str, limit: float = _FRAME) -> Iterator[list[Cost]]:
        """Measures an action, which adds its frames to the list."""
        self._loop.begin()
        frames: list[Cost] = []
        yield frames
        walls = sorted(cost.wall for cost in frames if cost.wall) or [0.0]
        worst = max((cost.cpu for cost in frames), default=0.0)
        turn = max(self._loop.turns, key=lambda cost: cost.cpu)
        late = sum(cost.cpu > _FRAME for cost in self._loop.turns)
        high = walls[min(len(walls) - 1, int(len(walls) * 0.95))]
        print(
            f"  {name:26} frame {median(walls):7.1f} {high:7.1f} {walls[-1]:7.1f}   cpu {worst:7.1f}"
            f"   longest turn {turn.wall:7.1f}   cpu {turn.cpu:7.1f}   late {late:3}  {'OVER' * (turn.cpu > limit)}",
            flush=True,
        )


class Hand:
    """Acts on the window as a person does."""

    def __init__(self, window: MainWindow, loop: Loop) -> None:
        self.window, self.loop = window, loop

    @property
    def view(self) -> CanvasView:
        session = self.window.workspace.current
        assert session is not None
        return session.tab.view

    def pixel(self, shape: ShapeItem) -> QPoint:
        return self.view.mapFromScene(shape.sceneBoundingRect().center())

    def middle(self) -> ShapeItem:
        """A task in the middle of what shows."""
        rect = self.view.visible_rect()
        rect.adjust(rect.width() / 4, rect.height() / 4, -rect.width() / 4, -rect.height() / 4)
        shapes = (item for item in self.view.surface.scene.items(rect) if isinstance(item, ShapeItem))
        return next(item for item in shapes if item.look.kind == "serviceTask")

    def wheel(self, dx: int, dy: int, modifier: Qt.KeyboardModifier = _NONE) -> None:
        port = self.view.viewport()
        place = QPointF(port.rect().center())
        phase = Qt.ScrollPhase.NoScrollPhase
        angle = QPoint(dx, dy)
        event = QWheelEvent(
            place, port.mapToGlobal(place), QPoint(), angle, Qt.MouseButton.NoButton, modifier, phase, False
        )
        QApplication.sendEvent(port, event)

    def move(self, pixel: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), pixel)

    def press(self, pixel: QPoint) -> None:
        QTest.mousePress(self.view.viewport(), _LEFT, _NONE, pixel)

    def release(self, pixel: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), _LEFT, _NONE, pixel)

    def command(self, name: str) -> None:
        self.window.actions_by_id[name].trigger()

    async def settle(self) -> None:
        """Until the panels have followed."""
        await asyncio.sleep(_AFTER)

    async def repeat(self, frames: list[Cost], action: Callable[[int], object], rounds: int = _ROUNDS) -> None:
        """Act again and again, not faster than the screen shows."""
        for index in range(rounds):
            frames.append(await self.loop.frame(lambda index=index: action(index)))
            await asyncio.sleep(0.016)
        await self.settle()


async def measure(window: MainWindow, file: Path, loop: Loop) -> None:
    hand, report = Hand(window, loop), Report(loop)
    await opened(hand, report, file)
    for scale in (1.0, 0.4, 0.0):
        if scale:
            hand.view.surface.camera.look_at(scale, hand.view.content_rect().center())
        else:
            hand.view.run("fit")
        await hand.settle()
        await looked(hand, report, f"{scale:.0%}" if scale else "all")
    hand.view.surface.camera.look_at(1.0, hand.view.content_rect().center())
    await hand.settle()
    for step in (dragged, nudged, selected, typed, marked, many):
        await step(hand, report)


async def opened(hand: Hand, report: Report, file: Path) -> None:
    """Until its first frame, then until it is judged."""

    def watch(session: Session) -> None:
        session.tab.view.viewport().installEventFilter(hand.loop)

    def is_shown() -> bool:
        return hand.loop.paints > 0 and hand.view.is_whole

    hand.window.workspace.session_added.connect(watch)
    with report.of("open, to the first frame", _TURN) as frames:
        frames.append(await hand.loop.shown(lambda: hand.window.open_paths([file]), is_shown))
    session = hand.window.workspace.current
    assert session is not None
    with report.of("then, until it is checked"):
        await hand.loop.until(lambda: session.checker.found is not None, 120)
        await hand.settle()


async def looked(hand: Hand, report: Report, where: str) -> None:
    with report.of(f"pan, {where}") as frames:
        await hand.repeat(frames, lambda i: hand.wheel(41 if i % 7 else -37, 23 if i % 2 else 60))
    with report.of(f"zoom, {where}") as frames:
        await hand.repeat(frames, lambda i: hand.wheel(0, 30 if i % 2 else -30, Qt.KeyboardModifier.ControlModifier))


async def dragged(hand: Hand, report: Report) -> None:
    start = hand.pixel(hand.middle())
    with report.of("drag a block") as frames:
        frames.append(await hand.loop.frame(lambda: hand.press(start)))
        await hand.repeat(frames, lambda i: hand.move(start + QPoint(4 * i, 3 * i)))
    with report.of("drop it") as frames:
        end = start + QPoint(4 * _ROUNDS, 3 * _ROUNDS)
        frames.append(await hand.loop.frame(lambda: hand.release(end)))
        await hand.settle()


async def nudged(hand: Hand, report: Report) -> None:
    hand.view.select((hand.middle().look.element,))
    await hand.settle()
    with report.of("edit (nudge)") as frames:
        await hand.repeat(frames, lambda i: hand.view.run("nudge_right" if i % 2 else "nudge_down"))
    with report.of("undo") as frames:
        await hand.repeat(frames, lambda i: hand.command("undo"))
    with report.of("redo") as frames:
        await hand.repeat(frames, lambda i: hand.command("redo"))


async def selected(hand: Hand, report: Report) -> None:
    """One block after another, the first of each kind builds its form."""
    rect = hand.view.visible_rect()
    shapes = [item for item in hand.view.surface.scene.items(rect) if isinstance(item, ShapeItem)]
    kinds = {item.look.kind: item for item in shapes}
    with report.of("select a new kind") as frames:
        for item in kinds.values():
            frames.append(await hand.loop.frame(lambda item=item: hand.view.select((item.look.element,))))
            await hand.settle()
    with report.of("select a known kind") as frames:
        one_kind = [item for item in shapes if item.look.kind == hand.middle().look.kind]
        await hand.repeat(frames, lambda i: hand.view.select((one_kind[i % len(one_kind)].look.element,)))


async def typed(hand: Hand, report: Report) -> None:
    script = next(
        item
        for item in hand.view.surface.scene.items(hand.view.visible_rect())
        if isinstance(item, ShapeItem) and item.look.kind == "scriptTask"
    )
    hand.view.select((script.look.element,))
    await hand.settle()
    form = hand.window.panes.inspector.form
    with report.of("type its name"):
        form.name_edit.setFocus()
        for letter in "Another name":
            QTest.keyClick(form.name_edit, letter)
            await asyncio.sleep(0.05)
        QTest.keyClick(form.name_edit, Qt.Key.Key_Return)
        await hand.settle()
    code = next(iter(form.findChildren(QPlainTextEdit)))
    with report.of("type code"):
        code.setFocus()
        for letter in "total = amount + 1":
            QTest.keyClick(code, letter)
            await asyncio.sleep(0.05)
        form.commit()
        await hand.settle()


async def marked(hand: Hand, report: Report) -> None:
    """10,000 marks a second for two seconds, near and far, over all blocks."""
    session = hand.window.workspace.current
    assert session is not None
    every = [look.element for look in hand.view.surface.scene.looks.values() if isinstance(look, ShapeLook)]
    near = hand.view.surface.scene.items(hand.view.visible_rect())
    close = [item.look.element for item in near if isinstance(item, ShapeItem)]
    await _stream(hand, report, "10,000 marks/s in sight", close)
    await _stream(hand, report, "10,000 marks/s anywhere", every)
    hand.view.run("fit")
    await hand.settle()
    await _stream(hand, report, "10,000 marks/s, all seen", every)
    hand.view.surface.camera.look_at(1.0, hand.view.content_rect().center())
    session.tab.set_marks("run", {})
    await hand.settle()


async def _stream(hand: Hand, report: Report, name: str, shapes: list[str]) -> None:
    session = hand.window.workspace.current
    assert session is not None
    lights = (Light.PASSED, Light.PASSED, Light.RUNNING, Light.OFF, Light.OFF)
    with report.of(name):
        began = due = time.perf_counter()
        count = 0
        while (now := time.perf_counter()) - began < _STREAM:
            if now >= due:
                due += 0.01
                batch = [shapes[(count + i) % len(shapes)] for i in range(100)]
                state = tuple(State)[count // 100 % 4]
                session.tab.update_marks("run", {key: Mark(state, lights, tokens=count // 100 % 9) for key in batch})
                count += 100
            await asyncio.sleep(0)


async def many(hand: Hand, report: Report) -> None:
    """What touches many blocks or all of them at once."""
    steps: list[tuple[str, Callable[[], object]]] = [("select all", lambda: hand.view.run("select_all"))]
    for name, action in steps:
        await _once(hand, report, name, action)
    start = hand.pixel(hand.middle())
    with report.of("drag all") as frames:
        frames.append(await hand.loop.frame(lambda: hand.press(start)))
        await hand.repeat(frames, lambda i: hand.move(start + QPoint(2 * i, 2 * i)), 12)
    await _once(hand, report, "drop all", lambda: hand.release(start + QPoint(24, 24)))
    await _once(hand, report, "undo the move of all", lambda: hand.command("undo"))
    some = [item.shows for item in hand.view.surface.diagram.all(Shape)][:1000]
    await _once(hand, report, "select 1,000", lambda: hand.view.select(some))
    await _once(hand, report, "copy 1,000", lambda: hand.view.run("copy"))
    await _once(hand, report, "paste 1,000", lambda: hand.view.run("paste"))
    await _once(hand, report, "undo the paste", lambda: hand.command("undo"))
    hand.view.select(some)
    await hand.settle()
    await _once(hand, report, "delete 1,000", lambda: hand.view.run("delete"))
    await _once(hand, report, "undo the deletion", lambda: hand.command("undo"))


async def _once(hand: Hand, report: Report, name: str, action: Callable[[], object]) -> None:
    with report.of(name) as frames:
        frames.append(await hand.loop.frame(action))
        await hand.settle()


def memory() -> float:
    """Megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def run(app: QApplication, file: Path) -> None:
    settings = Settings()
    window = MainWindow(load(), settings, Appearance(settings, "light"))
    window.resize(1600, 1000)
    window.show()
    before = memory()
    await asyncio.sleep(_AFTER)
    await measure(window, file, Loop())
    print(f"  memory {before:.0f} MB with no file, {memory():.0f} MB now")
    for session in window.workspace.sessions():
        session.document.diagram.history.mark_saved()
    closed = asyncio.get_running_loop().create_future()
    window.closed.connect(lambda: closed.set_result(None))
    window.close()
    await closed
    window.deleteLater()
    # The clipboard of a platform without a screen lives longer than Python, whose objects it may not hold then.
    QGuiApplication.clipboard().clear()


def alone(count: int, folder: Path) -> None:
    """One size, in this process."""
    file = folder / f"{count}.bpmn"
    write_file(make_diagram(count), file)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    app = QApplication([])
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    print(f"\n{count} blocks", flush=True)
    with loop, collected_here(app):
        work: Awaitable[None] = run(app, file)
        loop.run_until_complete(work)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["alone"]:
        alone(int(arguments[1]), Path(arguments[2]))
        return
    print("                              frame  median    95 %   worst")
    for count in [int(argument) for argument in arguments] or [100, 1000, 5000, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, __file__, "alone", str(count), folder], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
