"""What texts with `${…}` are worth; `tests/properties/test_expressions_juel.py` holds the meaning to the real JUEL."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from procos_studio.expressions import Expression, ExpressionError, compile_text, condition
from procos_studio.problems import Refused

VARIABLES: dict[str, Any] = {
    "amount": 120,
    "rate": 0.5,
    "name": "Ada Lovelace",
    "none": None,
    "ok": True,
    "items": [1, "two", None],
    "order": {"id": "A-1", "lines": [{"sku": "x", "count": 2}]},
}


def value(text: str, **more: Any) -> Any:
    return compile_text(text).evaluate({**VARIABLES, **more})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # literals and text around
        ("plain", "plain"),
        ("", ""),
        ("${'a'}", "a"),
        ("${1.5}", 1.5),
        ("${null}", None),
        ("Dear ${name}!", "Dear Ada Lovelace!"),
        ("${amount}${none}${ok}", "120true"),
        ("#{amount}", 120),
        (r"\${amount}", "${amount}"),
        (r"\\${amount}", r"\${amount}"),
        # arithmetic: a division is never whole
        ("${1 / 2}", 0.5),
        ("${4 / 2}", 2.0),
        ("${7 % 3}", 1),
        ("${-7 % 3}", -1),
        ("${'3' + 4}", 7),
        ("${null + 1}", 1),
        ("${null / null}", 0),
        ("${2 + 3 * 4}", 14),
        ("${(2 + 3) * 4}", 20),
        # comparison
        ("${amount > 100 && ok}", True),
        ("${amount gt 100 and not ok}", False),
        ("${1 == 1.0}", True),
        ("${'1' == 1}", True),
        ("${items == items}", True),
        ("${'10' < '9'}", True),
        ("${'10' < 9}", False),
        ("${null == null}", True),
        ("${null < 1}", False),
        # logic and choice: what is not needed is not evaluated
        ("${ok || missing}", True),
        ("${!ok && missing}", False),
        ("${ok ? 'y' : missing}", "y"),
        ("${empty none && empty '' && !empty items}", True),
        # reaching inside
        ("${order.id}", "A-1"),
        ("${order['lines'][0].count}", 2),
        ("${order.missing.more}", None),
        ("${items[9]}", None),
        ("${items[-1]}", None),
        ("${none.anything[missing]}", None),
        # methods
        ("${name.toUpperCase().startsWith('ADA')}", True),
        ("${name.substring(4)}", "Lovelace"),
        ("${name.split(' ')[0]}", "Ada"),
        (r"${'a.b'.split('\\.')[1]}", "b"),
        ("${items.contains('two')}", True),
        ("${items.size() == 3}", True),
        ("${order.containsKey('id')}", True),
        ("${order.getOrDefault('x', 5)}", 5),
        ("${order.lines}", [{"sku": "x", "count": 2}]),
        # how values are printed
        ("=${order}", "={id=A-1, lines=[{sku=x, count=2}]}"),
        ("=${items}", "=[1, two, null]"),
        ("=${rate}=${1.0}=${12345678.9}=${0.0001}", "=0.5=1.0=1.23456789E7=1.0E-4"),
    ],
)
def test_a_text_is_worth(text: str, expected: Any) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${missing}", "no variable “missing”"),
        ("${amount / 0}", "division by zero"),
        ("${5.5 % 0}", "division by zero"),
        ("${ok + 1}", "a truth value is not a number"),
        ("${name * 2}", "is not a number"),
        ("${items > 1}", "a list is not a number"),
        ("${items < order}", "cannot be compared"),
        ("${amount ? 1 : 2}", "neither true nor false"),
        ("${name.fly()}", "no method “fly”"),
        ("${name.substring(9, 2)}", "cannot begin"),
        ("${name.substring(99)}", "outside"),
        ("${name.charAt()}", "takes 1 arguments, not 0"),
        ("${name.contains(1)}", "a text is needed"),
        ("${name.split('.')}", "backslash"),
        ("${items.get(7)}", "outside"),
        ("${items.first}", "no property “first”"),
        ("${name.length}", "no property “length”"),
        ("${none.size()}", "null has no method"),
        ("${amount.equals(120)}", "no method “equals”"),
        ("${when + 1}", "is not a number"),
        ("${when.isoformat()}", "no method"),
    ],
)
def test_a_text_without_a_value_says_why(text: str, reason: str) -> None:
    with pytest.raises(ExpressionError, match=reason):
        value(text, when=object())


@pytest.mark.parametrize("text", ["1", "${1}", "${name}", "${none}", "yes", ""])
def test_a_condition_is_true_or_false_and_nothing_else(text: str) -> None:
    assert condition("${amount > 100}").evaluate(VARIABLES) is True
    with pytest.raises(ExpressionError, match="neither true nor false"):
        condition(text).evaluate(VARIABLES)


def test_an_expression_says_what_it_reads() -> None:
    compiled = compile_text("${a.b[c] + (d ? secret('mail') : e.size())} ${a}")
    assert compiled.reads == {"a", "c", "d", "e"}
    assert compiled.secrets == {"mail"}
    assert not compiled.is_constant
    assert compile_text("${1 + 1} and text").is_constant


def test_a_secret_is_resolved_only_where_it_is_written() -> None:
    # given a store of secrets, and data that looks like an expression
    def secrets(name: str) -> str:
        return f"<{name}>"

    written: Expression = compile_text('Bearer ${secret("mail")}')
    # then the text in the diagram gets it, the data stays text, and without a store there is none
    assert written.evaluate({}, secrets) == "Bearer <mail>"
    assert compile_text("${data}").evaluate({"data": '${secret("mail")}'}, secrets) == '${secret("mail")}'
    with pytest.raises(ExpressionError, match="not available"):
        written.evaluate({})


def test_evaluating_changes_nothing() -> None:
    before = copy.deepcopy(VARIABLES)
    for text in ("${items.contains(1)}", "${order.lines[0].count + 1}", "${order.values()}", "${name.split(' ')}"):
        value(text)
    assert before == VARIABLES


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${", "has no “}”"),
        ("a ${b", "has no “}”"),
        ("${}", "too early"),
        ("${ }", "too early"),
        ("${1 +}", "too early"),
        ("${(1}", "too early"),
        ("${1 2}", "“2” is not expected"),
        ("${a b}", "“b” is not expected"),
        ("${a = 1}", "not expected"),
        ("${a instanceof b}", "not expected"),
        ("${secret(name)}", "secret takes one name"),
        ("${secret()}", "secret takes one name"),
        ("${'a\\n'}", "no escape"),
        ("${'open}", "has no “}”"),
        ("${a} #{b}", "cannot stand in one text"),
        ("${1e999}", "too large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as caught:
        compile_text(text)
    (problem,) = caught.value.problems
    assert problem.code == "expression.syntax"


def test_a_function_of_a_server_is_refused_under_a_code_of_its_own() -> None:
    with pytest.raises(Refused, match="no function “dateTime”") as caught:
        compile_text("${dateTime().plusDays(1)}")
    assert caught.value.problems[0].code == "expression.unknown-function"


def test_the_place_of_a_fault_is_said() -> None:
    with pytest.raises(Refused) as caught:
        compile_text("ab ${1 2}")
    (problem,) = caught.value.problems
    assert "(at character 8)" in problem.message
