from __future__ import annotations

from procos_studio.bpmn import write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode


def _rename(diagram: Diagram, name: str) -> None:
    with diagram.edit(f"Rename to {name}") as tx:
        tx.update("work", FlowNode, lambda node: node.with_attributes(name=name))


def test_undo_and_redo_walk_the_history(diagram: Diagram) -> None:
    # given two edits
    _rename(diagram, "A")
    _rename(diagram, "B")
    # when both are taken back and one is done again
    assert diagram.undo() is not None
    assert (diagram.history.undo_label, diagram.history.redo_label) == ("Rename to A", "Rename to B")
    diagram.undo()
    assert diagram["work"].name == "Work"
    assert diagram.undo() is None
    applied = diagram.redo()
    # then the first stands, and the diff said so
    assert diagram["work"].name == "A"
    assert applied is not None
    assert applied.changes["work"].after == diagram["work"]
    diagram.redo()
    assert diagram.redo() is None


def test_a_new_edit_forgets_what_was_undone(diagram: Diagram) -> None:
    _rename(diagram, "A")
    diagram.undo()
    _rename(diagram, "B")
    assert diagram.history.redo_label is None
    assert diagram.history.labels == ("Rename to B",)


def test_undo_gives_back_the_very_file(diagram: Diagram) -> None:
    before = write_bytes(diagram)
    with diagram.edit("Remove") as tx:
        tx.remove("work", "one", "two", "late", "three")
    assert write_bytes(diagram) != before
    diagram.undo()
    assert write_bytes(diagram) == before


def test_modified_means_different_from_what_was_saved(diagram: Diagram) -> None:
    # given a file just opened
    assert not diagram.history.is_modified
    _rename(diagram, "A")
    assert diagram.history.is_modified
    # when it is saved, undoing makes it differ and redoing does not
    diagram.history.mark_saved()
    assert not diagram.history.is_modified
    diagram.undo()
    assert diagram.history.is_modified
    diagram.redo()
    assert not diagram.history.is_modified


def test_a_saved_state_that_cannot_come_back_stays_modified(diagram: Diagram) -> None:
    _rename(diagram, "A")
    diagram.history.mark_saved()
    diagram.undo()
    _rename(diagram, "B")
    diagram.undo()
    assert diagram.history.is_modified
    diagram.history.mark_saved()
    assert not diagram.history.is_modified
