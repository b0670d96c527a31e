"""The short notation of processes, and what it stands for in BPMN."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="definitions">'
    '<message id="message-hello" name="hello"/><message id="message-again" name="again"/>'
    '<message id="message-named" name="for ${name}"/>'
    '<signal id="signal-alarm" name="alarm"/><signal id="signal-other" name="other"/>'
    '<error id="error-42" errorCode="42"/><error id="error-43" errorCode="43"/>'
    '<escalation id="escalation-up" escalationCode="up"/><escalation id="escalation-over" escalationCode="over"/>'
)
KINDS = {
    "start": "startEvent",
    "end": "endEvent",
    "catch": "intermediateCatchEvent",
    "throw": "intermediateThrowEvent",
    "boundary": "boundaryEvent",
    "beside": 'boundaryEvent cancelActivity="false"',
    "start!": 'startEvent isInterrupting="false"',
    "user": "userTask",
    "work": 'serviceTask camunda:type="external" camunda:topic="work"',
    "calc": "serviceTask",
    "task": "task",
    "receive": "receiveTask",
    "xor": "exclusiveGateway",
    "and": "parallelGateway",
    "or": "inclusiveGateway",
    "race": "eventBasedGateway",
    "sub": "subProcess",
    "event": 'subProcess triggeredByEvent="true"',
    "transaction": "transaction",
    "call": "callActivity",
}
"""The words of the notation, and what they stand for."""

SETTING = re.compile(r'[A-Za-z:]+="')
EVENTS = ("message", "signal", "error", "escalation", "timer", "condition", "compensate", "terminate", "cancel", "link")


def bpmn(processes: Mapping[str, str]) -> str:
    """The file of some processes.

    A line is `word id …`, a chain of flows `a > b > c ${condition}`, `a ~ b` for an association, `}` for the end of a
    sub-process, or BPMN as it is.
    """
    inside = "".join(
        f'<process id="{key}" isExecutable="true">{_scope(text)}</process>' for key, text in processes.items()
    )
    return f"{HEAD}{inside}</definitions>"


def _scope(text: str) -> str:
    """Elements and flows; the associations of each level come last, as the schema wants it."""
    levels = [""]
    found = ""
    for line in (line.strip() for line in text.replace(" ; ", "\n").splitlines()):
        if line.startswith("}"):
            found += f"{levels.pop()}</{KINDS[line[1:].strip() or 'sub'].split()[0]}>"
        elif " ~ " in line:
            source, target = line.split(" ~ ")
            ends = f'sourceRef="{source}" targetRef="{target}"'
            levels[-1] += f'<association id="{source}-{target}" associationDirection="One" {ends}/>'
        elif line:
            found += _line(line)
            levels += [""] * (" {" in line.partition(" | ")[0])
    return found + levels.pop()


def _line(line: str) -> str:
    if line.startswith("<"):
        return line
    words, *inside = (part.strip() for part in line.split(" | "))
    if " > " in words.partition("${")[0]:
        return _flows(words)
    return _element(words.split(), inside)


def _flows(line: str) -> str:
    """The flow from `a` to `b` has the id `a-b`; a condition belongs to all flows of its line."""
    chain, _, condition = line.partition("${")
    steps = [step.strip() for step in chain.split(" > ")]
    text = condition.replace("&", "&amp;").replace("<", "&lt;")
    inside = f'<conditionExpression xsi:type="tFormalExpression">${{{text}</conditionExpression>' if condition else ""
    return "".join(
        f'<sequenceFlow id="{one}-{other}" sourceRef="{one}" targetRef="{other}">{inside}</sequenceFlow>'
        for one, other in pairwise(steps)
    )


def _element(words: list[str], inside: list[str]) -> str:
    kind, key, *rest = words
    is_open = rest[-1:] == ["{"]
    attributes = [f'id="{key}"'] + ['isForCompensation="true"'] * ("undoing" in rest)
    if "on" in rest:
        attributes.append(f'attachedToRef="{rest[rest.index("on") + 1]}"')
    if "takes" in rest:
        attributes.append(f'messageRef="message-{rest[rest.index("takes") + 1]}"')
    if kind == "call":
        attributes.append(f'calledElement="{rest[0]}"')
    if kind == "calc":
        attributes.append(f'camunda:resultVariable="{rest[0]}" camunda:expression="{" ".join(rest[1:])}"')
        rest = []
    event = next((word for word in rest if word in EVENTS), "")
    attributes += [word for word in rest if SETTING.match(word) and not event]
    body = _content(inside) + (_definition(event, rest[rest.index(event) + 1 :]) if event else "")
    opening = f"<{KINDS[kind]} {' '.join(attributes)}>{body}"
    return opening if is_open else f"{opening}</{KINDS[kind].split()[0]}>"


def _definition(event: str, rest: list[str]) -> str:
    """The definition of an event; what it refers to comes first, its attributes follow."""
    attributes = "".join(f" camunda:{word}" for word in rest if SETTING.match(word))
    said = " ".join(word for word in rest if not SETTING.match(word))
    match event:
        case "condition":
            text = said.replace("&", "&amp;").replace("<", "&lt;")
            inside = f'<condition xsi:type="tFormalExpression">{text}</condition>'
            return f"<conditionalEventDefinition{attributes}>{inside}</conditionalEventDefinition>"
        case "timer":
            form = "timeCycle" if said[0] == "R" else "timeDate" if said.startswith("at ") else "timeDuration"
            said = said.removeprefix("at ")
            return f"<timerEventDefinition><{form}>{said}</{form}></timerEventDefinition>"
        case "compensate":
            return f"<compensateEventDefinition{f' activityRef={chr(34)}{said}{chr(34)}' if said else ''}/>"
        case "link":
            return f'<linkEventDefinition name="{said}"/>'
        case "message" | "signal" | "error" | "escalation":
            reference = f' {event}Ref="{event}-{said}"' if said else ""
            return f"<{event}EventDefinition{reference}{attributes}/>"
    return f"<{event}EventDefinition/>"


def _content(inside: list[str]) -> str:
    """What stands in an element: mappings, what a call passes, a multi-instance, BPMN as it is."""
    mappings, extensions, loops, until, rest = "", "", "", "", ""
    for item in inside:
        word, _, said = item.partition(" ")
        match word:
            case "in" | "out":
                name, _, value = said.partition(" ")
                mappings += f'<camunda:{word}putParameter name="{name}">{value}</camunda:{word}putParameter>'
            case "pass" | "bring":
                extensions += _transfer("in" if word == "pass" else "out", said)
            case "each" | "each-in-turn" | "times" | "times-in-turn":
                loops = _loop(word, said.split())
            case "until":
                text = said.replace("<", "&lt;")
                until = f'<completionCondition xsi:type="tFormalExpression">{text}</completionCondition>'
            case "extension":
                extensions += said
            case _:
                rest += item
    if mappings:
        extensions += f"<camunda:inputOutput>{mappings}</camunda:inputOutput>"
    found = f"<extensionElements>{extensions}</extensionElements>" if extensions else ""
    return found + (f"{loops}{until}</multiInstanceLoopCharacteristics>" if loops else "") + rest


def _transfer(tag: str, said: str) -> str:
    if said == "all":
        return f'<camunda:{tag} variables="all"/>'
    source, target = said.rsplit(" ", 1)
    if source == "key":
        return f'<camunda:{tag} businessKey="{target}"/>'
    return f'<camunda:{tag} {"sourceExpression" if "{" in source else "source"}="{source}" target="{target}"/>'


def _loop(word: str, said: list[str]) -> str:
    in_turn = str(word.endswith("-in-turn")).lower()
    if word.startswith("each"):
        variables = f'camunda:collection="{said[0]}" camunda:elementVariable="{said[1]}"'
        return f'<multiInstanceLoopCharacteristics isSequential="{in_turn}" {variables}>'
    count = f'<loopCardinality xsi:type="tFormalExpression">{said[0]}</loopCardinality>'
    return f'<multiInstanceLoopCharacteristics isSequential="{in_turn}">{count}'
