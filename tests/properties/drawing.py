"""Blocks drawn as BPMN."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from tests.properties.blocks import Again, Beside, Block, Count, Either, Fail, Inside, Over, Series, Some, Stop, Work


@dataclass
class Drawing:
    """Draws blocks as BPMN; each gives the nodes where it begins and ends, the latter `""` where nothing follows."""

    xml: list[str] = field(default_factory=list)

    def node(self, tag: str, key: str, attributes: str = "", inside: str = "") -> str:
        self.xml.append(f'<{tag} id="{key}" {attributes}>{inside}</{tag}>')
        return key

    def flow(self, source: str, target: str, test: Over | None = None) -> str:
        key = f"f{len(self.xml)}"
        condition = f"${{{test.variable} &gt; {test.limit}}}" if test is not None else ""
        inside = f"<conditionExpression>{condition}</conditionExpression>" if test is not None else ""
        self.node("sequenceFlow", key, f'sourceRef="{source}" targetRef="{target}"', inside)
        return key

    def draw(self, block: Block) -> tuple[str, str]:
        key = block.name
        match block:
            case Work():
                self.node("serviceTask", key, 'camunda:type="external" camunda:topic="t"')
                return key, key
            case Count():
                self.node("serviceTask", key, 'camunda:resultVariable="n" camunda:expression="${n + 1}"')
                return key, key
            case Series():
                return self.chain([self.draw(part) for part in block.parts])
            case Either():
                return self.fork("exclusiveGateway", key, [(block.test, block.first), (None, block.second)])
            case Beside():
                return self.fork("parallelGateway", key, [(None, part) for part in block.parts])
            case Some():
                parts = zip(block.tests, block.parts, strict=True)
                return self.fork("inclusiveGateway", key, [*parts, (None, block.other)])
            case Again():
                return self.again(block)
            case Inside():
                return self.inside(block)
            case Stop():
                self.node("endEvent", key + "e", inside="<terminateEventDefinition/>")
            case Fail():
                self.node("endEvent", key + "e", inside=f'<errorEventDefinition errorRef="error-{block.code}"/>')
            case _:
                raise TypeError(block)
        begin, end = self.draw(block.ask)
        self.flow(end, key + "e")
        return begin, ""

    def chain(self, drawn: list[tuple[str, str]]) -> tuple[str, str]:
        for (_, end), (begin, _) in pairwise(drawn):
            self.flow(end, begin)
        return drawn[0][0], drawn[-1][1]

    def fork(self, tag: str, key: str, parts: list[tuple[Over | None, Block]]) -> tuple[str, str]:
        default, ends = "", []
        for test, part in parts:
            begin, end = self.draw(part)
            flow = self.flow(key, begin, test)
            default = flow if test is None and tag != "parallelGateway" else default
            ends += [end] if end else []
        self.node(tag, key, f'default="{default}"' if default else "")
        if ends:
            self.node(tag, key + "j")
            for end in ends:
                self.flow(end, key + "j")
        return key, key + "j" if ends else ""

    def again(self, block: Again) -> tuple[str, str]:
        first, last = block.name, block.name + "x"
        begin, end = self.chain([self.draw(block.ask), self.draw(block.body)])
        self.node("exclusiveGateway", first)
        self.flow(first, begin)
        if not end:
            return first, ""
        self.flow(end, last)
        self.flow(last, first, block.test)
        self.node("task", last + "o")
        out = self.flow(last, last + "o")
        self.node("exclusiveGateway", last, f'default="{out}"')
        return first, last + "o"

    def inside(self, block: Inside) -> tuple[str, str]:
        key, inner = block.name, Drawing()
        begin, end = inner.draw(block.body)
        inner.node("startEvent", key + "s")
        inner.flow(key + "s", begin)
        if end:
            inner.node("endEvent", key + "e")
            inner.flow(end, key + "e")
        # inner flows are numbered on their own
        text = (
            "".join(inner.xml)
            .replace('<sequenceFlow id="', f'<sequenceFlow id="{key}')
            .replace('default="', f'default="{key}')
        )
        self.node("subProcess", key, "", _own(block) + _many(block) + text)
        self.node("boundaryEvent", key + "b", f'attachedToRef="{key}"', _caught(block.catches))
        rescue, rescued = self.draw(block.rescue)
        self.flow(key + "b", rescue)
        self.node("exclusiveGateway", key + "j")
        self.flow(key, key + "j")
        if rescued:
            self.flow(rescued, key + "j")
        return key, key + "j"


def _own(block: Inside) -> str:
    if not block.own:
        return ""
    parameter = f'<camunda:inputParameter name="{block.own}">${{0}}</camunda:inputParameter>'
    return f"<extensionElements><camunda:inputOutput>{parameter}</camunda:inputOutput></extensionElements>"


def _many(block: Inside) -> str:
    if not block.many:
        return ""
    until = f"${{{block.until.variable} &gt; {block.until.limit}}}" if block.until is not None else ""
    condition = f"<completionCondition>{until}</completionCondition>" if until else ""
    is_sequential = str(block.many == "sequential").lower()
    return (
        f'<multiInstanceLoopCharacteristics isSequential="{is_sequential}">'
        f"<loopCardinality>{block.times}</loopCardinality>{condition}</multiInstanceLoopCharacteristics>"
    )


def _caught(code: str | None) -> str:
    return f'<errorEventDefinition errorRef="error-{code}"/>' if code is not None else "<errorEventDefinition/>"


HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="definitions">'
    '<error id="error-a" errorCode="a"/><error id="error-b" errorCode="b"/><process id="p" isExecutable="true">'
)


def bpmn(block: Block) -> str:
    """The file of a block."""
    drawing = Drawing()
    begin, end = drawing.draw(block)
    drawing.node("startEvent", "start")
    drawing.flow("start", begin)
    if end:
        drawing.node("endEvent", "end")
        drawing.flow(end, "end")
    return f"{HEAD}{''.join(drawing.xml)}</process></definitions>"
