"""All rules together: order, severity, targets, large and real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, read_file
from procos_studio.checks import check
from procos_studio.checks.sarif import to_sarif
from procos_studio.library import load
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, Refused, Severity
from procos_studio.targets import TARGETS

Make = Callable[..., Diagram]
S, T, E = "<startEvent id='s' name='Go'/>", "<task id='t' name='Work'/>", "<endEvent id='e' name='Done'/>"


def test_a_process_in_order_has_only_advice(make: Make) -> None:
    problems = check(make(S + T + E, "s>t t>e"), target=TARGETS["camunda7"], library=load())
    assert [problem.code for problem in problems] == ["style.no-drawing"]


def test_errors_come_first_and_nothing_comes_twice(make: Make) -> None:
    problems = check(make("<serviceTask id='x'/><boundaryEvent id='b' attachedToRef='no'/>"))
    weights = [list(Severity).index(problem.severity) for problem in problems]
    assert weights == sorted(weights)
    assert len(set(problems)) == len(problems)
    assert problems[0].severity is Severity.ERROR


def test_what_only_a_server_can_call_stops_us_but_not_the_server(make: Make) -> None:
    diagram = make(f"{S}<userTask id='t' name='Work' camunda:assignee='${{bean.boss(x)}}'/>{E}", "s>t t>e")
    here = [problem for problem in check(diagram) if problem.code == "expression.unknown-method"]
    there = [p for p in check(diagram, target=TARGETS["operaton"]) if p.code == "expression.unknown-method"]
    assert [problem.severity for problem in here + there] == [Severity.ERROR, Severity.WARNING]


def test_faults_of_a_pool_that_is_only_drawn_are_warnings(make: Make) -> None:
    other = "<process id='q'><startEvent id='one'/><startEvent id='two'/></process>"
    problems = [problem for problem in check(make(S, roots=other)) if problem.code == "event.single-blank-start"]
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_an_unknown_block_is_a_warning(make: Make) -> None:
    stamped = "<serviceTask id='t' camunda:modelerTemplate='no/such-block' camunda:expression='${x}'/>"
    (problem,) = (problem for problem in check(make(stamped), library=load()) if problem.code == "block.unknown")
    assert (problem.severity, problem.elements) == (Severity.WARNING, ("t",))


def _large(count: int) -> Diagram:
    parts = ["<startEvent id='n0'/>"]
    for number in range(1, count):
        kind = "parallelGateway" if number % 10 in (1, 9) else "task"
        parts.append(
            f"<{kind} id='n{number}'/><sequenceFlow id='f{number}' sourceRef='n{number - 1}' targetRef='n{number}'/>"
        )
    inside = "".join(parts)
    data = f'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">{inside}</process>'
    return read_bytes(f"{data}</definitions>".encode()).diagram


def test_a_chain_of_five_thousand_needs_no_recursion() -> None:
    assert [
        problem.code for problem in check(_large(5_000), target=TARGETS["camunda7"]) if problem.severity == "error"
    ] == []


def test_a_wide_join_is_judged_pair_by_pair_only_once() -> None:
    # given a fork of 300 ways that meet in one task
    ways = "".join(
        f"<task id='w{n}'/><sequenceFlow id='in{n}' sourceRef='g' targetRef='w{n}'/>"
        f"<sequenceFlow id='out{n}' sourceRef='w{n}' targetRef='j'/>"
        for n in range(300)
    )
    fork = "<startEvent id='s'/><parallelGateway id='g'/><sequenceFlow id='f' sourceRef='s' targetRef='g'/>"
    inside = f"{fork}{ways}<task id='j'/>"
    data = f'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">{inside}</process>'
    problems = check(read_bytes(f"{data}</definitions>".encode()).diagram)
    assert len([problem for problem in problems if problem.code == "flow.lack-of-synchronisation"]) == 1


def test_no_rule_fails_on_a_real_file(corpus_files: list[Path]) -> None:
    library = load()
    for path in corpus_files:
        try:
            diagram = read_file(path).diagram
        except Refused:
            continue
        for target in TARGETS.values():
            for problem in check(diagram, target=target, library=library):
                assert problem.code
                assert problem.message
                assert all(key in diagram for key in problem.elements), (path, problem)


@pytest.mark.parametrize("name", ["a b.bpmn", "ä.bpmn", "c:\\x.bpmn"])
def test_findings_as_sarif(name: str) -> None:
    problem = Problem("flow.x", Severity.INFO, "Odd.", ("t",), "Mend it.", name, 7)
    log = to_sarif([(name, [problem]), ("empty.bpmn", [])])
    (run,) = log["runs"]
    (result,) = run["results"]
    location = result["locations"][0]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"] == [{"id": "flow.x"}]
    assert (result["ruleId"], result["level"], result["message"]) == ("flow.x", "note", {"text": "Odd. Mend it."})
    assert location["physicalLocation"]["region"] == {"startLine": 7}
    assert location["logicalLocations"] == [{"name": "t", "kind": "element"}]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert " " not in uri
    assert "\\" not in uri
    assert uri.isascii()


def test_faults_of_what_is_commented_out_stop_nobody(make: Make) -> None:
    # given a script without a language, commented out, that neither a run nor the target would take
    out = "<camunda:properties><camunda:property name='procos.commentedOut' value='true'/></camunda:properties>"
    script = (
        f"<scriptTask id='x' name='Work'><extensionElements>{out}</extensionElements><script>1</script></scriptTask>"
    )
    # when it is checked
    problems = check(make(S + script + E, "s>x x>e"), target=TARGETS["camunda7"])
    # then it is told that it is commented out, and nothing is an error
    assert "flow.commented-out" in [problem.code for problem in problems]
    assert all(problem.severity is not Severity.ERROR for problem in problems)
