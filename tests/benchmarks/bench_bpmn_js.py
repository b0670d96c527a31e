"""Benchmark: our canvas beside bpmn-js in Chromium, on the same files: `bench_bpmn_js.py [COUNT …]`.

Milliseconds on the wall, as that is what both can say: medians of twelve, but for opening, which reads the file too. In
Chromium a frame counts until the second animation frame, its rate unbound; ours until it is painted. Both paint with
the processor, without a graphics card. Where Chromium, node or npm is missing it says so and ends well.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_canvas import Frames, median, shift
from drawings import make_diagram
from peers.processes import Missing, bpmn_js
from PySide6.QtWidgets import QApplication

from procos_studio.bpmn import read_file, write_file
from procos_studio.canvas import theme
from procos_studio.canvas.view import CanvasView
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Plane, Shape

_NAMES = {"open": "open", "pan": "pan at 100 %", "whole": "all of it in one frame", "move": "move a block"}


def ours(file: Path) -> dict[str, float]:
    """The same steps on our canvas."""
    view = CanvasView(theme.load("light"))
    view.resize(1600, 1000)
    view.show()
    frames = Frames(view)
    library = load()
    QApplication.processEvents()
    opened: list[Diagram] = []

    def open_file() -> None:
        opened.append(read_file(file).diagram)
        view.show_diagram(opened[0], next(opened[0].all(Plane)).id, library)

    times = {"open": frames.after(open_file)}
    camera, center = view.surface.camera, view.content_rect().center()
    times["whole"] = median(lambda i: frames.after(lambda: camera.zoom_by(1.01 if i % 2 else 1 / 1.01)))
    camera.look_at(1.0, center)
    times["pan"] = median(lambda i: frames.after(lambda: camera.pan(37 if i % 2 else -41, 23)))
    shape = list(opened[0].all(Shape))[5]
    camera.look_at(1.0, view.surface.scene.items_by_key[shape.id].sceneBoundingRect().center())
    times["move"] = median(lambda i: frames.after(lambda: shift(opened[0], shape.id, 8 if i % 2 else -8)))
    view.close_diagram()
    view.deleteLater()
    return {name: cost.wall for name, cost in times.items()}


def theirs(files: Sequence[Path]) -> list[dict[str, float]]:
    """What bpmn-js needs for each file. Raises Missing."""
    chromium = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if chromium is None:
        raise Missing("bpmn-js is left out: it needs Chromium")
    folder, peer = bpmn_js()
    done = subprocess.run(
        ["node", str(peer), chromium, *map(str, files)], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Missing(f"bpmn-js is left out: {done.stderr.strip()[-300:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def main(counts: Sequence[int]) -> None:
    QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{count}.bpmn" for count in counts]
        for count, file in zip(counts, files, strict=True):
            write_file(make_diagram(count), file)
        try:
            found = theirs(files)
        except Missing as missing:
            print(missing)
            return
        for count, file, peer in zip(counts, files, found, strict=True):
            print(f"\n{count} blocks                ours   bpmn-js")
            own = ours(file)
            for name, title in _NAMES.items():
                print(
                    f"  {title:24} {own[name]:7.1f}   {peer[name]:7.1f} ms   {peer[name] / own[name]:6.1f} ×",
                    flush=True,
                )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000, 5000])
