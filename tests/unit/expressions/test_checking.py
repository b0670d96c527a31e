from __future__ import annotations

import pytest

from procos_studio.expressions import check, quick_fix, rename_variable
from procos_studio.problems import Refused


@pytest.mark.parametrize("text", ["", "yes", "${x > 1}", "Dear ${name}", "${items.size()}", "R3/PT10S"])
def test_nothing_is_wrong_with(text: str) -> None:
    assert check(text, "e") == []


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("${x >}", "expression.syntax", "error"),
        ("${" + "x" * 2_001 + "}", "expression.too-long", "error"),
        ("${x.fly()}", "expression.unknown-method", "error"),
        ("x > 1", "expression.not-marked", "warning"),
    ],
)
def test_a_finding_names_the_element_and_the_remedy(text: str, code: str, severity: str) -> None:
    (problem,) = check(text, "flow", "gateway")
    assert (problem.code, problem.severity, problem.elements) == (code, severity, ("flow", "gateway"))
    assert problem.hint
    assert len(problem.message) < 250


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("x > 1", "${x > 1}"),
        (" a == 'b' ", "${a == 'b'}"),
        ("x === 1", "${x == 1}"),
        ("x !== 1", "${x != 1}"),
        ("ok and not late", "${ok and not late}"),
        ("ok == True", "${ok == true}"),
        ("x is None", "${x == null}"),
        ("x is not None", "${x != null}"),
        ("approved", None),
        ("", None),
        ("x in items", None),
        ("${x > 1}", None),
        ("not a sentence at all, this", None),
    ],
)
def test_a_slip_of_python_or_javascript_has_a_quick_fix(slip: str, mended: str | None) -> None:
    assert quick_fix(slip) == mended


def test_a_variable_is_renamed_and_nothing_else() -> None:
    text = "a ${a + b.a['a'] + \"a\" + aa} ${ a.size() } \\${a}"
    assert rename_variable(text, "a", "total") == "a ${total + b.a['a'] + \"a\" + aa} ${ total.size() } \\${a}"
    assert rename_variable("${x}", "y", "z") == "${x}"


@pytest.mark.parametrize("name", ["two words", "1st", "", "a}", "true or"])
def test_a_variable_is_not_given_a_name_that_is_none(name: str) -> None:
    with pytest.raises(Refused):
        rename_variable("${a + 1}", "a", name)
