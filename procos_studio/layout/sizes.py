"""Sizes: how large a thing is drawn that has no size yet, and how much room a name takes."""

from __future__ import annotations

import math

from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import camunda
from procos_studio.model.records import DataElement, FlowNode

GRID = 8.0
"""Middles of columns and of rows stand on multiples of this."""
TASK = (100.0, 80.0)
SPECIALISED = (160.0, 80.0)
EVENT = (36.0, 36.0)
GATEWAY = (50.0, 50.0)
DATA_OBJECT = (36.0, 50.0)
DATA_STORE = (50.0, 50.0)
GROUP = (300.0, 200.0)
LABEL_WIDTH = 90.0
"""An outer label breaks into lines of this width, as the canvas does."""
LINE = 14.0
"""The height of a line of an outer label."""
_LABEL_LINES = 3
_CHARACTER = 6.2
"""The mean width of a character of an outer label."""
_NOTE_WIDTH, _NOTE_LINES = 160.0, 12


def size_of(element: Element) -> tuple[float, float]:
    """Width and height of a flow node, data element or artifact that stands alone; a sub-process as if collapsed."""
    if isinstance(element, FlowNode):
        if element.is_event:
            return EVENT
        if element.is_gateway:
            return GATEWAY
        return SPECIALISED if element.get(camunda("modelerTemplate")) else TASK
    if element.kind == "textAnnotation":
        return _note_size(element)
    if element.kind == "group":
        return GROUP
    return DATA_STORE if element.kind.startswith("dataStore") else DATA_OBJECT


def _note_size(element: Element) -> tuple[float, float]:
    text = next((detail.text for detail in element.details if detail.kind == "text"), "")
    width, lines = wrapped(text, _NOTE_WIDTH - 16)
    return (max(100.0, up_to_grid(width + 16)), up_to_grid(min(lines, _NOTE_LINES) * LINE + 12))


def outer_name(element: Element) -> str:
    """The text beside a shape: its name, for data with the state in brackets; `""` where the name stands inside."""
    if isinstance(element, DataElement):
        state = next((detail.get("name") for detail in element.details if detail.kind == "dataState"), "")
        return f"{element.name}\n[{state}]".strip() if state else element.name
    return element.name if isinstance(element, FlowNode) and not element.is_activity else ""


def label_size(name: str, width: float = LABEL_WIDTH) -> tuple[float, float]:
    """Width and height that a name takes beside a shape or a flow; zero without a name. Long names are made wider."""
    if not name.strip():
        return (0.0, 0.0)
    used, lines = wrapped(name, width)
    while lines > _LABEL_LINES and width < 2 * LABEL_WIDTH:
        width += LABEL_WIDTH / 3
        used, lines = wrapped(name, width)
    return (min(width, used + 4), min(lines, 2 * _LABEL_LINES) * LINE)


def wrapped(text: str, width: float) -> tuple[float, int]:
    """The widest line and the number of lines of a text broken at `width`; estimated, no font is asked."""
    most = max(1, int(width / _CHARACTER))
    widest = lines = 0
    for paragraph in text.strip().split("\n"):
        used = 0
        lines += 1
        for word in paragraph.split():
            size = len(word)
            if used and used + 1 + size > most:
                lines, used = lines + 1, 0
            elif used:
                size += used + 1
            lines += (size - 1) // most
            used = size if size <= most else size % most or most
            widest = max(widest, min(size, most))
    return widest * _CHARACTER, lines


def to_grid(value: float) -> float:
    """The nearest multiple of the grid."""
    return round(value / GRID) * GRID


def up_to_grid(value: float) -> float:
    """The least multiple of the grid that is not smaller."""
    return math.ceil(value / GRID - 1e-9) * GRID


def centred(at: Point, size: tuple[float, float]) -> Bounds:
    """The bounds of this size around a middle."""
    return Bounds(at.x - size[0] / 2, at.y - size[1] / 2, *size)
