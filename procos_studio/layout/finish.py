"""Finish: what a picture gets once all its shapes have their places: the remaining lines, and the labels."""

from __future__ import annotations

from procos_studio.layout.bridges import bridge
from procos_studio.layout.labels import label
from procos_studio.layout.picture import Picture
from procos_studio.layout.view import View


def finished(view: View, picture: Picture) -> Picture:
    """The picture with a line for every flow between two of its shapes, and with its labels."""
    bridge(view, picture)
    label(view, picture)
    return picture
