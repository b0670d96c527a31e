"""Upgrades of composite blocks: what people changed inside stays, what the definition changed comes, both is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, read_file, write_bytes, write_file
from procos_studio.checks import check
from procos_studio.edits.append import append
from procos_studio.edits.break_link import break_link
from procos_studio.edits.delete import delete
from procos_studio.edits.exchanging import UNKNOWN, planned
from procos_studio.edits.group import group
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.move import move
from procos_studio.edits.parts import PART
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.edits.upgrade_blocks import upgrade_blocks
from procos_studio.library import BlockDefinition, Library, load, mask, upgrade
from procos_studio.library.drafting import issued
from procos_studio.library.inside import VERSIONS
from procos_studio.library.keeping import keep
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import has_errors
from tests.unit.edits.test_composite_blocks import Drawn, saved

Change = Callable[[Diagram, str], object]
"""Changes what stands in the block of this key."""


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load()


class Case:
    """A diagram with a block of version 1: start → Work out (a script) → end; and the library that holds it."""

    def __init__(self, shelf: Path, shipped: Library) -> None:
        self.shelf, self.shipped = shelf, shipped
        drawn = Drawn(shipped)
        rename(drawn.diagram, drawn.tax, "Work out")
        block = saved(drawn, shelf)
        self.diagram = Drawn(shipped).diagram
        page = drawn.page
        self.key = place(self.diagram, block, page, Point(900, 500))

    def publish(self, change: Change) -> BlockDefinition:
        """Change the inside of the definition as a person does, and raise its version."""
        block = load([self.shelf]).blocks["own/tax"]
        assert block.inside is not None
        diagram = read_file(block.inside).diagram
        change(diagram, next(node.id for node in diagram.all(FlowNode) if node.get(mask.STAMP) == block.id))
        write_file(diagram, block.inside)
        keep(issued(block, block), self.shelf)
        return load([self.shelf]).blocks["own/tax"]

    def upgrade(self, *answers: str) -> None:
        """Upgrade the block; the new version is taken at these questions. The file stays whole and good."""
        upgrade_blocks(self.diagram, [self.key], load([self.shelf]), {self.key: answers})
        again = read_bytes(write_bytes(self.diagram))
        assert again.problems == ()
        assert not has_errors(check(again.diagram, library=self.shipped))

    def names(self) -> list[str]:
        return sorted(node.name for node in self.diagram.children(self.key, FlowNode) if node.name)

    def chain(self) -> list[str]:
        """The kinds and names from the start on, along the flows."""
        here = next(node for node in self.diagram.children(self.key, FlowNode) if node.kind == "startEvent")
        found: list[str] = []
        while True:
            found.append(here.name or here.kind)
            flows = self.diagram.outgoing(here.id, SequenceFlow)
            if not flows:
                return found
            assert self.diagram.edge(flows[0].id) is not None
            here = self.diagram.require(flows[0].target, FlowNode)


@pytest.fixture
def case(tmp_path: Path, shipped: Library) -> Case:
    return Case(tmp_path, shipped)


def step(diagram: Diagram, key: str, name: str = "Work out") -> str:
    return next(node.id for node in diagram.children(key, FlowNode) if node.name == name)


def renamed(name: str) -> Change:
    return lambda diagram, key: rename(diagram, step(diagram, key), name)


def scripted(shipped: Library, code: str) -> Change:
    parameter = next(item for item in shipped.blocks["compute/python-script"].properties if item.type == "code")
    return lambda diagram, key: set_parameter(diagram, step(diagram, key), parameter, code)


def inserted(shipped: Library, name: str, *, before: bool = True) -> Change:
    def change(diagram: Diagram, key: str) -> None:
        at = step(diagram, key)
        flow = (diagram.incoming if before else diagram.outgoing)(at, SequenceFlow)[0]
        made = insert_on_flow(diagram, flow.id, shipped.blocks["standard/task"])
        rename(diagram, made, name)

    return change


def removed(diagram: Diagram, key: str) -> None:
    delete(diagram, [step(diagram, key)], heal=True)


def said(case: Case, block: BlockDefinition) -> tuple[list[str], list[str]]:
    """What an upgrade would do inside, and what it asks."""
    found = planned(case.diagram, case.key, block).merge
    return [change.message for change in found.changes], [question.message for question in found.questions]


def test_what_nobody_changed_is_exchanged_as_a_whole(case: Case, shipped: Library) -> None:
    block = case.publish(inserted(shipped, "Look up"))
    assert said(case, block) == (["What is inside becomes that of version 2."], [])
    case.upgrade()
    assert case.chain() == ["startEvent", "Look up", "Work out", "endEvent"]


def test_a_change_made_here_stays_and_that_of_the_definition_comes(case: Case, shipped: Library) -> None:
    # given a step renamed here, and another script in the definition
    case.publish(scripted(shipped, "tax = 7"))
    renamed("Our tax")(case.diagram, case.key)
    # then the prompt says both, and asks nothing
    messages, questions = said(case, load([case.shelf]).blocks["own/tax"])
    assert messages == ["“Our tax”: the name was changed here and stays.", "“Our tax”: the script changes."]
    assert questions == []
    # when
    case.upgrade()
    # then
    assert case.chain() == ["startEvent", "Our tax", "endEvent"]
    assert "tax = 7" in write_bytes(case.diagram).decode()
    assert upgrade.version_of(case.diagram[case.key]) == 2
    # and one undo takes it back
    case.diagram.undo()
    assert "tax = 7" not in write_bytes(case.diagram).decode()


@pytest.mark.parametrize("take", [False, True])
def test_what_both_changed_is_asked(case: Case, take: bool) -> None:
    # given the same step, called differently here and there
    block = case.publish(renamed("Their tax"))
    renamed("Our tax")(case.diagram, case.key)
    # then both are named
    (question,) = planned(case.diagram, case.key, block).merge.questions
    assert question.message == "“Our tax”: the name was changed here, and in the new version."
    assert (question.mine, question.theirs) == ("Our tax", "Their tax")
    # when, then
    case.upgrade(*([question.id] if take else []))
    assert case.chain()[1] == ("Their tax" if take else "Our tax")


def test_the_same_change_on_both_sides_is_no_question(case: Case) -> None:
    block = case.publish(renamed("Tax it"))
    renamed("Tax it")(case.diagram, case.key)
    assert said(case, block) == ([], [])


def test_steps_that_both_added_stand_together(case: Case, shipped: Library) -> None:
    # given one step before, by the definition, and one after, added here
    case.publish(inserted(shipped, "Look up"))
    inserted(shipped, "Write down", before=False)(case.diagram, case.key)
    assert said(case, load([case.shelf]).blocks["own/tax"])[1] == []
    # when
    case.upgrade()
    # then
    assert case.chain() == ["startEvent", "Look up", "Work out", "Write down", "endEvent"]
    # and all is drawn, the new where the definition has it
    for node in case.diagram.children(case.key, FlowNode):
        assert case.diagram.shape(node.id) is not None


def test_a_step_that_the_definition_removed_goes_unless_it_was_changed_here(case: Case, shipped: Library) -> None:
    # given a second step that the definition has, and removes
    case.publish(inserted(shipped, "Look up"))
    case.upgrade()
    case.publish(lambda diagram, key: delete(diagram, [step(diagram, key, "Look up")], heal=True))
    renamed("Our tax")(case.diagram, case.key)
    # when, then
    case.upgrade()
    assert case.chain() == ["startEvent", "Our tax", "endEvent"]


@pytest.mark.parametrize("take", [False, True])
def test_a_removed_step_that_was_changed_here_is_asked(case: Case, shipped: Library, take: bool) -> None:
    case.publish(inserted(shipped, "Look up"))
    case.upgrade()
    block = case.publish(lambda diagram, key: delete(diagram, [step(diagram, key, "Look up")], heal=True))
    set_documentation(case.diagram, step(case.diagram, case.key, "Look up"), "As we like it")
    questions = planned(case.diagram, case.key, block).merge.questions
    assert [question.message for question in questions] == [
        "“Look up” was changed here, and the new version removes it."
    ]
    case.upgrade(*([questions[0].id] if take else []))
    assert ("Look up" in case.names()) is not take


def test_a_step_that_was_removed_here_stays_away(case: Case, shipped: Library) -> None:
    case.publish(inserted(shipped, "Look up"))
    case.upgrade()
    delete(case.diagram, [step(case.diagram, case.key, "Look up")], heal=True)
    case.publish(scripted(shipped, "tax = 7"))
    case.upgrade()
    assert case.chain() == ["startEvent", "Work out", "endEvent"]
    assert "tax = 7" in write_bytes(case.diagram).decode()


def test_steps_that_were_moved_here_stay_where_they_are(case: Case, shipped: Library) -> None:
    # given a block in which a step was moved and another added
    inserted(shipped, "Write down", before=False)(case.diagram, case.key)
    moved = step(case.diagram, case.key)
    move(case.diagram, [moved], 0, 200)
    shape = case.diagram.shape(moved)
    case.publish(inserted(shipped, "Look up"))
    # when
    case.upgrade()
    # then
    assert case.diagram.shape(moved) == shape


def test_without_the_former_inside_somebody_has_to_choose(case: Case, shipped: Library) -> None:
    # given a library that does not hold the inside of version 1
    block = case.publish(inserted(shipped, "Look up"))
    assert block.inside is not None
    block.inside.with_name(VERSIONS).joinpath("1.bpmn").unlink()
    # then that is said, and what is inside stays
    _, questions = said(case, block)
    assert questions == ["The library does not hold the inside of version 1, so nobody can tell what was changed here."]
    case.upgrade()
    assert case.chain() == ["startEvent", "Work out", "endEvent"]
    # and the other answer exchanges it
    case.diagram.undo()
    case.upgrade(UNKNOWN)
    assert case.chain() == ["startEvent", "Look up", "Work out", "endEvent"]


def test_a_step_that_the_definition_puts_into_a_subsystem_is_asked(case: Case, shipped: Library) -> None:
    # given a block that was changed here, and a new version that has its step in a subsystem
    inserted(shipped, "Write down", before=False)(case.diagram, case.key)
    block = case.publish(lambda diagram, key: group(diagram, [step(diagram, key)], "Inner"))
    # then that is said, and what is inside stays
    _, questions = said(case, block)
    assert len(questions) == 1
    assert "“Work out”" in questions[0]
    assert "another subsystem" in questions[0]
    case.upgrade()
    assert case.chain() == ["startEvent", "Work out", "Write down", "endEvent"]
    # and the other answer exchanges it
    case.diagram.undo()
    case.upgrade(UNKNOWN)
    assert case.chain() == ["startEvent", "Inner", "endEvent"]


def test_a_step_in_a_subsystem_of_the_definition_comes_where_nobody_changed_anything(case: Case) -> None:
    block = case.publish(lambda diagram, key: group(diagram, [step(diagram, key)], "Inner"))
    assert said(case, block) == (["What is inside becomes that of version 2."], [])
    case.upgrade()
    assert case.chain() == ["startEvent", "Inner", "endEvent"]


def test_two_copies_of_a_part_are_one_part_and_an_addition(case: Case, shipped: Library) -> None:
    # given a step that was copied inside, with the mark of its part
    at = step(case.diagram, case.key)
    made = append(case.diagram, at, shipped.blocks["standard/task"])
    with case.diagram.edit("Copy") as tx:
        tx.put(case.diagram[made].with_attribute_map({PART: case.diagram[at].get(PART), "name": "Twice"}))
    block = case.publish(scripted(shipped, "tax = 7"))
    messages, _ = said(case, block)
    assert "“Twice” was added here and stays." in messages
    case.upgrade()
    assert "Twice" in case.names()


def test_only_the_last_insides_are_kept(case: Case) -> None:
    for number in range(22):
        block = case.publish(renamed("Work out") if number % 2 else lambda *_: None)
    assert block.inside is not None
    kept = {int(file.stem) for file in block.inside.with_name(VERSIONS).iterdir()}
    assert kept == set(range(4, 24))


def test_a_broken_link_leaves_no_marks(case: Case) -> None:
    break_link(case.diagram, case.key)
    assert PART not in {name for element in case.diagram.walk(case.key) for name in element.attributes}


def test_the_marks_are_extensions_of_our_own(case: Case) -> None:
    again = read_bytes(write_bytes(case.diagram))
    assert again.problems == ()
    assert replace(case.diagram[step(case.diagram, case.key)]).get(PART)
