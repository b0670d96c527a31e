"""A scene that followed edits equals one built from scratch, whatever the edits were."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from procos_studio.canvas import scene, theme
from procos_studio.canvas.faces import faces
from procos_studio.canvas.marks import Layers
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.sync import Sync
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.rename import rename
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import BIOC, clark
from procos_studio.model.records import Shape
from procos_studio.problems import Refused
from tests.gui.canvas.hand import Hand
from tests.properties.hand import EDITS, base
from tests.properties.hand import Hand as RandomHand


def picture(scene: PlaneScene) -> dict[str, object]:
    """Everything that decides how a scene looks."""
    labels = {key: label.placed.bounds for key, label in scene.labels.items()}
    return {
        key: (item.look, labels.get(key), scene.crossings.hops(key), item.pos().toTuple(), int(item.zValue()))
        for key, item in scene.items_by_key.items()
    }


_UNDO, _REDO = len(EDITS), len(EDITS) + 1
steps = st.lists(st.tuples(st.integers(0, _REDO), st.integers(0, 2**31)), min_size=1, max_size=20)


def act(diagram: Diagram, number: int, seed: int) -> None:
    """One random edit of any kind, or one taken back or done again."""
    if number == _UNDO:
        diagram.undo()
    elif number == _REDO:
        diagram.redo()
    else:
        EDITS[number](RandomHand(diagram, seed))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("many", "share"), [(scene.MANY, scene.SHARE), (0, 10**9)], ids=["few", "many"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(("process", "pools")), steps=steps)
def test_scene_after_edits_equals_one_from_scratch(
    library: Library, monkeypatch: pytest.MonkeyPatch, many: int, share: int, kind: str, steps: list[tuple[int, int]]
) -> None:
    # given a scene that follows few changes as ever, or as it follows very many
    monkeypatch.setattr(scene, "MANY", many)
    monkeypatch.setattr(scene, "SHARE", share)
    diagram = base(kind)
    plane = "BPMNPlane_1"
    followed = PlaneScene(theme.load("light"), Layers())
    sync = Sync(diagram, plane, followed, faces(diagram, library))
    # when
    for number, seed in steps:
        try:
            act(diagram, number, seed)
        except Refused:
            continue
        # asked each time, so that it is kept up to date instead of added up in the end
        followed.drawn_rect()
        # some items are made by now, others not before the end
        followed.items(QRectF(seed % 1200, seed % 700, 200, 200))
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


def test_links_in_notes_show_at_once(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    shape = hand.view.surface.scene.shape_of(task)
    assert shape is not None
    assert not shape.look.linked
    # when
    set_documentation(hand.diagram, task, "See [the rules](rules.md)")
    # then
    assert shape.look.linked
