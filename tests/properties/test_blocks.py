"""Random block-structured processes: the engine does what a small, slow and obvious interpreter of blocks does.

The interpreter knows nothing of tokens, gateways or joins: a block runs, may ask for work, and is done. What the world
does is a script, so that there is nothing left open: only one branch moves at a time, and no condition reads what
another branch computes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.events import EventKind

# blocks ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Over:
    """`variable > limit`; every variable begins as 0."""

    variable: str
    limit: int


@dataclass(frozen=True)
class Block:
    """Part of a process; `name` is given to each one when a whole is complete."""

    name: str = ""


@dataclass(frozen=True)
class Work(Block):
    """Asks the world."""


@dataclass(frozen=True)
class Count(Block):
    """Adds one to a counter that nothing reads."""


@dataclass(frozen=True)
class Series(Block):
    """One after the other."""

    parts: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Either(Block):
    """The first where the test holds, else the second."""

    test: Over = Over("x", 0)
    first: Block = Work()
    second: Block = Work()


@dataclass(frozen=True)
class Beside(Block):
    """All at once."""

    parts: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Some(Block):
    """Every part whose test holds, all at once; the other one where none does."""

    tests: tuple[Over, ...] = ()
    parts: tuple[Block, ...] = ()
    other: Block = Work()


@dataclass(frozen=True)
class Again(Block):
    """Asks the world, runs the body, and does so again as long as the test holds."""

    test: Over = Over("x", 1)
    ask: Work = Work()
    body: Block = Count()


@dataclass(frozen=True)
class Inside(Block):
    """A sub-process with a variable of its own (where `own` names one), as often as `times` says.

    `many` is "" (once), "parallel" or "sequential"; it is enough where `until` holds after a pass. An error inside
    that `catches` means (None: any) ends all of it, and `rescue` runs instead.
    """

    body: Block = Work()
    own: str = ""
    many: str = ""
    times: int = 1
    until: Over | None = None
    catches: str | None = None
    rescue: Block = Count()


@dataclass(frozen=True)
class Stop(Block):
    """Asks the world, then ends everything in the sub-process around it."""

    ask: Work = Work()


@dataclass(frozen=True)
class Fail(Block):
    """Asks the world, then throws an error."""

    ask: Work = Work()
    code: str = "a"


def named(block: Any, numbers: Iterator[int]) -> Any:
    """The block with a name for itself and for everything inside."""
    found: dict[str, Any] = {}
    for item in fields(block):
        value = getattr(block, item.name)
        if isinstance(value, Block):
            found[item.name] = named(value, numbers)
        elif isinstance(value, tuple):
            found[item.name] = tuple(named(part, numbers) if isinstance(part, Block) else part for part in value)
    letter = {Work: "w", Count: "c", Inside: "S"}.get(type(block), "g")
    return replace(block, name=f"{letter}{next(numbers)}", **found)


# the interpreter ------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Scope:
    """Variables: set where they exist, from the inside out, else at the outside."""

    values: dict[str, Any]
    outer: Scope | None = None

    def holder(self, name: str) -> Scope:
        """The scope that has the variable."""
        scope = self
        while name not in scope.values and scope.outer is not None:
            scope = scope.outer
        return scope

    def get(self, name: str) -> Any:
        return self.holder(name).values[name]

    def set(self, name: str, value: Any) -> None:
        self.holder(name).values[name] = value

    def holds(self, test: Over) -> bool:
        return bool(self.get(test.variable) > test.limit)


@dataclass(eq=False)
class Ask:
    """Work that waits for an answer; `number` tells which began first."""

    name: str
    number: int


STOP = "stop"
Answer = tuple[Ask, dict[str, Any] | str]
"""An ask with results, or with the code of an error."""

Run = Generator[list[Ask], Answer, str | None]
"""A run yields what it asks for, and returns None, STOP, or the code of an error."""


@dataclass
class Interpreter:
    """Runs blocks, and notes what begins (+), ends (-) and is cancelled (~)."""

    log: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)

    def run(self, block: Block, scope: Scope) -> Run:
        match block:
            case Work():
                return (yield from self.work(block, scope))
            case Count():
                self.log += ["+" + block.name, "-" + block.name]
                scope.set("n", scope.get("n") + 1)
                return None
            case Series():
                return (yield from self.series(block.parts, scope))
            case Either():
                return (yield from self.run(block.first if scope.holds(block.test) else block.second, scope))
            case Beside():
                return (yield from self.all([self.run(part, scope) for part in block.parts]))
            case Some():
                parts = [part for test, part in zip(block.tests, block.parts, strict=True) if scope.holds(test)]
                return (yield from self.all([self.run(part, scope) for part in parts or [block.other]]))
            case Again():
                return (yield from self.again(block, scope))
            case Inside():
                return (yield from self.inside(block, scope))
            case Stop():
                return (yield from self.work(block.ask, scope)) or STOP
            case Fail():
                return (yield from self.work(block.ask, scope)) or block.code
        raise TypeError(block)

    def work(self, block: Block, scope: Scope) -> Run:
        self.log.append("+" + block.name)
        self.begun.append(block.name)
        try:
            _, answer = yield [Ask(block.name, len(self.begun))]
        except GeneratorExit:
            self.log.append("~" + block.name)
            raise
        if isinstance(answer, str):
            self.log.append("~" + block.name)
            return answer
        for name, value in answer.items():
            scope.set(name, value)
        self.log.append("-" + block.name)
        return None

    def series(self, parts: tuple[Block, ...], scope: Scope) -> Run:
        for part in parts:
            left = yield from self.run(part, scope)
            if left is not None:
                return left
        return None

    def again(self, block: Again, scope: Scope) -> Run:
        while True:
            left = yield from self.series((block.ask, block.body), scope)
            if left is not None or not scope.holds(block.test):
                return left

    def all(self, runs: list[Run], until: tuple[Over, Scope] | None = None) -> Run:
        """All runs at once; one that stops or fails ends the others, and so does a test that holds after one."""
        asks: dict[Run, list[Ask]] = {}
        answer: Answer | None = None
        moving = list(runs)
        while True:
            for run in moving:
                try:
                    asks[run] = next(run) if answer is None else run.send(answer)
                except StopIteration as end:
                    asks.pop(run, None)
                    if end.value is not None or (until is not None and until[1].holds(until[0])):
                        for other in asks:
                            other.close()
                        return end.value
            if not asks:
                return None
            try:
                answer = yield [ask for found in asks.values() for ask in found]
            except GeneratorExit:
                for run in asks:
                    run.close()
                raise
            moving = [run for run, found in asks.items() if answer[0] in found]

    def inside(self, block: Inside, scope: Scope) -> Run:
        until = (block.until, scope) if block.until is not None and block.many else None
        if block.many == "sequential":
            left = None
            for _ in range(block.times):
                left = yield from self.one(block, scope)
                if left is not None or (until is not None and until[1].holds(until[0])):
                    break
        else:
            times = block.times if block.many else 1
            left = yield from self.all([self.one(block, scope) for _ in range(times)], until)
        if left is not None and block.catches in (None, left):
            return (yield from self.run(block.rescue, scope))
        return left

    def one(self, block: Inside, scope: Scope) -> Run:
        self.log.append("+" + block.name)
        try:
            left = yield from self.run(block.body, Scope({block.own: 0} if block.own else {}, scope))
        except GeneratorExit:
            self.log.append("~" + block.name)
            raise
        self.log.append(("-" if left in (None, STOP) else "~") + block.name)
        return None if left == STOP else left


# the same as BPMN -----------------------------------------------------------------------------------------------------


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


# playing the same script on both --------------------------------------------------------------------------------------

BEGIN = {"n": 0, "x": 0, "y": 0}
MOST = 40
"""So many answers at most; after the script's own the world answers with zeros, which ends every loop."""


