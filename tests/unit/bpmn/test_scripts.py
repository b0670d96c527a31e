"""What scripts read, assign, and how a variable is renamed in them."""

from __future__ import annotations

import pytest

from procos_studio.bpmn.scripts import names, rename


def test_reads_and_writes_are_the_variables_of_the_scope_alone() -> None:
    found = names(
        "import math as m\n"
        "total = price * count\n"
        "def half(x):\n    inner = x / 2\n    return inner + rate\n"
        "big = [item for item in lines if item > limit]\n"
    )
    assert found.reads == {"price", "count", "rate", "lines", "limit"}
    assert found.writes == {"total", "big"}


def test_what_is_no_python_has_no_names() -> None:
    assert names("a = = 1").reads == frozenset()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("price = price + 1", "cost = cost + 1"),
        ("order.price = f(price=price)", "order.price = f(price=cost)"),
        ("x = f'{price} € price'", "x = f'{cost} € price'"),
        ("x = 'price'  # price", "x = 'price'  # price"),
        ("def f(price):\n    return price\ny = price", "def f(price):\n    return price\ny = cost"),
        ("x = [price for price in prices]", "x = [price for price in prices]"),
        ("ä = 'ü'; x = price", "ä = 'ü'; x = cost"),
        ("def f():\n    global price\n    price = 1", "def f():\n    global cost\n    cost = 1"),
        ("a = = price", "a = = price"),
    ],
)
def test_only_the_variable_is_renamed(source: str, expected: str) -> None:
    assert rename(source, "price", "cost") == expected


def test_a_name_that_python_cannot_have_changes_nothing() -> None:
    assert rename("x = price", "price", "class") == "x = price"
