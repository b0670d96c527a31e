"""Any gestures in any order, completed or given up: one step back for each, no trace, undo to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from procos_studio.bpmn import write_bytes
from procos_studio.canvas import theme
from procos_studio.canvas.faces import faces
from procos_studio.canvas.handles import LAYER as HANDLES
from procos_studio.canvas.keys import BINDINGS
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.canvas.view import CanvasView
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from tests.gui.canvas.hand import CTRL, LEFT, MIDDLE, NONE, SHIFT, Hand
from tests.gui.canvas.test_sync import picture
from tests.properties.hand import base

ALT = Qt.KeyboardModifier.AltModifier
RIGHT = Qt.MouseButton.RightButton
PLANE = "BPMNPlane_1"
COMMANDS = [binding for binding in BINDINGS if binding.keys and binding.command not in ("undo", "redo")]


class Person:
    """Works on a canvas at random, the same for the same seed, and leaves no gesture unfinished."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.random, self._steps = Random(), 0
        hand.view.open_requested.connect(self._open)
        hand.view.parent_requested.connect(lambda: hand.view.show_diagram(hand.diagram, PLANE, hand.library))

    def _open(self, element: str) -> None:
        plane = self.hand.diagram.plane_of(element)
        if plane is not None:
            self.hand.view.show_diagram(self.hand.diagram, plane.id, self.hand.library)

    def act(self, seed: int) -> None:
        """One thing that a person does, to its end."""
        self.random = Random(seed)
        self._steps = len(self.hand.diagram.history.labels)
        self.hand.inserts.clear()
        self.random.choice((self.drag, self.drag, self.drag, self.click, self.command, self.command, self.drop))()
        self._answer()
        if not self.hand.view.tools.is_resting:
            self._finish()
        if self.hand.view.surface.plane not in self.hand.diagram:
            self.hand.view.show_diagram(self.hand.diagram, PLANE, self.hand.library)

    def spot(self) -> tuple[float, float]:
        """A place worth pointing at: a handle, something drawn, or anywhere."""
        surface = self.hand.view.surface
        found = [handle.at for handle in surface.handles._shown]
        items = [surface.scene.items_by_key[key] for key in sorted(surface.scene.items_by_key)]
        places = [item.sceneBoundingRect().center() for item in items]
        places += [QPointF(*item.points[0]) for item in items if hasattr(item, "points") and item.points]
        places += [surface.scene.labels[key].text_rect().center() for key in sorted(surface.scene.labels)]
        anywhere = QPointF(self.random.randrange(0, 1000, 7), self.random.randrange(0, 700, 7))
        at = self.random.choice((*self._some(found), *self._some(places), *self._some(places), anywhere))
        return at.x(), at.y()

    def _some(self, places: list[QPointF]) -> list[QPointF]:
        return [self.random.choice(places)] if places else []

    def keys(self) -> Qt.KeyboardModifier:
        return self.random.choice((NONE, NONE, NONE, CTRL, SHIFT, ALT))

    def drag(self) -> None:
        """From somewhere to somewhere, by the way of other places; at times given up."""
        self.hand.hover(*self.spot())
        start, keys = self.spot(), self.keys()
        button = self.random.choice((LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, RIGHT, MIDDLE))
        keys = CTRL if button is RIGHT else keys
        if keys in (NONE, ALT) and self.random.random() < 0.5:
            self.hand.click(*start)
        self.hand.drag(start, self.spot(), keys, button)
        end = self.spot()
        self.hand.hover(*end, button, keys)
        if self.random.random() < 0.25:
            before = self._state()
            self.hand.key(Qt.Key.Key_Escape)
            self.hand.hover(*self.spot(), button, keys)
            self.hand.release(*end, keys, button)
            assert self._state() == before
        else:
            self.hand.release(*end, keys, button)

    def click(self) -> None:
        """Once or twice."""
        if self.random.random() < 0.7:
            self.hand.click(*self.spot(), self.keys())
        else:
            self.hand.double_click(*self.spot())

    def command(self) -> None:
        """A key of the table, with the pointer anywhere."""
        self.hand.hover(*self.spot())
        keys = QKeySequence(self.random.choice(self.random.choice(COMMANDS).keys))[0]
        self.hand.key(keys.key(), keys.keyboardModifiers())

    def drop(self) -> None:
        """A block of the palette, brought here."""
        blocks = sorted(key for key, block in self.hand.library.blocks.items() if block.placeable)
        self.hand.drop(self.random.choice(blocks), *self.spot())

    def _answer(self) -> None:
        """Choose a block where one is asked for."""
        if self.hand.inserts and self.random.random() < 0.6:
            blocks = [block for _, block in sorted(self.hand.library.blocks.items()) if block.placeable]
            self.hand.view.insert_block(self.random.choice(blocks), self.hand.inserts[-1])

    def _finish(self) -> None:
        """Complete the gesture that a key or a double click began, or give it up."""
        fields = [field for field in self.hand.view.viewport().findChildren(QPlainTextEdit) if field.isVisible()]
        if fields:
            # what is typed into a block that was just placed would be a step of its own
            is_new = len(self.hand.diagram.history.labels) > self._steps
            QTest.keyClicks(fields[0], "" if is_new else self.random.choice(("", "A name")))
            QTest.keyClick(fields[0], self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        elif self.random.random() < 0.5:
            self.hand.drag_to(self.spot(), self.spot())
        else:
            self.hand.key(self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up)))
            self.hand.key(self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        if not self.hand.view.tools.is_resting:
            before = self._state()
            self.hand.key(Qt.Key.Key_Escape)
            assert self._state() == before

    def _state(self) -> tuple[int, bytes]:
        return len(self.hand.diagram.history.labels), write_bytes(self.hand.diagram)


@contextmanager
def person_at(diagram: Diagram, library: Library) -> Iterator[Person]:
    """A person before a canvas that shows a diagram."""
    view = CanvasView(theme.load("light"))
    view.resize(1000, 700)
    view.show()
    view.show_diagram(diagram, PLANE, library)
    view.surface.camera.look_at(1.0, QPointF(500, 350))
    try:
        yield Person(Hand(view, diagram, library))
    finally:
        view.close_diagram()
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(view, 0)


def check_no_trace(hand: Hand) -> None:
    """What shows is what a fresh view of the document would show, and no gesture has left anything."""
    surface = hand.view.surface
    assert hand.view.tools.is_resting
    left = {name for name, shown in surface.overlay._layers.items() if shown} - {HANDLES}
    assert not left
    scene = surface.scene
    assert all(item.isVisible() for item in (*scene.items_by_key.values(), *scene.labels.values()))
    assert all(label.pos().isNull() for label in scene.labels.values())
    fresh = PlaneScene(theme.load("light"), Layers())
    Sync(hand.diagram, surface.plane, fresh, faces(hand.diagram, hand.library)).stop()
    assert picture(scene) == picture(fresh)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(kind=st.sampled_from(("process", "pools")), seeds=st.lists(st.integers(0, 2**31), min_size=1, max_size=12))
def test_any_gestures_leave_what_undo_takes_back(library: Library, kind: str, seeds: list[int]) -> None:
    # given
    diagram = base(kind)
    QGuiApplication.clipboard().clear()
    written = [write_bytes(diagram)]
    with person_at(diagram, library) as person:
        for seed in seeds:
            count = len(diagram.history.labels)
            # when
            person.act(seed)
            # then
            made = len(diagram.history.labels) - count
            assert made in (0, 1)
            now = write_bytes(diagram)
            assert made or now == written[-1]
            written += [now] * made
            check_no_trace(person.hand)
        # when all is taken back, then done again
        # then the file is as it was at each step
        for data in reversed(written[:-1]):
            diagram.undo()
            assert write_bytes(diagram) == data
        for data in written[1:]:
            diagram.redo()
            assert write_bytes(diagram) == data
