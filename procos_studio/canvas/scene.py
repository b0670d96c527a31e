"""PlaneScene: the looks of one plane and their items, found by element and place, and what is selected on it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from procos_studio.canvas.crossings import Crossings
from procos_studio.canvas.extents import Extents, around, extent
from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.late import Late
from procos_studio.canvas.looks import EdgeLook, Look, ShapeLook
from procos_studio.canvas.marks import Layers, Mark
from procos_studio.canvas.raster import Box, Raster, reach
from procos_studio.canvas.stock import Drawable, Stock
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.turns import Turn
from procos_studio.model.geometry import Bounds

_MARGIN = 4000.0
"""How far one may pan beyond what is drawn."""
MANY, SHARE = 400, 2
"""So many looks that change at once, and one of so many of the plane, are not followed one by one."""
_AHEAD = 256.0
"""How far around what shows items are made, so that panning finds them there."""
_MANY = 1_000
"""From so many looks on, the places of items are kept in a tree as deep as all of them would need."""
_BUDGET = 0.003
"""Seconds of one turn of the event loop for filing what was built."""


class PlaneScene(QGraphicsScene):
    """Knows the looks of all that is drawn; the item of one is made when it is first asked for or comes near to sight.

    Whoever asks for items by key, element or place gets all there are; `looks` costs less where a look is enough.
    Sync is the only caller of `build`, `put` and `drop`. `changed_unseen` tells that what has no item looks different.
    """

    changed_unseen = Signal()

    def __init__(self, theme: Theme, layers: Layers) -> None:
        super().__init__()
        self.theme = theme
        self.layers = layers
        self.looks: dict[str, Look] = {}
        self.items_by_key: Mapping[str, Drawable] = Late(lambda: iter(self.looks), self._item)
        self.labels: Mapping[str, LabelItem] = Late(self._labelled, self._label)
        self.crossings = Crossings()
        self._stock = Stock(
            self,
            theme,
            hops=self.crossings.hops,
            ground_at=self.ground_at,
            mark_of=layers.of,
            is_selected=self.is_selected,
        )
        self._raster = Raster()
        self._near = QRectF()
        self._is_near_made = False
        self._is_unseen = False
        self._grounds: dict[str, ShapeLook] = {}
        self._keys: dict[str, dict[str, None]] = {}
        self._selected: dict[str, None] = {}
        self._touched: dict[str, None] = {}
        self._extents = Extents(self.looks)
        self._reached = QRectF()
        self._filing = Turn(self, self._file)
        self.setSceneRect(QRectF(-_MARGIN, -_MARGIN, 2 * _MARGIN, 2 * _MARGIN))

    # contents -----------------------------------------------------------------------------------------------------

    def build(self, looks: Mapping[str, Look]) -> None:
        """Show all of a plane on a scene that shows nothing yet."""
        self.looks.update(looks)
        self._touched.update(dict.fromkeys(looks))
        self._stock.expect(looks)
        if len(looks) > _MANY:
            # Qt's own guess goes by the items that there are, which are too few as long as all stand in one place
            self.setBspTreeDepth(len(looks).bit_length())
        for key, look in looks.items():
            self._keys.setdefault(look.element, {})[key] = None
            if isinstance(look, ShapeLook) and look.fill:
                self._note_ground(look)
        self._raster.note_all(looks)
        self.crossings.note({key: look.points for key, look in looks.items() if isinstance(look, EdgeLook)})
        self._reached = self._extents.rect()
        self._is_unseen = True
        self._filing.ask()

    def put(self, look: Look) -> None:
        """Show a look, instead of the one of this key that there is."""
        before = self.looks.get(look.key)
        if before == look:
            return
        if before is not None and (type(before) is not type(look) or before.element != look.element):
            self.drop(look.key)
            before = None
        if before is None:
            self._stock.expect((look.key,))
            self._keys.setdefault(look.element, {})[look.key] = None
        else:
            self._extents.forget(before)
        self.looks[look.key] = look
        self._raster.note(look)
        if not self._stock.adopt(look):
            self._note_unseen(look)
        if isinstance(look, EdgeLook):
            self._stock.forget_hops(self.crossings.put(look.key, look.points))
        self._reached = self._reached.united(extent(look))
        self._note_ground(look)
        self._touched[look.key] = None
        self._extents.note(look)

    def put_all(self, looks: Mapping[str, Look]) -> None:
        """Show these looks; where most of the plane is other than before, where all of it lies is found out anew."""
        changed = {key: look for key, look in looks.items() if _is_changed(self.looks.get(key), look)}
        if len(changed) < MANY or SHARE * len(changed) < len(self.looks):
            changed = {}
        for key, look in looks.items():
            if key not in changed:
                self.put(look)
        if changed:
            self._change(changed)

    def _change(self, looks: Mapping[str, Look]) -> None:
        self.update()
        self.looks.update(looks)
        self._touched.update(dict.fromkeys(looks))
        for look in looks.values():
            self._stock.adopt(look)
            self._note_ground(look)
        self._raster.note_anew(self.looks)
        ways = {key: look.points for key, look in self.looks.items() if isinstance(look, EdgeLook)}
        self.crossings.note_anew(ways)
        self._stock.forget_hops(ways)
        self._extents.forget_all()
        self._reached = self._reached.united(around(looks.values()))
        self._is_unseen = True
        self._filing.ask()

    def _note_unseen(self, look: Look) -> None:
        """It has no item; where it may be in sight, one is made when that is painted."""
        self._is_unseen = True
        left, top, right, bottom = reach(look)
        box = QRectF(left, top, right - left, bottom - top)
        if self._near.intersects(box):
            self._is_near_made = False
            self.update(box)

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
        """Remove the look of a shape or edge, its item and its label."""
        look = self.looks.pop(key, None)
        if look is None:
            return
        self._extents.forget(look)
        self._raster.forget(key)
        self._grounds.pop(key, None)
        if isinstance(look, EdgeLook):
            self._stock.forget_hops(self.crossings.drop(key))
        if not self._stock.drop(key):
            self._is_unseen = True
        keys = self._keys.get(look.element, {})
        keys.pop(key, None)
        if not keys:
            self._keys.pop(look.element, None)
            self._selected.pop(look.element, None)
        self._touched[key] = None

    def take_touched(self) -> tuple[str, ...]:
        """The keys of the shapes and edges that look different since this was last asked, or are gone."""
        touched, self._touched = tuple(self._touched), {}
        return touched

    def reach(self) -> None:
        """Follow changes: let the plane grow so that one can pan past what is drawn; it never shrinks while open."""
        box = self._reached.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if not self.sceneRect().contains(box):
            self.setSceneRect(self.sceneRect().united(box))
        self._tell_unseen()

    def _tell_unseen(self) -> None:
        if self._is_unseen:
            self._is_unseen = False
            self.changed_unseen.emit()

    def _file(self) -> None:
        until = time.perf_counter() + _BUDGET
        if not self._raster.file(until) or not self.crossings.file(until):
            self._filing.ask()

    # items --------------------------------------------------------------------------------------------------------

    def _item(self, key: str) -> Drawable:
        return self._stock.item(self.looks[key])

    def _label(self, key: str) -> LabelItem:
        self._item(key)
        return self._stock.labels[key]

    def _labelled(self) -> Iterator[str]:
        return (key for key, look in self.looks.items() if look.has_outer_label)

    def come_near(self, area: QRectF) -> None:
        """Make the items in an area that is about to be painted, and around it."""
        if not self._is_near_made or not self._near.contains(area):
            self._near, self._is_near_made = area.adjusted(-_AHEAD, -_AHEAD, _AHEAD, _AHEAD), True
            self._make_in(self._near)

    def _make_in(self, area: QRectF) -> None:
        if len(self._stock.items) < len(self.looks):
            for key in self._raster.near(_box(area)):
                self._item(key)

    def make_all(self) -> None:
        """Make every item, for whoever works on them all."""
        if len(self._stock.items) < len(self.looks):
            for key in self.looks:
                self._item(key)

    def items(self, *args: Any, **kwargs: Any) -> list[QGraphicsItem]:
        """As Qt finds them, by place or all; what was not made yet is made."""
        match args:
            case (QPointF() as point, *_):
                self._make_in(QRectF(point, point))
            case (QRectF() as area, *_):
                self._make_in(area.normalized())
            case _:
                self.make_all()
        return super().items(*args, **kwargs)

    def render(self, *args: Any, **kwargs: Any) -> None:
        """As Qt does, with all items."""
        self.make_all()
        super().render(*args, **kwargs)

    # finding ------------------------------------------------------------------------------------------------------

    def item_of(self, element: str) -> Drawable | None:
        """The first item that shows an element on this plane."""
        return next(self.items_of(element), None)

    def items_of(self, element: str) -> Iterator[Drawable]:
        """Every item that shows an element on this plane."""
        return (self._item(key) for key in self._keys.get(element, ()))

    def looks_of(self, element: str) -> Iterator[Look]:
        """Every look that shows an element on this plane."""
        return (self.looks[key] for key in self._keys.get(element, ()))

    def shape_of(self, element: str) -> ShapeItem | None:
        """The shape that shows an element on this plane."""
        look = self.shape_look(element)
        item = self._item(look.key) if look is not None else None
        return item if isinstance(item, ShapeItem) else None

    def edge_of(self, element: str) -> EdgeItem | None:
        """The edge that shows a flow on this plane."""
        look = self.edge_look(element)
        item = self._item(look.key) if look is not None else None
        return item if isinstance(item, EdgeItem) else None

    def shape_look(self, element: str) -> ShapeLook | None:
        """How the shape looks that shows an element on this plane."""
        for look in self.looks_of(element):
            if isinstance(look, ShapeLook):
                return look
        return None

    def edge_look(self, element: str) -> EdgeLook | None:
        """How the edge looks that shows a flow on this plane."""
        return next((look for look in self.looks_of(element) if isinstance(look, EdgeLook)), None)

    def bounds_of(self, element: str) -> Bounds:
        """The box of the shape that shows an element; empty at the origin where none does."""
        look = self.shape_look(element)
        return look.bounds if look is not None else Bounds(0, 0, 0, 0)

    def shows(self, element: str) -> bool:
        """Whether an element is shown here."""
        return element in self._keys

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
        return around(look for element in elements for look in self.looks_of(element))

    def looks_in(self, area: QRectF) -> Iterator[Look]:
        """What may be seen in an area, in no promised order."""
        return (self.looks[key] for key in self._raster.near(_box(area)))

    def within(self, area: QRectF) -> tuple[str, ...]:
        """The elements that lie wholly inside an area, from left to right, as flows run."""
        boxes = ((extent(look), look) for look in self.looks_in(area))
        inside = [(box.left(), self._stock.rank(look), look.element) for box, look in boxes if area.contains(box)]
        return tuple(dict.fromkeys(element for _, _, element in sorted(inside)))

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
        looks = {key: element in wanted for element in changed for key in self._keys.get(element, ())}
        self._touched.update(dict.fromkeys(looks))
        self._is_unseen |= not self._stock.select(looks)
        self._tell_unseen()
        return True

    def is_selected(self, element: str) -> bool:
        """Whether an element is selected."""
        return element in self._selected

    def mark_of(self, look: Look) -> Mark:
        """The mark of what is shown."""
        item = self._stock.items.get(look.key)
        return item.mark if item is not None else self.layers.of(look.element)

    def refresh_marks(self, elements: Iterable[str]) -> list[tuple[Drawable, Mark, Mark]]:
        """Repaint those elements whose mark changed; the items with the mark that each had and the one it has now."""
        changed: list[tuple[Drawable, Mark, Mark]] = []
        for element in elements:
            for key in self._keys.get(element, ()):
                self._touched[key] = None
                item = self._stock.items.get(key)
                if item is None:
                    self._is_unseen = True
                    continue
                mark = self.layers.of(element)
                changed.append((item, item.mark, mark))
                item.set_mark(mark)
        self._tell_unseen()
        return changed

    def set_theme(self, theme: Theme) -> None:
        """Paint everything with another theme."""
        self.theme = theme
        self._touched.update(dict.fromkeys(self.looks))
        self._stock.set_theme(theme)


def _box(area: QRectF) -> Box:
    return area.left(), area.top(), area.right(), area.bottom()


def _is_changed(before: Look | None, after: Look) -> bool:
    """Whether the item of a look only has to show another one."""
    return before is not None and type(before) is type(after) and before.element == after.element and before != after
