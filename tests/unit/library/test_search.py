"""Search: what a person who types a word expects to find first."""

from __future__ import annotations

import pytest

from procos_studio.library import Library


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("wait", "standard/catch-timer"),
        ("timer", "standard/catch-timer"),
        ("tim", "standard/catch-timer"),
        ("delay", "standard/catch-timer"),
        ("if", "standard/decision"),
        ("else", "standard/decision"),
        ("xor", "standard/decision"),
        ("mail", "integration/send-email"),
        ("email", "integration/send-email"),
        ("e-mail", "integration/send-email"),
        ("http", "integration/http-request"),
        ("REST", "integration/http-request"),
        ("loop", "standard/for-each"),
        ("for each", "standard/for-each"),
        ("and", "standard/parallel"),
        ("start", "standard/start"),
        ("end", "standard/end"),
        ("start message", "standard/start-message"),
        ("start cron", "standard/start-timer"),
        ("timeout", "standard/boundary-timer"),
        ("boundary timer", "standard/boundary-timer"),
        ("catch error", "standard/boundary-error"),
        ("throw error", "standard/end-error"),
        ("sub-process", "standard/subsystem"),
        ("call activity", "standard/call"),
        ("form", "people/user-form"),
        ("approve", "people/approval"),
        ("llm", "ai/ask-model"),
        ("ollama", "ai/ask-model"),
        ("python", "compute/python-script"),
        ("pool", "standard/pool"),
        ("comment", "standard/text-annotation"),
        # slips and abbreviations
        ("pyhton", "compute/python-script"),
        ("decison", "standard/decision"),
        ("htpp", "integration/http-request"),
        ("mesage", "standard/catch-message"),
        ("msg", "standard/catch-message"),
    ],
)
def test_the_first_hit(library: Library, typed: str, first: str) -> None:
    assert next((block.id for block in library.search(typed)), None) == first


@pytest.mark.parametrize("typed", ["qqqq", "mail qqqq", "!!"])
def test_nothing_answers_nonsense(library: Library, typed: str) -> None:
    found = library.search(typed)
    assert not found or typed == "!!"


def test_without_words_all_blocks_come_in_the_order_of_the_palette(library: Library) -> None:
    found = library.search("  ")
    assert found == [block for block in library.blocks.values() if block.placeable]
    assert [block.id for block in found[:4]] == ["standard/start", "standard/end", "standard/task", "standard/decision"]


def test_what_is_drawn_and_not_placed_is_not_found(library: Library) -> None:
    assert "standard/sequence-flow" not in {block.id for block in library.search("flow")}


def test_the_palette_is_short_and_ranked(library: Library) -> None:
    ranks = [block.palette for block in library.palette if block.is_standard]
    assert ranks == list(range(1, len(ranks) + 1))
    assert len(ranks) <= 16
    assert {block.family for block in library.palette} == set(library.families)
