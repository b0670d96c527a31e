"""Stock: the items of a scene, each made when it is first needed: most of a large plane is never near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from procos_studio.canvas.crossings import Hops
from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import Z_LABEL, LabelItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import EdgeLook, Look, ShapeLook
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.theme import Theme

Drawable = ShapeItem | EdgeItem

_LAYER = 1e-6
"""By so much a thing is stacked higher than the one that came before it, whichever of the two is made first."""


class Stock:
    """What is made, by the keys of shapes and edges: `items`, and the `labels` of those that have one outside."""

    def __init__(
        self,
        scene: QGraphicsScene,
        theme: Theme,
        *,
        hops: Callable[[str], Hops],
        ground_at: Callable[[QPointF], str],
        mark_of: Callable[[str], Mark],
        is_selected: Callable[[str], bool],
    ) -> None:
        self._scene, self._theme = scene, theme
        self._hops, self._ground_at = hops, ground_at
        self._mark_of, self._is_selected = mark_of, is_selected
        self.items: dict[str, Drawable] = {}
        self.labels: dict[str, LabelItem] = {}
        self._numbers: dict[str, int] = {}
        self._count = 0

    def expect(self, keys: Iterable[str]) -> None:
        """These have come, one after the other."""
        for key in keys:
            self._count += 1
            self._numbers[key] = self._count

    def rank(self, look: Look) -> tuple[float, int]:
        """How high it is stacked: by its level, and on one level as things came."""
        return look.z, self._numbers[look.key]

    def item(self, look: Look) -> Drawable:
        """The item of a look, and with it its label."""
        known = self.items.get(look.key)
        return known if known is not None else self._make(look)

    def _make(self, look: Look) -> Drawable:
        theme = self._theme
        item = ShapeItem(look, theme) if isinstance(look, ShapeLook) else EdgeItem(look, theme, self._hops)
        item.set_mark(self._mark_of(look.element))
        item.set_selected(self._is_selected(look.element))
        self.items[look.key] = item
        self._stack(item, look.z, look.key)
        self._scene.addItem(item)
        self._put_label(look)
        return item

    def adopt(self, look: Look) -> bool:
        """Let the item of this key show another look; False where there is none."""
        item = self.items.get(look.key)
        if item is None:
            return False
        _show(item, look)
        self._stack(item, look.z, look.key)
        self._put_label(look)
        return True

    def _put_label(self, look: Look) -> None:
        known = self.labels.get(look.key)
        if not look.has_outer_label:
            self._drop_label(look.key)
        elif known is not None:
            known.set_look(look)
        else:
            made = self.labels[look.key] = LabelItem(look, self._theme, self._ground_at)
            made.set_selected(self._is_selected(look.element))
            self._stack(made, Z_LABEL, look.key)
            self._scene.addItem(made)

    def _stack(self, item: QGraphicsItem, level: float, key: str) -> None:
        item.setZValue(level + self._numbers[key] * _LAYER)

    def select(self, keys: Mapping[str, bool]) -> bool:
        """Let the items of keys show whether they are selected; False where one of them has no item."""
        made = keys.keys() & self.items.keys()
        for key in made:
            self.items[key].set_selected(keys[key])
            label = self.labels.get(key)
            if label is not None:
                label.set_selected(keys[key])
        return len(made) == len(keys)

    def drop(self, key: str) -> bool:
        """Remove the item of a key and its label; False where there is none."""
        del self._numbers[key]
        self._drop_label(key)
        item = self.items.pop(key, None)
        if item is not None:
            self._scene.removeItem(item)
        return item is not None

    def _drop_label(self, key: str) -> None:
        label = self.labels.pop(key, None)
        if label is not None:
            self._scene.removeItem(label)

    def forget_hops(self, keys: Iterable[str]) -> None:
        """What these flows cross has changed."""
        for key in keys:
            item = self.items.get(key)
            if isinstance(item, EdgeItem):
                item.forget_hops()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything with another theme."""
        self._theme = theme
        for item in (*self.items.values(), *self.labels.values()):
            item.set_theme(theme)


def _show(item: Drawable, look: Look) -> None:
    if isinstance(item, ShapeItem) and isinstance(look, ShapeLook):
        item.set_look(look)
        return
    if isinstance(item, EdgeItem) and isinstance(look, EdgeLook):
        item.set_look(look)
