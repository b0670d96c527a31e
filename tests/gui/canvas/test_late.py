"""Items are made when one first looks at them; nothing that a person or a program can ask tells the difference."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene
from pytestqt.qtbot import QtBot

from procos_studio.canvas import theme
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.still import scene_of
from procos_studio.canvas.view import CanvasView
from procos_studio.edits.move import move
from procos_studio.edits.rename import rename
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, Plane, Shape
from tests.benchmarks.drawings import make_diagram
from tests.gui.canvas.hand import Hand

BLOCKS = 400
HERE, MIDDLE = QPointF(300, 200), QPointF(1500, 1200)


class Opened:
    """Two views of one large plane just opened: of one a corner was seen, the other makes all items at once."""

    def __init__(self, view: CanvasView, other: CanvasView, diagram: Diagram) -> None:
        self.view, self.other, self.diagram = view, other, diagram
        self.last = max(diagram.all(Shape), key=lambda shape: shape.bounds.x + shape.bounds.y).shows

    @property
    def scene(self) -> PlaneScene:
        return self.view.surface.scene

    def made(self) -> int:
        """How many items there are by now, which only Qt itself tells."""
        return len(QGraphicsScene.items(self.scene))

    def middle(self, key: str) -> QPointF:
        shape = self.diagram.shape(key)
        assert shape is not None
        return QPointF(*shape.bounds.center)

    def agree(self, at: QPointF, scale: float = 1.0) -> bool:
        """Whether both show the same there."""
        self.other.surface.scene.make_all()
        return _shown(self.view, at, scale) == _shown(self.other, at, scale)


def _shown(view: CanvasView, at: QPointF, scale: float) -> QImage:
    view.surface.camera.look_at(scale, at)
    QApplication.processEvents()
    while not view.is_whole:
        # far out the picture comes in turns
        QTest.qWait(1)
    return view.viewport().grab().toImage()


@pytest.fixture
def opened(hand: Hand) -> Iterator[Opened]:
    diagram = make_diagram(BLOCKS)
    plane = next(diagram.all(Plane)).id
    other = CanvasView(theme.load("light"))
    other.resize(hand.view.size())
    other.show()
    for view in (hand.view, other):
        view.show_diagram(diagram, plane, hand.library)
        view.surface.camera.look_at(1.0, HERE)
    QApplication.processEvents()
    found = Opened(hand.view, other, diagram)
    assert found.made() < len(found.scene.looks) / 2
    yield found
    other.close_diagram()
    other.close()


def test_what_comes_near_looks_as_if_it_had_always_been_there(opened: Opened) -> None:
    for at in (HERE, MIDDLE, opened.middle(opened.last)):
        assert opened.agree(at)
        assert opened.agree(at, 0.6)
    assert opened.agree(MIDDLE, 0.3)
    assert opened.agree(MIDDLE, 0.1)
    assert opened.made() < len(opened.scene.looks)


def test_panning_finds_what_is_there(opened: Opened, qtbot: QtBot) -> None:
    # when one pans step by step, as the wheel does
    opened.other.surface.scene.make_all()
    for _ in range(30):
        for view in (opened.view, opened.other):
            view.surface.camera.pan(-60, -45)
        QApplication.processEvents()
    # then
    qtbot.waitUntil(lambda: opened.view.viewport().grab().toImage() == opened.other.viewport().grab().toImage())
    assert opened.made() < len(opened.scene.looks)


def test_all_is_selected_and_deleted_and_comes_back(opened: Opened) -> None:
    # when
    opened.view.run("select_all")
    # then
    assert set(opened.view.selection) == set(opened.scene.elements())
    assert len(opened.view.selection) == 2 * BLOCKS - 1
    opened.other.select(opened.view.selection)
    assert opened.agree(MIDDLE, 0.2)
    assert opened.agree(MIDDLE)
    # when
    opened.view.run("delete")
    # then
    assert list(opened.diagram.all(FlowNode)) == []
    assert opened.scene.looks == {}
    assert opened.scene.items(MIDDLE) == []
    # when
    opened.diagram.undo()
    # then
    assert opened.scene.looks.keys() == opened.other.surface.scene.looks.keys()
    assert opened.agree(MIDDLE)
    assert opened.agree(opened.middle(opened.last))


def test_a_click_hits_what_was_never_painted(opened: Opened) -> None:
    at = opened.middle(opened.last)
    assert opened.scene.element_at(at) == opened.last
    shape = opened.scene.shape_at(at)
    assert shape is not None
    assert shape.look.element == opened.last
    assert opened.scene.element_at(at + QPointF(5000, 0)) == ""


def test_a_frame_around_all_takes_all_in_without_making_them(opened: Opened) -> None:
    area = opened.view.content_rect().adjusted(-1, -1, 1, 1)
    before = opened.made()
    assert set(opened.scene.within(area)) == set(opened.scene.elements())
    assert opened.made() == before
    assert opened.scene.within(QRectF(opened.middle(opened.last), opened.middle(opened.last))) == ()


def test_all_of_it_is_fitted(opened: Opened) -> None:
    opened.other.surface.scene.make_all()
    assert opened.view.content_rect() == opened.other.content_rect()
    opened.view.run("fit")
    assert opened.view.visible_rect().contains(opened.view.content_rect())


def test_what_is_found_far_away_is_revealed(opened: Opened) -> None:
    opened.view.select((opened.last,))
    opened.view.reveal(opened.last)
    assert opened.view.visible_rect().contains(opened.middle(opened.last))
    opened.other.select((opened.last,))
    assert opened.agree(opened.middle(opened.last))


def test_a_picture_shows_all(opened: Opened, hand: Hand) -> None:
    still = scene_of(opened.diagram, opened.view.surface.plane, hand.library, theme.load("light"))
    assert len(still.items()) >= 2 * BLOCKS - 1


def test_a_screen_reader_finds_all(opened: Opened) -> None:
    canvas = QAccessible.queryAccessibleInterface(opened.view)
    assert canvas.childCount() == 2 * BLOCKS - 1
    told = {canvas.child(index).text(QAccessible.Text.Name) for index in range(canvas.childCount())}
    assert f"Task “Handle case {BLOCKS - 1}”" in told


def test_edits_and_undo_show_at_once_where_one_looks_and_where_not(opened: Opened) -> None:
    # given a block that was never seen, in the place of another one that is in sight
    away = opened.middle(opened.last)
    move(opened.diagram, [opened.last], round(HERE.x() - away.x()) + 3, round(HERE.y() - away.y()) + 5)
    QApplication.processEvents()
    assert opened.agree(HERE)
    # when
    rename(opened.diagram, opened.last, "Elsewhere")
    assert opened.agree(HERE)
    opened.diagram.undo()
    opened.diagram.undo()
    # then
    QApplication.processEvents()
    assert opened.agree(HERE)
    assert opened.agree(away)
    assert opened.agree(MIDDLE, 0.1)


def test_marks_of_what_was_never_seen_show_far_out_and_near(opened: Opened) -> None:
    for view in (opened.view, opened.other):
        view.set_marks("run", {opened.last: Mark(State.FAILED, note="no answer")})
        view.update_marks("run", {opened.last: Mark(State.DONE, tokens=2)})
    assert opened.agree(opened.middle(opened.last), 0.1)
    assert opened.agree(opened.middle(opened.last))
    item = opened.scene.shape_of(opened.last)
    assert item is not None
    assert item.mark.tokens == 2


def test_far_out_a_selection_shows_that_has_no_items(opened: Opened, qtbot: QtBot) -> None:
    # given
    opened.view.run("fit")
    QApplication.processEvents()
    before = opened.view.viewport().grab().toImage()
    # when
    opened.view.select((opened.last,))
    # then
    qtbot.waitUntil(lambda: opened.view.viewport().grab().toImage() != before)


def test_what_came_later_is_on_top_whichever_was_seen_first(hand: Hand) -> None:
    # given two blocks in one place, far away from what is seen
    lower, upper = hand.place("standard/task", 320, 200), hand.place("standard/user-task", 320, 400)
    move(hand.diagram, [lower], 4000, 200)
    move(hand.diagram, [upper], 4000, 0)
    diagram, plane = hand.diagram, hand.view.surface.plane
    hand.view.close_diagram()
    hand.view.show_diagram(diagram, plane, hand.library)
    scene = hand.view.surface.scene
    # when the upper one is made first
    assert scene.shape_of(upper) is not None
    assert scene.shape_of(lower) is not None
    # then
    assert scene.element_at(QPointF(4320, 400)) == upper


def test_a_drag_of_all_takes_along_what_comes_into_sight(opened: Opened) -> None:
    # given
    opened.view.run("select_all")
    hand = Hand(opened.view, opened.diagram, opened.view.surface.library)
    start = opened.middle(next(opened.diagram.all(FlowNode)).id)
    opened.view.surface.camera.look_at(1.0, start)
    before = opened.middle(opened.last)
    # when
    hand.drag_to((start.x(), start.y()), (start.x() + 80, start.y() + 40))
    # then
    moved = opened.middle(opened.last) - before
    assert moved.toTuple() == pytest.approx((80, 40), abs=10)
    opened.other.select(opened.view.selection)
    assert opened.agree(HERE)