@dataclass(frozen=True)
class Deed:
    """The world answers one of the open asks, with values or with the code of an error."""

    which: int
    answer: dict[str, Any] | str


CALM = Deed(0, {"x": 0, "y": 0})


def interpreted(block: Block, script: list[Deed]) -> list[Any]:
    """What the interpreter says to the script, step by step."""
    scope, interpreter, told = Scope(dict(BEGIN)), Interpreter(), []
    run = interpreter.run(block, scope)
    answer: Answer | None = None
    for step in range(MOST):
        try:
            asks = next(run) if answer is None else run.send(answer)
        except StopIteration as end:
            how = "completed" if end.value in (None, STOP) else "failed"
            return [*told, (sorted(interpreter.log), [], scope.values, how)]
        told.append((sorted(interpreter.log), sorted(ask.name for ask in asks), dict(scope.values), "active"))
        interpreter.log.clear()
        deed = script[step] if step < len(script) else CALM
        ordered = sorted(asks, key=lambda ask: (ask.name, ask.number))
        answer = ordered[deed.which % len(ordered)], deed.answer
    return told


def executed(block: Block, script: list[Deed]) -> list[Any]:
    """What the engine does at the script, step by step."""
    compiled = compile_plan(read_bytes(bpmn(block).encode()).diagram)
    assert compiled.plan is not None, [str(problem) for problem in compiled.problems]
    player = Player()
    engine = Engine([compiled.plan], lambda: 0.0, player.note)
    instance = engine.start("p", BEGIN)
    told = []
    for step in range(MOST):
        assert not engine.advance()
        asks = [work.element for work in player.open(engine)]
        told.append((sorted(player.log), asks, engine.variables(instance), player.how))
        player.log.clear()
        if player.how != "active":
            break
        deed = script[step] if step < len(script) else CALM
        work = player.open(engine)[deed.which % len(asks)]
        if isinstance(deed.answer, str):
            engine.throw(work.id, deed.answer, "")
        else:
            engine.complete(work.id, deed.answer)
        player.work.remove(work)
    return told


