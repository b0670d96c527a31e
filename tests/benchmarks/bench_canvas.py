"""How fast the canvas is: run `python tests/benchmarks/bench_canvas.py [COUNT …]`; times are medians in milliseconds.

Frames are what the event loop paints after an action, in a view of 1600×1000 pixels; beside the time on the wall
stands the time on the processor, which a busy machine does not stretch. The peer is a plain QGraphicsView
over rectangles, texts and lines of the same diagram, measured in the same run. A stream of marks is 10,000 a second
for two seconds, over all blocks; of the turns that the event loop makes then the longest and the 99th in 100 count.
Garbage is collected as in the studio, on a clock and not in the middle of a turn: the collector alone took 165 of the
187 ms of the longest turn at 5,000 blocks before.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from drawings import make_diagram
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from procos_studio.app.garbage import collected_here, keep
from procos_studio.canvas import theme
from procos_studio.canvas.distant import APART
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.marks import Light, Mark, State
from procos_studio.canvas.view import CanvasView
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Edge, Plane, Shape

ROUNDS = 12
FRAME = 16.0
STREAM = 2.0
"""Seconds for which marks come."""
PATIENCE = 2.0
"""Seconds to wait for a frame."""


class Cost(NamedTuple):
    """Milliseconds on the wall and on the processor."""

    wall: float
    cpu: float


class Frames(QObject):
    """Counts what a viewport paints."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__()
        self.count = 0
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False

    def after(self, action: Callable[[], object]) -> Cost:
        """What it takes from the action until its frame is painted; nothing where nothing was to be painted."""
        time.sleep(APART)
        QApplication.processEvents()
        before, wall, cpu = self.count, time.perf_counter(), time.process_time()
        action()
        acted = time.perf_counter()
        while self.count == before:
            QApplication.processEvents()
            if time.perf_counter() - acted > PATIENCE:
                return Cost(0, 0)
        return Cost((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def median(measure: Callable[[int], Cost], rounds: int = ROUNDS) -> Cost:
    found = [measure(index) for index in range(rounds)]
    return Cost(statistics.median(cost.wall for cost in found), statistics.median(cost.cpu for cost in found))


def measure_canvas(diagram: Diagram) -> dict[str, Cost]:
    view = CanvasView(theme.load("light"))
    view.resize(1600, 1000)
    view.show()
    frames = Frames(view)
    plane = next(diagram.all(Plane)).id
    library = load()
    QApplication.processEvents()
    times = {"open": opened(view, lambda: view.show_diagram(diagram, plane, library))}
    camera, center = view.surface.camera, view.content_rect().center()
    for scale in (1.0, 0.6, 0.4, 0.2):
        camera.look_at(scale, center)
        times[f"pan {scale:.0%}"] = median(lambda i: frames.after(lambda: camera.pan(37 if i % 2 else -41, 23)))
        times[f"frame {scale:.0%}"] = median(lambda i: frames.after(view.viewport().update))
        times[f"zoom {scale:.0%}"] = median(lambda i: frames.after(lambda: camera.zoom_by(1.04 if i % 2 else 1 / 1.03)))
    view.run("fit")
    times["pan all"] = median(lambda i: frames.after(lambda: camera.pan(5 if i % 2 else -5, 5)))
    times["frame all"] = median(lambda i: frames.after(view.viewport().update))
    camera.look_at(1.0, center)
    node = view.surface.scene.element_at(center) or next(iter(diagram.all(Shape))).shows
    near = view.surface.scene.shape_of(node) or next(iter(view.surface.scene.items_by_key.values()))
    camera.look_at(1.0, near.sceneBoundingRect().center())
    times["edit"] = median(lambda i: frames.after(lambda: shift(diagram, near.look.key, 8 if i % 2 else -8)))
    view.run("fit")
    times["edit far"] = median(lambda i: frames.after(lambda: shift(diagram, near.look.key, 8 if i % 2 else -8)))
    camera.look_at(1.0, center)
    shapes = [
        item.look.element for item in view.surface.scene.items(view.visible_rect()) if isinstance(item, ShapeItem)
    ]
    times["160 marks"] = median(lambda i: frames.after(lambda: view.update_marks("run", marks(shapes, i))))
    times["stream 99 %"], times["stream worst"] = measure_stream(view, shapes)
    view.run("fit")
    times["160 marks far"] = median(lambda i: frames.after(lambda: view.update_marks("run", marks(shapes, i))))
    QApplication.processEvents()
    every = [look.element for look in view.surface.scene.looks.values() if isinstance(look, ShapeLook)]
    times["stream far 99"], times["stream far max"] = measure_stream(view, every)
    view.close_diagram()
    view.deleteLater()
    return times


def opened(view: CanvasView, action: Callable[[], object]) -> Cost:
    """What it takes until the first picture of the plane is whole."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    view.viewport().repaint()
    while not view.is_whole:
        QApplication.processEvents()
    return Cost((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def measure_stream(view: CanvasView, shapes: Sequence[str]) -> tuple[Cost, Cost]:
    """What turns of the event loop cost while marks come at 10,000 a second: the 99th of 100, and the longest."""
    turns: list[Cost] = []
    began = due = time.perf_counter()
    number = 0
    while (now := time.perf_counter()) - began < STREAM:
        wall, cpu = now, time.process_time()
        while now >= due:
            number, due = number + 1, due + 0.01
            state = tuple(State)[number % 4]
            view.update_marks("run", {shapes[(number * 100 + i) % len(shapes)]: Mark(state) for i in range(100)})
        QApplication.processEvents()
        turns.append(Cost((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000))
    turns.sort(key=lambda cost: cost.cpu)
    return turns[int(len(turns) * 0.99)], turns[-1]


def shift(diagram: Diagram, shape: str, dx: float) -> None:
    with diagram.edit("Move") as tx:
        tx.update(shape, Shape, lambda item: item.with_bounds(item.bounds.moved(dx, 0)))


def marks(shapes: Sequence[str], turn: int) -> dict[str, Mark]:
    """A batch as a run sends it: the next blocks become active with some lights, and the last are done."""
    lights = (Light.PASSED, Light.PASSED, Light.RUNNING, Light.OFF, Light.OFF)
    size = len(shapes)
    batch = {shapes[(turn * 80 + i) % size]: Mark(State.ACTIVE, lights, tokens=1) for i in range(80)}
    return {shapes[(turn * 80 - 80 + i) % size]: Mark(State.DONE, duration=0.4) for i in range(80)} | batch


def measure_peer(diagram: Diagram) -> dict[str, Cost]:
    view = QGraphicsView()
    view.setRenderHints(QPainter.RenderHint.Antialiasing)
    view.resize(1600, 1000)
    view.show()
    frames = Frames(view)
    QApplication.processEvents()
    times = {"open": frames.after(lambda: view.setScene(_peer_scene(diagram, view)))}
    view.resetTransform()
    bar = view.horizontalScrollBar()
    times["pan 100%"] = median(lambda i: frames.after(lambda: bar.setValue(bar.value() + 37)))
    times["frame 100%"] = median(lambda i: frames.after(view.viewport().update))
    view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    times["frame all"] = median(lambda i: frames.after(view.viewport().update))
    view.deleteLater()
    return times


def _peer_scene(diagram: Diagram, view: QGraphicsView) -> QGraphicsScene:
    scene = QGraphicsScene(view)
    for shape in diagram.all(Shape):
        scene.addRect(QRectF(*shape.bounds))
        scene.addSimpleText(diagram[shape.shows].name).setPos(shape.bounds.x + 8, shape.bounds.y + 30)
    for edge in diagram.all(Edge):
        path = QPainterPath(QPointF(*edge.waypoints[0]))
        for point in edge.waypoints[1:]:
            path.lineTo(*point)
        scene.addPath(path)
    return scene


def main(counts: Sequence[int]) -> None:
    app = QApplication([])
    for count in counts:
        diagram = make_diagram(count)
        with collected_here(app):
            keep()
            peer, own = measure_peer(diagram), measure_canvas(diagram)
        print(f"\n{count} blocks")
        for name, cost in own.items():
            limit = 1000 if name == "open" else FRAME
            beside = (
                f"{cost.cpu / peer[name].cpu:8.2f} × plain view ({peer[name].cpu:.1f})"
                if name in peer and peer[name].cpu
                else ""
            )
            over = "OVER" if cost.cpu > limit else ""
            print(f"  {name:14} wall {cost.wall:8.1f}   cpu {cost.cpu:8.1f} ms {over:5}{beside}", flush=True)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000, 5000, 10_000])
