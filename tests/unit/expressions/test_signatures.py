"""In which call a place is, and what it takes."""

from __future__ import annotations

import builtins
from inspect import signature

import pytest

from procos_studio.expressions.methods import METHODS as CALLED
from procos_studio.expressions.signatures import FUNCTIONS, METHODS, call_in, call_in_script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${name.replace(|", ("replace", 0)),
        ("${name.replace('a', |)}", ("replace", 1)),
        ("${name.replace('a,b(', |)}", ("replace", 1)),
        ("${name.replace(a.substring(1|), b)}", ("substring", 0)),
        ("${name.replace(a.substring(1), |b)}", ("replace", 1)),
        ("${x.contains(1, 2, 3|)}", ("contains", 0)),
        ('${secret("ma|', ("secret", 0)),
        ("${x.size(|)}", None),
        ("${(a|)}", None),
        ("${a.contains(b)|}", None),
        ("contains(|", None),
        ("${a.contains(b)} (|", None),
    ],
)
def test_the_call_of_an_expression(text: str, expected: tuple[str, int] | None) -> None:
    at = text.index("|")
    found = call_in(text.replace("|", "", 1), at)
    assert (found and (found.signature.name, found.argument)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = round(total, |", ("round", 1)),
        ("x = round(max(|a, b), 2)", ("max", 0)),
        ("x = round(  # not (\n    total,|", ("round", 1)),
        ("x = '''round('''\nlen(|", ("len", 0)),
        ('raise BpmnError("A,B", |', ("BpmnError", 1)),
        ("x = own(|", None),
        ("x = [round(1, 2), |", None),
    ],
)
def test_the_call_of_a_script(text: str, expected: tuple[str, int] | None) -> None:
    at = text.index("|")
    found = call_in_script(text.replace("|", "", 1), at)
    assert (found and (found.signature.name, found.argument)) == expected


def test_every_method_with_arguments_is_described_as_it_is() -> None:
    most = {name: known[1] for table in CALLED.values() for name, known in table.items() if known[1]}
    assert {name: len(item.parameters) for name, item in METHODS.items() if name != "secret"} == most


def test_every_function_is_there() -> None:
    assert all(callable(getattr(builtins, name)) for name in FUNCTIONS if name != "BpmnError")
    assert len(FUNCTIONS["round"].parameters) == len(signature(round).parameters)
