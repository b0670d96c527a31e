"""Patterns: what fits them, what of them is not taken, and that no text can hold them up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from procos_studio.library.definition import Binding, Parameter
from procos_studio.library.patterns import Unfit, compiled
from procos_studio.library.typed import check

_ATOMS = some.sampled_from(["a", "b", "-", r"\.", ".", "[ab]", "[^a]", r"[\w-]", r"\d", r"\w", r"\S", r"\b", "^", "$"])
_TIMES = some.sampled_from(["*", "+", "?", "*?", "{2}", "{1,3}", "{,2}", "{2,}"])


def _larger(parts: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    return some.one_of(
        some.tuples(parts, parts).map("".join),
        some.tuples(parts, parts).map("|".join),
        some.tuples(parts.map(lambda part: f"(?:{part})"), _TIMES).map("".join),
        parts.map(lambda part: f"({part})"),
    )


PATTERNS = some.recursive(_ATOMS, _larger, max_leaves=8)
TEXTS = some.text("ab-1. ", max_size=8)


@settings(max_examples=400)
@given(PATTERNS, TEXTS)
def test_it_fits_what_re_fits(pattern: str, text: str) -> None:
    assert compiled(pattern).fits(text) == bool(re.fullmatch(pattern, text))


@given(PATTERNS, some.text("ab-1. ", max_size=60))
def test_each_character_takes_a_step_a_state_at_most(pattern: str, text: str) -> None:
    tried = compiled(pattern)
    assert tried.tried(text)[1] <= len(tried.states) * (len(text) + 1)


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b", "((a*)*)*b", r"^(([a-z])+.)+[A-Z]$"]
)
def test_twice_the_text_takes_twice_the_steps(pattern: str) -> None:
    # given patterns that keep `re` busy until the end of the world
    tried = compiled(pattern)
    # when
    steps = [tried.tried("a" * length)[1] for length in (500, 1_000, 2_000)]
    # then
    assert not tried.fits("a" * 2_000)
    assert steps[2] - steps[1] <= 2.1 * (steps[1] - steps[0])


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"[A-Z]{2}\d{2}(?: ?\w{4}){2,7}", "DE12 3456 7890", "DE12 345"),
        (r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$", "a.b@example.org", "a@b"),
        (r"(?P<year>\d{4})-\d\d", "2027-01", "2027-1"),
        (r"[]a]+", "]a", "b"),
        (r"\x41é\N{EM DASH}", "Aé—", "A"),
        (r"a{b}", "a{b}", "ab"),
        (r"\bon\b \Bx?", "on ", "once "),
        (r".*", "", "a\nb"),
    ],
)
def test_patterns_that_people_write(pattern: str, good: str, bad: str) -> None:
    assert compiled(pattern).fits(good)
    assert not compiled(pattern).fits(bad)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "cannot be read"),
        ("a{99999999999999999999}", "cannot be read"),
        (r"(a)\1", "refers back"),
        ("(?P<x>a)(?P=x)", "looks ahead or back"),
        ("(?=a)a", "looks ahead or back"),
        ("(?<!a)a", "looks ahead or back"),
        ("(?i)a", "changes its own rules"),
        ("a*+", "holds on"),
        ("(?>a)", "looks ahead or back, or changes"),
        ("((a{1000}){1000}){1000}", "more than 5,000 states"),
        ("((((){4000}){4000}){4000}){4000}", "more than 5,000 states"),
        ("a{4294967294}", "more than 5,000 states"),
        ("(" * 51 + ")" * 51, "more than 50 groups"),
        ("a" * 1_001, "longer than 1,000 characters"),
    ],
)
def test_what_cannot_be_tried_in_one_walk_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        compiled(pattern)


def test_a_text_that_would_take_too_many_steps_is_told_as_too_long() -> None:
    # given a pattern of many states that are all possible at once, and a long text
    parameter = Parameter("code", "Code", Binding("property"), pattern="(a?){1000}b*")
    # then it is judged while it is short, and refused with a reason when it is not
    assert check(parameter, "a" * 20) == []
    (problem,) = check(parameter, "a" * 60_000)
    assert problem.hint == "It is too long to be tried against its pattern."


def test_a_definition_with_a_pattern_that_is_not_taken_says_so_in_the_form() -> None:
    (problem,) = check(Parameter("code", "Code", Binding("property"), pattern=r"(a)\1"), "aa")
    assert problem.hint.startswith("The pattern that it has to match refers back")
