"""Debugging: where breakpoints and steps stop an engine, and what goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.problems import Problem
from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints, Step, Why
from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
K = EventKind
LINE = '<startEvent id="s"/><task id="a"/><task id="b"/><endEvent id="e"/>'
WIRES = "s > a\na > b\nb > e"
FORK = (
    '<startEvent id="s"/><parallelGateway id="fork"/><task id="a"/><task id="b"/><userTask id="c"/>'
    '<parallelGateway id="join"/><endEvent id="e"/>'
)
FORKS = "s > fork\nfork > a\na > b\nb > join\nfork > c\nc > join\njoin > e"
INNER = '<startEvent id="is"/><task id="i"/><endEvent id="ie"/><sequenceFlow id="x" sourceRef="is" targetRef="i"/>'
INNER += '<sequenceFlow id="y" sourceRef="i" targetRef="ie"/>'


def at(*elements: str, **more: Any) -> Breakpoints:
    return Breakpoints(tuple(Breakpoint(element) for element in elements), **more)


def stands(scene: Any) -> str:
    stop = scene.engine.debugger.stop
    return stop.element if stop is not None else ""


def step(scene: Any, how: Step | None = None) -> str:
    """Go on so far; where the engine stands then."""
    scene.engine.debugger.release(how)
    scene.go()
    return stands(scene)


def walk(scene: Any, how: Step, most: int = 30) -> list[str]:
    """Step until nothing stops any more."""
    found = [stands(scene)]
    while found[-1] and len(found) < most:
        found.append(step(scene, how))
    return found[:-1]


def begin(scene: Any, **variables: Any) -> str:
    """Start with a step: the engine stands before the first element."""
    scene.engine.debugger.release(Step.INTO)
    instance: str = scene.start(**variables)
    return instance


# breakpoints ----------------------------------------------------------------------------------------------------------


def test_a_breakpoint_stops_before_its_element_and_going_on_passes_it(play: Play) -> None:
    # given a breakpoint in the middle
    scene = play(LINE, WIRES)
    scene.engine.debugger.set_breakpoints(at("b"))
    # when it runs
    instance = scene.start(n=1)
    # then nothing of the element has happened, and the token is known
    assert (stands(scene), scene.path()) == ("b", ["s", "a"])
    stop = scene.engine.debugger.stop
    assert (stop.instance, stop.why, stop.scopes) == (instance, Why.BREAKPOINT, (instance,))
    assert not scene.engine.advance()
    assert scene.path() == ["s", "a"]
    # when it goes on, then it does to its end
    assert step(scene) == ""
    assert scene.path() == ["s", "a", "b", "e"]


def test_without_breakpoints_nobody_looks(play: Play) -> None:
    scene = play(LINE, WIRES)
    scene.engine.debugger.set_breakpoints(at("b"))
    scene.start()
    scene.engine.debugger.set_breakpoints(Breakpoints())
    step(scene)
    assert scene.engine.turns.debugger is None


def test_a_breakpoint_that_comes_while_the_run_waits_stops_it(play: Play) -> None:
    scene = play(FORK, FORKS)
    scene.start()
    scene.engine.debugger.set_breakpoints(at("e"))
    scene.do("c")
    assert stands(scene) == "e"


def test_a_loop_stops_at_each_round(play: Play) -> None:
    nodes = '<startEvent id="s"/><serviceTask id="a" camunda:expression="${n + 1}" camunda:resultVariable="n"/>'
    nodes += '<exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>'
    scene = play(nodes, "s > a\na > x\nx > a ${n &lt; 3}".replace("&lt;", "<") + "\nx > e")
    scene.engine.debugger.set_breakpoints(at("a"))
    instance = scene.start(n=0)
    seen = []
    while stands(scene):
        seen.append(scene.engine.variables(instance)["n"])
        step(scene)
    assert seen == [0, 1, 2]


@pytest.mark.parametrize("sequential", ["true", "false"])
def test_a_breakpoint_of_a_multi_instance_stops_at_each_pass_and_sees_its_item(play: Play, sequential: str) -> None:
    loop = f'<multiInstanceLoopCharacteristics isSequential="{sequential}" camunda:collection="items"'
    loop += ' camunda:elementVariable="item"/>'
    scene = play(f'<startEvent id="s"/><task id="a">{loop}</task><endEvent id="e"/>', "s > a\na > e")
    scene.engine.debugger.set_breakpoints(at("a"))
    scene.start(items=["x", "y"])
    seen = []
    while stands(scene):
        seen.append(scene.engine.debugger.stop.local["item"])
        step(scene)
    assert seen == ["x", "y"]
    # and a condition sees it
    scene.engine.debugger.set_breakpoints(Breakpoints((Breakpoint("a", "${item == 'y'}"),)))
    scene.start(items=["x", "y", "z"])
    assert scene.engine.debugger.stop.local["item"] == "y"
    assert step(scene) == ""


def test_all_tokens_stand_and_what_is_answered_meanwhile_waits(play: Play) -> None:
    # given two branches, one of which waits for a person
    scene = play(FORK, FORKS)
    scene.engine.debugger.set_breakpoints(at("b"))
    scene.start()
    assert scene.open == []  # the other branch has not begun
    step(scene)
    scene.engine.debugger.set_breakpoints(at("a"))
    scene.start()
    assert stands(scene) == "a"
    # when the person of the first instance answers
    scene.do("c", ok=True)
    # then the answer is known, and its token waits to go on
    assert scene.path()[-1] == "c"
    assert "join" not in scene.path()
    step(scene)
    assert scene.path().count("e") == 1


def test_no_timer_fires_while_it_stands_and_a_missed_one_does_afterwards(play: Play) -> None:
    timer = '<boundaryEvent id="t" attachedToRef="c"><timerEventDefinition><timeDuration>PT5S</timeDuration>'
    timer += '</timerEventDefinition></boundaryEvent><endEvent id="te"/>'
    scene = play(FORK + timer, FORKS.replace("fork > a", "").replace("fork > c", "fork > c\nfork > a") + "\nt > te")
    scene.engine.debugger.set_breakpoints(at("b"))
    scene.start()
    assert stands(scene) == "b"
    assert scene.engine.due() is not None
    scene.now += 60
    assert scene.engine.fire_due() == 0
    step(scene)
    assert scene.engine.fire_due() == 1


def test_a_breakpoint_at_a_boundary_event_and_an_event_sub_process_stops_when_they_happen(play: Play) -> None:
    message = '<message id="m" name="paid"/>'
    boundary = '<boundaryEvent id="t" attachedToRef="c"><messageEventDefinition messageRef="m"/></boundaryEvent>'
    scene = play('<startEvent id="s"/><userTask id="c"/><endEvent id="e"/>' + boundary, "s > c\nt > e", message)
    scene.engine.debugger.set_breakpoints(at("t"))
    scene.start()
    assert stands(scene) == ""
    scene.message("paid")
    assert (stands(scene), scene.path()) == ("t", ["s"])
    handler = '<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><messageEventDefinition messageRef="m"/>'
    handler += '</startEvent><task id="ht"/><sequenceFlow id="hf" sourceRef="hs" targetRef="ht"/></subProcess>'
    scene = play('<startEvent id="s"/><userTask id="c"/>' + handler, "s > c", message)
    scene.engine.debugger.set_breakpoints(at("h"))
    scene.start()
    scene.message("paid")
    assert stands(scene) == "hs"
    assert step(scene, Step.OVER) == "ht"


def test_an_event_behind_an_event_based_gateway_stops_before_it_decides(play: Play) -> None:
    message = '<message id="m" name="paid"/><message id="n" name="refused"/>'
    catch = '<intermediateCatchEvent id="{}"><messageEventDefinition messageRef="{}"/></intermediateCatchEvent>'
    nodes = '<startEvent id="s"/><eventBasedGateway id="g"/><task id="b"/><task id="c"/>'
    nodes += catch.format("paid", "m") + catch.format("refused", "n")
    wires = "s > g\ng > paid\ng > refused\npaid > b\nrefused > c"
    # given a run that waits at the gateway
    scene = play(nodes, wires, message)
    scene.engine.debugger.set_breakpoints(at("paid"))
    instance = scene.start()
    # when the message comes
    assert scene.message("paid") == instance
    # then nothing has come of it yet
    assert (stands(scene), scene.path()) == ("paid", ["s"])
    # and a step leads behind the event
    assert step(scene, Step.OVER) == "b"
    assert scene.path() == ["s", "g", "paid"]
    # and where another event has decided meanwhile, it comes too late
    scene.engine.debugger.set_breakpoints(at("paid"))
    step(scene)
    scene.start()
    scene.message("paid")
    scene.message("refused")
    assert step(scene) == ""
    assert scene.path()[-3:] == ["g", "refused", "c"]


def test_an_instance_that_is_cancelled_while_it_stands_is_gone_and_the_others_go_on(play: Play) -> None:
    scene = play(LINE, WIRES)
    scene.engine.debugger.set_breakpoints(at("b"))
    first = scene.start()
    scene.engine.cancel(first, "enough")
    scene.engine.debugger.set_breakpoints(Breakpoints())
    assert step(scene) == ""
    second = scene.start()
    assert scene.ended() == [second]


# conditions -----------------------------------------------------------------------------------------------------------


def test_a_condition_is_looked_at_with_the_variables_of_the_token(play: Play) -> None:
    scene = play(LINE, WIRES)
    scene.engine.debugger.set_breakpoints(Breakpoints((Breakpoint("b", "${n > 1}"),)))
    scene.start(n=1)
    assert stands(scene) == ""
    scene.start(n=2)
    assert stands(scene) == "b"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("${nothing > 1}", "nothing"),
        ("${n}", "neither true nor false"),
        ("n > 1", "plain text"),
        ("${n >", "no “}”"),
        ("${n.fly()}", "fly"),
    ],
)
def test_a_condition_without_a_value_stops_and_says_why(play: Play, condition: str, words: str) -> None:
    scene = play(LINE, WIRES)
    scene.engine.debugger.set_breakpoints(Breakpoints((Breakpoint("b", condition),)))
    scene.start(n=1)
    stop = scene.engine.debugger.stop
    assert (stop.element, stop.why) == ("b", Why.CONDITION)
    assert isinstance(stop.problem, Problem)
    assert words in stop.problem.message
    assert stop.problem.hint
    assert step(scene) == ""


# steps ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [Step.OVER, Step.INTO])
def test_steps_go_from_element_to_element(play: Play, how: Step) -> None:
    scene = play(LINE, WIRES)
    begin(scene)
    assert walk(scene, how) == ["s", "a", "b", "e"]
    assert scene.path() == ["s", "a", "b", "e"]


def test_stepping_out_of_the_outermost_scope_runs_to_the_end(play: Play) -> None:
    scene = play(LINE, WIRES)
    begin(scene)
    assert step(scene, Step.OUT) == ""
    assert len(scene.ended()) == 1


def test_a_step_waits_with_its_token_and_lets_the_others_pass(play: Play) -> None:
    # given a step over a task that waits for a person, in one of two branches
    scene = play(FORK, FORKS)
    scene.engine.debugger.set_breakpoints(at("c"))
    scene.start()
    assert stands(scene) == "c"
    # when it is done, the other branch goes on meanwhile, and the step ends after the person has answered
    assert step(scene, Step.OVER) == ""
    assert scene.path() == ["s", "fork", "a", "b"]
    scene.do("c")
    assert stands(scene) == "join"


def test_a_step_of_a_token_that_merges_or_ends_goes_over_to_another_of_its_scope(play: Play) -> None:
    # given the branch that comes first to the join
    scene = play(FORK, FORKS.replace("fork > a", "").replace("fork > c", "fork > c\nfork > a"))
    scene.engine.debugger.set_breakpoints(at("join"))
    scene.start()
    assert stands(scene) == "join"
    scene.engine.debugger.set_breakpoints(Breakpoints())
    # when it steps, then the other one is looked at once it moves
    assert step(scene, Step.OVER) == ""
    scene.do("c")
    assert stands(scene) == "join"
    assert walk(scene, Step.OVER) == ["join", "e"]


def test_a_fork_is_stepped_into_one_of_its_branches(play: Play) -> None:
    scene = play(FORK, FORKS)
    begin(scene)
    # the last step of the branch merges, and the other one begins
    assert walk(scene, Step.OVER) == ["s", "fork", "a", "b", "join", "c"]


SUB = f'<startEvent id="s"/><subProcess id="sub">{INNER}</subProcess><task id="b"/><endEvent id="e"/>'
SUBS = "s > sub\nsub > b\nb > e"


def test_a_sub_process_counts_as_one_and_can_be_entered_and_left(play: Play) -> None:
    scene = play(SUB, SUBS)
    begin(scene)
    assert walk(scene, Step.OVER) == ["s", "sub", "b", "e"]
    begin(scene)
    assert walk(scene, Step.INTO) == ["s", "sub", "is", "i", "ie", "b", "e"]
    begin(scene)
    assert [step(scene, how) for how in (Step.OVER, Step.INTO, Step.OUT, Step.OUT)] == ["sub", "is", "b", ""]


def test_a_breakpoint_inside_stops_a_step_over_the_outside(play: Play) -> None:
    scene = play(SUB, SUBS)
    scene.engine.debugger.set_breakpoints(at("i"))
    begin(scene)
    assert [step(scene, Step.OVER) for _ in range(4)] == ["sub", "i", "ie", "b"]


def test_a_called_process_is_entered_and_left_like_a_sub_process(play: Play) -> None:
    nodes = '<startEvent id="s"/><callActivity id="call" calledElement="q"/><task id="b"/>'
    scene = play(nodes, "s > call\ncall > b", f'<process id="q" isExecutable="true">{INNER}</process>')
    outer = begin(scene)
    assert walk(scene, Step.OVER) == ["s", "call", "b"]
    begin(scene)
    assert walk(scene, Step.INTO) == ["s", "call", "is", "i", "ie", "b"]
    begin(scene)
    assert [step(scene, how) for how in (Step.OVER, Step.INTO)] == ["call", "is"]
    assert scene.engine.debugger.stop.instance != outer
    assert step(scene, Step.OUT) == "b"


def test_passes_of_a_multi_instance_are_entered_one_by_one_or_counted_as_one(play: Play) -> None:
    loop = '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality>'
    loop += "</multiInstanceLoopCharacteristics>"
    scene = play(f'<startEvent id="s"/><task id="a">{loop}</task><task id="b"/>', "s > a\na > b")
    begin(scene)
    assert walk(scene, Step.OVER) == ["s", "a", "b"]
    begin(scene)
    assert walk(scene, Step.INTO) == ["s", "a", "a", "a", "b"]
    begin(scene)
    assert [step(scene, how) for how in (Step.INTO, Step.INTO, Step.OUT)] == ["a", "a", "b"]


def test_a_step_over_an_activity_that_is_interrupted_ends_at_its_boundary_event(play: Play) -> None:
    boundary = '<boundaryEvent id="t" attachedToRef="c"><errorEventDefinition/></boundaryEvent>'
    scene = play('<startEvent id="s"/><userTask id="c"/><endEvent id="e"/>' + boundary, "s > c\nt > e")
    scene.engine.debugger.set_breakpoints(at("c"))
    scene.start()
    step(scene, Step.OVER)
    scene.throw("c", "X")
    assert stands(scene) == "t"


def test_a_link_and_a_throwing_event_are_stepped_over(play: Play) -> None:
    nodes = (
        '<startEvent id="s"/><intermediateThrowEvent id="t"><linkEventDefinition name="l"/></intermediateThrowEvent>'
    )
    nodes += '<intermediateCatchEvent id="c"><linkEventDefinition name="l"/></intermediateCatchEvent><endEvent id="e"/>'
    scene = play(nodes, "s > t\nc > e")
    begin(scene)
    assert walk(scene, Step.OVER) == ["s", "t", "c", "e"]


# errors and variables -------------------------------------------------------------------------------------------------


def test_an_error_of_a_task_stops_before_anything_has_come_of_it(play: Play) -> None:
    # given a run that stops on errors, and one that nothing catches
    scene = play('<startEvent id="s"/><userTask id="c"/>', "s > c")
    scene.engine.debugger.set_breakpoints(at(on_error=True))
    instance = scene.start()
    # when it is thrown
    scene.throw("c", "X", "why")
    # then it stands before it ends the instance
    stop = scene.engine.debugger.stop
    assert (stop.element, stop.why, stop.detail) == ("c", Why.ERROR, "X")
    assert not scene.engine.is_ended(instance)
    # when it goes on, then it does
    step(scene)
    assert scene.ended(K.INSTANCE_FAILED) == [instance]


def test_errors_that_come_together_are_all_thrown_when_it_goes_on(play: Play) -> None:
    scene = play('<startEvent id="s"/><userTask id="c"/>', "s > c")
    scene.engine.debugger.set_breakpoints(at(on_error=True))
    instances = [scene.start(), scene.start()]
    scene.throw("c", "X")
    scene.throw("c", "Y")
    step(scene)
    assert scene.ended(K.INSTANCE_FAILED) == instances


def test_an_error_end_event_and_an_incident_stop(play: Play) -> None:
    root = '<error id="err" errorCode="LATE"/>'
    nodes = '<startEvent id="s"/><endEvent id="e"><errorEventDefinition errorRef="err"/></endEvent>'
    scene = play(nodes, "s > e", root)
    scene.engine.debugger.set_breakpoints(at(on_error=True))
    scene.start()
    assert (stands(scene), scene.engine.debugger.stop.detail) == ("e", "LATE")
    scene = play('<startEvent id="s"/><serviceTask id="a" camunda:expression="${nothing}"/>', "s > a")
    scene.engine.debugger.set_breakpoints(at(on_error=True))
    scene.start()
    assert (stands(scene), scene.engine.debugger.stop.why) == ("a", Why.ERROR)


def test_a_change_of_a_variable_stops_after_it(play: Play) -> None:
    nodes = (
        '<startEvent id="s"/><serviceTask id="a" camunda:expression="${1}" camunda:resultVariable="n"/><task id="b"/>'
    )
    scene = play(nodes, "s > a\na > b")
    scene.engine.debugger.set_breakpoints(Breakpoints(variables=frozenset({"n"})))
    instance = scene.start()
    stop = scene.engine.debugger.stop
    assert (stop.element, stop.why, stop.detail) == ("a", Why.VARIABLE, "n")
    assert scene.engine.variables(instance) == {"n": 1}
    assert step(scene, Step.OVER) == "b"
