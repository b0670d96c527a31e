"""PlaneScene: the items of one plane, found by element, and what is selected on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from procos_studio.canvas.crossings import Crossings
from procos_studio.canvas.extents import Extents, around, extent
from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import EdgeLook, Look, ShapeLook
from procos_studio.canvas.marks import Layers, Mark
from procos_studio.canvas.theme import Theme
from procos_studio.model.geometry import Bounds

Drawable = ShapeItem | EdgeItem
_MARGIN = 4000.0
"""How far one may pan beyond what is drawn."""


class PlaneScene(QGraphicsScene):
    """Holds the items, keeps them alive, and finds them. Sync is the only caller of `put` and `drop`."""

    def __init__(self, theme: Theme, layers: Layers) -> None:
        super().__init__()
        self.theme = theme
        self.layers = layers
        self.items_by_key: dict[str, Drawable] = {}
        self.labels: dict[str, LabelItem] = {}
        self.crossings = Crossings()
        self._grounds: dict[str, ShapeLook] = {}
        self._keys: dict[str, dict[str, None]] = {}
        self._selected: dict[str, None] = {}
        self._touched: dict[str, None] = {}
        self._extents = Extents(self.items_by_key, self.labels)
        self._reached = QRectF()
        self._is_building = False
        self.setSceneRect(QRectF(-_MARGIN, -_MARGIN, 2 * _MARGIN, 2 * _MARGIN))

    # contents -----------------------------------------------------------------------------------------------------

    def put(self, look: Look) -> None:
        """Show a look: make its item, or change the one there is."""
        known = self.items_by_key.get(look.key)
        if known is not None and known.look == look:
            return
        if known is not None and (type(known.look) is not type(look) or known.look.element != look.element):
            self.drop(look.key)
            known = None
        if known is None:
            known = self._made(look)
        else:
            self._extents.forget(look.key)
            _adopt(known, look)
        if isinstance(look, EdgeLook):
            self._forget_hops(self.crossings.put(look.key, look.points))
        self._put_label(look)
        if not self._is_building:
            self._reached = self._reached.united(extent(look))
        self._note_ground(look)
        self._touched[look.key] = None
        self._extents.note(look.key)

    def _note_ground(self, look: Look) -> None:
        if isinstance(look, ShapeLook) and look.is_area and look.fill:
            self._grounds[look.key] = look
        else:
            self._grounds.pop(look.key, None)

    def ground_at(self, point: QPointF) -> str:
        """The colour that the file gives to the pool, lane or open sub-process at a point; `""` where it gives none."""
        if not self._grounds:
            return ""
        found = [look for look in self._grounds.values() if QRectF(*look.bounds).contains(point)]
        return max(found, key=lambda look: look.z).fill if found else ""

    def drop(self, key: str) -> None:
        """Remove the item of a shape or edge, and its label."""
        item = self.items_by_key.get(key)
        if item is None:
            return
        self._extents.forget(key)
        del self.items_by_key[key]
        self._drop_label(key)
        self._grounds.pop(key, None)
        self._forget_hops(self.crossings.drop(key))
        self.removeItem(item)
        keys = self._keys.get(item.look.element, {})
        keys.pop(key, None)
        if not keys:
            self._keys.pop(item.look.element, None)
            self._selected.pop(item.look.element, None)
        self._touched[key] = None

    def _forget_hops(self, keys: Iterable[str]) -> None:
        for key in keys:
            item = self.items_by_key.get(key)
            if isinstance(item, EdgeItem):
                item.forget_hops()

    def take_touched(self) -> tuple[str, ...]:
        """The keys of the shapes and edges that look different since this was last asked, or are gone."""
        touched, self._touched = tuple(self._touched), {}
        return touched

    def _made(self, look: Look) -> Drawable:
        item: Drawable
        if isinstance(look, ShapeLook):
            item = ShapeItem(look, self.theme)
        else:
            item = EdgeItem(look, self.theme, self.crossings.hops)
        item.set_mark(self.layers.of(look.element))
        item.set_selected(look.element in self._selected)
        self.items_by_key[look.key] = item
        self._keys.setdefault(look.element, {})[look.key] = None
        self.addItem(item)
        return item

    def _put_label(self, look: Look) -> None:
        known = self.labels.get(look.key)
        if not look.has_outer_label:
            self._drop_label(look.key)
        elif known is not None:
            known.set_look(look)
        else:
            made = self.labels[look.key] = LabelItem(look, self.theme, self.ground_at)
            made.set_selected(look.element in self._selected)
            self.addItem(made)

    def _drop_label(self, key: str) -> None:
        label = self.labels.pop(key, None)
        if label is not None:
            self.removeItem(label)

    @contextmanager
    def building(self) -> Iterator[None]:
        """While all items of a plane are made, what they cover is not asked one by one."""
        self._is_building = True
        try:
            yield
        finally:
            self._is_building = False
            self._reached = self._reached.united(around(item.look for item in self.items_by_key.values()))

    def reach(self) -> None:
        """Let the plane grow so that one can pan past what is drawn; it never shrinks while it is open."""
        box = self._reached.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if not self.sceneRect().contains(box):
            self.setSceneRect(self.sceneRect().united(box))

    # finding ------------------------------------------------------------------------------------------------------

    def item_of(self, element: str) -> Drawable | None:
        """The first item that shows an element on this plane."""
        return next(self.items_of(element), None)

    def items_of(self, element: str) -> Iterator[Drawable]:
        """Every item that shows an element on this plane."""
        return (self.items_by_key[key] for key in self._keys.get(element, ()))

    def shape_of(self, element: str) -> ShapeItem | None:
        """The shape that shows an element on this plane."""
        return next((item for item in self.items_of(element) if isinstance(item, ShapeItem)), None)

    def edge_of(self, element: str) -> EdgeItem | None:
        """The edge that shows a flow on this plane."""
        return next((item for item in self.items_of(element) if isinstance(item, EdgeItem)), None)

    def bounds_of(self, element: str) -> Bounds:
        """The box of the shape that shows an element; empty at the origin where none does."""
        shape = self.shape_of(element)
        return shape.look.bounds if shape is not None else Bounds(0, 0, 0, 0)

    def elements(self) -> tuple[str, ...]:
        """The ids of all elements shown here, in no promised order."""
        return tuple(self._keys)

    def hits(self, point: QPointF) -> list[QGraphicsItem]:
        """The items under a point, the topmost first; a label hits for its owner."""
        found = self.items(point)
        return [item for item in found if isinstance(item, (ShapeItem, EdgeItem, LabelItem))]

    def element_at(self, point: QPointF) -> str:
        """The id of the topmost element under a point, or `""`."""
        found = self.hits(point)
        item = found[0] if found else None
        return item.look.element if isinstance(item, (ShapeItem, EdgeItem, LabelItem)) else ""

    def shape_at(self, point: QPointF, skip: Iterable[str] = ()) -> ShapeItem | None:
        """The topmost shape under a point that shows none of `skip`."""
        unwanted = set(skip)
        found = (item for item in self.hits(point) if isinstance(item, ShapeItem))
        return next((item for item in found if item.look.element not in unwanted), None)

    def drawn_rect(self) -> QRectF:
        """What the shapes, edges and labels cover; empty on an empty plane."""
        return self._extents.rect()

    def extent(self, elements: Iterable[str]) -> QRectF:
        """What the shapes and edges of some elements cover; empty where none is shown."""
        return around(item.look for element in elements for item in self.items_of(element))

    def within(self, area: QRectF) -> tuple[str, ...]:
        """The elements that lie wholly inside an area."""
        items = self.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.AscendingOrder)
        looks = (item.look for item in items if isinstance(item, (ShapeItem, EdgeItem)))
        return tuple(dict.fromkeys(look.element for look in looks if area.contains(extent(look))))

    # selection, marks, theme --------------------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected elements, in the order in which they were selected."""
        return tuple(self._selected)

    def select(self, elements: Iterable[str]) -> bool:
        """Select exactly these of the elements shown here; whether that changed anything."""
        wanted = dict.fromkeys(element for element in elements if element in self._keys)
        if list(wanted) == list(self._selected):
            return False
        changed = wanted.keys() ^ self._selected.keys()
        self._selected = wanted
        for element in changed:
            for item in self.items_of(element):
                item.set_selected(element in wanted)
                self._touched[item.look.key] = None
                label = self.labels.get(item.look.key)
                if label is not None:
                    label.set_selected(element in wanted)
        return True

    def refresh_marks(self, elements: Iterable[str]) -> list[tuple[Drawable, Mark, Mark]]:
        """Repaint those elements whose mark changed; the items with the mark that each had and the one it has now."""
        changed: list[tuple[Drawable, Mark, Mark]] = []
        for element in elements:
            mark = self.layers.of(element)
            for item in self.items_of(element):
                changed.append((item, item.mark, mark))
                item.set_mark(mark)
                self._touched[item.look.key] = None
        return changed

    def set_theme(self, theme: Theme) -> None:
        """Paint everything with another theme."""
        self.theme = theme
        self._touched.update(dict.fromkeys(self.items_by_key))
        for item in self.items_by_key.values():
            item.set_theme(theme)
        for label in self.labels.values():
            label.set_theme(theme)


def _adopt(item: Drawable, look: Look) -> None:
    if isinstance(item, ShapeItem) and isinstance(look, ShapeLook):
        item.set_look(look)
        return
    if isinstance(item, EdgeItem) and isinstance(look, EdgeLook):
        item.set_look(look)
