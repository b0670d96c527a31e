"""Selecting, renaming, zooming, panning, walking and going inside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.marks import Light, Mark, State
from tests.gui.canvas.hand import CTRL, MIDDLE, SHIFT, Hand


def row(hand: Hand) -> list[str]:
    """Start, task and end, connected."""
    keys = [
        hand.place("standard/start", 120, 200),
        hand.place("standard/task", 320, 200),
        hand.place("standard/end", 520, 200),
    ]
    hand.connect(keys[0], keys[1])
    hand.connect(keys[1], keys[2])
    hand.click(300, 500)
    return keys


def test_click_selects_and_ctrl_click_extends_and_takes_out(hand: Hand) -> None:
    # given
    start, task, _ = row(hand)
    seen: list[tuple[str, ...]] = []
    hand.view.selection_changed.connect(seen.append)
    # when
    hand.click(120, 200)
    hand.click(320, 200, CTRL)
    hand.click(120, 200, CTRL)
    hand.click(300, 500)
    # then
    assert seen == [(start,), (start, task), (task,), ()]


def test_marquee_selects_what_it_encloses(hand: Hand) -> None:
    # given
    start, task, _ = row(hand)
    # when
    hand.drag_to((60, 120), (420, 300))
    # then
    assert {start, task} <= set(hand.view.selection)
    assert len(hand.view.selection) == 3


def test_escape_gives_the_former_selection_back(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    hand.click(320, 200)
    # when
    hand.drag((60, 120), (600, 300))
    hand.key(Qt.Key.Key_Escape)
    hand.release(600, 300)
    # then
    assert hand.view.selection == (task,)


def test_select_all_and_escape(hand: Hand) -> None:
    # given
    row(hand)
    # when, then
    hand.key(Qt.Key.Key_A, CTRL)
    assert len(hand.view.selection) == 5
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.selection == ()


def test_rename_with_f2(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    # when
    hand.key(Qt.Key.Key_F2)
    hand.type_name("Check order")
    # then
    assert hand.diagram[task].name == "Check order"
    assert hand.view.tools.is_resting


def test_double_click_on_a_plain_task_renames_it(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    # when
    hand.double_click(320, 200)
    hand.type_name("Pay")
    # then
    assert hand.diagram[task].name == "Pay"


def test_escape_keeps_the_name(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    before = hand.diagram[task].name
    hand.key(Qt.Key.Key_E)
    QTest.keyClicks(hand.field(), "Other")
    # when
    QTest.keyClick(hand.field(), Qt.Key.Key_Escape)
    # then
    assert hand.diagram[task].name == before
    assert hand.view.tools.is_resting


def test_click_elsewhere_commits_the_name(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    hand.key(Qt.Key.Key_F2)
    QTest.keyClicks(hand.field(), "Ship")
    # when
    hand.click(600, 500)
    # then
    assert hand.diagram[task].name == "Ship"


def test_wheel_with_ctrl_zooms_at_the_pointer(hand: Hand) -> None:
    # given
    row(hand)
    before = hand.pixel(320, 200)
    # when
    hand.wheel(320, 200, 120, CTRL)
    # then
    assert hand.view.transform().m11() > 1
    after = hand.pixel(320, 200)
    assert (after - before).manhattanLength() <= 2


def test_wheel_pans(hand: Hand) -> None:
    # given
    row(hand)
    before = hand.pixel(320, 200)
    # when
    hand.wheel(320, 200, 120)
    # then
    moved = hand.pixel(320, 200) - before
    assert moved.x() == 0
    assert moved.y() > 0


def test_middle_drag_and_space_drag_pan(hand: Hand) -> None:
    # given
    row(hand)
    for keys_down in (False, True):
        before = hand.pixel(0, 0)
        # when
        if keys_down:
            QTest.keyPress(hand.view, Qt.Key.Key_Space)
        button = Qt.MouseButton.LeftButton if keys_down else MIDDLE
        hand.hover(320, 400)
        hand.press(320, 400, button=button)
        start = hand.pixel(320, 400)
        hand.hover(360, 420, button)
        hand.release(360, 420, button=button)
        if keys_down:
            QTest.keyRelease(hand.view, Qt.Key.Key_Space)
        # then
        assert (hand.pixel(0, 0) - before).x() == 40, start
    assert hand.view.selection == ()


def test_zoom_keys(hand: Hand) -> None:
    # given
    row(hand)
    # when, then
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert hand.view.transform().m11() > 1
    hand.key(Qt.Key.Key_0, CTRL)
    assert hand.view.transform().m11() == 1
    hand.key(Qt.Key.Key_Minus, CTRL)
    assert hand.view.transform().m11() < 1
    hand.key(Qt.Key.Key_1, CTRL)
    assert hand.view.visible_rect().contains(hand.view.content_rect())


def test_arrows_walk_along_flows(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    # when, then
    for key in (start, task, end):
        hand.key(Qt.Key.Key_Right)
        assert hand.view.selection == (key,)
    hand.key(Qt.Key.Key_Left)
    assert hand.view.selection == (task,)


def test_shift_arrows_select_what_follows(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    hand.click(320, 200)
    # when
    hand.key(Qt.Key.Key_Right, SHIFT)
    # then
    assert {task, end} <= set(hand.view.selection)
    assert start not in hand.view.selection


def test_double_click_goes_into_a_subsystem(hand: Hand) -> None:
    # given
    key = hand.place("standard/subsystem", 320, 200)
    asked: list[str] = []
    hand.view.open_requested.connect(asked.append)
    shape = hand.view.surface.scene.shape_of(key)
    assert shape is not None
    # when
    hand.double_click(320, 200)
    # then
    assert asked == ([key] if not shape.look.expanded else [])


def test_double_click_on_empty_ground_asks_for_a_block(hand: Hand) -> None:
    # when
    hand.double_click(320, 200)
    # then
    assert hand.inserts == [QPointF(320, 200)]


def test_enter_asks_for_the_form(hand: Hand) -> None:
    # given
    key = hand.place("standard/task", 320, 200)
    asked: list[str] = []
    hand.view.edit_requested.connect(asked.append)
    # when
    hand.key(Qt.Key.Key_Return)
    # then
    assert asked == [key]


def test_selection_is_told_in_words(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    hand.view.select((task,))
    # then
    assert hand.view.accessibleDescription().startswith("Task")


def test_marks_stay_off_the_document(hand: Hand) -> None:
    # given
    start, task, _ = row(hand)
    revision = hand.diagram.revision
    # when
    hand.view.set_marks("run", {task: Mark(State.ACTIVE, (Light.PASSED,) * 5, tokens=2, note="now")})
    hand.view.update_marks("run", {start: Mark(State.DONE, duration=0.2)})
    # then
    scene = hand.view.surface.scene
    item = scene.shape_of(task)
    assert item is not None
    assert item.mark.tokens == 2
    assert hand.diagram.revision == revision
    hand.view.set_marks("run", {})
    assert item.mark == Mark()


def test_nothing_happens_without_a_diagram(hand: Hand) -> None:
    # given
    hand.view.close_diagram()
    # when
    hand.click(100, 100)
    hand.double_click(200, 200)
    hand.drag_to((10, 10), (300, 300))
    hand.key(Qt.Key.Key_Delete)
    hand.drop("standard/task", 100, 100)
    # then
    assert hand.view.selection == ()
    assert hand.inserts == []


def test_a_zoom_takes_over_a_name_that_is_being_typed(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 300, 200)
    hand.key(Qt.Key.Key_F2)
    QTest.keyClicks(hand.field(), "Pay")
    # when
    hand.wheel(500, 400, 240, CTRL)
    QApplication.processEvents()
    # then the name is there, and no field is left where it was
    assert hand.diagram[task].name == "Pay"
    assert hand.view.tools.is_resting
    # when the next name is typed after that
    hand.key(Qt.Key.Key_F2)
    hand.type_name("Pay back")
    # then
    assert hand.diagram[task].name == "Pay back"
