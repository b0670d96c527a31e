"""Accessible: blocks and flows as objects that a screen reader finds in the view, with name, role, state and place."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView

from procos_studio.canvas.describe import describe, describe_selection, title
from procos_studio.canvas.surface import Surface
from procos_studio.model.elements import Element
from procos_studio.model.records import Flow, FlowNode, Lane, Participant

_Role, _Text, _Event = QAccessible.Role, QAccessible.Text, QAccessible.Event


class SpokenElement(QObject):
    """Stands for one element while a screen reader knows of it; Qt keeps an interface as long as its object lives."""

    def __init__(self, canvas: SpokenCanvas, element: str) -> None:
        super().__init__(canvas)
        self.canvas, self.element = canvas, element


class SpokenCanvas(QObject):
    """What a view tells screen readers; makes the objects of elements when they are first asked for."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.surface = surface
        self._made: dict[str, SpokenElement] = {}
        self._elements: tuple[str, ...] | None = None
        self._places: dict[str, int] = {}
        surface.changed.connect(self._follow)
        surface.selection_changed.connect(self.tell_selection)
        _install()

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements that show, in the order of the file."""
        if self._elements is None:
            self._elements = self.surface.scene.elements()
        return self._elements

    def number_of(self, element: str) -> int:
        """The number of an element among those that show, from 0; -1 for another."""
        if not self._places:
            self._places = {key: number for number, key in enumerate(self.elements)}
        return self._places.get(element, -1)

    def child(self, number: int) -> SpokenElement | None:
        """The object of an element by its number; None beyond the last."""
        return self.object_of(self.elements[number]) if 0 <= number < len(self.elements) else None

    def object_of(self, element: str) -> SpokenElement:
        """The object of an element that shows."""
        made = self._made.get(element)
        if made is None:
            made = self._made[element] = SpokenElement(self, element)
        return made

    def current(self) -> SpokenElement | None:
        """The object of what was selected last."""
        selection = self.surface.selection
        return self.object_of(selection[-1]) if selection else None

    def tell_selection(self) -> None:
        """Describe the selection, and let the focus of a screen reader go there."""
        surface, keys, view = self.surface, self.surface.selection, self.surface.view
        told = ""
        if surface.is_open:
            told = describe_selection(surface.diagram, keys, surface.layers.of)
        view.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleEvent(view, _Event.DescriptionChanged))
        if QAccessible.isActive():
            current = self.current()
            if current is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(current, _Event.Selection))
            if view.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(current or view, _Event.Focus))

    def _follow(self) -> None:
        """Other elements may show; the objects of those that are gone go too."""
        before, self._elements, self._places = self._elements, None, {}
        if before is None and not self._made:
            return
        for element in [key for key in self._made if not self.surface.scene.shows(key)]:
            self._made.pop(element).deleteLater()
        if QAccessible.isActive() and before != self.elements:
            QAccessible.updateAccessibility(QAccessibleEvent(self.surface.view, _Event.ObjectReorder))


class _CanvasInterface(QAccessibleWidget):
    """The view: its children are what it shows, and its focus is what was selected last."""

    def __init__(self, view: QGraphicsView, canvas: SpokenCanvas) -> None:
        super().__init__(view, _Role.Canvas)
        self._canvas = canvas

    def childCount(self) -> int:
        """How many elements show."""
        return len(self._canvas.elements)

    def child(self, index: int, /) -> QAccessibleInterface:
        """An element."""
        return _interface(self._canvas.child(index))

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """The number of an element."""
        found = child.object()
        return self._canvas.number_of(found.element) if isinstance(found, SpokenElement) else -1

    def focusChild(self) -> QAccessibleInterface:
        """What was selected last."""
        return _interface(self._canvas.current())


class _ElementInterface(QAccessibleObject):
    """A block, a flow, a pool or anything else that is drawn."""

    def __init__(self, spoken: SpokenElement) -> None:
        super().__init__(spoken)
        self._spoken = spoken

    @property
    def _surface(self) -> Surface:
        return self._spoken.canvas.surface

    @property
    def _element(self) -> Element | None:
        surface = self._surface
        return surface.diagram.get(self._spoken.element) if surface.is_open else None

    def isValid(self) -> bool:
        """Whether it still shows."""
        return self._element is not None and self._surface.scene.shows(self._spoken.element)

    def role(self) -> QAccessible.Role:
        """What it is like: an item that can be chosen, a link between two, or a frame around several."""
        element = self._element
        kinds = ((Flow, _Role.Link), ((Participant, Lane), _Role.Grouping), (FlowNode, _Role.ListItem))
        return next((role for kind, role in kinds if isinstance(element, kind)), _Role.Graphic)

    def text(self, t: QAccessible.Text, /) -> str:
        """Its name with its kind; as description what leads where, and what a run or a check says."""
        surface, key = self._surface, self._spoken.element
        element = self._element
        if element is None:
            return ""
        if t is _Text.Name:
            return title(surface.diagram, element)
        return describe(surface.diagram, key, surface.layers.of(key)) if t is _Text.Description else ""

    def state(self) -> QAccessible.State:
        """Whether it is selected, has the focus, and is in sight."""
        surface, key, state = self._surface, self._spoken.element, QAccessible.State()
        is_current = surface.selection[-1:] == (key,)
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = key in surface.selection
        state.focused = is_current and surface.view.hasFocus()
        state.active = is_current
        state.offscreen = not surface.camera.visible.intersects(surface.scene.extent((key,)))
        state.invalid = not self.isValid()
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        view = self._surface.view
        box = view.mapFromScene(self._surface.scene.extent((self._spoken.element,))).boundingRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def parent(self) -> QAccessibleInterface:
        """The view."""
        return QAccessible.queryAccessibleInterface(self._surface.view)

    def childCount(self) -> int:
        """None: what is inside a pool is beside it for a screen reader, as it is for the arrow keys."""
        return 0

    def child(self, index: int, /) -> QAccessibleInterface:
        """None."""
        return _interface(None)

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """It has none."""
        return -1


_NO_INTERFACE: Any = None
"""What Qt wants where there is no interface, though its stubs do not say so."""


def _interface(spoken: QObject | None) -> QAccessibleInterface:
    found: QAccessibleInterface = _NO_INTERFACE
    if spoken is not None:
        found = QAccessible.queryAccessibleInterface(spoken)
    return found


def _made_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, SpokenElement):
        return _ElementInterface(thing)
    canvas = thing.findChild(SpokenCanvas) if isinstance(thing, QGraphicsView) else None
    return _CanvasInterface(thing, canvas) if isinstance(thing, QGraphicsView) and canvas is not None else None


@cache
def _install() -> None:
    """Once for all views: Qt asks every factory for every object."""
    QAccessible.installFactory(_made_for)
