from __future__ import annotations

from collections.abc import Callable

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, SequenceFlow, Shape
from procos_studio.model.transaction import Transaction


def _rename(tx: Transaction, key: str, name: str) -> None:
    tx.update(key, FlowNode, lambda node: node.with_attributes(name=name))


def _failing_edit(diagram: Diagram, *works: Callable[[Transaction], object]) -> None:
    with diagram.edit("Fails") as tx:
        for work in works:
            work(tx)
        raise ZeroDivisionError


def _heard(diagram: Diagram) -> list[Diff]:
    diffs: list[Diff] = []
    diagram.changed.connect(diffs.append)
    return diffs


def test_an_edit_is_one_diff_one_history_entry_and_one_signal(diagram: Diagram) -> None:
    # given a listener
    diffs = _heard(diagram)
    # when one edit changes two elements, one of them twice
    with diagram.edit("Rename both") as tx:
        _rename(tx, "work", "A")
        _rename(tx, "work", "B")
        _rename(tx, "end", "Done")
    # then it hears of it once, with the state before and after
    assert [diff.label for diff in diffs] == ["Rename both"]
    assert set(diffs[0].changed) == {"work", "end"}
    assert diffs[0].changes["work"].before.name == "Work"  # type: ignore[union-attr]
    assert diffs[0].changes["work"].after.name == "B"  # type: ignore[union-attr]
    assert diagram.history.labels == ("Rename both",)
    assert diagram.revision == 1


def test_an_edit_that_ends_where_it_began_is_nothing(diagram: Diagram) -> None:
    diffs = _heard(diagram)
    with diagram.edit("To and fro") as tx:
        _rename(tx, "work", "A")
        _rename(tx, "work", "Work")
    assert not diffs
    assert diagram.history.undo_label is None
    assert diagram.revision == 0


def test_edits_inside_an_edit_join_it(diagram: Diagram) -> None:
    diffs = _heard(diagram)
    with diagram.edit("Outer") as tx:
        _rename(tx, "work", "A")
        with diagram.edit("Inner") as inner:
            _rename(inner, "work", "B")
            _rename(inner, "end", "Done")
    assert [diff.label for diff in diffs] == ["Outer"]
    diagram.undo()
    assert (diagram["work"].name, diagram["end"].name) == ("Work", "")


def test_an_exception_takes_everything_back_and_says_nothing(diagram: Diagram) -> None:
    # given what the diagram was
    before, written, diffs = dict(diagram.elements), write_bytes(diagram), _heard(diagram)
    # when an edit that adds, changes, moves and removes fails
    with pytest.raises(ZeroDivisionError):
        _failing_edit(
            diagram,
            lambda tx: _rename(tx, "work", "A"),
            lambda tx: tx.create(bpmn("task"), "order", "Task", name="New"),
            lambda tx: tx.remove("two", "end"),
            lambda tx: tx.update("work_di", Shape, lambda shape: shape.with_bounds(shape.bounds.moved(10, 10))),
        )
    # then nothing remains of it, not even in the indexes
    assert diagram.elements == before
    assert write_bytes(diagram) == written
    assert not diffs
    assert diagram.history.undo_label is None
    assert [flow.id for flow in diagram.outgoing("work", SequenceFlow)] == ["two"]
    assert [flow.id for flow in diagram.incoming("end", SequenceFlow)] == ["two", "three"]


def test_an_inner_edit_that_fails_takes_back_only_its_own(diagram: Diagram) -> None:
    with diagram.edit("Outer") as tx:
        _rename(tx, "work", "A")
        with pytest.raises(ZeroDivisionError):
            _failing_edit(diagram, lambda tx: _rename(tx, "work", "B"), lambda tx: _rename(tx, "end", "Done"))
        assert diagram["work"].name == "A"
    assert diagram["end"].name == ""
    diagram.undo()
    assert diagram["work"].name == "Work"


def test_what_an_inner_edit_did_goes_when_the_outer_fails(diagram: Diagram) -> None:
    def succeed_inside(_: Transaction) -> None:
        with diagram.edit("Inner") as inner:
            _rename(inner, "work", "B")

    with pytest.raises(ZeroDivisionError):
        _failing_edit(diagram, succeed_inside)
    assert diagram["work"].name == "Work"


def test_writing_after_the_edit_ended_raises(diagram: Diagram) -> None:
    with diagram.edit("Done") as tx:
        pass
    with pytest.raises(RuntimeError, match="ended"):
        _rename(tx, "work", "A")


