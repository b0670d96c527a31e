"""Ways that part and meet: what a token takes, and what waits for one that never comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procos_studio.checks import check
from procos_studio.model.diagram import Diagram

Make = Callable[..., Diagram]

S, E = "<startEvent id='s'/>", "<endEvent id='e'/>"
TASKS = "".join(f"<task id='{key}'/>" for key in "abcd")


def gateways(**kinds: str) -> str:
    return "".join(f"<{kind}Gateway id='{key}'/>" for key, kind in kinds.items())


def found(diagram: Diagram) -> set[tuple[str, str, str]]:
    codes = ("flow.deadlock", "flow.lack-of-synchronisation", "flow.dead-end", "flow.unreachable")
    return {
        (problem.code.removeprefix("flow."), str(problem.severity), problem.elements[0])
        for problem in check(diagram)
        if problem.code in codes
    }


@pytest.mark.parametrize(
    ("inside", "flows", "expected"),
    [
        # one of two ways is taken, both are awaited
        (gateways(g="exclusive", j="parallel"), "s>g g>a? g>b a>j b>j j>e", {("deadlock", "error", "j")}),
        # both are taken, none awaited
        (
            gateways(g="parallel", j="exclusive"),
            "s>g g>a g>b a>j b>j j>e",
            {("lack-of-synchronisation", "warning", "j")},
        ),
        # a task takes both of its unconditioned ways
        (gateways(j="exclusive"), "s>a a>b a>c b>j c>j j>e", {("lack-of-synchronisation", "warning", "j")}),
        # well nested: nothing to say
        (
            gateways(g="parallel", h="exclusive", i="exclusive", j="parallel"),
            "s>g g>h h>a? h>b a>i b>i i>j g>c c>j j>e",
            set(),
        ),
        # the inner decision feeds one way of the join each time
        (
            gateways(g="parallel", h="exclusive", j="parallel"),
            "s>g g>h h>a? h>b a>j b>j g>c c>j j>e",
            {("deadlock", "error", "j")},
        ),
        # an inclusive join takes what comes
        (gateways(g="exclusive", j="inclusive"), "s>g g>a? g>b a>j b>j j>e", set()),
        (gateways(g="parallel", j="inclusive"), "s>g g>a g>b a>j b>j j>e", set()),
        # a decision on a loop may feed both ways in time
        (gateways(m="exclusive", g="exclusive", j="parallel"), "s>m m>g g>a? g>b a>j b>c? c>m b>j j>e", None),
        # a loop with a way out, and one without
        (gateways(m="exclusive", g="exclusive"), "s>m m>a a>g g>m? g>e", set()),
        (
            gateways(m="exclusive"),
            "s>m m>a a>b b>m",
            {("dead-end", "warning", key) for key in ("s", "m", "a", "b")} | {("unreachable", "warning", "e")},
        ),
        # what nothing leads to is named by its beginning
        ("", "s>a a>e b>c c>e", {("unreachable", "warning", "b")}),
        ("", "s>a a>e b>c c>b", {("unreachable", "warning", "b")}),
    ],
)
def test_ways_that_part_and_meet(
    make: Make, inside: str, flows: str, expected: set[tuple[str, str, str]] | None
) -> None:
    named = {end for flow in flows.replace("?", "").split() for end in flow.split(">")}
    tasks = "".join(f"<task id='{key}'/>" for key in "abcd" if key in named)
    problems = found(make(S + E + tasks + inside, flows))
    if expected is None:
        assert all(severity == "warning" for _, severity, _ in problems)
    else:
        assert problems == expected


def test_an_interrupting_boundary_event_takes_the_token_with_it(make: Make) -> None:
    rider = "<boundaryEvent id='r' attachedToRef='a'/>"
    nodes = S + E + "<task id='a'/>" + gateways(j="parallel")
    assert found(make(nodes + rider, "s>a a>j r>j j>e")) == {("deadlock", "error", "j")}
    beside = rider.replace("attachedToRef", "cancelActivity='false' attachedToRef")
    assert found(make(nodes + beside, "s>a a>j r>j j>e")) == set()


def test_a_sub_process_is_judged_by_itself(make: Make) -> None:
    inner = "<startEvent id='is'/><endEvent id='ie'/><task id='a'/><task id='b'/>" + gateways(
        g="exclusive", j="parallel"
    )
    flows = "".join(
        f"<sequenceFlow id='f{n}' sourceRef='{source}' targetRef='{target}'/>"
        for n, (source, target) in enumerate([("is", "g"), ("g", "a"), ("g", "b"), ("a", "j"), ("b", "j"), ("j", "ie")])
    )
    diagram = make(f"{S}{E}<subProcess id='sub'>{inner}{flows}</subProcess>", "s>sub sub>e")
    assert found(diagram) == {("deadlock", "error", "j")}
