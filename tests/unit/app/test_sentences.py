"""A finished sentence is said in another language with the values that it had."""

from __future__ import annotations

import pytest

from procos_studio.app.sentences import Sentences

TEXTS = {
    "Check it.": "Prüfen.",
    "“{label}” has no {what}.": "„{label}“ fehlt {what}.",
    "“{label}” has no end event.": "„{label}“ hat kein Endereignis.",
    "The script “{label}” {said}.": "Das Skript „{label}“ {said}.",
    "is written in “{language}”": "ist in „{language}“ geschrieben",
    "Move {what}": "{what} verschieben",
    "{len} blocks": "{len} Blöcke",
    "{place}: {reason}.": "{place}: {reason}.",
    "a text": "ein Text",
    "a list": "eine Liste",
    "timer": "Timer",
}


@pytest.fixture
def sentences() -> Sentences:
    return Sentences(TEXTS, {"Timer": "Zeitgeber"})


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Check it.", "Prüfen."),
        ("“Order” has no timer.", "„Order“ fehlt Timer."),
        ("“Order” has no end event.", "„Order“ hat kein Endereignis."),
        ("The script “A” is written in “perl”.", "Das Skript „A“ ist in „perl“ geschrieben."),
        ("Move 3 blocks", "3 Blöcke verschieben"),
        ("Move Timer", "Zeitgeber verschieben"),
        ("Operaton: “A” has no end event.", "Operaton: „A“ hat kein Endereignis."),
        ("a text, a list", "ein Text, eine Liste"),
        ("“two\nlines” has no end event.", "„two\nlines“ hat kein Endereignis."),
    ],
)
def test_the_values_stay(sentences: Sentences, english: str, german: str) -> None:
    assert sentences.say(english) == german


@pytest.mark.parametrize("other", ["Something else.", "a: b.", "{label}", "", "“” has no ."])
def test_what_fits_no_template_is_not_said(sentences: Sentences, other: str) -> None:
    assert sentences.say(other) is None


def test_a_value_that_looks_like_a_place_stays_as_it_is(sentences: Sentences) -> None:
    assert sentences.say("Move {what} {len}") == "{what} {len} verschieben"


def test_sentences_that_nest_without_end_come_to_one() -> None:
    # given a template whose value may be such a sentence again
    sentences = Sentences({"not {what}": "nicht {what}"}, {})
    # when it is said many times over
    said = sentences.say("not " * 500 + "now")
    # then only the first few are looked at
    assert said is not None
    assert said.count("nicht") < 10
