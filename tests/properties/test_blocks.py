"""Random block-structured processes: the engine does what a small, slow and obvious interpreter of blocks does.

The interpreter knows nothing of tokens, gateways or joins: a block runs, may ask for work, and is done. What the world
does is a script, so that there is nothing left open: only one branch moves at a time, and no condition reads what
another branch computes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.events import EventKind
from tests.properties.blocks import (
    BEGIN,
    CALM,
    MOST,
    Again,
    Beside,
    Block,
    Deed,
    Over,
    Some,
    Work,
    named,
    processes,
    scripts,
)
from tests.properties.drawing import bpmn
from tests.properties.interpreter import STOP, Answer, Interpreter, Scope


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
