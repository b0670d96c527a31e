"""Table: the gestures that a drag with the left button may begin, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.bending import Bending
from procos_studio.canvas.tools.connecting import Connecting
from procos_studio.canvas.tools.labelling import Labelling
from procos_studio.canvas.tools.marquee import Marquee
from procos_studio.canvas.tools.moving import Moving
from procos_studio.canvas.tools.panning import Panning
from procos_studio.canvas.tools.reconnecting import Reconnecting
from procos_studio.canvas.tools.resizing import Resizing
from procos_studio.canvas.tools.tool import Pointer, Tool

GESTURES: tuple[Callable[[Surface, Pointer], Tool | None], ...] = (
    Resizing.at,  # resize at a corner of what is selected
    Reconnecting.at,  # move an end of the selected flow
    Bending.at,  # bend the selected flow at a piece of it
    Connecting.at,  # connect from a port
    Labelling.at,  # move a label
    Resizing.between_lanes,  # move the border between two lanes
    Moving.at,  # move what is selected; with Ctrl a copy of it, with Alt out of its flow
    Bending.grab,  # bend the selected flow where it is taken hold of
    Panning.at,  # pan, for those who are used to that
    Marquee.at,  # select what a rectangle encloses
)
"""Each answers with the gesture that begins where the button went down, or None."""


def first_gesture(surface: Surface, start: Pointer) -> Tool | None:
    """The gesture that a drag from `start` begins."""
    for begin in GESTURES:
        gesture = begin(surface, start)
        if gesture is not None:
            return gesture
    return None
