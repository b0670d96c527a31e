"""Export: pictures of a BPMN file without a screen; `procos image` starts this in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from procos_studio.bpmn import read_file
from procos_studio.canvas import theme as themes
from procos_studio.canvas.picture import Wish, write
from procos_studio.canvas.sheets import Sheet, all_sheets, first_plane, sheet
from procos_studio.layout import draw_missing
from procos_studio.library import load
from procos_studio.library.shelves import present, project_shelf, user_shelves
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused, error

UNUSABLE = 2
"""The exit code for wrong use and for files that cannot be read or written, as in `procos`."""


class Order(NamedTuple):
    """What to draw, and how; the options of `procos image` by their names."""

    file: str
    output: str
    theme: str = "light"
    element: str = ""
    only: Sequence[str] = ()
    all: bool = False
    scale: float | None = None
    transparent: bool = False


def draw(order: Order) -> int:
    """Write the pictures; 0 where that worked, 2 with the reason on stderr where not."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["procos-image"])
    try:
        diagram = draw_missing(read_file(order.file).diagram)
        write(_sheets(diagram, order), Path(order.output), Wish(order.scale, order.transparent))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return UNUSABLE
    except OSError as failure:
        print(f"error: {failure.strerror}: {failure.filename}", file=sys.stderr)
        return UNUSABLE
    application.processEvents()
    return 0


def _sheets(diagram: Diagram, order: Order) -> tuple[Sheet, ...]:
    shelves = present((*user_shelves(), project_shelf(Path(order.file))))
    library, theme = load(shelves), themes.load(order.theme)
    if order.all:
        return all_sheets(diagram, library, theme)
    for key in (*order.only, *filter(None, [order.element])):
        if key not in diagram:
            hint = "`procos show` lists the elements with their ids."
            raise Refused(error("image.no-element", f"There is no element “{key}” in the file.", hint=hint))
    return (sheet(diagram, _plane(diagram, order), library, theme, order.only or None),)


def _plane(diagram: Diagram, order: Order) -> str:
    """The page of the element that was named, else the one on which the wanted elements are drawn, else the first."""
    if order.element:
        plane = diagram.plane_of(order.element)
        if plane is None:
            hint = "Name a closed sub-process, or leave it out."
            raise Refused(error("image.no-plane", f"“{order.element}” has no page of its own.", hint=hint))
        return plane.id
    drawn = diagram.drawn(order.only[0]) if order.only else ()
    return drawn[0].parent if drawn else first_plane(diagram)


def main(arguments: Sequence[str]) -> int:
    """Draw an order that is given as JSON; the exit code."""
    return draw(Order(**json.loads(arguments[0])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
