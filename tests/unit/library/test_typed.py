"""Types: which texts each parameter type takes."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.library import Binding, Choice, Parameter
from procos_studio.library.typed import check

EVALUATED = Binding("camunda:inputParameter", "p")
FIXED = Binding("camunda:property", "p")


def parameter(kind: str, binding: Binding = EVALUATED, **more: Any) -> Parameter:
    return Parameter("p", "P", binding, type=kind, **more)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("string", "anything, ${a} and ${b}"),
        ("string", "a == b"),
        ("expression", "${a > 1}"),
        ("expression", "#{a}"),
        ("flag", "true"),
        ("number", "-2.5"),
        ("number", "1e3"),
        ("number", "${count + 1}"),
        ("duration", "PT0.5S"),
        ("duration", "P1Y2M3DT4H"),
        ("duration", "P2W"),
        ("duration", "${patience}"),
        ("date", "2027-01-31"),
        ("date", "2027-01-31T06:00:00+01:00"),
        ("date", "2027-01-31T06:00:00Z"),
        ("cycle", "R3/PT10M"),
        ("cycle", "R/2027-01-31T06:00:00/P1D"),
        ("cycle", "0 0 6 * * ?"),
        ("retries", "3"),
        ("retries", "R3/PT10S"),
        ("retries", "PT10S, PT1M"),
        ("variable", "answer_2"),
        ("secret", '${secret("key")}'),
        ("list", '["a"]'),
        ("list", "${orders}"),
        ("map", '{"a": {"b": 1}}'),
        ("code", "x = ${not an expression"),
        ("fields", '[{"id": "a"}]'),
        *[(kind, "") for kind in ("string", "expression", "number", "list", "flag", "code", "fields")],
    ],
)
def test_right(kind: str, text: str) -> None:
    assert check(parameter(kind), text) == []


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("string", "${a +}", "expression.syntax"),
        ("text", "${open", "expression.syntax"),
        ("expression", "a > 1", "expression.not-marked"),
        ("expression", "approved", "block.value"),
        ("flag", "yes", "block.value"),
        ("number", "ten", "block.value"),
        ("number", "nan", "block.value"),
        ("number", "inf", "block.value"),
        ("number", "${1 +}", "expression.syntax"),
        ("duration", "5m", "block.value"),
        ("duration", "P", "block.value"),
        ("duration", "PT", "block.value"),
        ("date", "31.1.2027", "block.value"),
        ("date", "2027-02-30", "block.value"),
        ("date", "2027-01-31T25:00:00", "block.value"),
        ("cycle", "daily", "block.value"),
        ("retries", "0", "block.value"),
        ("retries", "P,PT1S", "block.value"),
        ("retries", "R0/PT1S", "block.value"),
        ("variable", "two words", "block.value"),
        ("variable", "${x}", "block.value"),
        ("secret", "hunter2", "block.open-secret"),
        ("list", "a, b", "block.value"),
        ("list", '{"a": 1}', "block.value"),
        ("list", "[NaN]", "block.value"),
        ("list", "[" * 50 + "]" * 50, "block.value"),
        ("list", "[" * 100_000, "block.value"),
        ("map", '["a"]', "block.value"),
        ("map", '{"a": "${b +}"}', "expression.syntax"),
        ("fields", '[{"id": "two words"}]', "block.value"),
        ("fields", '[{"id": "a"}, {"id": "a"}]', "block.value"),
        ("fields", '[{"id": "a", "type": "money"}]', "block.value"),
    ],
)
def test_wrong(kind: str, text: str, code: str) -> None:
    found = check(parameter(kind), text)
    assert [(problem.code, problem.elements) for problem in found] == [(code, ("p",))]
    assert found[0].hint


def test_an_expression_where_nobody_evaluates_it_is_wrong() -> None:
    assert check(parameter("duration", FIXED), "${patience}")[0].code == "block.value"
    assert check(parameter("number", FIXED), "${count}")[0].code == "block.value"


def test_limits_of_a_number_name_the_unit() -> None:
    limited = parameter("number", minimum=1, maximum=10, unit="tokens")
    assert check(limited, "10") == []
    assert check(limited, "11")[0].hint == "Write a number from 1 to 10 tokens."
    assert check(parameter("number", minimum=1), "0")[0].hint == "Write a number of at least 1."
    assert check(parameter("number", maximum=1), "2")[0].hint == "Write a number of at most 1."


def test_a_choice_names_its_choices() -> None:
    choice = parameter("choice", choices=(Choice("Fast", "f"), Choice("Slow", "s")))
    assert check(choice, "f") == []
    assert check(choice, "x")[0].hint == "Choose one of Fast, Slow."


def test_required_means_filled() -> None:
    assert [problem.code for problem in check(parameter("string", required=True), " ")] == ["block.required"]


def test_constraints_of_a_template() -> None:
    said = parameter("string", pattern="[a-z]+", pattern_hint="Small letters.", min_length=2, max_length=3)
    assert check(said, "ab") == []
    assert check(said, "AB")[0].hint == "Small letters."
    assert "at least 2" in check(said, "a")[0].hint
    assert "at most 3" in check(said, "abcd")[0].hint
    assert check(said, "${X}") == []


@pytest.mark.parametrize(("language", "text"), [("python", "if x"), ("python", "\0"), ("json", "{")])
def test_code_is_parsed(language: str, text: str) -> None:
    assert [problem.code for problem in check(parameter("code", language=language), text)] == ["block.code"]


def test_code_without_a_language_is_free() -> None:
    assert check(parameter("code"), "if x") == []
