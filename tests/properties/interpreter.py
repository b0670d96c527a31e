"""A small, slow and obvious interpreter of blocks, which knows nothing of tokens, gateways or joins."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from tests.properties.blocks import Again, Beside, Block, Count, Either, Fail, Inside, Over, Series, Some, Stop, Work


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
