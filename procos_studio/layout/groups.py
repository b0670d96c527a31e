"""Groups: the frames around elements that a file says or draws as belonging together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from procos_studio.layout.picture import Picture
from procos_studio.layout.sizes import GROUP
from procos_studio.layout.view import View
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.names import local_reference
from procos_studio.model.records import Artifact, FlowNode

_MARGIN = 16.0


def frame(view: View, picture: Picture, drawn: Mapping[str, Bounds]) -> None:
    """Put every group of the view round what it held in `drawn`, or else round the nodes of its category.

    One that holds nothing stands below everything.
    """
    empty = count()
    for group in view.diagram.all(Artifact):
        if group.kind != "group" or not view.has(group) or group.id in picture.boxes:
            continue
        held = _held(group, drawn) if group.id in drawn else _of_category(view, group)
        around = united(picture.boxes[key] for key in held if key in picture.boxes)
        if around is not None:
            picture.boxes[group.id] = around.grown(_MARGIN)
        elif _belongs(view, picture, group):
            extent = picture.extent
            x = extent.x + next(empty) * (GROUP[0] + _MARGIN)
            picture.boxes[group.id] = Bounds(x, extent.bottom + 3 * _MARGIN, *GROUP)


def _held(group: Artifact, drawn: Mapping[str, Bounds]) -> list[str]:
    frame_now = drawn[group.id]
    return [key for key, box in drawn.items() if key != group.id and frame_now.encloses(box)]


def _of_category(view: View, group: Artifact) -> list[str]:
    wanted = group.reference("categoryValueRef")
    if not wanted:
        return []
    return [node.id for node in view.diagram.all(FlowNode) if wanted in _categories(node)]


def _categories(node: FlowNode) -> list[str]:
    return [local_reference(item.text) for item in node.details if item.kind == "categoryValueRef"]


def _belongs(view: View, picture: Picture, group: Artifact) -> bool:
    """Whether the group's process, sub-process or collaboration is in this picture."""
    siblings = view.diagram[group.parent].children
    return group.parent in picture.boxes or any(key in picture.boxes for key in siblings if key != group.id)