@dataclass
class Player:
    """Notes what the engine says."""

    log: list[str] = field(default_factory=list)
    work: list[Any] = field(default_factory=list)
    how: str = "active"

    def note(self, kind: EventKind, instance: str, element: str, token: str, data: dict[str, Any]) -> None:
        signs = {EventKind.ELEMENT_ENTERED: "+", EventKind.ELEMENT_COMPLETED: "-", EventKind.ELEMENT_CANCELLED: "~"}
        ends = {EventKind.INSTANCE_COMPLETED: "completed", EventKind.INSTANCE_FAILED: "failed"}
        self.how = ends.get(kind, self.how)
        assert kind is not EventKind.INCIDENT_RAISED, data
        if kind in signs and element[0] in "wcS" and element[-1].isdigit():
            self.log.append(signs[kind] + element)

    def open(self, engine: Engine) -> list[Any]:
        """The open work by name, each name's in the order in which it began."""
        self.work += engine.take_work()
        gone = set(engine.take_cancelled())
        self.work = [work for work in self.work if work.id not in gone]
        return sorted(self.work, key=lambda work: work.element)


# random processes -----------------------------------------------------------------------------------------------------

tests = st.builds(Over, st.sampled_from("xy"), st.integers(0, 2))
leaves = st.one_of(st.builds(Work), st.builds(Work), st.builds(Count))


def _wider(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(blocks, min_size=2, max_size=3).map(tuple)
    ends = st.one_of(st.builds(Stop), st.builds(Fail, code=st.sampled_from("ab")))
    return st.one_of(
        st.builds(Series, parts=several),
        st.builds(Beside, parts=several),
        st.builds(Either, test=tests, first=st.one_of(blocks, blocks, ends), second=blocks),
        st.builds(
            lambda some, other: Some(
                tests=tuple(test for test, _ in some), parts=tuple(b for _, b in some), other=other
            ),
            st.lists(st.tuples(tests, blocks), min_size=1, max_size=3),
            blocks,
        ),
        st.builds(Again, test=st.builds(Over, st.sampled_from("xy"), st.integers(1, 2)), body=blocks),
        st.builds(
            Inside,
            body=blocks,
            own=st.sampled_from(["", "", "x", "y"]),
            many=st.sampled_from(["", "parallel", "sequential"]),
            times=st.integers(1, 3),
            until=st.one_of(st.none(), tests),
            catches=st.sampled_from([None, "a", "b"]),
            rescue=blocks,
        ),
    )


processes = st.recursive(leaves, _wider, max_leaves=9).map(lambda block: named(block, iter(range(1_000))))
answers = st.one_of(
    st.fixed_dictionaries({}, optional={"x": st.integers(0, 3), "y": st.integers(0, 3)}),
    st.fixed_dictionaries({"x": st.integers(0, 3)}),
    st.sampled_from("ab"),
)
scripts = st.lists(st.builds(Deed, st.integers(0, 5), answers), max_size=12)


@settings(max_examples=600, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(processes, scripts)
def test_the_engine_does_what_the_interpreter_says(block: Block, script: list[Deed]) -> None:
    # given a process of blocks and what the world does
    # when the engine and the interpreter play it
    # then at every step the same began, ended, is cancelled and is asked for, with the same variables
    assert executed(block, script) == interpreted(block, script)


def test_an_inclusive_join_does_not_wait_for_a_token_that_waits_for_it() -> None:
    # given an inclusive block beside another branch, all of it in a loop: found by the test above
    inclusive = Some(tests=(Over("x", 0),), parts=(Work(),), other=Work())
    block = Again(test=Over("x", 1), body=Beside(parts=(Work(), inclusive)))
    # when it is played
    told = executed(named(block, iter(range(10))), [])
    # then it comes to its end
    assert told[-1][-1] == "completed"
