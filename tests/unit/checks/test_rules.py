"""Every rule with examples that it must find and examples that it must leave alone."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from procos_studio.checks import RULES, check
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem

Make = Callable[..., Diagram]
Example = tuple[dict[str, str], str]

S, T, E = "<startEvent id='s'/>", "<task id='t' name='Work'/>", "<endEvent id='e'/>"
PLAIN = {"inside": S + T + E, "flows": "s>t t>e"}
TWO_ENDS = "<endEvent id='x'/><endEvent id='y'/>"


def _gateway(kind: str, key: str = "g", attributes: str = "") -> str:
    return f"<{kind}Gateway id='{key}' name='Which?' {attributes}/>"


def _event(kind: str, definition: str, key: str = "c") -> str:
    return f"<{kind} id='{key}' name='Event'>{definition}</{kind}>"


def _timer(inside: str) -> str:
    return f"<timerEventDefinition>{inside}</timerEventDefinition>"


def _shape(key: str, x: int) -> str:
    bounds = f"<dc:Bounds x='{x}' y='0' width='100' height='80'/>"
    return f"<di:BPMNShape id='{key}_di' bpmnElement='{key}'>{bounds}</di:BPMNShape>"


def _drawing(*shapes: str) -> str:
    inside = "".join(shapes)
    return (
        f"<di:BPMNDiagram id='page'><di:BPMNPlane id='plane' bpmnElement='p'>{inside}</di:BPMNPlane></di:BPMNDiagram>"
    )


LINK_IN = _event("intermediateThrowEvent", "<linkEventDefinition name='L'/>", "in")
LINK_OUT = _event("intermediateCatchEvent", "<linkEventDefinition name='L'/>", "out")
SUB = "<subProcess id='sub'>{}</subProcess>"
CATCH = _event("intermediateCatchEvent", _timer("<timeDuration>PT1H</timeDuration>"))
SIGNAL = _event("intermediateCatchEvent", "<signalEventDefinition signalRef='sig'/>", "d")
SIG = "<signal id='sig' name='Sig'/>"
OUT = (
    "<extensionElements><camunda:properties><camunda:property name='procos.commentedOut' value='true'/>"
    "</camunda:properties></extensionElements>"
)
MESSAGE = "<message id='m' name='M'/>"
USES_M = _event("intermediateCatchEvent", "<messageEventDefinition messageRef='m'/>")

CHOREOGRAPHY = (
    "<choreography id='c' name='C'><startEvent id='cs'/><choreographyTask id='ct' initiatingParticipantRef='a'/>"
    "<sequenceFlow id='cf' sourceRef='cs' targetRef='ct'/></choreography>"
)
CONVERSATION = "<collaboration id='c'><participant id='a'/><conversation id='talk'/></collaboration>"

BAD: dict[str, list[Example]] = {
    "commented_out": [
        ({"inside": S + f"<task id='t' name='Work'>{OUT}</task>" + E, "flows": "s>t t>e"}, "t"),
        ({"inside": f"<startEvent id='s'>{OUT}</startEvent>" + E, "flows": "s>e"}, "s"),
    ],
    "not_shown": [({**PLAIN, "after": CHOREOGRAPHY}, "c"), ({**PLAIN, "after": CONVERSATION}, "c")],
    "start_event": [({"inside": T + E, "flows": "t>e"}, "p")],
    "end_event": [({"inside": S + T, "flows": "s>t"}, "p")],
    "single_blank_start": [({"inside": S + "<startEvent id='s2'/>" + T, "flows": "s>t s2>t"}, "s")],
    "sub_process_start": [
        ({"inside": SUB.format(_event("startEvent", "<signalEventDefinition signalRef='sig'/>")), "roots": SIG}, "c"),
        ({"inside": "<subProcess id='h' triggeredByEvent='true'><startEvent id='c'/></subProcess>"}, "c"),
    ],
    "ad_hoc": [
        ({"inside": "<adHocSubProcess id='a'/>"}, "a"),
        ({"inside": f"<adHocSubProcess id='a'>{S}{T}</adHocSubProcess>"}, "s"),
    ],
    "flow_ends": [
        ({"inside": S + T, "flows": "t>s"}, "t-s-0"),
        ({"inside": E + T, "flows": "e>t"}, "e-t-0"),
        ({"inside": T + SUB.format("<task id='in'/>"), "flows": "t>in"}, "t-in-0"),
        ({"inside": T + "<subProcess id='h' triggeredByEvent='true'/>", "flows": "t>h"}, "t-h-0"),
    ],
    "missing_condition": [
        ({"inside": S + _gateway("exclusive") + TWO_ENDS, "flows": "s>g g>x g>y"}, "g-x-1"),
        ({"inside": S + _gateway("exclusive") + TWO_ENDS, "flows": "s>g g>x? g>y"}, "g-y-2"),
        ({"inside": S + _gateway("inclusive") + TWO_ENDS, "flows": "s>g g>x? g>y"}, "g-y-2"),
        ({"inside": S + T + TWO_ENDS, "flows": "s>t t>x? t>y"}, "t-y-2"),
    ],
    "missing_default": [({"inside": S + _gateway("exclusive") + TWO_ENDS, "flows": "s>g g>x? g>y?"}, "g")],
    "unreachable": [({"inside": S + T + E + "<task id='u'/>", "flows": "s>t t>e u>e"}, "u")],
    "dead_end": [({"inside": S + T + _gateway("exclusive"), "flows": "s>t t>g g>t"}, "g")],
    "deadlock": [
        (
            {
                "inside": S + _gateway("exclusive") + _gateway("parallel", "j") + "<task id='a'/><task id='b'/>" + E,
                "flows": "s>g g>a? g>b? a>j b>j j>e",
            },
            "j",
        )
    ],
    "lack_of_synchronisation": [
        (
            {
                "inside": S + _gateway("parallel") + _gateway("exclusive", "j") + "<task id='a'/><task id='b'/>" + E,
                "flows": "s>g g>a g>b a>j b>j j>e",
            },
            "j",
        )
    ],
    "disconnected": [({"inside": S + T + E, "flows": "s>e"}, "t")],
    "duplicate_flow": [({"inside": S + T + E, "flows": "s>t t>e t>e"}, "t-e-2")],
    "event_based_gateway": [
        ({"inside": S + _gateway("eventBased") + CATCH, "flows": "s>g g>c"}, "g"),
        ({"inside": S + _gateway("eventBased") + CATCH + T, "flows": "s>g g>c g>t"}, "g"),
    ],
    "event_definitions": [
        ({"inside": "<intermediateCatchEvent id='c'/>"}, "c"),
        ({"inside": _event("intermediateCatchEvent", "<messageEventDefinition/>")}, "c"),
        ({"inside": _event("endEvent", "<errorEventDefinition/>")}, "c"),
        ({"inside": _event("intermediateCatchEvent", "<conditionalEventDefinition/>")}, "c"),
        ({"inside": _event("endEvent", "<terminateEventDefinition/><cancelEventDefinition/>")}, "c"),
    ],
    "link_events": [
        ({"inside": LINK_IN}, "in"),
        ({"inside": LINK_OUT}, "out"),
        ({"inside": LINK_IN + LINK_OUT + LINK_OUT.replace("'out'", "'o2'")}, "out"),
        ({"inside": "<intermediateThrowEvent id='in'><linkEventDefinition/></intermediateThrowEvent>"}, "in"),
    ],
    "timers": [
        ({"inside": _event("startEvent", _timer(inside))}, "c")
        for inside in (
            "",
            "<timeDuration/>",
            "<timeDuration>1 hour</timeDuration>",
            "<timeDuration>PT</timeDuration>",
            "<timeDate>tomorrow</timeDate>",
            "<timeCycle>often</timeCycle>",
            "<timeDuration>PT1H</timeDuration><timeDate>2030-01-01</timeDate>",
        )
    ],
    "global_definitions": [
        ({"inside": USES_M, "roots": "<message id='m'/>"}, "m"),
        ({"inside": USES_M, "roots": MESSAGE + "<message id='m2' name='M'/>"}, "m2"),
        ({"inside": T, "roots": MESSAGE}, "m"),
    ],
    "task_content": [
        ({"inside": "<scriptTask id='t' scriptFormat='python'/>"}, "t"),
        ({"inside": "<scriptTask id='t'><script>x = 1</script></scriptTask>"}, "t"),
        ({"inside": "<serviceTask id='t'/>"}, "t"),
        ({"inside": "<callActivity id='t'/>"}, "t"),
    ],
    "expressions": [
        ({"inside": "<userTask id='t' camunda:assignee='${x'/>"}, "t"),
        ({"inside": "<userTask id='t' camunda:assignee='${f(x)}'/>"}, "t"),
        (
            {
                "inside": "<callActivity id='t'><extensionElements><camunda:in sourceExpression='${a +}' target='b'/>"
                "</extensionElements></callActivity>"
            },
            "t",
        ),
        (
            {
                "inside": "<task id='t'/><sequenceFlow id='f' sourceRef='t' targetRef='t'>"
                "<conditionExpression>x > 1</conditionExpression></sequenceFlow>"
            },
            "f",
        ),
        (
            {
                "inside": "<task id='t'/><sequenceFlow id='f' sourceRef='t' targetRef='t'>"
                "<conditionExpression>approved</conditionExpression></sequenceFlow>"
            },
            "f",
        ),
        (
            {
                "inside": "<task id='t'/><sequenceFlow id='f' sourceRef='t' targetRef='t'>"
                "<conditionExpression language='javascript'>x > 1</conditionExpression></sequenceFlow>"
            },
            "f",
        ),
        (
            {
                "inside": "<serviceTask id='t'><extensionElements><camunda:inputOutput>"
                "<camunda:inputParameter name='a'>${a +}</camunda:inputParameter>"
                "</camunda:inputOutput></extensionElements></serviceTask>"
            },
            "t",
        ),
    ],
    "executable": [({"inside": T, "process": "a='b'"}, "p")],
    "implicit_end": [({"inside": S + T, "flows": "s>t"}, "t")],
    "implicit_split": [({"inside": S + T + TWO_ENDS, "flows": "s>t t>x t>y"}, "t")],
    "fake_join": [({"inside": S + "<startEvent id='s2'/>" + T, "flows": "s>t s2>t"}, "t")],
    "gateway_roles": [
        ({"inside": S + _gateway("exclusive") + E, "flows": "s>g g>e"}, "g"),
        (
            {"inside": S + "<startEvent id='s2'/>" + _gateway("exclusive") + TWO_ENDS, "flows": "s>g s2>g g>x? g>y?"},
            "g",
        ),
    ],
    "gateway_kinds": [({"inside": _gateway("inclusive")}, "g"), ({"inside": _gateway("complex")}, "g")],
    "superfluous_termination": [
        ({"inside": S + _event("endEvent", "<terminateEventDefinition/>"), "flows": "s>c"}, "c"),
    ],
    "label_required": [
        ({"inside": "<task id='t'/>"}, "t"),
        ({"inside": "<exclusiveGateway id='g'/>" + TWO_ENDS, "flows": "g>x? g>y?"}, "g"),
        ({"inside": _gateway("exclusive") + TWO_ENDS, "flows": "g>x? g>y"}, "g-x-0"),
        ({"inside": "<startEvent id='s'><signalEventDefinition signalRef='sig'/></startEvent>", "roots": SIG}, "s"),
        (
            {"inside": T, "roots": "<collaboration id='c'><participant id='pool' processRef='p'/></collaboration>"},
            "pool",
        ),
    ],
    "overlapping": [({"inside": S + T, "after": _drawing(_shape("s", 0), _shape("t", 50))}, "s")],
    "no_drawing": [({"inside": S + T, "after": _drawing(_shape("s", 0))}, "t"), ({"inside": T}, "file")],
}
"""What the rule must find, and the first element that it must name."""

GOOD: dict[str, list[dict[str, str]]] = {
    "commented_out": [PLAIN],
    "not_shown": [PLAIN, {**PLAIN, "after": "<collaboration id='c'><participant id='a'/></collaboration>"}],
    "start_event": [PLAIN, {"inside": ""}, {"inside": f"<adHocSubProcess id='a'>{T}</adHocSubProcess>{S}"}],
    "end_event": [PLAIN, {"inside": ""}],
    "single_blank_start": [
        {"inside": S + _event("startEvent", "<signalEventDefinition signalRef='sig'/>"), "roots": SIG},
    ],
    "sub_process_start": [
        {"inside": SUB.format(S)},
        {
            "inside": "<subProcess id='h' triggeredByEvent='true'>"
            + _event("startEvent", "<errorEventDefinition/>")
            + "</subProcess>"
        },
    ],
    "ad_hoc": [{"inside": f"<adHocSubProcess id='a'>{T}</adHocSubProcess>"}],
    "flow_ends": [PLAIN],
    "missing_condition": [
        {"inside": S + _gateway("exclusive", attributes="default='g-y-2'") + TWO_ENDS, "flows": "s>g g>x? g>y"},
        {"inside": S + _gateway("parallel") + TWO_ENDS, "flows": "s>g g>x g>y"},
        {"inside": S + _gateway("exclusive") + E, "flows": "s>g g>e"},
        {"inside": S + T + TWO_ENDS, "flows": "s>t t>x t>y"},
    ],
    "missing_default": [
        {"inside": S + _gateway("exclusive", attributes="default='g-y-2'") + TWO_ENDS, "flows": "s>g g>x? g>y"},
    ],
    "unreachable": [
        PLAIN,
        {"inside": S + LINK_IN + LINK_OUT + E, "flows": "s>in out>e"},
        {"inside": S + T + E + "<subProcess id='h' triggeredByEvent='true'/>", "flows": "s>t t>e"},
        {"inside": S + T + "<boundaryEvent id='b' attachedToRef='t'/>" + E, "flows": "s>t b>e"},
    ],
    "dead_end": [PLAIN, {"inside": S + T + _gateway("exclusive") + E, "flows": "s>t t>g g>t? g>e"}],
    "deadlock": [
        {
            "inside": S + _gateway("parallel") + _gateway("parallel", "j") + "<task id='a'/><task id='b'/>" + E,
            "flows": "s>g g>a g>b a>j b>j j>e",
        },
        {
            "inside": S + _gateway("inclusive") + _gateway("parallel", "j") + "<task id='a'/><task id='b'/>" + E,
            "flows": "s>g g>a? g>b? a>j b>j j>e",
        },
    ],
    "lack_of_synchronisation": [
        {
            "inside": S + _gateway("exclusive") + _gateway("exclusive", "j") + "<task id='a'/><task id='b'/>" + E,
            "flows": "s>g g>a? g>b? a>j b>j j>e",
        },
        {"inside": S + _gateway("parallel") + "<task id='a'/><task id='b'/>" + E, "flows": "s>g g>a g>b a>e b>e"},
    ],
    "disconnected": [PLAIN, {"inside": T}, {"inside": f"<adHocSubProcess id='a'>{T}<task id='u'/></adHocSubProcess>"}],
    "duplicate_flow": [{"inside": S + T + E, "flows": "s>t t>e t>e?"}],
    "event_based_gateway": [
        {"inside": S + _gateway("eventBased") + CATCH + SIGNAL, "flows": "s>g g>c g>d", "roots": SIG},
    ],
    "event_definitions": [
        {"inside": CATCH + SIGNAL, "roots": SIG},
        {"inside": T + "<boundaryEvent id='b' attachedToRef='t'><errorEventDefinition/></boundaryEvent>"},
    ],
    "link_events": [{"inside": LINK_IN + LINK_OUT}, {"inside": LINK_IN + LINK_IN.replace("'in'", "'i2'") + LINK_OUT}],
    "timers": [
        {"inside": _event("startEvent", _timer(inside))}
        for inside in (
            "<timeDuration>PT1H30M</timeDuration>",
            "<timeDuration>P1DT0.5S</timeDuration>",
            "<timeDuration>${wait}</timeDuration>",
            "<timeDate>2030-01-31T06:00:00Z</timeDate>",
            "<timeDate>2030-01-31</timeDate>",
            "<timeDate>PT5M</timeDate>",
            "<timeCycle>R3/PT10S</timeCycle>",
            "<timeCycle>R/2030-01-31T06:00:00/P1D</timeCycle>",
            "<timeCycle>0 0/5 * * * ?</timeCycle>",
        )
    ],
    "global_definitions": [{"inside": USES_M, "roots": MESSAGE}],
    "task_content": [
        {"inside": "<scriptTask id='t' scriptFormat='python'><script>x = 1</script></scriptTask>"},
        {"inside": "<serviceTask id='t' camunda:type='external' camunda:topic='x'/>"},
        {"inside": "<serviceTask id='t' camunda:expression='${x}'/>"},
        {"inside": "<callActivity id='t' calledElement='q'/>"},
        {"inside": T + "<userTask id='u'/><manualTask id='m'/>"},
    ],
    "expressions": [
        {"inside": "<userTask id='t' camunda:assignee='ada'/>"},
        {"inside": "<userTask id='t' camunda:candidateUsers='${boss}, ada'/>"},
        {"inside": S + T, "flows": "s>t?"},
    ],
    "executable": [PLAIN, {"inside": ""}],
    "implicit_end": [
        PLAIN,
        {"inside": S + LINK_IN + LINK_OUT + E, "flows": "s>in out>e"},
        {
            "inside": T + "<boundaryEvent id='b' attachedToRef='t'><compensateEventDefinition/></boundaryEvent>"
            "<task id='u' isForCompensation='true'/><association id='a' sourceRef='b' targetRef='u'/>" + E,
            "flows": "t>e",
        },
    ],
    "implicit_split": [PLAIN, {"inside": S + T + TWO_ENDS, "flows": "s>t t>x? t>y"}],
    "fake_join": [PLAIN, {"inside": S + T + E, "flows": "s>e t>e"}],
    "gateway_roles": [{"inside": S + _gateway("exclusive") + TWO_ENDS, "flows": "s>g g>x? g>y?"}],
    "gateway_kinds": [{"inside": _gateway("exclusive") + _gateway("parallel", "h")}],
    "superfluous_termination": [
        {
            "inside": S + _gateway("parallel") + _event("endEvent", "<terminateEventDefinition/>") + T,
            "flows": "s>g g>c g>t",
        },
    ],
    "label_required": [PLAIN, {"inside": S + T + E + "<exclusiveGateway id='j'/>", "flows": "s>j t>j j>e"}],
    "overlapping": [
        {"inside": S + T, "after": _drawing(_shape("s", 0), _shape("t", 100))},
        {
            "inside": T + "<boundaryEvent id='b' attachedToRef='t'/>",
            "after": _drawing(_shape("t", 0), _shape("b", 50)),
        },
    ],
    "no_drawing": [{"inside": T, "after": _drawing(_shape("t", 0))}, {"inside": ""}],
}
"""What the rule must leave alone."""

_BY_NAME = {rule.__name__.rpartition(".")[2]: rule for rule in RULES}


def _run(rule: ModuleType, diagram: Diagram) -> list[Problem]:
    run: Callable[[Diagram], Any] = rule.check
    return list(run(diagram))


@pytest.mark.parametrize(
    ("name", "example", "element"),
    [(name, example, element) for name, examples in BAD.items() for example, element in examples],
)
def test_it_is_found(make: Make, name: str, example: dict[str, str], element: str) -> None:
    diagram = make(**example)
    if name == "executable":
        with diagram.edit("Unmark") as tx:
            tx.put(diagram["p"].with_attributes(isExecutable=None))
    problems = _run(_BY_NAME[name], diagram)
    assert element in [problem.elements[0] for problem in problems]
    for problem in problems:
        assert all(key in diagram for key in problem.elements)
        assert problem.message.endswith((".", "”"))
    assert set(problems) <= set(check(diagram))


@pytest.mark.parametrize(("name", "example"), [(name, example) for name, group in GOOD.items() for example in group])
def test_it_is_left_alone(make: Make, name: str, example: dict[str, str]) -> None:
    assert _run(_BY_NAME[name], make(**example)) == []


def test_every_rule_has_examples() -> None:
    assert set(BAD) == set(GOOD) == set(_BY_NAME)


def test_every_code_is_its_own() -> None:
    codes = [rule.CODE for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_the_flows_of_a_choreography_are_no_fault(make: Make) -> None:
    assert [item.code for item in check(make(**PLAIN, after=CHOREOGRAPHY)) if "cf" in item.elements] == []
