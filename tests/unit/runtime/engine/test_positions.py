"""Every position of an event with every kind of event: what BPMN 2.0.2's table 10.93 allows runs, the rest is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]

ROOT = (
    '<message id="M" name="hello"/><signal id="S" name="alarm"/><error id="E" errorCode="42"/>'
    '<escalation id="X" escalationCode="up"/>'
)
MESSAGE = '<messageEventDefinition messageRef="M"/>'
SIGNAL = '<signalEventDefinition signalRef="S"/>'
ERROR = '<errorEventDefinition errorRef="E"/>'
ESCALATION = '<escalationEventDefinition escalationRef="X"/>'
DEFINITIONS = {
    "none": "",
    "message": MESSAGE,
    "signal": SIGNAL,
    "date": "<timerEventDefinition><timeDate>1970-01-01T00:16:50Z</timeDate></timerEventDefinition>",
    "duration": "<timerEventDefinition><timeDuration>PT10S</timeDuration></timerEventDefinition>",
    "cycle": "<timerEventDefinition><timeCycle>R1/PT10S</timeCycle></timerEventDefinition>",
    "conditional": "<conditionalEventDefinition><condition>${go}</condition></conditionalEventDefinition>",
    "error": ERROR,
    "escalation": ESCALATION,
    "compensation": "<compensateEventDefinition/>",
    "cancel": "<cancelEventDefinition/>",
    "link": '<linkEventDefinition name="L"/>',
    "terminate": "<terminateEventDefinition/>",
    "multiple": MESSAGE + SIGNAL,
    "parallel multiple": MESSAGE + SIGNAL,
}
WAITED_FOR = frozenset(
    {"message", "signal", "date", "duration", "cycle", "conditional", "multiple", "parallel multiple"}
)
THROWN_TO_ALL = frozenset({"none", "message", "signal", "escalation", "compensation", "multiple"})
ALLOWED = {
    "process start": WAITED_FOR | {"none"},
    "sub-process start": frozenset({"none"}),
    "event sub-process": WAITED_FOR | {"error", "escalation", "compensation"},
    "event sub-process, not interrupting": WAITED_FOR | {"escalation"},
    "catch": WAITED_FOR | {"link"},
    "behind an event-based gateway": WAITED_FOR,
    "boundary": WAITED_FOR | {"error", "escalation", "compensation"},
    "boundary, not interrupting": WAITED_FOR | {"escalation"},
    "boundary of a transaction": WAITED_FOR | {"error", "escalation", "compensation", "cancel"},
    "throw": THROWN_TO_ALL | {"link"},
    "end": THROWN_TO_ALL | {"error", "terminate"},
    "end of a transaction": THROWN_TO_ALL | {"error", "terminate", "cancel"},
}
LOOSE = {
    ("boundary, not interrupting", "compensation"),
    *((position, "parallel multiple") for position in ("throw", "end", "end of a transaction")),
}
"""`cancelActivity` says nothing where the activity is done already, nor `parallelMultiple` where all is thrown."""


def event(tag: str, kind: str, attributes: str = "", key: str = "x") -> str:
    both = ' parallelMultiple="true"' if kind == "parallel multiple" else ""
    return f'<{tag} id="{key}"{both} {attributes}>{DEFINITIONS[kind]}</{tag}>'


def within(tag: str, inside: str, key: str = "host") -> str:
    return f'<{tag} id="{key}">{inside}</{tag}>'


def wire(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'


def standing(position: str, kind: str) -> str:
    """A process in which the event `x` stands in this position, and a token can come to it."""
    silent = position.endswith("not interrupting")
    begins = '<startEvent id="s"/><userTask id="t"/>' + wire("s", "t")
    match position.removesuffix(", not interrupting"):
        case "process start":
            return event("startEvent", kind) + '<userTask id="t"/>' + wire("x", "t")
        case "sub-process start":
            return f'<startEvent id="s"/>{within("subProcess", event("startEvent", kind))}{wire("s", "host")}'
        case "event sub-process":
            start = event("startEvent", kind, f'isInterrupting="{str(not silent).lower()}"')
            return f'{begins}<subProcess id="sub" triggeredByEvent="true">{start}</subProcess>'
        case "catch":
            # a link is reached from its other end only
            thrower = event("intermediateThrowEvent", "link", key="l") + wire("t", "l") if kind == "link" else ""
            return begins + event("intermediateCatchEvent", kind) + (thrower or wire("t", "x"))
        case "behind an event-based gateway":
            return f'{begins}<eventBasedGateway id="g"/>{event("intermediateCatchEvent", kind)}' + (
                wire("t", "g") + wire("g", "x")
            )
        case "boundary":
            return begins + event(
                "boundaryEvent", kind, f'attachedToRef="t" cancelActivity="{str(not silent).lower()}"'
            )
        case "boundary of a transaction":
            host = within("transaction", '<userTask id="work"/>')
            return begins + host + wire("t", "host") + event("boundaryEvent", kind, 'attachedToRef="host"')
        case "throw":
            other = event("intermediateCatchEvent", "link", key="l") if kind == "link" else ""
            return begins + event("intermediateThrowEvent", kind) + wire("t", "x") + other
        case "end":
            return begins + event("endEvent", kind) + wire("t", "x")
    return (
        begins + within("transaction", f'<task id="w"/>{event("endEvent", kind)}{wire("w", "x")}') + wire("t", "host")
    )


HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d">'


@pytest.mark.parametrize("kind", DEFINITIONS)
@pytest.mark.parametrize("position", ALLOWED)
def test_an_event_is_taken_or_named_as_the_table_says(position: str, kind: str) -> None:
    # given an event of each kind in each position
    text = f'{HEAD}{ROOT}<process id="p" isExecutable="true">{standing(position, kind)}</process></definitions>'
    # when it is compiled
    result = compile_plan(read_bytes(text.encode()).diagram)
    # then it runs where it may stand, and is an error that names it elsewhere
    if kind in ALLOWED[position] or (position, kind) in LOOSE:
        assert result.plan is not None, [str(problem) for problem in result.problems]
        assert "x" in {node.id for node in result.plan.processes[0].nodes}
    else:
        assert result.plan is None
        assert [problem for problem in result.problems if "x" in problem.elements and problem.hint]


# what is waited for ---------------------------------------------------------------------------------------------------


def raise_it(stage: Any, kind: str) -> None:
    """Let the world do what the event waits for; half of a parallel multiple event changes nothing."""
    match kind:
        case "message" | "multiple":
            stage.message("hello")
        case "signal":
            stage.signal("alarm")
        case "date" | "duration" | "cycle":
            stage.pass_time(10)
        case "conditional":
            stage.do("elsewhere", go=True)
        case "parallel multiple":
            before = stage.open
            stage.signal("alarm")
            assert stage.open == before
            stage.message("hello")
        case _:
            stage.do("work")


def left_open(kind: str, *others: str) -> list[str]:
    """The open work; `elsewhere` was done to make a condition true."""
    return sorted([*others, *(() if kind == "conditional" else ("elsewhere",))])


FORK = (
    '<startEvent id="s"/><parallelGateway id="f"/><userTask id="elsewhere"/>' + wire("s", "f") + wire("f", "elsewhere")
)
OVER = '<userTask id="over"/>'
THROWS = {
    "error": f'<endEvent id="thrower">{ERROR}</endEvent>',
    "escalation": f'<intermediateThrowEvent id="thrower">{ESCALATION}</intermediateThrowEvent><userTask id="rest"/>'
    + wire("thrower", "rest"),
    "cancel": '<endEvent id="thrower"><cancelEventDefinition/></endEvent>',
}


def inside(kind: str) -> str:
    """Work, and behind it what throws the event where the world cannot."""
    return '<userTask id="work"/>' + (THROWS[kind] + wire("work", "thrower") if kind in THROWS else "")


def stays(kind: str) -> str:
    """What is still open in a host that was not interrupted."""
    return "rest" if kind == "escalation" else "work"


@pytest.mark.parametrize("kind", sorted(WAITED_FOR))
def test_a_process_starts_with_its_event(play: Play, kind: str) -> None:
    # given a process with this start event; when it is started there
    stage = play(standing("process start", kind), root=ROOT)
    stage.start(start_event="x", go=True)
    # then its token goes on
    assert stage.path() == ["x"]
    assert stage.open == ["t"]


@pytest.mark.parametrize("gateway", ["", '<eventBasedGateway id="g"/><intermediateCatchEvent id="other">'
    '<timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition></intermediateCatchEvent>'
    + wire("f", "g") + wire("g", "x") + wire("g", "other")])  # fmt: skip
@pytest.mark.parametrize("kind", sorted(WAITED_FOR))
def test_a_token_waits_until_its_event_comes(play: Play, kind: str, gateway: str) -> None:
    # given a token that waits for it, directly or at a gateway
    nodes = FORK + event("intermediateCatchEvent", kind) + OVER + wire("x", "over") + (gateway or wire("f", "x"))
    stage = play(nodes, root=ROOT)
    stage.start(go=False)
    assert stage.open == ["elsewhere"]
    # when it comes, then the token goes on, and nothing waits for it any more
    raise_it(stage, kind)
    assert stage.open == left_open(kind, "over")
    assert set(stage.waits()) == set(stage.open)
    assert stage.engine.due() is None


HOSTS = ("task", "sub-process", "transaction", "call activity", "multi-instance")
ON_TASKS = WAITED_FOR | {"error"}


def hosted(host: str, kind: str) -> tuple[str, str, str]:
    """An activity, the id of what carries the border, and root elements."""
    twice = "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"
    match host:
        case "task":
            return '<userTask id="work"/>', "work", ""
        case "call activity":
            called = f'<process id="q" isExecutable="true">{inside(kind)}</process>'
            return '<callActivity id="host" calledElement="q"/>', "host", called
        case "multi-instance":
            return within("subProcess", twice + inside(kind)), "host", ""
    return within("transaction" if host == "transaction" else "subProcess", inside(kind)), "host", ""


BORDERS = [
    (host, kind, cancels)
    for host in HOSTS
    for cancels in (True, False)
    for kind in sorted(WAITED_FOR | {"error", "escalation", "cancel"})
    if (host == "transaction" or kind != "cancel")
    and (host != "task" or kind in ON_TASKS)
    and (cancels or kind not in ("error", "cancel"))
]


@pytest.mark.parametrize(("host", "kind", "cancels"), BORDERS)
def test_a_boundary_event_cancels_its_host_or_goes_beside_it(play: Play, host: str, kind: str, cancels: bool) -> None:
    # given an activity with this event on its border
    activity, carrier, root = hosted(host, kind)
    border = event("boundaryEvent", kind, f'attachedToRef="{carrier}" cancelActivity="{str(cancels).lower()}"')
    stage = play(FORK + activity + border + OVER + wire("f", carrier) + wire("x", "over"), root=ROOT + root)
    stage.start(go=False)
    passes = ["work"] * (2 if host == "multi-instance" else 1)
    assert stage.open == sorted(["elsewhere", *passes])
    # when the event comes
    if host == "task" and kind == "error":
        stage.throw("work", "42")
    else:
        raise_it(stage, kind)
    # then the way over the border is open, and the host is gone or still there
    still = [] if cancels else [stays(kind), *passes[1:]]
    assert stage.open == left_open(kind, "over", *still)
    assert (carrier in stage.path(EventKind.ELEMENT_CANCELLED)) == cancels
    assert "x" in stage.path()


@pytest.mark.parametrize("level", ["process", "sub-process"])
@pytest.mark.parametrize(
    ("kind", "cancels"),
    [(kind, True) for kind in sorted(WAITED_FOR | {"error", "escalation"})]
    + [(kind, False) for kind in sorted(WAITED_FOR | {"escalation"})],
)
def test_an_event_sub_process_takes_over_or_runs_beside(play: Play, kind: str, cancels: bool, level: str) -> None:
    # given one in the process, or in a sub-process
    start = event("startEvent", kind, f'isInterrupting="{str(cancels).lower()}"')
    handler = f'<subProcess id="h" triggeredByEvent="true">{start}{OVER}{wire("x", "over")}</subProcess>'
    if level == "process":
        stage = play(FORK + inside(kind) + wire("f", "work") + handler, root=ROOT)
    else:
        stage = play(FORK + within("subProcess", inside(kind) + handler) + wire("f", "host"), root=ROOT)
    stage.start(go=False)
    # when the event comes
    raise_it(stage, kind)
    # then only it runs in its scope, or what was there goes on
    if cancels and level == "process":
        assert stage.open == ["over"]
    else:
        assert stage.open == left_open(kind, "over", *([] if cancels else [stays(kind)]))


# what is thrown -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["intermediateThrowEvent", "endEvent"])
@pytest.mark.parametrize("kind", sorted(THROWN_TO_ALL))
def test_a_thrown_event_is_told_and_the_token_goes_on(play: Play, kind: str, tag: str) -> None:
    # given a task that can be undone, and then the event
    undo = '<boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>'
    undo += '<task id="undo" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="undo"/>'
    onward = OVER + wire("x", "over") if tag == "intermediateThrowEvent" else ""
    nodes = f'<startEvent id="s"/><task id="t"/>{undo}{event(tag, kind)}{onward}' + wire("s", "t") + wire("t", "x")
    stage = play(nodes, root=ROOT)
    # when it is thrown
    instance = stage.start()
    # then it has happened, and the token is behind it
    assert "x" in stage.path()
    assert ("undo" in stage.path()) == (kind == "compensation")
    assert bool(stage.told(EventKind.SIGNAL_THROWN)) == (kind in ("signal", "multiple"))
    assert bool(stage.told(EventKind.MESSAGE_SENT)) == (kind in ("message", "multiple"))
    assert stage.told(EventKind.EVENT_UNCAUGHT) == (
        [{"kind": "escalation", "code": "up"}] if kind == "escalation" else []
    )
    assert stage.open == (["over"] if onward else [])
    assert stage.engine.is_ended(instance) == (not onward)


@pytest.mark.parametrize(("kind", "outcome"), [("error", EventKind.INSTANCE_FAILED), ("terminate", None)])
def test_an_end_that_ends_more_than_its_token(play: Play, kind: str, outcome: EventKind | None) -> None:
    # given work beside the way to the end; when it is reached
    nodes = FORK + '<userTask id="t"/>' + event("endEvent", kind) + wire("f", "t") + wire("t", "x")
    stage = play(nodes, root=ROOT)
    instance = stage.start()
    stage.do("t")
    # then nothing is left
    assert stage.engine.is_ended(instance)
    assert stage.path(EventKind.ELEMENT_CANCELLED) == ["elsewhere"]
    assert stage.ended(outcome or EventKind.INSTANCE_COMPLETED) == [instance]


def test_a_compensation_event_sub_process_undoes_its_sub_process(play: Play) -> None:
    # given a sub-process that says itself how it is undone
    handler = (
        f'<subProcess id="h" triggeredByEvent="true">{event("startEvent", "compensation")}{OVER}{wire("x", "over")}'
    )
    nodes = '<startEvent id="s"/>' + within("subProcess", f'<task id="w"/>{handler}</subProcess>')
    nodes += event("endEvent", "compensation", key="e") + wire("s", "host") + wire("host", "e")
    stage = play(nodes)
    # when it is done and undone, then its handler runs
    instance = stage.start()
    assert stage.open == ["over"]
    stage.do("over")
    assert stage.engine.is_ended(instance)
