"""Table: the gestures that a drag with the left button may begin, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.bending import Bending
from procos_studio.canvas.tools.connecting import Connecting
from procos_studio.canvas.tools.labelling import Labelling
from procos_studio.canvas.tools.marquee import Marquee
from procos_studio.canvas.tools.moving import Moving
from procos_studio.canvas.tools.reconnecting import Reconnecting
from procos_studio.canvas.tools.resizing import Resizing
from procos_studio.canvas.tools.tool import Pointer, Tool

GESTURES: tuple[tuple[str, Callable[[Surface, Pointer], Tool | None]], ...] = (
    ("resize at a corner of what is selected", Resizing.at),
    ("move an end of the selected flow", Reconnecting.at),
    ("bend the selected flow at a piece of it", Bending.at),
    ("connect from a port", Connecting.at),
    ("move a label", Labelling.at),
    ("move what is selected; with Ctrl a copy of it, with Alt out of its flow", Moving.at),
    ("bend the selected flow where it is taken hold of", Bending.grab),
    ("select what a rectangle encloses", Marquee.at),
)
"""What each does, and how it answers: with the gesture that begins where the button went down, or None."""


def first_gesture(surface: Surface, start: Pointer) -> Tool | None:
    """The gesture that a drag from `start` begins."""
    for _, begin in GESTURES:
        gesture = begin(surface, start)
        if gesture is not None:
            return gesture
    return None
