"""Each limit of Camunda 7 with a bad example; with --camunda URL the real engine is asked about all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import httpx
import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.compiler.export import export
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Severity, has_errors
from procos_studio.targets import TARGETS, check
from procos_studio.targets.camunda7 import LIMITS

Make = Callable[..., Diagram]

TASK = "<userTask id='a'/>"
CODED = "<error id='er' name='E' errorCode='E'/><escalation id='es' name='S' escalationCode='S'/>"
NAMED = "<message id='m' name='M'/><message id='n' name='N'/><signal id='s' name='S'/>"
SERVICE = "camunda:type='external' camunda:topic='x'"
CONDITION = "<conditionExpression xsi:type='tFormalExpression'>${x}</conditionExpression>"


def flow(key: str, source: str, target: str, inside: str = "") -> str:
    return f"<sequenceFlow id='{key}' sourceRef='{source}' targetRef='{target}'>{inside}</sequenceFlow>"


def extended(tag: str, extension: str, attributes: str = "", after: str = "") -> str:
    return f"<{tag} id='a' {attributes}><extensionElements>{extension}</extensionElements>{after}</{tag}>"


def sub(inside: str, key: str = "a", attributes: str = "") -> str:
    return f"<subProcess id='{key}' {attributes}><startEvent id='{key}_in'/>{inside}</subProcess>"


def handler(definition: str, key: str = "h", attributes: str = "") -> str:
    start = f"<startEvent id='{key}_in' {attributes}>{definition}</startEvent>"
    return f"<subProcess id='{key}' triggeredByEvent='true'>{start}</subProcess>"


def boundary(definition: str, key: str = "b", host: str = "a", attributes: str = "") -> str:
    end = f"<endEvent id='{key}_end'/>" + flow(f"{key}_flow", key, f"{key}_end")
    return f"<boundaryEvent id='{key}' attachedToRef='{host}' {attributes}>{definition}</boundaryEvent>{end}"


def event(kind: str, reference: str = "", inside: str = "") -> str:
    names = f"{kind}Ref='{reference}'" if reference else ""
    return f"<{kind}EventDefinition {names}>{inside}</{kind}EventDefinition>"


TIMER = event("timer", inside="<timeDuration xsi:type='tFormalExpression'>PT1H</timeDuration>")
CYCLE = event("timer", inside="<timeCycle xsi:type='tFormalExpression'>R/PT1H</timeCycle>")
UNDO = "<userTask id='u' isForCompensation='true'/><association id='as' sourceRef='b' targetRef='u'/>"
LOOP = "multiInstanceLoopCharacteristics"
GATEWAY = "<exclusiveGateway id='a'/><endEvent id='x'/><endEvent id='y'/>"
EVENTS = "<eventBasedGateway id='a'/>" + f"<intermediateCatchEvent id='c'>{TIMER}</intermediateCatchEvent>"


class Case(NamedTuple):
    """An example: the limit that it meets, and the arguments of `make`."""

    code: str
    inside: str
    roots: str = ""
    first: str = "a"
    start: str = "<startEvent id='start'/>"


REFUSED = (
    Case("start-event", TASK, start="", first=""),
    Case("start-event", "<subProcess id='a'><userTask id='i'/></subProcess>"),
    Case("start-event", sub("<startEvent id='two'/>")),
    Case("unknown-kind", "<adHocSubProcess id='a'><userTask id='i'/></adHocSubProcess>"),
    Case("unknown-kind", "<complexGateway id='a'/>"),
    Case("exclusive-gateway", "<exclusiveGateway id='a'/>"),
    Case("exclusive-gateway", GATEWAY + flow("f", "a", "x", CONDITION)),
    Case("exclusive-gateway", GATEWAY + flow("f", "a", "x") + flow("g", "a", "y")),
    Case(
        "exclusive-gateway",
        GATEWAY.replace("id='a'", "id='a' default='f'") + flow("f", "a", "x") + flow("g", "a", "y"),
    ),
    Case(
        "exclusive-gateway",
        GATEWAY.replace("id='a'", "id='a' default='f'")
        + flow("f", "a", "x", CONDITION)
        + flow("g", "a", "y", CONDITION),
    ),
    Case(
        "event-gateway", "<eventBasedGateway id='a'/><receiveTask id='r' messageRef='m'/>" + flow("f", "a", "r"), NAMED
    ),
    Case("event-gateway", EVENTS.replace("id='a'", "id='a' camunda:asyncAfter='true'") + flow("f", "a", "c")),
    Case("event-gateway", EVENTS + flow("f", "a", "c") + "<userTask id='t'/>" + flow("g", "t", "c")),
    Case("flow-scope", sub("<userTask id='i'/>") + flow("f", "a_in", "i")),
    Case("same-event-twice", f"<endEvent id='a'>{event('signal', 's')}{event('signal', 's')}</endEvent>", NAMED),
    Case("condition-type", TASK + "<endEvent id='e'/>" + flow("f", "a", "e", CONDITION.replace("tFormal", "t"))),
    Case("compensation-flow", "<userTask id='a' isForCompensation='true'/>"),
    Case("unknown-event", "<intermediateCatchEvent id='a'/>"),
    Case("unknown-event", f"<intermediateCatchEvent id='a'>{event('error', 'er')}</intermediateCatchEvent>", CODED),
    Case("unknown-event", TASK + boundary(event("terminate"))),
    Case("unnamed", f"<intermediateCatchEvent id='a'>{event('message')}</intermediateCatchEvent>"),
    Case("unnamed", f"<intermediateCatchEvent id='a'>{event('signal')}</intermediateCatchEvent>"),
    Case("unnamed", f"<endEvent id='a'>{event('signal')}</endEvent>"),
    Case("unnamed", f"<endEvent id='a'>{event('error')}</endEvent>"),
    Case("unnamed", f"<endEvent id='a'>{event('escalation')}</endEvent>"),
    Case(
        "start-message",
        TASK,
        "<message id='m' name='M-${x}'/>",
        start=f"<startEvent id='start'>{event('message', 'm')}</startEvent>",
    ),
    Case("misplaced-event", sub("<userTask id='i'/>") + boundary(TIMER, host="i")),
    Case("misplaced-event", TASK + boundary(event("cancel"))),
    Case("misplaced-event", f"<serviceTask id='a' {SERVICE}/>" + boundary(event("escalation", "es")), CODED),
    Case("misplaced-event", f"<endEvent id='a'>{event('cancel')}</endEvent>"),
    Case("event-sub-process", TASK + handler(event("error", "er"), attributes="isInterrupting='false'"), CODED),
    Case("event-sub-process", TASK + handler(event("compensate"))),
    Case(
        "compensation",
        TASK + boundary(event("compensate")).split("<endEvent")[0] + UNDO.replace("isForCompensation='true'", ""),
    ),
    Case(
        "compensation",
        "<subProcess id='a'><startEvent id='i'/><endEvent id='e'><compensateEventDefinition"
        " activityRef='t'/></endEvent></subProcess><userTask id='t'/>",
    ),
    Case(
        "waits-twice",
        TASK + f"<startEvent id='v'>{event('message', 'm')}</startEvent>",
        NAMED,
        start=f"<startEvent id='start'>{event('message', 'm')}</startEvent>",
    ),
    Case("waits-twice", TASK + boundary(event("message", "m")) + boundary(event("message", "m"), "c"), NAMED),
    Case("waits-twice", TASK + boundary(event("signal", "s")) + boundary(event("signal", "s"), "c"), NAMED),
    Case("waits-twice", TASK + boundary(event("escalation", "es")) + boundary(event("escalation"), "c"), CODED),
    Case("waits-twice", TASK + handler(event("escalation", "es")) + handler(event("escalation", "es"), "k"), CODED),
    Case("waits-twice", TASK + handler(event("message", "m")) + handler(event("message", "m"), "k"), NAMED),
    Case("repeated-signal", TASK, "<signal id='s' name='S'/><signal id='t' name='S'/>"),
    Case("fields", "<serviceTask id='a' camunda:type='mail'/>"),
    Case("fields", "<serviceTask id='a' camunda:type='shell'/>"),
    Case("bare-task", "<serviceTask id='a'/>"),
    Case("bare-task", "<sendTask id='a'/>"),
    Case("bare-task", "<businessRuleTask id='a'/>"),
    Case("external-task", "<serviceTask id='a' camunda:type='external'/>"),
    Case("external-task", "<serviceTask id='a' camunda:type='internal'/>"),
    Case("result-variable", "<serviceTask id='a' camunda:class='java.util.ArrayList' camunda:resultVariable='x'/>"),
    Case(
        "decision-mapper",
        "<businessRuleTask id='a' camunda:decisionRef='d1' camunda:resultVariable='r'"
        " camunda:mapDecisionResult='all'/>",
    ),
    Case("called", "<callActivity id='a'/>"),
    Case("called", "<callActivity id='a' calledElement='q' camunda:caseRef='c'/>"),
    Case("called", "<callActivity id='a' calledElement='q' camunda:calledElementBinding='version'/>"),
    Case("mapping", extended("callActivity", "<camunda:in source='x'/>", "calledElement='q'")),
    Case("mapping", extended("callActivity", "<camunda:out target='x'/>", "calledElement='q'")),
    Case("script", "<scriptTask id='a' scriptFormat='groovy'/>"),
    Case("form", "<userTask id='a' camunda:formKey='x' camunda:formRef='y'/>"),
    Case("form", "<userTask id='a' camunda:formRef='y' camunda:formRefBinding='never'/>"),
    Case("multi-instance", f"<userTask id='a'><{LOOP}/></userTask>"),
    Case(
        "multi-instance",
        f"<userTask id='a'><{LOOP} camunda:elementVariable='x'><loopCardinality>2</loopCardinality>"
        f"</{LOOP}></userTask>",
    ),
    Case(
        "parameters",
        extended(
            "parallelGateway",
            "<camunda:inputOutput><camunda:inputParameter name='x'>1</camunda:inputParameter></camunda:inputOutput>",
        ),
    ),
    Case(
        "parameters",
        extended(
            "endEvent",
            "<camunda:inputOutput><camunda:outputParameter name='x'>1</camunda:outputParameter></camunda:inputOutput>",
        ),
    ),
    Case(
        "parameters",
        extended(
            "userTask",
            "<camunda:inputOutput><camunda:outputParameter name='x'>1</camunda:outputParameter></camunda:inputOutput>",
            after=f"<{LOOP}><loopCardinality>2</loopCardinality></{LOOP}>",
        ),
    ),
    Case("listener", extended("userTask", "<camunda:executionListener event='start'/>")),
    Case("listener", extended("userTask", "<camunda:executionListener event='now' expression='${x}'/>")),
    Case("listener", extended("userTask", "<camunda:taskListener event='create'/>")),
    Case("listener", extended("userTask", "<camunda:taskListener event='timeout' expression='${x}'/>")),
    Case("bad-id", "<userTask id='a'/><userTask id='1 b'/>"),
    Case("repeated-id", "<userTask id='a'/><userTask id='a'/>"),
    Case("priority", "<userTask id='a' camunda:asyncBefore='true' camunda:jobPriority='high'/>"),
    Case("priority", f"<serviceTask id='a' {SERVICE} camunda:taskPriority='high'/>"),
    Case("priority", TASK, start=f"<startEvent id='start' camunda:jobPriority='${{x.y()}}'>{CYCLE}</startEvent>"),
)
"""The engine refuses to deploy these."""

MISBEHAVING = (
    Case(
        "several-events",
        f"<intermediateCatchEvent id='a'>{TIMER}{event('signal', 's')}</intermediateCatchEvent>",
        NAMED,
    ),
    Case("idle-compensation", TASK + boundary(event("compensate")).split("<endEvent")[0]),
    Case("idle-compensation", "<endEvent id='a'><compensateEventDefinition waitForCompletion='false'/></endEvent>"),
    Case(
        "condition-event",
        "<intermediateCatchEvent id='a'><conditionalEventDefinition camunda:variableEvents='wish'>"
        "<condition xsi:type='tFormalExpression'>${x}</condition></conditionalEventDefinition>"
        "</intermediateCatchEvent>",
    ),
    Case("script-language", "<scriptTask id='a' scriptFormat='cobol'><script>x</script></scriptTask>"),
    Case("standard-loop", "<userTask id='a'><standardLoopCharacteristics/></userTask>"),
    Case("plain-condition", TASK + "<endEvent id='e'/>" + flow("f", "a", "e", CONDITION.replace("${x}", "x"))),
    Case("ignored-condition", "<parallelGateway id='a'/><endEvent id='e'/>" + flow("f", "a", "e", CONDITION)),
    Case("sends-nothing", f"<endEvent id='a'>{event('message', 'm')}</endEvent>", NAMED),
    Case(
        "retry-cycle", extended("userTask", "<camunda:failedJobRetryTimeCycle>often</camunda:failedJobRetryTimeCycle>")
    ),
    Case("uncaught-error", f"<endEvent id='a'>{event('error', 'er')}</endEvent>", CODED),
)
"""These are deployed, and then do something else than the drawing says."""

ACCEPTED = (
    Case("", TASK),
    Case("", "<task id='a'/>"),
    Case("", f"<serviceTask id='a' {SERVICE}/>"),
    Case("", f"<sendTask id='a' {SERVICE}/>"),
    Case("", f"<businessRuleTask id='a' {SERVICE}/>"),
    Case("", "<businessRuleTask id='a' camunda:decisionRef='d1'/>"),
    Case("", "<serviceTask id='a' camunda:expression='${x}' camunda:resultVariable='y'/>"),
    Case(
        "",
        "<callActivity id='a' calledElement='q' camunda:calledElementBinding='version'"
        " camunda:calledElementVersion='2'/>",
    ),
    Case(
        "",
        extended(
            "callActivity",
            "<camunda:in businessKey='${x}'/><camunda:in variables='all'/><camunda:out source='x' target='y'/>",
            "calledElement='q'",
        ),
    ),
    Case("", GATEWAY + flow("f", "a", "x", CONDITION) + flow("g", "a", "y")),
    Case("", GATEWAY + flow("f", "a", "x")),
    Case("", EVENTS + flow("f", "a", "c")),
    Case("", TASK + boundary(event("escalation", "es")) + handler(event("escalation", "es")), CODED),
    Case("", TASK + boundary(event("message", "m")) + boundary(event("message", "n"), "c"), NAMED),
    Case("", TASK + boundary(event("compensate")).split("<endEvent")[0] + UNDO),
    Case("", TASK + handler(event("error"))),
    Case("", f"<endEvent id='a'><messageEventDefinition messageRef='m' {SERVICE}/></endEvent>", NAMED),
    Case(
        "",
        extended(
            "userTask",
            "<camunda:executionListener event='start' expression='${x}'/>"
            "<camunda:failedJobRetryTimeCycle>R3/PT10S</camunda:failedJobRetryTimeCycle>",
        ),
    ),
    Case("", f"<userTask id='a'><{LOOP} camunda:collection='${{x}}' camunda:elementVariable='y'/></userTask>"),
    Case("", TASK, "<message id='m' name='M'/>", start=f"<startEvent id='start'>{event('message', 'm')}</startEvent>"),
    Case(
        "",
        "<transaction id='a'><startEvent id='i'/><endEvent id='e'><cancelEventDefinition/></endEvent></transaction>"
        + boundary(event("cancel")),
    ),
    Case("", sub("<userTask id='i'/>" + handler(event("compensate")))),
)
"""These are in order."""


def _name(case: Case) -> str:
    return case.code or "accepted"


def _codes(diagram: Diagram) -> list[str]:
    return [problem.code for problem in check(diagram, TARGETS["camunda7"])]


@pytest.mark.parametrize("case", REFUSED, ids=_name)
def test_what_the_engine_refuses_is_an_error(make: Make, case: Case) -> None:
    problems = check(make(*case[1:3], first=case.first, start=case.start), TARGETS["camunda7"])
    assert f"target.{case.code}" in [problem.code for problem in problems if problem.severity is Severity.ERROR]
    assert all(problem.elements and problem.hint and "Camunda 7: " in problem.message for problem in problems)


@pytest.mark.parametrize("case", MISBEHAVING, ids=_name)
def test_what_the_engine_does_otherwise_is_no_error(make: Make, case: Case) -> None:
    problems = check(make(*case[1:3], first=case.first, start=case.start), TARGETS["operaton"])
    assert f"target.{case.code}" in [problem.code for problem in problems]
    assert not has_errors(problems)
    assert all("Operaton: " in problem.message for problem in problems)


@pytest.mark.parametrize("case", ACCEPTED, ids=_name)
def test_what_is_in_order_has_no_findings(make: Make, case: Case) -> None:
    assert _codes(make(*case[1:3], first=case.first, start=case.start)) == []


def test_every_limit_has_an_example() -> None:
    shown = {f"target.{case.code}" for case in (*REFUSED, *MISBEHAVING)}
    assert {limit.code for limit in LIMITS} - shown == {"target.long-script", "target.time-to-live"}


def test_a_process_that_is_not_deployed_may_be_anything(make: Make) -> None:
    # given a pool that only describes, beside one that runs
    diagram = make(TASK, "<process id='other' isExecutable='false'><serviceTask id='o'/></process>")
    assert _codes(diagram) == []
    # but where nothing is marked executable, the export will mark it
    alone = make("<serviceTask id='a'/>")
    with alone.edit("Unmark") as tx:
        tx.put(alone["p"].with_attributes(isExecutable=None))
    assert _codes(alone) == ["target.bare-task"]


def test_a_long_script_does_not_fit_into_a_property(make: Make) -> None:
    script = f"<scriptTask id='a' scriptFormat='python'><script>{'x = 1;' * 11_000}</script></scriptTask>"
    assert _codes(make(script)) == ["target.long-script"]


def test_a_time_to_live_is_in_days(make: Make) -> None:
    diagram = make(TASK)
    name = "{http://camunda.org/schema/1.0/bpmn}historyTimeToLive"
    for text, codes in (("P1Y", ["target.time-to-live"]), ("P30D", []), ("5", [])):
        with diagram.edit("Keep") as tx:
            tx.put(diagram["p"].with_attribute_map({name: text}))
        assert _codes(diagram) == codes


def test_the_embedded_engine_has_no_table(make: Make) -> None:
    assert check(make("<complexGateway id='a'/>"), TARGETS["embedded"]) == []


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> httpx.Client:
    """A real engine, asked for with --camunda URL (its /engine-rest)."""
    url = request.config.getoption("--camunda")
    if not url:
        pytest.skip("needs a running Camunda 7 or Operaton: --camunda http://127.0.0.1:8080/engine-rest")
    return httpx.Client(base_url=url, timeout=60)


def _deploys(engine: httpx.Client, data: bytes) -> bool:
    answer = engine.post(
        "/deployment/create", data={"deployment-name": "limits"}, files={"data": ("limits.bpmn", data)}
    )
    if answer.status_code == httpx.codes.OK:
        engine.delete(f"/deployment/{answer.json()['id']}", params={"cascade": "true"}).raise_for_status()
    return answer.status_code == httpx.codes.OK


def test_the_real_engine_refuses_the_same(engine: httpx.Client, make: Make) -> None:
    cases = [(case, make(*case[1:3], first=case.first, start=case.start)) for case in REFUSED]
    assert [case for case, diagram in cases if _deploys(engine, write_bytes(diagram))] == []


def test_the_real_engine_deploys_the_rest(engine: httpx.Client, make: Make) -> None:
    cases = [(case, make(*case[1:3], first=case.first, start=case.start)) for case in (*MISBEHAVING, *ACCEPTED)]
    exported = [(case, export(diagram, TARGETS["camunda7"]).data) for case, diagram in cases]
    assert [case for case, data in exported if not _deploys(engine, data)] == []
