"""Expressions that try to reach Python, to eat memory or time, or to change data."""

from __future__ import annotations

import time
from typing import Any

import pytest

from procos_studio.expressions import ExpressionError, compile_text
from procos_studio.problems import Refused

BIG = "x" * 9_000
VARIABLES: dict[str, Any] = {"s": "text", "big": BIG, "l": [1], "m": {"a": 1}, "i": 1}

WALKS = [
    "${s.__class__}",
    "${s.__class__.__mro__}",
    "${''.__class__.__base__.__subclasses__()}",
    "${s['__class__']}",
    "${l.__init__.__globals__}",
    "${i.real}",
    "${i.__add__(1)}",
    "${s.format(l)}",
    "${'{0.__class__}'.format(s)}",
    "${'%s'.__mod__(s)}",
    "${s.format_map(m)}",
    "${s.encode()}",
    "${s.getClass().forName('java.lang.Runtime')}",
    "${l.append(2)}",
    "${l.add(2)}",
    "${l.clear()}",
    "${m.put('a', 2)}",
    "${m.remove('a')}",
    "${m.update(m)}",
    "${m.__setitem__('a', 2)}",
    "${l.sort()}",
    "${gi_frame}",
    "${execution.getVariable('x')}",
]
BOMBS = [
    "${" + "1+" * 30_000 + "1}",
    "${" + "1+" * 900 + "1}",
    "${" + "(" * 1_500 + "1" + ")" * 1_500 + "}",
    "${" + "[" * 900 + "}",
    "${" + "!" * 1_000 + "i}",
    "${" + "-" * 1_000 + "i}",
    "${" + "i ? i : " * 200 + "i}",
    "${s" + "[0]" * 500 + "}",
    "${s" + ".trim()" * 280 + "}",
    "${" + "9" * 1_000 + "}",
    "${1e9999}",
    "${'a'*10**10}",
    "${9 * 9 ** 9}",
    "${i.x" + ".x" * 900 + "}",
    "x" * 20_000 + "${i}",
    "${i}" * 9_000,
    "${'" + "\\" * 1_500,
    "${'" + "a" * 1_990 + "}",
    "${" * 4_000,
]
FLOODS = [
    "${big}${big}",
    "${big.concat(big)}",
    "${big.replace('x', 'yyyyyyyyyy')}",
    "${big.replace('', big)}",
    "${" + "big.replace('x', 'xx')" + ".replace('x', 'xx')" * 8 + "}",
    "${" + " * ".join(["1000000000000000000000"] * 20) + "}",
    "${" + " * ".join(["1e300"] * 4) + "}",
]


@pytest.mark.parametrize("text", WALKS)
def test_nothing_of_python_or_java_is_reachable(text: str) -> None:
    before = repr(VARIABLES)
    with pytest.raises((ExpressionError, Refused)):
        compile_text(text).evaluate(VARIABLES)
    assert repr(VARIABLES) == before


@pytest.mark.parametrize("text", [*BOMBS, *FLOODS], ids=lambda text: f"{text[:12]}-{len(text)}")
def test_a_bomb_is_refused_at_once_and_in_one_sentence(text: str) -> None:
    # given a text that is too long, too deep or too large, when it is compiled and evaluated
    begin = time.process_time()
    with pytest.raises((ExpressionError, Refused)) as caught:
        compile_text(text).evaluate(VARIABLES)
    # then it fails in short words, and long before anybody waits
    assert len(str(caught.value)) < 500
    assert time.process_time() - begin < 5


def test_what_is_only_long_is_no_bomb() -> None:
    assert compile_text("\\" * 9_000 + "${i}").evaluate({}) == "\\" * 8_999 + "${i}"
    assert compile_text("${" + "(" * 900 + "1" + ")" * 900 + "}").evaluate({}) == 1


@pytest.mark.parametrize(
    ("fits", "too_much"),
    [
        ("${'" + "x" * 1_998 + "'}", "${'" + "x" * 1_999 + "'}"),
        ("x" * 9_996 + "${1}", "x" * 9_997 + "${1}"),
        ("${" + "+".join("1" * 40) + "}", "${" + "+".join("1" * 41) + "}"),
        ("${" + "!" * 39 + "true}", "${" + "!" * 40 + "true}"),
        (f"${{{2**256 - 1}}}", f"${{{2**256}}}"),
        (f"${{{2**255} + {2**255 - 1}}}", f"${{{2**255} + {2**255}}}"),
        ("${'" + "x" * 1_000 + "'}" * 9 + "x" * 900, "${big}${big}"),
    ],
)
def test_the_limits_are_where_they_are_said_to_be(fits: str, too_much: str) -> None:
    compile_text(fits).evaluate(VARIABLES)
    with pytest.raises((ExpressionError, Refused)):
        compile_text(too_much).evaluate(VARIABLES)


def test_three_hundred_parts_fit() -> None:
    def tree(leaves: int) -> str:
        return "1" if leaves == 1 else f"({tree(leaves // 2)}+{tree(leaves - leaves // 2)})"

    assert compile_text(f"${{{tree(150)}}}").evaluate({}) == 150
    with pytest.raises(Refused, match="300 parts"):
        compile_text(f"${{{tree(151)}}}")


def test_values_that_are_too_deep_or_no_json_are_errors_and_no_crash() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for text in (
        "=${deep}",
        "${deep == other}",
        "${deep.contains(other)}",
        "${deep.toString()}",
        "${huge + 1}",
        "=${odd}",
    ):
        with pytest.raises(ExpressionError):
            compile_text(text).evaluate({"deep": deep, "other": [[[deep]]], "huge": 10**5_000, "odd": {1, 2}})
    while deep:
        deep = deep.pop()
