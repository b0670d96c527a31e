"""Migrating: what waits goes on at its new element, with its data and its times; what cannot go stays as it was."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.problems import Refused
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.state import RunState

ENDS = '<startEvent id="s" /><endEvent id="e" />'
MESSAGE = '<messageEventDefinition messageRef="m" />'


def user(key: str, name: str = "", inside: str = "") -> str:
    return f'<userTask id="{key}" name="{name}">{inside}</userTask>'


def service(key: str, **parameters: str) -> str:
    given = "".join(
        f'<camunda:inputParameter name="{name}">{value}</camunda:inputParameter>' for name, value in parameters.items()
    )
    extension = f"<extensionElements><camunda:inputOutput>{given}</camunda:inputOutput></extensionElements>"
    return (
        f'<serviceTask id="{key}" camunda:type="external" camunda:topic="t">{extension if given else ""}</serviceTask>'
    )


def timer(hours: int) -> str:
    return f"<timerEventDefinition><timeDuration>PT{hours}H</timeDuration></timerEventDefinition>"


def border(key: str, host: str, definition: str) -> str:
    return f'<boundaryEvent id="{key}" attachedToRef="{host}">{definition}</boundaryEvent>'


def catch(key: str, definition: str) -> str:
    return f'<intermediateCatchEvent id="{key}">{definition}</intermediateCatchEvent>'


def sub(key: str, inside: str, wires: str = "", *, by_event: bool = False) -> str:
    ends = [pair.split(">") for pair in wires.split()]
    flows = "".join(f'<sequenceFlow id="{a}{b}" sourceRef="{a}" targetRef="{b}" />' for a, b in ends)
    return f'<subProcess id="{key}" triggeredByEvent="{str(by_event).lower()}">{inside}{flows}</subProcess>'


def codes(outcomes: Any) -> list[str]:
    return [problem.code for outcome in outcomes for problem in outcome.problems]


def test_a_task_goes_on_under_its_new_name_and_its_new_way(journey: Any) -> None:
    # given an instance that waits for a person
    journey.deploy(ENDS + user("a", "Check"), "s > a > e")
    journey.start(n=1)
    # when it goes to a version with another id, and one more task behind
    (outcome,) = journey.migrate(ENDS + user("x", "Review") + user("y", "Approve"), "s > x > y > e")
    assert (outcome.problems, outcome.moved) == ((), {"t2": ("a", "x")})
    # then it waits there, and goes on from there, with its variables
    assert journey.open == ["x"]
    journey.do("x", ok=True)
    assert journey.open == ["y"]
    assert journey.engine.variables("i1") == {"n": 1, "ok": True}
    # and the store knows its version, and the history how it came there
    (saved,) = journey.store.instances()
    assert saved.digest == journey.engine.processes["p"].digest
    state = RunState.empty().after_all(journey.store.events())
    assert {token.element for token in state.tokens.values()} == {"y"}


def test_a_dry_run_changes_nothing(journey: Any) -> None:
    journey.deploy(ENDS + user("a"), "s > a > e")
    journey.start()
    before = (list(journey.store.live("i1")), journey.store.last_seq())
    (outcome,) = journey.migrate(ENDS + user("x"), "s > x > e", dry=True)
    assert outcome.moved == {"t2": ("a", "x")}
    assert (list(journey.store.live("i1")), journey.store.last_seq()) == before


def test_who_waits_at_an_element_that_is_gone_stays_and_others_go(journey: Any) -> None:
    # given one that waits at a task of which the new version has none, and one at a task that it has
    journey.deploy(ENDS + user("a", "Old") + catch("b", MESSAGE), "s > a > b > e")
    journey.start()
    journey.do("a")
    journey.start()
    old = list(journey.store.live("i1"))
    # when both should go
    first, second = journey.migrate(ENDS + user("a", "Old"), "s > a > e")
    # then one is refused, with the element and what to do, and is as it was
    (problem,) = first.problems
    assert (problem.code, problem.elements) == ("migration.unmapped", ("b",))
    assert "has no message intermediate catch event" in problem.hint
    assert list(journey.store.live("i1")) == old
    assert not second.problems
    # and both go on, each in its version
    journey.message("paid")
    journey.do("a")
    assert journey.path("i1") == ["s", "a", "b", "e"]
    assert journey.path("i2") == ["s", "a", "e"]


def test_a_timer_keeps_its_time_unless_it_is_to_be_set_anew(journey: Any) -> None:
    wires = "s > a > e; late > e"
    journey.deploy(ENDS + user("a") + border("late", "a", timer(2)), wires)
    journey.start()
    journey.pass_time(600)
    journey.migrate(ENDS + user("a") + border("late", "a", timer(5)), wires)
    assert journey.engine.due() == 1_000 + 2 * 3_600
    journey.migrate(ENDS + user("a") + border("late", "a", timer(6)), wires, updates=True)
    assert journey.engine.due() == 1_600 + 6 * 3_600


def test_a_reminder_that_has_come_does_not_come_again(journey: Any) -> None:
    remind = border("late", "a", timer(2)).replace("attachedToRef", 'cancelActivity="false" attachedToRef')
    wires = "s > a > e; late > e"
    journey.deploy(ENDS + user("a") + remind, wires)
    journey.start()
    journey.pass_time(2 * 3_600)
    journey.migrate(ENDS + user("a", "Other") + remind, wires, updates=True)
    assert journey.engine.due() is None


def test_a_timer_that_is_new_is_set_and_one_that_is_gone_is_not_kept(journey: Any) -> None:
    journey.deploy(ENDS + user("a") + border("late", "a", timer(2)), "s > a > e; late > e")
    journey.start()
    journey.pass_time(600)
    nodes = ENDS + user("a") + border("paid", "a", MESSAGE)
    journey.migrate(nodes, "s > a > e; paid > e")
    assert journey.engine.due() is None
    assert journey.message("paid") == "i1"
    assert journey.path() == ["s", "paid", "e"]


def test_a_waiting_event_keeps_waiting_under_its_new_id(journey: Any) -> None:
    journey.deploy(ENDS + catch("a", timer(1)), "s > a > e")
    journey.start()
    journey.migrate(ENDS + catch("x", timer(9)) + user("b"), "s > x > b > e")
    assert journey.waits == [("x", "timer")]
    journey.pass_time(3_600)
    assert journey.open == ["b"]


def test_a_message_that_has_another_name_now_is_waited_for_when_it_is_set_anew(journey: Any) -> None:
    other = catch("a", '<messageEventDefinition messageRef="n" />')
    journey.deploy(ENDS + catch("a", MESSAGE), "s > a > e")
    journey.start()
    journey.migrate(ENDS + other + user("z"), "s > a > e", {"a": "a"})
    assert journey.message("sent") == ""
    journey.migrate(ENDS + other, "s > a > e", {"a": "a"}, updates=True)
    assert journey.message("sent") == "i1"


def test_work_is_asked_for_again_with_the_parameters_of_the_new_version(journey: Any) -> None:
    # given work at a service whose address was wrong
    journey.deploy(ENDS + service("a", url="http://worng/${n}"), "s > a > e")
    journey.start(n=7)
    # when its instance goes to a version with the right one, and a parameter more
    journey.migrate(ENDS + service("call", url="http://right/${n}", method="PUT"), "s > call > e")
    # then that is what the service is asked for
    (work,) = journey.work.values()
    assert (work.element, dict(work.parameters)) == ("call", {"url": "http://right/7", "method": "PUT"})
    journey.do("call")
    assert journey.path() == ["s", "call", "e"]


def test_an_incident_goes_along_and_can_be_tried_again(journey: Any) -> None:
    journey.deploy(ENDS + service("a", url="http://worng"), "s > a > e")
    journey.start()
    journey.fail("a")
    journey.migrate(ENDS + service("b", url="http://right"), "s > b > e")
    assert journey.waits == [("b", "incident")]
    (waiting,) = journey.engine.waiting()
    journey.engine.retry(waiting.token)
    journey.go()
    (work,) = journey.work.values()
    assert work.parameters["url"] == "http://right"


def test_a_gateway_without_a_way_out_goes_on_where_there_is_one(journey: Any) -> None:
    # given an incident: no condition holds
    gate = '<exclusiveGateway id="g" />'
    condition = (
        '<sequenceFlow id="never" sourceRef="g" targetRef="e"><conditionExpression>${n > 9}</conditionExpression>'
    )
    journey.deploy(ENDS + gate + condition + "</sequenceFlow>", "s > g")
    journey.start(n=1)
    assert journey.waits == [("g", "incident")]
    # when the new version has a way for it
    journey.migrate(ENDS + gate, "s > g > e")
    (waiting,) = journey.engine.waiting()
    journey.engine.retry(waiting.token)
    journey.go()
    assert journey.engine.is_ended("i1")


def test_a_person_keeps_what_he_has_and_sees_the_new_form(journey: Any) -> None:
    def form(*fields: str) -> str:
        inside = "".join(f'<camunda:formField id="{name}" type="string" defaultValue="d" />' for name in fields)
        return f"<extensionElements><camunda:formData>{inside}</camunda:formData></extensionElements>"

    person = ENDS + f'<userTask id="a" camunda:assignee="${{who}}">{form("one")}</userTask>'
    journey.deploy(person, "s > a > e")
    journey.start(who="ann", one="1")
    journey.migrate(ENDS + f'<userTask id="x" camunda:assignee="bob">{form("one", "two")}</userTask>', "s > x > e")
    (work,) = journey.work.values()
    assert work.assignee == "ann"
    assert [(field["id"], field["value"]) for field in work.form] == [("one", "1"), ("two", "d")]
    created = [event for event in journey.store.events() if event.kind is EventKind.USER_TASK_CREATED]
    assert (created[-1].element, created[-1].data["assignee"]) == ("x", "ann")


def test_scopes_loops_and_what_is_inside_go_together(journey: Any) -> None:
    # given a sub-process in which a task waits for three people, of whom one has answered
    def many(key: str) -> str:
        loop = '<multiInstanceLoopCharacteristics camunda:collection="${list}" camunda:elementVariable="item" />'
        return user(key, inside=loop)

    journey.deploy(ENDS + sub("one", '<startEvent id="is" />' + many("a"), "is>a"), "s > one > e")
    journey.start(list=["x", "y", "z"])
    journey.do("a")
    # when all of it has other ids, and something follows inside
    inside = '<startEvent id="is" />' + many("b") + user("c")
    (outcome,) = journey.migrate(ENDS + sub("two", inside, "is>b b>c"), "s > two > e")
    assert not outcome.problems
    # then the other two go on, and then what follows
    assert journey.open == ["b", "b"]
    assert [work.variables["item"] for work in journey.work.values()] == ["y", "z"]
    journey.do("b")
    journey.do("b")
    journey.do("c")
    assert journey.engine.is_ended("i1")


def test_an_event_sub_process_is_armed_where_it_is_new(journey: Any) -> None:
    journey.deploy(ENDS + user("a"), "s > a > e")
    journey.start()
    start = f'<startEvent id="es">{MESSAGE}</startEvent>'
    journey.migrate(ENDS + user("a") + sub("events", start + user("help"), "es>help", by_event=True), "s > a > e")
    journey.message("paid")
    assert journey.open == ["help"]


def test_an_event_sub_process_that_has_interrupted_is_not_armed_again(journey: Any) -> None:
    start = f'<startEvent id="es">{MESSAGE}</startEvent>'
    events = sub("events", start + user("help"), "es>help", by_event=True)
    journey.deploy(ENDS + user("a") + events, "s > a > e")
    journey.start()
    journey.message("paid")
    journey.migrate(ENDS + user("a", "Other") + events, "s > a > e", updates=True)
    assert (journey.message("paid"), journey.open) == ("", ["help"])


def test_an_event_that_is_new_and_does_not_interrupt_leaves_its_task_alone(journey: Any) -> None:
    journey.deploy(ENDS + user("a"), "s > a > e")
    journey.start()
    remind = border("paid", "a", MESSAGE).replace("attachedToRef", 'cancelActivity="false" attachedToRef')
    journey.migrate(ENDS + user("a") + remind + user("b"), "s > a > e; paid > b")
    journey.message("paid")
    assert journey.open == ["a", "b"]


def test_who_could_not_begin_to_wait_begins_only_when_it_is_tried_again(journey: Any) -> None:
    unknown = timer(1).replace("PT1H", "${span}")
    journey.deploy(ENDS + catch("a", unknown), "s > a > e")
    journey.start()
    journey.migrate(ENDS + catch("a", timer(2)), "s > a > e")
    assert (journey.waits, journey.engine.due()) == ([("a", "incident")], None)
    [waiting] = journey.engine.waiting()
    journey.engine.retry(waiting.token)
    journey.go()
    assert (journey.waits, journey.engine.due()) == ([("a", "timer")], 1_000 + 2 * 3_600)


def test_tokens_at_a_join_are_kept_by_their_flows(journey: Any) -> None:
    # given a join at which one of two tokens waits
    gates = '<parallelGateway id="f" /><parallelGateway id="j" />'
    nodes = ENDS + gates + user("a") + user("b")
    journey.deploy(nodes, "s > f > a > j > e; f > b > j")
    journey.start()
    journey.do("a")
    # when the branches have other ids
    journey.migrate(
        ENDS + gates + user("x") + user("b"), "s > f > x > j > e; f > b > j", {"f": "f", "j": "j", "a": "x", "b": "b"}
    )
    journey.do("b")
    assert journey.engine.is_ended("i1")


def test_a_join_that_now_has_all_its_tokens_goes_on(journey: Any) -> None:
    gates = '<parallelGateway id="f" /><parallelGateway id="j" />'
    journey.deploy(ENDS + gates + user("a") + user("b") + user("c"), "s > f > a > j > e; f > b > j; f > c > j")
    journey.start()
    journey.do("a")
    journey.do("b")
    wires = "s > f > a > j > e; f > b > j; f > c > e"
    journey.migrate(ENDS + gates + user("a") + user("b") + user("c"), wires)
    assert journey.path()[-1] == "e"
    journey.do("c")
    assert journey.engine.is_ended("i1")


def test_two_branches_that_became_one_bring_both_their_tokens(journey: Any) -> None:
    gates = '<parallelGateway id="f" /><parallelGateway id="j" />'
    journey.deploy(ENDS + gates + user("a") + user("b") + user("c"), "s > f > a > j > e; f > b > j; f > c > j")
    journey.start()
    journey.do("a")
    journey.do("b")
    mapping = {"f": "f", "j": "j", "a": "x", "b": "x", "c": "c"}
    journey.migrate(ENDS + gates + user("x") + user("c"), "s > f > x > j > e; f > c > j", mapping)
    # the join takes one token of each flow, and keeps the other for the next round
    journey.do("c")
    assert journey.path()[-1] == "e"
    assert journey.waits == [("j", "join")]


def test_a_join_whose_flow_is_gone_is_refused(journey: Any) -> None:
    gates = '<parallelGateway id="f" /><parallelGateway id="j" />'
    journey.deploy(ENDS + gates + user("a") + user("b"), "s > f > a > j > e; f > b > j")
    journey.start()
    journey.do("a")
    outcomes = journey.migrate(ENDS + gates + user("a") + user("b"), "s > f > a > e; f > b > j > e")
    assert codes(outcomes) == ["migration.flow"]


def test_an_event_based_gateway_waits_for_what_is_behind_it_now(journey: Any) -> None:
    gate = '<eventBasedGateway id="g" />'
    journey.deploy(ENDS + gate + catch("a", MESSAGE) + catch("b", timer(1)), "s > g > a > e; g > b > e")
    journey.start()
    other = catch("c", '<messageEventDefinition messageRef="n" />')
    journey.migrate(ENDS + gate + catch("b", timer(1)) + other, "s > g > b > e; g > c > e", {"g": "g", "b": "b"})
    assert journey.message("paid") == ""
    assert journey.engine.due() == 1_000 + 3_600
    assert journey.message("sent") == "i1"
    assert journey.path() == ["s", "g", "c", "e"]


def undoable(key: str) -> str:
    handler = '<serviceTask id="undo" isForCompensation="true" camunda:type="external" camunda:topic="u" />'
    link = '<association id="as" sourceRef="c" targetRef="undo" />'
    return user(key) + border("c", key, "<compensateEventDefinition />") + handler + link


UNDO = '<startEvent id="s" /><endEvent id="e"><compensateEventDefinition /></endEvent>'


def test_what_may_have_to_be_undone_must_go_somewhere(journey: Any) -> None:
    journey.deploy(UNDO + undoable("a") + user("w"), "s > a > w > e")
    journey.start()
    journey.do("a")
    assert codes(journey.migrate(UNDO + user("w"), "s > w > e", {"w": "w"})) == ["migration.undo"]


def test_what_has_been_done_is_undone_under_its_new_id(journey: Any) -> None:
    journey.deploy(UNDO + undoable("a") + user("w"), "s > a > w > e")
    journey.start()
    journey.do("a")
    journey.migrate(UNDO + undoable("b") + user("w"), "s > b > w > e")
    journey.do("w")
    assert journey.open == ["undo"]


def test_called_instances_go_on_for_their_caller(journey: Any) -> None:
    # given an instance that waits for another, which waits for a person
    def calling(key: str) -> str:
        gate = '<exclusiveGateway id="g" default="g-a" />'
        given = '<extensionElements><camunda:in sourceExpression="${false}" target="go" /></extensionElements>'
        condition = "<conditionExpression>${go}</conditionExpression>"
        return (
            f'{gate}<callActivity id="{key}" calledElement="p">{given}</callActivity>'
            f'<sequenceFlow id="go" sourceRef="g" targetRef="{key}">{condition}</sequenceFlow>'
        )

    journey.deploy(ENDS + user("a") + calling("c"), "s > g > a > e; c > e")
    journey.start(go=True)
    assert journey.waits == [("a", "user"), ("c", "call")]
    # when both migrate
    outcomes = journey.migrate(ENDS + user("a") + calling("d") + user("then"), "s > g > a > e; d > then > e")
    assert codes(outcomes) == []
    # then the caller goes on when the called one has ended
    journey.do("a")
    assert journey.open == ["then"]


def test_an_expression_without_a_value_leaves_the_instance_as_it_was(journey: Any) -> None:
    journey.deploy(ENDS + user("a"), "s > a > e")
    journey.start()
    journey.start(when="PT1H")
    until = "<timerEventDefinition><timeDuration>${when}</timeDuration></timerEventDefinition>"
    nodes, wires = ENDS + user("a") + border("late", "a", until), "s > a > e; late > e"
    first, second = journey.migrate(nodes, wires)
    assert (codes([first]), second.problems) == (["migration.event"], ())
    assert journey.engine.due() == 1_000 + 3_600
    assert journey.engine.live["i1"].process is not journey.engine.live["i2"].process
    journey.do("a")
    assert journey.path("i1") == ["s", "a", "e"]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"a": "nowhere"}, "migration.unknown-element"),
        ({"nobody": "a"}, "migration.unknown-element"),
        ({"a": "other"}, "migration.kind"),
        ({"a": "inner"}, "migration.scope"),
        ({"g": "h", "f": "h"}, "migration.twice"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_as_a_whole(journey: Any, mapping: dict[str, str], code: str) -> None:
    gates = '<exclusiveGateway id="g" /><exclusiveGateway id="f" />'
    journey.deploy(ENDS + user("a") + gates, "s > g > a > f > e")
    journey.start()
    nodes = ENDS + user("a") + catch("other", MESSAGE) + sub("sub", user("inner")) + '<exclusiveGateway id="h" />'
    with pytest.raises(Refused) as refused:
        journey.migrate(nodes, "s > a > other > sub > h > e", mapping)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.hint


def test_what_fails_late_leaves_nothing_behind_in_others(journey: Any) -> None:
    # given two instances, and a version in which a condition that holds begins what cannot be waited for in the first
    journey.deploy(ENDS + user("a"), "s > a > e")
    journey.start()
    journey.start(when="PT1H")
    held = "<conditionalEventDefinition><condition>${true}</condition></conditionalEventDefinition>"
    until = "<timerEventDefinition><timeDuration>${when}</timeDuration></timerEventDefinition>"
    inner = sub("inner", f'<startEvent id="is">{until}</startEvent>', by_event=True)
    start = f'<startEvent id="es" isInterrupting="false">{held}</startEvent>'
    outer = sub("outer", start + user("help") + inner, "es>help", by_event=True)
    before = list(journey.store.live("i1"))
    first, second = journey.migrate(ENDS + user("a") + outer, "s > a > e")
    # then the first is as it was, and the second has both tasks
    assert (codes([first]), second.problems) == (["migration.event"], ())
    assert list(journey.store.live("i1")) == before
    assert journey.open == ["a", "a", "help"]
