"""Export: a picture of a plane as SVG, PNG or PDF, from the command line and without a screen."""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from procos_studio.bpmn import read_file
from procos_studio.canvas import theme as themes
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.still import scene_of
from procos_studio.layout import draw_missing
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Collaboration, Plane, Process
from procos_studio.problems import Problem, Refused, error

MARGIN = 24.0
"""Empty room around the drawing, in units of the plane."""
DENSITY = 2.0
"""Pixels of a PNG per unit of the plane, where the picture stays small enough."""
UNUSABLE = 2
"""The exit code for wrong use and for files that cannot be read or written, as in `procos`."""
_LARGEST = 16_000
"""The longest side of a PNG, in pixels."""
_MOST = 32e6
"""The pixels of a PNG at most: it takes four bytes of memory for each."""
_POINTS = 0.75
"""Points (1/72 inch) per unit: a unit is a pixel at 96 per inch."""


def picture(scene: PlaneScene, path: Path) -> None:
    """Write what a scene shows; the ending of `path` says how. Raises Refused for another ending, or if it fails."""
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise Refused(
            error("image.format", f"“{path.name}” ends in no format that is known.", hint="Use .svg, .png or .pdf.")
        )
    try:
        path.open("ab").close()  # what Qt says of a place where nothing can be written, it says to nobody
    except OSError as failure:
        raise Refused(_not_written(f"{path}: {failure.strerror or failure}")) from failure
    area = scene.drawn_rect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    if not write(scene, area, path):
        raise Refused(_not_written(str(path)))


def _not_written(what: str) -> Problem:
    return error("image.not-written", f"The picture could not be written ({what}).", hint="Check the folder.")


def _svg(scene: PlaneScene, area: QRectF, path: Path) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setResolution(96)
    generator.setSize(area.size().toSize())
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle(path.stem)
    painter = QPainter()
    return painter.begin(generator) and _paint(painter, scene, area, QRectF(0, 0, area.width(), area.height()))


def _png(scene: PlaneScene, area: QRectF, path: Path) -> bool:
    finest = math.sqrt(_MOST / (area.width() * area.height()))
    density = min(DENSITY, _LARGEST / max(area.width(), area.height()), finest)
    image = QImage((area.size() * density).toSize(), QImage.Format.Format_RGB32)
    image.fill(scene.theme.color("canvas"))
    painter = QPainter()
    return painter.begin(image) and _paint(painter, scene, area, QRectF(image.rect())) and image.save(str(path))


def _pdf(scene: PlaneScene, area: QRectF, path: Path) -> bool:
    writer = QPdfWriter(str(path))
    writer.setResolution(96)
    writer.setTitle(path.stem)
    writer.setPageSize(QPageSize(area.size() * _POINTS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter()
    return painter.begin(writer) and _paint(painter, scene, area, QRectF(0, 0, writer.width(), writer.height()))


def _paint(painter: QPainter, scene: PlaneScene, area: QRectF, page: QRectF) -> bool:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(page, scene.theme.color("canvas"))
    scene.render(painter, page, area, Qt.AspectRatioMode.KeepAspectRatio)
    return painter.end()


_WRITERS: Mapping[str, Callable[[PlaneScene, QRectF, Path], bool]] = {".svg": _svg, ".png": _png, ".pdf": _pdf}


def first_plane(diagram: Diagram) -> str:
    """The plane of the collaboration, else of the first process, else any; `""` in a file without a drawing."""
    for kind in (Collaboration, Process):
        for element in diagram.children(diagram.root.id, kind):
            plane = diagram.plane_of(element.id)
            if plane is not None:
                return plane.id
    return next((plane.id for plane in diagram.all(Plane)), "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a file; 0 where that worked, 2 with the reason on stderr where not."""
    options = _parser().parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["procos-image"])
    try:
        diagram = draw_missing(read_file(options.file).diagram)
        plane = _plane(diagram, options.element)
        scene = scene_of(diagram, plane, load(), themes.load(options.theme))
        picture(scene, Path(options.output))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return UNUSABLE
    except OSError as failure:
        print(f"error: {failure.strerror}: {failure.filename}", file=sys.stderr)
        return UNUSABLE
    application.processEvents()
    return 0


def _plane(diagram: Diagram, element: str) -> str:
    if not element:
        return first_plane(diagram)
    plane = diagram.plane_of(element)
    if plane is None:
        raise Refused(error("image.no-plane", f"“{element}” has no page of its own.", element))
    return plane.id


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="procos image", description="A picture of a BPMN file.")
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="a file ending in .svg, .png or .pdf")
    parser.add_argument("--theme", choices=themes.NAMES, default="light", help="colours (default: light)")
    parser.add_argument("--element", default="", metavar="ID", help="the sub-process whose inside is to be drawn")
    return parser


if __name__ == "__main__":
    sys.exit(main())
