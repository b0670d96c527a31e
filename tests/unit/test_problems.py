from __future__ import annotations

from procos_studio.problems import Problem, Refused, Severity, error, has_errors, info, warning


def test_a_problem_is_one_line_with_place_reason_and_remedy() -> None:
    problem = error("flow.x", "It is wrong.", "a", "b", "c", "d", hint="Mend it.", file="f.bpmn", line=3)
    assert str(problem) == "f.bpmn:3: error: It is wrong. (a, b, c) [flow.x] Mend it."
    assert str(warning("w", "Hm.")) == "warning: Hm. [w]"
    assert str(Problem("i", Severity.INFO, "Hm.", file="f.bpmn")) == "f.bpmn: info: Hm. [i]"


def test_a_problem_is_json() -> None:
    assert info("i", "Hm.", "a", hint="So what.").to_json() == {
        "code": "i",
        "severity": "info",
        "message": "Hm.",
        "elements": ["a"],
        "hint": "So what.",
        "file": "",
        "line": None,
        "column": None,
    }


def test_a_refusal_carries_one_problem_or_several() -> None:
    first, second = error("a", "A."), warning("b", "B.")
    assert Refused(first).problems == (first,)
    assert Refused([first, second]).problems == (first, second)
    assert str(Refused([first, second])) == "error: A. [a]\nwarning: B. [b]"


def test_only_errors_are_errors() -> None:
    assert has_errors([warning("w", "W."), error("e", "E.")])
    assert not has_errors([warning("w", "W."), info("i", "I.")])
