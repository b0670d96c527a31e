from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
ROOT = '<message id="M" name="hello"/><error id="E" errorCode="42"/><escalation id="X" escalationCode="up"/>'


def flow(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'


def event_sub(definition: str, inside: str, interrupting: bool = True) -> str:
    start = f'<startEvent id="es" isInterrupting="{str(interrupting).lower()}">{definition}</startEvent>'
    return f'<subProcess id="esp" triggeredByEvent="true">{start}{inside}</subProcess>'


def test_a_sub_process_ends_when_its_last_token_has(play: Play) -> None:
    # given two parallel tasks in a sub-process without start event
    stage = play(
        '<startEvent id="s"/><subProcess id="sub"><userTask id="a"/><userTask id="b"/></subProcess>', "s > sub"
    )
    instance = stage.start()
    # when one is done, then it goes on; when both are, it ends
    stage.do("a")
    assert not stage.engine.is_ended(instance)
    stage.do("b")
    assert stage.engine.is_ended(instance)
    assert stage.path()[-1] == "sub"


def test_an_empty_sub_process_passes(play: Play) -> None:
    # given nothing inside
    stage = play('<startEvent id="s"/><subProcess id="sub"/><userTask id="u"/>', "s > sub\n sub > u")
    # when it is reached, then it is over
    stage.start()
    assert stage.open == ["u"]


def test_an_interrupting_event_sub_process_takes_the_place_of_all_else(play: Play) -> None:
    # given an event sub-process at the top
    nodes = '<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>' + event_sub(
        '<messageEventDefinition messageRef="M"/>', '<userTask id="h"/>' + flow("es", "h")
    )
    stage = play(nodes, "s > f\n f > a\n f > b", ROOT)
    instance = stage.start()
    # when its message comes
    stage.message("hello", variables={"x": 1})
    # then only it runs, and cannot be started again
    assert stage.open == ["h"]
    assert stage.find("h").variables == {"x": 1}
    assert stage.message("hello") == ""
    stage.do("h")
    assert stage.engine.is_ended(instance)
    assert stage.balance() == {}


def test_a_non_interrupting_event_sub_process_can_run_often(play: Play) -> None:
    # given one with a repeating timer
    definition = "<timerEventDefinition><timeCycle>R2/PT10S</timeCycle></timerEventDefinition>"
    nodes = '<startEvent id="s"/><userTask id="a"/>' + event_sub(
        definition, '<userTask id="h"/>' + flow("es", "h"), interrupting=False
    )
    stage = play(nodes, "s > a")
    instance = stage.start()
    # when time passes
    stage.pass_time(60)
    # then it has begun twice, beside the rest
    assert stage.open == ["a", "h", "h"]
    # and the process ends with the last of them
    for element in ("a", "h", "h"):
        assert not stage.engine.is_ended(instance)
        stage.do(element)
    assert stage.engine.is_ended(instance)


def test_an_error_event_sub_process_comes_before_the_boundary_and_may_pass_it_on(play: Play) -> None:
    # given a sub-process that handles an error and throws it again
    inside = (
        '<userTask id="w"/><endEvent id="x"><errorEventDefinition errorRef="E"/></endEvent>'
        + flow("w", "x")
        + event_sub(
            '<errorEventDefinition errorRef="E"/>',
            '<userTask id="h"/><endEvent id="again"><errorEventDefinition errorRef="E"/></endEvent>'
            + flow("es", "h")
            + flow("h", "again"),
        )
    )
    nodes = (
        f'<startEvent id="s"/><subProcess id="sub">{inside}</subProcess><userTask id="out"/>'
        '<boundaryEvent id="b" attachedToRef="sub"><errorEventDefinition errorRef="E"/></boundaryEvent>'
    )
    stage = play(nodes, "s > sub\n b > out", ROOT)
    stage.start()
    # when the error is thrown, then the inner one handles it
    stage.do("w")
    assert stage.open == ["h"]
    # when that throws it again, then the border catches it
    stage.do("h")
    assert stage.open == ["out"]
    assert stage.balance() == {"out": 1}


def test_compensation_undoes_in_reverse_order_with_the_variables_of_then(play: Play) -> None:
    # given two finished tasks with handlers, one of them inside a finished sub-process
    inner = (
        '<startEvent id="s2"/><userTask id="b"/><boundaryEvent id="cb" attachedToRef="b"><compensateEventDefinition/>'
        '</boundaryEvent><userTask id="undo_b" isForCompensation="true"/>'
        '<association id="x2" sourceRef="cb" targetRef="undo_b"/>' + flow("s2", "b")
    )
    nodes = (
        '<startEvent id="s"/><userTask id="a"/><boundaryEvent id="ca" attachedToRef="a"><compensateEventDefinition/>'
        '</boundaryEvent><userTask id="undo_a" isForCompensation="true"/>'
        '<association id="x1" sourceRef="ca" targetRef="undo_a"/>'
        '<subProcess id="sub"><extensionElements><camunda:inputOutput><camunda:inputParameter name="own">1'
        f"</camunda:inputParameter></camunda:inputOutput></extensionElements>{inner}</subProcess>"
        '<intermediateThrowEvent id="t"><compensateEventDefinition/></intermediateThrowEvent><userTask id="u"/>'
    )
    stage = play(nodes, "s > a\n a > sub\n sub > t\n t > u")
    instance = stage.start()
    stage.do("a")
    stage.do("b", own=7)
    # then the undoing begins, the last first
    assert [work.element for work in stage.work] == ["undo_b", "undo_a"]
    assert stage.find("undo_b").variables["own"] == 7
    # when all is undone, then the throwing event goes on
    stage.do("undo_a")
    stage.do("undo_b")
    assert stage.open == ["u"]
    assert stage.told(EventKind.COMPENSATION_THROWN) == [{"activity": ""}]
    stage.do("u")
    assert stage.engine.is_ended(instance)
    assert stage.balance() == {}


def test_compensation_of_one_activity_leaves_the_others(play: Play) -> None:
    # given two compensable tasks, and a throw that names one
    task = (
        '<task id="{0}"/><boundaryEvent id="c{0}" attachedToRef="{0}"><compensateEventDefinition/></boundaryEvent>'
        '<userTask id="undo_{0}" isForCompensation="true"/>'
        '<association id="x{0}" sourceRef="c{0}" targetRef="undo_{0}"/>'
    )
    nodes = (
        '<startEvent id="s"/>'
        + task.format("a")
        + task.format("b")
        + '<endEvent id="t"><compensateEventDefinition activityRef="a"/></endEvent>'
    )
    stage = play(nodes, "s > a\n a > b\n b > t")
    # when it is thrown
    instance = stage.start()
    # then that one is undone, and the process ends after it
    assert stage.open == ["undo_a"]
    stage.do("undo_a")
    assert stage.engine.is_ended(instance)


def test_a_cancelled_transaction_is_undone_and_left_over_its_cancel_event(play: Play) -> None:
    # given a transaction with a finished and an open task
    inner = (
        '<startEvent id="s2"/><task id="a"/><boundaryEvent id="ca" attachedToRef="a"><compensateEventDefinition/>'
        '</boundaryEvent><userTask id="undo" isForCompensation="true"/>'
        '<association id="x" sourceRef="ca" targetRef="undo"/>'
        '<parallelGateway id="f"/><userTask id="go"/><userTask id="open"/>'
        '<endEvent id="no"><cancelEventDefinition/></endEvent>'
        + flow("s2", "a")
        + flow("a", "f")
        + flow("f", "go")
        + flow("f", "open")
        + flow("go", "no")
    )
    nodes = (
        f'<startEvent id="s"/><transaction id="tx">{inner}</transaction><userTask id="ok"/><userTask id="out"/>'
        '<boundaryEvent id="b" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent>'
    )
    stage = play(nodes, "s > tx\n tx > ok\n b > out")
    stage.start()
    assert stage.open == ["go", "open"]
    # when it is cancelled, then what was open ends and what was done is undone
    stage.do("go")
    assert stage.open == ["undo"]
    # when that is over, then the cancel event goes on
    stage.do("undo")
    assert stage.open == ["out"]
    assert stage.balance() == {"out": 1}


def test_ad_hoc_runs_all_or_until_its_condition_holds(play: Play) -> None:
    # given an ad-hoc sub-process that ends when something is found
    inner = '<userTask id="a"/><userTask id="b"/><userTask id="c"/><completionCondition>${found}</completionCondition>'
    nodes = (
        f'<startEvent id="s"/><adHocSubProcess id="h" ordering="Parallel">{inner}</adHocSubProcess><userTask id="u"/>'
    )
    stage = play(nodes, "s > h\n h > u")
    stage.start(found=False)
    assert stage.open == ["a", "b", "c"]
    # when one activity finds it
    stage.do("a")
    assert stage.open == ["b", "c"]
    stage.do("b", found=True)
    # then the rest is not needed
    assert stage.open == ["u"]
    # and a sequential one takes one after the other
    turn = play(nodes.replace("Parallel", "Sequential"), "s > h\n h > u")
    turn.start(found=False)
    for element in ("a", "b", "c"):
        assert turn.open == [element]
        turn.do(element)
    assert turn.open == ["u"]


def test_a_call_activity_runs_another_process_with_mapped_variables(plan: Callable[..., Any], stage: Any) -> None:
    # given a process that calls one of another file
    nodes = (
        '<startEvent id="s"/><callActivity id="c" calledElement="${which}"><extensionElements>'
        '<camunda:in source="n" target="m"/><camunda:in sourceExpression="${n + 1}" target="k"/>'
        '<camunda:in businessKey="#{execution.processBusinessKey}"/>'
        '<camunda:out source="result" target="r"/></extensionElements></callActivity><userTask id="after"/>'
    )
    caller = plan(nodes, "s > c\n c > after")
    play = stage(caller, _named(plan('<startEvent id="qs"/><userTask id="w"/>', "qs > w"), "q"))
    instance = play.start(business_key="K", which="q", n=1, secret="x")
    # then only what was named went in
    work = play.find("w")
    assert work.variables == {"m": 1, "k": 2}
    assert play.engine.instances[work.instance].business_key == "K"
    started = play.told(EventKind.INSTANCE_STARTED)[1]
    assert started["parent"] == instance
    # when it ends, then only what was named came back
    play.do("w", result=42, noise=1)
    assert play.open == ["after"]
    assert play.engine.variables(instance) == {"which": "q", "n": 1, "secret": "x", "r": 42}


def _named(plan: Any, key: str) -> Any:
    return replace(plan, processes=tuple(replace(process, id=key) for process in plan.processes))


def test_each_instance_of_a_loop_is_undone(play: Play) -> None:
    # given three instances of a compensable task
    nodes = (
        '<startEvent id="s"/><task id="a"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>'
        '</multiInstanceLoopCharacteristics></task><boundaryEvent id="ca" attachedToRef="a">'
        '<compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"/>'
        '<association id="x1" sourceRef="ca" targetRef="undo"/>'
        '<endEvent id="t"><compensateEventDefinition/></endEvent>'
    )
    stage = play(nodes, "s > a\n a > t")
    # when compensation is thrown
    stage.start()
    # then each of them is undone
    assert stage.open == ["undo"] * 3


def test_a_compensation_event_sub_process_undoes_the_one_around_it(play: Play) -> None:
    # given a finished sub-process with a handler inside that reads its variables
    inside = '<userTask id="w"/>' + event_sub("<compensateEventDefinition/>", '<userTask id="h"/>' + flow("es", "h"))
    nodes = (
        '<startEvent id="s"/><subProcess id="sub"><extensionElements><camunda:inputOutput>'
        '<camunda:inputParameter name="own">1</camunda:inputParameter></camunda:inputOutput></extensionElements>'
        f'{inside}</subProcess><intermediateThrowEvent id="t"><compensateEventDefinition activityRef="sub"/>'
        '</intermediateThrowEvent><userTask id="after"/>'
    )
    stage = play(nodes, "s > sub\n sub > t\n t > after")
    stage.start()
    stage.do("w", own=5)
    # then the handler runs with them
    assert stage.open == ["h"]
    assert stage.find("h").variables["own"] == 5
    # and what follows comes after it
    stage.do("h")
    assert stage.open == ["after"]


def test_a_transaction_without_a_cancel_event_ends_there(play: Play) -> None:
    # given a transaction that cancels itself, and nothing on its border
    inner = '<userTask id="w"/><endEvent id="no"><cancelEventDefinition/></endEvent>' + flow("w", "no")
    stage = play(f'<startEvent id="s"/><transaction id="tx">{inner}</transaction><userTask id="u"/>', "s > tx\n tx > u")
    instance = stage.start()
    # when it cancels, then the token ends, and that nobody caught it is told
    stage.do("w")
    assert stage.engine.is_ended(instance)
    assert stage.told(EventKind.EVENT_UNCAUGHT) == [{"kind": "cancel", "code": ""}]


def test_a_send_task_is_an_activity_like_any_other(play: Play) -> None:
    # given a send task that sends once for each item
    loop = '<multiInstanceLoopCharacteristics camunda:collection="items" camunda:elementVariable="item"/>'
    nodes = (
        '<startEvent id="s"/><sendTask id="t" messageRef="M"><extensionElements><camunda:inputOutput>'
        '<camunda:inputParameter name="what">${item}</camunda:inputParameter></camunda:inputOutput></extensionElements>'
        f"{loop}</sendTask><endEvent id='e'/>"
        '<startEvent id="by"><messageEventDefinition messageRef="M"/></startEvent><userTask id="u"/>'
    )
    stage = play(nodes, "s > t\n t > e\n by > u", ROOT)
    # when it runs, then each message has started an instance
    stage.start(items=[1, 2])
    assert [work.variables for work in stage.work] == [{"what": 1}, {"what": 2}]


def test_event_sub_processes_with_conditions_and_signals(play: Play) -> None:
    # given one that begins when a variable gets large
    condition = "<conditionalEventDefinition><condition>${n > 3}</condition></conditionalEventDefinition>"
    nodes = '<startEvent id="s"/><userTask id="a"/><userTask id="b"/>' + event_sub(
        condition, '<userTask id="h"/>' + flow("es", "h")
    )
    stage = play(nodes, "s > a\n a > b")
    stage.start(n=1)
    # when it does, then it takes over
    stage.do("a", n=5)
    assert stage.open == ["h"]
    assert stage.balance() == {"esp": 1, "h": 1}
