"""Handles: the grips on what is selected or under the pointer: ports, corners, and the ends and pieces of flows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import DATA, ShapeLook
from procos_studio.canvas.marks import State
from procos_studio.canvas.overlay import Box, Dot, Overlay, Primitive
from procos_studio.canvas.scene import PlaneScene
from procos_studio.model.records import EVENTS, GATEWAYS

LAYER = "handles"
_PORT_REACH = 11.0
"""How far outside its shape a port stands, in pixels."""
_HIT = 8.0
"""How near to a handle the pointer must be, in pixels."""
_HOVER = 20.0
"""How far outside a shape, in pixels, the pointer may go before its ports disappear."""
_RING = 5.0
"""How far outside a shape the ring of the keyboard runs, in pixels."""
_MOST_CORNERS = 24
"""Of more selected shapes none shows its corners; of several only steps do."""
_SHORTEST = 24.0
"""Pieces of a flow shorter than this, in pixels, have no handle."""

FIXED_SIZE = EVENTS | GATEWAYS | DATA
"""Kinds that keep the size that the notation gives them."""
_BARE = (State.IDLE, State.ACTIVE)
"""States that put no badge on a corner."""
WITHOUT_PORTS = frozenset({"lane", "group"})


class Grip(StrEnum):
    """What a handle does."""

    PORT = "port"
    CORNER = "corner"
    SIDE = "side"
    END = "end"
    PIECE = "piece"
    BEND = "bend"


@dataclass(frozen=True, slots=True)
class Handle:
    """A place to drag. `which` is a port's or border's side (0 left, 1 top, 2 right, 3 bottom), a corner (0 top left,
    then clockwise), an end (0 source, 1 target) or the number of a piece or point of a flow, from 0.
    """

    grip: Grip
    element: str
    at: QPointF
    which: int


class Handles:
    """Shows the handles of a scene on its overlay, and finds the one under the pointer.

    `units` tells how many units of the plane a length in pixels is now.
    """

    def __init__(self, scene: PlaneScene, overlay: Overlay, units: Callable[[float], float]) -> None:
        self._scene, self._overlay, self._units = scene, overlay, units
        self._hovered = ""
        self._hidden = False
        self._rings = False
        self._shown: tuple[Handle, ...] = ()
        self._cover: QRectF | None = None

    @property
    def hovered(self) -> str:
        """The element whose ports show because the pointer is on it, or `""`."""
        return self._hovered

    def find(self, point: QPointF, *grips: Grip) -> Handle | None:
        """The nearest handle of some kinds (default: any) at a point of the plane."""
        near = self._units(_HIT)
        wanted = [item for item in self._shown if not grips or item.grip in grips]
        nearest = min(wanted, key=lambda item: QLineF(item.at, point).length(), default=None)
        return nearest if nearest is not None and QLineF(nearest.at, point).length() <= near else None

    def hover(self, point: QPointF | None) -> None:
        """Show the ports of the shape at the pointer (None: it left the view)."""
        wanted = self._near(point) if point is not None else ""
        if wanted != self._hovered:
            self._hovered = wanted
            self.place()

    def hide(self, hidden: bool) -> None:
        """Show none while a gesture lasts."""
        if hidden != self._hidden:
            self._hidden, self._hovered = hidden, ""
            self.place()

    def show_ring(self, shown: bool) -> None:
        """Show a ring around what was selected last, because the keyboard acts there."""
        if shown != self._rings:
            self._rings = shown
            self.place()

    def refresh(self) -> None:
        """Something else is selected, or what is selected lies elsewhere."""
        self._cover = None
        self.place()

    def place(self) -> None:
        """Put the handles where they belong in the scale of now."""
        self._shown = () if self._hidden else tuple(self._wanted())
        outlines = () if self._hidden else self._outlines()
        self._overlay.put(LAYER, (*outlines, *map(_dot, self._shown)))

    def _near(self, point: QPointF) -> str:
        """The step under a point, else the one whose ports show if the point is near to it, else any near one.

        On the ground of an open sub-process a step that is near comes before that.
        """
        exact = self._scene.shape_at(point)
        below = exact.look if exact is not None and _has_ports(exact.look) else None
        if below is not None and not below.is_area:
            return below.element
        room = self._units(_HOVER)
        around = self._scene.items(QRectF(point.x() - room, point.y() - room, 2 * room, 2 * room))
        looks = [item.look for item in around if isinstance(item, ShapeItem) and _has_ports(item.look)]
        near = [look for look in looks if below is None or not look.is_area]
        reached = [look.element for look in near if QRectF(*look.bounds.grown(room)).contains(point)]
        otherwise = below.element if below is not None else ""
        return self._hovered if self._hovered in reached else next(iter(reached), otherwise)

    def _wanted(self) -> Iterable[Handle]:
        scene, selection = self._scene, self._scene.selected
        only = selection[0] if len(selection) == 1 else ""
        shape, edge = scene.shape_of(only), scene.edge_of(only)
        for key in selection if len(selection) <= _MOST_CORNERS else ():
            item = scene.shape_of(key)
            if item is not None and item.look.kind not in FIXED_SIZE and (only or not item.look.is_area):
                yield from _corners(item)
        if shape is not None and (shape.look.expanded or shape.look.kind in ("lane", "participant")):
            yield from _sides(shape)
        if edge is not None:
            yield from self._of_edge(edge)
        hovered = scene.shape_of(self._hovered)
        if hovered is not None:
            yield from self._ports(hovered)

    def _outlines(self) -> tuple[Primitive, ...]:
        """A frame around several selected shapes at once, and the ring of the keyboard."""
        selection = self._scene.selected
        shown: list[Primitive] = []
        if len(selection) > 1:
            if self._cover is None:
                # how far all of a plane reaches is known already
                is_all = len(selection) == len(self._scene.elements())
                self._cover = self._scene.drawn_rect() if is_all else self._scene.extent(selection)
            shown.append(Box(_around(self._cover, self._units(8)), dashed=True, radius=4))
        if selection and self._rings:
            box = _around(self._scene.extent(selection[-1:]), self._units(_RING))
            shown.append(Box(box, radius=6, weight=2))
        return tuple(shown)

    def _ports(self, item: ShapeItem) -> Iterable[Handle]:
        box, reach = QRectF(*item.look.bounds), self._units(_PORT_REACH)
        label = self._scene.labels.get(item.look.key)
        covered = label.text_rect() if label is not None else QRectF()
        middle = box.center()
        for side, (border, outwards) in enumerate(
            (
                (QPointF(box.left(), middle.y()), QPointF(-reach, 0)),
                (QPointF(middle.x(), box.top()), QPointF(0, -reach)),
                (QPointF(box.right(), middle.y()), QPointF(reach, 0)),
                (QPointF(middle.x(), box.bottom()), QPointF(0, reach)),
            )
        ):
            place = border + outwards
            yield Handle(Grip.PORT, item.look.element, border if covered.contains(place) else place, side)

    def _of_edge(self, item: EdgeItem) -> Iterable[Handle]:
        points = [QPointF(*point) for point in item.look.points]
        if len(points) < 2:
            return
        element = item.look.element
        yield Handle(Grip.END, element, points[0], 0)
        yield Handle(Grip.END, element, points[-1], 1)
        for number, point in enumerate(points[1:-1], 1):
            yield Handle(Grip.BEND, element, point, number)
        for number, (start, end) in enumerate(pairwise(points)):
            if QLineF(start, end).length() >= self._units(_SHORTEST):
                yield Handle(Grip.PIECE, element, (start + end) / 2, number)


def _around(area: QRectF, room: float) -> QRectF:
    return area.adjusted(-room, -room, room, room)


def _has_ports(look: ShapeLook) -> bool:
    return look.kind not in WITHOUT_PORTS


def _corners(item: ShapeItem) -> Iterable[Handle]:
    """The corners that no badge covers."""
    box, mark = QRectF(*item.look.bounds), item.mark
    free = (mark.severity is None, not mark.tokens and mark.state in _BARE, True, not mark.breakpoint)
    for which, at in enumerate((box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())):
        if free[which]:
            yield Handle(Grip.CORNER, item.look.element, at, which)


def _sides(item: ShapeItem) -> Iterable[Handle]:
    """The middles of the borders of what holds others, whose corners are far away."""
    box = QRectF(*item.look.bounds)
    x, y = box.center().x(), box.center().y()
    places = (QPointF(box.left(), y), QPointF(x, box.top()), QPointF(box.right(), y), QPointF(x, box.bottom()))
    for which, at in enumerate(places):
        yield Handle(Grip.SIDE, item.look.element, at, which)


def _dot(handle: Handle) -> Dot:
    match handle.grip:
        case Grip.PORT:
            return Dot(handle.at, radius=4.0)
        case Grip.CORNER | Grip.SIDE:
            return Dot(handle.at, radius=3.5, square=True)
        case Grip.END:
            return Dot(handle.at, radius=4.5, filled=True)
        case Grip.PIECE:
            return Dot(handle.at, radius=3.5)
        case Grip.BEND:
            return Dot(handle.at, radius=2.5, filled=True)
