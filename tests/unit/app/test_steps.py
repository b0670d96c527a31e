"""The steps of a draft."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.app.authoring.steps import Steps
from procos_studio.library import describing, drafting


def test_typing_on_is_one_step_and_what_comes_or_goes_its_own() -> None:
    # given a draft that is named, and gets two parameters
    first = drafting.drafted("Tax", {"net": "1"}, {}, ())
    steps = Steps(first)
    named = first
    for name in ("T", "Ta", "Tax!"):
        named = replace(named, name=name)
        steps.note(named)
    one = drafting.added(named, "a")
    two = drafting.added(one, "b")
    steps.note(one)
    steps.note(two)
    # when it is undone, each parameter goes by itself, and the name at once
    assert steps.undo() == one
    assert steps.undo() == named
    assert steps.undo() == first
    assert not steps.can_undo
    assert steps.undo() == first
    # then it can be done again, until something else is done
    assert steps.redo() == named
    other = replace(named, description="Other.")
    steps.note(other)
    assert not steps.can_redo
    assert steps.undo() == named


def test_another_field_is_another_step_and_so_is_the_same_after_an_undo() -> None:
    block = drafting.drafted("Tax", {"net": "1", "rate": "2"}, {}, ())
    steps, done = Steps(block), [block]
    for name, about, text in (
        ("label", "net", "Net"),
        ("label", "net", "Amount"),
        ("default", "net", "3"),
        ("default", "rate", "3"),
        ("type", "rate", "text"),
        ("type", "rate", "flag"),
    ):
        parameter = done[-1].parameter(about)
        assert parameter is not None
        done.append(describing.with_parameter(done[-1], parameter, name, text))
        steps.note(done[-1])
        if text == "Net":  # the person leaves the field, and comes back to it
            steps.settle()
    for before in reversed(done[:-1]):
        assert steps.undo() == before


def test_what_is_as_before_is_no_step() -> None:
    block = drafting.drafted("Tax", {}, {}, ())
    steps = Steps(block)
    steps.note(replace(block))
    assert not steps.can_undo
