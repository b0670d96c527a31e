"""A scene that followed edits equals one built from scratch, whatever the edits were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from procos_studio.bpmn import new_diagram
from procos_studio.canvas import theme
from procos_studio.canvas.faces import faces
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.connect import connect
from procos_studio.edits.delete import delete
from procos_studio.edits.detach import detach
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.group import group
from procos_studio.edits.move import move
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.names import BIOC, clark
from procos_studio.model.records import Flow, FlowNode, Plane, Shape
from procos_studio.problems import Refused
from tests.gui.canvas.hand import Hand

BLOCKS = (
    "standard/task",
    "standard/start",
    "standard/decision",
    "standard/boundary-timer",
    "integration/http-request",
    "standard/event-gateway",
    "standard/catch-timer",
)
Step = tuple[int, int, int, int]


def pick(keys: list[str], number: int) -> str:
    return keys[number % len(keys)] if keys else ""


def act(diagram: Diagram, library: Library, step: Step) -> None:
    """One random edit; what is refused changes nothing."""
    what, one, other, far = step
    plane = next(diagram.all(Plane)).id
    nodes = sorted(item.id for item in diagram.all(FlowNode))
    shown = [*nodes, *sorted(item.id for item in diagram.all(Flow))]
    block = library.get(BLOCKS[one % len(BLOCKS)])
    assert block is not None
    actions: tuple[Callable[[], object], ...] = (
        lambda: place(diagram, block, plane, Point(one * 40, other * 40)),
        lambda: connect(diagram, pick(nodes, one), pick(nodes, other)),
        lambda: move(diagram, (pick(nodes, one),), far * 8, other * 8 - 80),
        lambda: delete(diagram, (pick(shown, one),), heal=bool(other % 2)),
        lambda: rename(diagram, pick(shown, one), f"Name {other}"),
        lambda: duplicate(diagram, (pick(nodes, one),), 40, far * 8),
        lambda: group(diagram, (pick(nodes, one), pick(nodes, other))),
        lambda: comment_out(diagram, (pick(nodes, one),)),
        lambda: detach(diagram, (pick(nodes, one),), far * 8, 80),
        diagram.undo,
        diagram.redo,
    )
    actions[what]()


def picture(scene: PlaneScene) -> dict[str, object]:
    """Everything that decides how a scene looks."""
    labels = {key: label.placed.bounds for key, label in scene.labels.items()}
    return {
        key: (item.look, labels.get(key), scene.crossings.hops(key), item.pos().toTuple(), item.zValue())
        for key, item in scene.items_by_key.items()
    }


steps = st.lists(st.tuples(st.integers(0, 10), *(st.integers(0, 20),) * 3), min_size=1, max_size=25)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_scene_after_edits_equals_one_from_scratch(library: Library, steps: list[Step]) -> None:
    # given
    diagram = new_diagram("Random")
    plane = next(diagram.all(Plane)).id
    followed = PlaneScene(theme.load("light"), Layers())
    sync = Sync(diagram, plane, followed, faces(diagram, library))
    # when
    for step in steps:
        try:
            act(diagram, library, step)
        except Refused:
            continue
        # asked each time, so that it is kept up to date instead of added up in the end
        followed.drawn_rect()
    sync.stop()
    # then
    fresh = PlaneScene(theme.load("light"), Layers())
    Sync(diagram, plane, fresh, faces(diagram, library)).stop()
    assert picture(followed) == picture(fresh)
    assert {shape.id for shape in diagram.children(plane, Shape)} <= set(followed.items_by_key)
    assert followed.drawn_rect() == fresh.drawn_rect()
    QApplication.processEvents()


def test_what_is_commented_out_shows_at_once(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    shape = hand.view.surface.scene.shape_of(task)
    assert shape is not None
    # when
    comment_out(hand.diagram, [task])
    # then
    assert shape.look.commented_out
    # when
    hand.diagram.undo()
    # then
    assert not shape.look.commented_out


def test_labels_stand_on_the_colour_of_the_pool_around_them(hand: Hand) -> None:
    # given a pool that the file colours, and an event with a name in it
    hand.view.set_theme(theme.load("dark"))
    pool = hand.place("standard/pool", 400, 300)
    shape = hand.diagram.shape(pool)
    assert shape is not None
    end = hand.place("standard/end", 400, 300)
    rename(hand.diagram, end, "Done")
    scene = hand.view.surface.scene
    assert scene.ground_at(QPointF(400, 330)) == ""
    # when
    with hand.diagram.edit("Colour") as tx:
        tx.put(hand.diagram.require(shape.id, Shape).with_attribute_map({clark(BIOC, "fill"): "#ffffff"}))
    # then
    assert scene.ground_at(QPointF(400, 330)) == "#ffffff"
    assert scene.ground_at(QPointF(-4000, 0)) == ""
    hand.diagram.undo()
    assert scene.ground_at(QPointF(400, 330)) == ""
