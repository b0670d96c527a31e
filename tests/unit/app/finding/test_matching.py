"""Words and patterns in texts, what would replace them, and patterns that are none or never end."""

from __future__ import annotations

import pytest

from procos_studio.app.finding.matcher import answer, question
from procos_studio.app.finding.matching import MOST, Match, Query, matches
from procos_studio.problems import Refused


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query("pay"), ["pay", "Pay", "pay"]),
        (Query("pay", match_case=True), ["pay", "pay"]),
        (Query("pay", whole_word=True), ["pay"]),
        (Query("a.b"), ["a.b"]),
        (Query("a.b", is_pattern=True), ["a.b", "axb"]),
        (Query("^x|z*", is_pattern=True), ["x"]),
        (Query("nowhere"), []),
    ],
)
def test_a_query_finds(query: Query, found: list[str]) -> None:
    # given texts, the last with two lines
    texts = ["pay Payment", "repay", "a.b axb", "y\nx"]
    # when they are searched
    made = matches(query, "", texts)
    # then the matches are those, and none is empty
    assert [texts[match.number][match.start : match.end] for match in made] == found


def test_a_replacement_may_name_groups_of_a_pattern_only() -> None:
    # given one replacement for a pattern and for words
    # when both are looked for
    # then the pattern's groups are put in, and the words get it as it is
    assert matches(Query("(p)ay", is_pattern=True), r"\1ut", ["pay"]) == [Match(0, 0, 3, "put")]
    assert matches(Query("pay"), r"\1ut", ["pay"]) == [Match(0, 0, 3, r"\1ut")]


@pytest.mark.parametrize(
    ("query", "replacement", "said"),
    [
        ("(a", "", "missing )"),
        ("a", r"\2", "invalid group"),
        ("a", "\\", "bad escape"),
        ("a{99999999999}", "", "too long"),
    ],
)
def test_what_is_no_pattern_is_told_in_a_sentence(query: str, replacement: str, said: str) -> None:
    # given something that is no pattern, or a replacement that does not fit
    # when it is looked for
    with pytest.raises(Refused) as refusal:
        matches(Query(query, is_pattern=True), replacement, ["a"])
    # then a sentence says why, and a hint what to do
    assert said in refusal.value.problems[0].message
    assert refusal.value.problems[0].hint


def test_so_many_matches_are_enough() -> None:
    # given more matches than anybody looks at
    # when they are counted
    # then it stops after them, and tells by one more that there are others
    assert len(matches(Query("a"), "", ["a" * (MOST + 500)])) == MOST + 1


def test_questions_to_the_child_are_plain_json() -> None:
    # given a question with a lone surrogate, as a damaged clipboard may hold
    # when it is written down
    # then it is ASCII, and an answer comes back as it was
    assert question(Query("\ud800"), "", ["ä"]).isascii()
    assert answer(b'[[0, 1, 2, "x"]]') == [Match(0, 1, 2, "x")]
    with pytest.raises(Refused):
        answer(b'{"code": "find.no-pattern", "message": "m", "hint": "h"}')