def test_elements_cannot_be_replaced_past_the_gate(diagram: Diagram) -> None:
    with pytest.raises(TypeError):
        diagram.elements["work"] = diagram["end"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        diagram["work"].text = "x"  # type: ignore[misc]


def test_a_listener_that_throws_neither_stops_the_others_nor_loses_the_edit(diagram: Diagram) -> None:
    # given a listener that fails, and one after it
    def fail(_: Diff) -> None:
        raise ZeroDivisionError

    diagram.changed.connect(fail)
    diffs = _heard(diagram)
    # when an edit is committed
    with pytest.raises(ZeroDivisionError), diagram.edit("Rename") as tx:
        _rename(tx, "work", "A")
    # then it stands, the other listener heard, and it can be undone
    assert diagram["work"].name == "A"
    assert len(diffs) == 1
    with pytest.raises(ZeroDivisionError):
        diagram.undo()
    assert diagram["work"].name == "Work"


def test_undo_and_redo_inside_an_edit_raise(diagram: Diagram) -> None:
    with diagram.edit("Rename") as tx:
        _rename(tx, "work", "A")
        with pytest.raises(RuntimeError):
            diagram.undo()
        with pytest.raises(RuntimeError):
            diagram.redo()
    assert diagram["work"].name == "A"


def test_a_new_element_stands_where_the_schema_wants_it(diagram: Diagram) -> None:
    with diagram.edit("Add") as tx:
        made = tx.create(bpmn("userTask"), "order", "Task", name="Check")
        note = tx.create(bpmn("textAnnotation"), "order", "Note")
    assert made.id == "Task_1"
    assert isinstance(made, FlowNode)
    children = diagram["order"].children
    assert children.index("lanes") < children.index(made.id) < children.index(note.id)


def test_new_ids_are_free_and_plain(diagram: Diagram) -> None:
    with diagram.edit("Ids") as tx:
        first, second = tx.new_id("Täsk 1!"), tx.create(bpmn("task"), "order", "Task")
        assert first == "Tsk1_1"
        assert second.id == "Task_1"
        assert tx.new_id("Task") == "Task_2"
        assert tx.new_id("…") == "Element_1"


def test_adding_twice_and_changing_what_is_not_there_are_bugs(diagram: Diagram) -> None:
    with diagram.edit("Wrong") as tx:
        with pytest.raises(KeyError):
            tx.add(diagram["work"])
        with pytest.raises(KeyError):
            _rename(tx, "nothing", "A")
        with pytest.raises(KeyError):
            tx.update("work", Shape, lambda shape: shape)
        with pytest.raises(KeyError):
            tx.remove("nothing")


def test_removing_an_element_removes_what_is_inside(diagram: Diagram) -> None:
    with diagram.edit("Remove") as tx:
        tx.remove("order", "page")
    assert set(diagram.elements) == {"file"}
    diagram.undo()
    assert "work_di" in diagram
    assert diagram.shape("work") is not None


def test_moving_puts_an_element_with_all_below_into_another_parent(diagram: Diagram) -> None:
    with diagram.edit("Into a sub-process") as tx:
        inner = tx.create(bpmn("subProcess"), "order", "Sub")
        tx.move("work", inner.id)
    assert diagram["work"].parent == inner.id
    assert "work" not in diagram["order"].children
    assert [element.id for element in diagram.ancestors("work")] == [inner.id, "order", "file"]


def test_an_edit_can_be_tried_without_being_made(diagram: Diagram) -> None:
    # given a diagram that is listened to
    before, told = dict(diagram.elements), []
    diagram.changed.connect(told.append)

    def act() -> None:
        with diagram.edit("Rename") as tx:
            tx.update("work", FlowNode, lambda node: node.with_attributes(name="Tried"))

    # when an edit is tried
    diff = diagram.tried("Try", act)
    # then one knows what it would change, and nothing has changed
    assert (diff.label, diff.changed) == ("Try", ("work",))
    after = diff.changes["work"].after
    assert after is not None
    assert after.name == "Tried"
    assert (dict(diagram.elements), told, diagram.history.done, diagram.revision) == (before, [], (), 0)
    # and it may fail, and the next edit is as ever
    with pytest.raises(KeyError):
        diagram.tried("Try", lambda: (act(), diagram["nowhere"]))
    assert dict(diagram.elements) == before
    act()
    assert diagram["work"].name == "Tried"
