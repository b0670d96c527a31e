from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.collapse import collapse
from procos_studio.edits.connect import connect
from procos_studio.edits.expand import expand
from procos_studio.model.records import Plane
from procos_studio.problems import Refused


def _subsystem(bench: Any) -> tuple[str, str, str, str, str]:
    """A subsystem between two tasks, with two connected tasks on its page."""
    _, sub, after = bench.chain("task", "subsystem", "task")
    page = bench.diagram.plane_of(sub).id
    a, b = bench.put("task", 100, 100, plane=page), bench.put("task", 300, 100, plane=page)
    return sub, after, a, b, connect(bench.diagram, a, b)


def test_an_opened_subsystem_shows_its_inside_and_pushes_what_follows(bench: Any) -> None:
    # given a closed subsystem between two tasks
    sub, after, a, b, flow = _subsystem(bench)
    right = bench.box(after).x - bench.box(sub).right
    # when it is opened
    with bench.sound_edit():
        expand(bench.diagram, sub)
    # then its content lies inside it, its page is gone, and what follows kept its distance
    assert all(bench.box(sub).encloses(bench.box(key)) for key in (a, b))
    assert bench.box(a).right == bench.line(flow)[0].x
    assert [plane.id for plane in bench.diagram.all(Plane)] == [bench.plane]
    assert bench.box(after).x - bench.box(sub).right == right


def test_closing_puts_the_inside_on_a_page_again(bench: Any) -> None:
    # given an open subsystem with a timer on its lower border
    sub, _, a, _, flow = _subsystem(bench)
    expand(bench.diagram, sub)
    box = bench.box(sub)
    timer = bench.put("boundary-timer", box.center.x, box.bottom, sub)
    # when it is closed
    with bench.sound_edit():
        collapse(bench.diagram, sub)
    # then content and flow are drawn on its page, and the timer rides on the small border
    page = bench.diagram.plane_of(sub).id
    assert bench.diagram.shape(a).parent == bench.diagram.edge(flow).parent == page
    assert bench.box(timer).center.y == bench.box(sub).bottom
    assert bench.box(timer).center.x == bench.box(sub).center.x


def test_a_task_has_no_inside(bench: Any) -> None:
    # given a task
    task = bench.put("task", 100)
    # when it is to be opened
    with pytest.raises(Refused, match="has no inside"):
        expand(bench.diagram, task)
    # then it has kept its size
    assert bench.box(task).width == 100


def test_messages_are_drawn_again_and_other_pools_make_way(bench: Any) -> None:
    # given two pools, and messages between steps of a subsystem and the lower one
    upper = bench.put("pool", 400, 100)
    lower = bench.put("pool", 400, 400)
    sub = bench.put("subsystem", *bench.box(upper).center, upper)
    expand(bench.diagram, sub)
    send = bench.put("send-task", bench.box(sub).x + 90, bench.box(sub).center.y, sub)
    receive = bench.put("receive-task", bench.box(lower).x + 120, bench.box(lower).center.y, lower)
    flow = connect(bench.diagram, send, receive)
    # when it is closed
    with bench.sound_edit():
        collapse(bench.diagram, sub)
    # then no line ends at a step that does not show
    assert bench.diagram.drawn(flow) == ()
    # when it is opened where there is no room
    bench.put("task", 100, 900, plane=bench.diagram.plane_of(sub).id)
    with bench.sound_edit():
        expand(bench.diagram, sub)
    # then the message is drawn, and the pools do not overlap
    assert bench.line(flow)
    assert bench.box(upper).bottom < bench.box(lower).y
    assert bench.box(lower).encloses(bench.box(receive))


def test_what_stands_beside_the_containers_around_makes_way_too(bench: Any) -> None:
    # given a subsystem as all there is in another, beside which a task stands
    outer = bench.open_sub(200, 100)
    task = bench.put("task", bench.box(outer).right + 80, bench.box(outer).center.y)
    inner = bench.put("subsystem", bench.box(outer).right - 90, bench.box(outer).center.y, outer)
    # when it is opened
    with bench.sound_edit():
        expand(bench.diagram, inner)
    # then that around it holds it, and the task is not run over
    assert bench.box(outer).encloses(bench.box(inner))
    assert bench.box(outer).right < bench.box(task).x


def test_pools_beside_one_that_gets_wider_make_way_sideways(bench: Any) -> None:
    # given two pools side by side, and in the left one a subsystem with a wide inside
    left = bench.put("pool", 400, 300)
    right = bench.put("pool", bench.box(left).right + bench.box(left).width / 2 + 40, 300)
    before = bench.box(right)
    sub = bench.put("subsystem", bench.box(left).right - 80, bench.box(left).center.y, left)
    bench.put("task", 900, 100, plane=bench.diagram.plane_of(sub).id)
    # when it is opened
    with bench.sound_edit():
        expand(bench.diagram, sub)
    # then the right pool lies beside the left one, as high as before
    assert bench.box(left).encloses(bench.box(sub))
    assert bench.box(left).right < bench.box(right).x
    assert bench.box(right).y == before.y
