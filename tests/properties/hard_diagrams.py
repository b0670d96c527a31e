"""Hard diagrams: BPMN made up from a seed, with all that makes a drawing difficult, and without a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import quoteattr

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram

_SPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_TASKS = ("task", "userTask", "serviceTask", "scriptTask", "callActivity", "businessRuleTask", "sendTask")
_GATEWAYS = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway")
_NAMES = (
    "",
    "",
    "Pay",
    "Check the order",
    "Is everything that was ordered really there and in order?",
    "Donaudampfschifffahrtsgesellschaftskapitänsanwärter",
    "Wait for what the other department has to say about the case, and then decide whether to go on with it at all",
)


def hard(seed: int) -> Diagram:
    """The diagram of a seed; the same seed gives the same diagram in every process."""
    return read_bytes(_Maker(Random(seed)).file().encode()).diagram


@dataclass
class _Maker:
    """Makes one file."""

    dice: Random
    count: int = 0
    messages: list[str] = field(default_factory=list)

    def file(self) -> str:
        pools = self.dice.choice((0, 0, 1, 2, 3, 4))
        processes = [self.process() for _ in range(max(1, pools))]
        around = ""
        if pools:
            parts = "".join(
                f'<participant id="pool{key}" name={quoteattr(self.name())} processRef="{key}"/>'
                for key, _ in processes
            )
            boxes = [f"box{number}" for number in range(self.dice.randrange(3))]
            parts += "".join(f'<participant id="{key}" name={quoteattr(self.name())}/>' for key in boxes)
            ends = [*self.messages, *boxes, *(f"pool{key}" for key, _ in processes)]
            around = f'<collaboration id="all">{parts}{self.message_flows(ends)}</collaboration>'
        body = "".join(text for _, text in processes)
        return f'<definitions xmlns="{_SPACE}" id="file" targetNamespace="t">{around}{body}</definitions>'

    def message_flows(self, ends: list[str]) -> str:
        """Both ways between any two pools, also between the same two ends."""
        pairs = [self.dice.sample(ends, 2) for _ in range(self.dice.randrange(8))] if len(ends) > 1 else []
        return "".join(
            f'<messageFlow id="{self.key("m")}" name={quoteattr(self.name())} sourceRef="{a}" targetRef="{b}"/>'
            for a, b in pairs
            if self.home(a) != self.home(b)
        )

    def home(self, key: str) -> str:
        """The process of an element, which begins its key."""
        return key.removeprefix("pool").split("-")[0]

    def key(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def name(self) -> str:
        return self.dice.choice(_NAMES)

    def process(self) -> tuple[str, str]:
        key = self.key("p")
        nodes: list[str] = []
        content = self.inside(key, nodes, self.dice.choice((2, 4, 7, 11, 16)), 0)
        lanes = self.lanes(nodes) if self.dice.random() < 0.5 else ""
        return key, f'<process id="{key}">{lanes}{content}</process>'

    def lanes(self, nodes: list[str], depth: int = 0) -> str:
        """Lanes that share the nodes out, some with lanes inside, some empty; a few nodes are in none."""
        count = self.dice.randrange(1, 5)
        homes: list[list[str]] = [[] for _ in range(count)]
        for node in nodes:
            if self.dice.random() < 0.95:
                self.dice.choice(homes).append(node)
        text = ""
        for home in homes:
            inner = self.lanes(home, 1) if not depth and self.dice.random() < 0.2 else ""
            refs = "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in home)
            inner = inner.replace("laneSet", "childLaneSet")
            text += f'<lane id="{self.key("l")}" name={quoteattr(self.name())}>{refs}{inner}</lane>'
        return f'<laneSet id="{self.key("s")}">{text}</laneSet>'

    def inside(self, process: str, names: list[str], size: int, depth: int) -> str:
        """What stands in a process or sub-process; `names` takes the keys of its nodes."""
        parts: list[str] = []
        nodes = [self.node(process, parts, depth) for _ in range(size)]
        hosts = [key for key, tag in nodes if tag in _TASKS or tag in ("subProcess", "adHocSubProcess", "transaction")]
        for host in hosts:
            for _ in range(self.dice.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 5))):
                nodes.append((self.event(process, parts, f'boundaryEvent attachedToRef="{host}"'), "boundaryEvent"))
        names.extend(key for key, _ in nodes)
        parts.extend(self.flows(nodes))
        if depth < 2 and self.dice.random() < 0.2:
            inner = self.inside(process, [], 2, depth + 1)
            parts.append(f'<subProcess id="{self.key(process + "-e")}" triggeredByEvent="true">{inner}</subProcess>')
        parts.extend(self.artifacts(process, [key for key, _ in nodes]))
        return "".join(parts)

    def node(self, process: str, parts: list[str], depth: int) -> tuple[str, str]:
        roll = self.dice.random()
        if roll < 0.12:
            tag = self.dice.choice(("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent"))
            return self.event(process, parts, tag), tag
        key = self.key(process + "-n")
        tag, inner = self.dice.choice(_TASKS), ""
        if roll < 0.32:
            tag = self.dice.choice(_GATEWAYS)
        elif roll < 0.42 and depth < 4:
            tag = self.dice.choice(("subProcess", "adHocSubProcess", "transaction"))
            inner = self.inside(process, [], self.dice.choice((0, 1, 2, 4)), depth + 1)
        parts.append(f'<{tag} id="{key}" name={quoteattr(self.name())}>{inner}</{tag}>')
        self.messages.append(key)
        return key, tag

    def event(self, process: str, parts: list[str], tag: str) -> str:
        key, kind = self.key(process + "-v"), self.dice.choice(("timer", "message", "link", "error", ""))
        inner = f'<{kind}EventDefinition id="{self.key("d")}"/>' if kind else ""
        parts.append(f'<{tag} id="{key}" name={quoteattr(self.name())}>{inner}</{tag.split()[0]}>')
        self.messages.append(key)
        return key

    def flows(self, nodes: list[tuple[str, str]]) -> Iterator[str]:
        """Mostly onwards from each node, some back, to itself, twice to the same; one gateway may have a dozen."""
        starts = [key for key, tag in nodes if tag != "endEvent"]
        goals = [key for key, tag in nodes if tag not in ("startEvent", "boundaryEvent")]
        if not starts or not goals:
            return
        pairs: list[tuple[str, str]] = []
        for number, key in enumerate(starts):
            near = goals[number + 1 : number + 5] or goals
            pairs += [(key, self.dice.choice(near)) for _ in range(self.dice.choice((0, 1, 1, 1, 1, 2)))]
        for _ in range(len(nodes) // 6):
            pairs.append((self.dice.choice(starts), self.dice.choice(goals)))
        if self.dice.random() < 0.15:
            hub = self.dice.choice(starts)
            pairs += [(hub, self.dice.choice(goals)) for _ in range(12)]
        for source, target in pairs:
            name = self.name() if self.dice.random() < 0.3 else ""
            key = self.key("f")
            yield f'<sequenceFlow id="{key}" name={quoteattr(name)} sourceRef="{source}" targetRef="{target}"/>'

    def artifacts(self, process: str, nodes: list[str]) -> Iterator[str]:
        for _ in range(self.dice.choice((0, 0, 0, 1, 3))):
            key = self.key(process + "-a")
            tag = self.dice.choice(("dataObjectReference", "dataStoreReference", "textAnnotation", "group"))
            text = f"<text>{self.name()}</text>" if tag == "textAnnotation" else ""
            yield f'<{tag} id="{key}" name={quoteattr(self.name())}>{text}</{tag}>'
            for node in self.dice.sample(nodes, min(len(nodes), self.dice.randrange(3))):
                pair = self.dice.choice(((key, node), (node, key)))
                yield f'<association id="{self.key("o")}" sourceRef="{pair[0]}" targetRef="{pair[1]}"/>'
