"""Random block-structured processes in the notation of the cases, and what the outside does with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Any

from procos_studio.compiler import Plan
from procos_studio.runtime.engine.limits import Limits
from tests.conformance.camunda.playing import BEGIN, Player

BLOCKS = ("user", "user", "work", "calc", "xor", "and", "or", "loop", "sub", "sub", "wait", "race", "throw", "call")
ON_TASKS = ("timer", "message", "signal", "condition")
VALUES = {"x": 0, "y": 0, "n": 0, "items": [1, 2, 3]}
STEPS = 14
"""So many things the outside does at most."""

Part = tuple[str, str]
"""Where a block begins and ends; the end is `""` where nothing follows."""


@dataclass(frozen=True)
class Around:
    """What is around a block: whether an error is caught in any case, and what may not stand there."""

    is_guarded: bool = False
    may_or: bool = True
    is_transaction: bool = False
    depth: int = 0


@dataclass
class Maker:
    """Makes one process after the other from chance.

    What docs/semantics.md names as different is not made: an error without a catcher, several waits for one moment or,
    of one scope, for one signal.
    """

    chance: Random
    left: int = 0
    count: int = 0
    lines: list[str] = field(default_factory=list)
    guarded: set[str] = field(default_factory=set)

    def process(self, size: int) -> dict[str, str]:
        """The processes `p` and `q`; a call reaches the second."""
        self.left = size
        around = Around(self.chance.random() < 0.3)
        if around.is_guarded:
            self.handler("error", is_interrupting=True, around=Around())
        elif self.chance.random() < 0.3:
            self.event_sub(around)
        self.level(around)
        called = "start qs ; user qu ; end qe\nqs > qu > qe"
        return {"p": "\n".join(self.lines), "q": called}

    # parts --------------------------------------------------------------------------------------------------------

    def key(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    def say(self, *lines: str) -> None:
        self.lines.extend(lines)

    def seconds(self) -> int:
        """No two timers ever come at the same moment."""
        self.count += 1
        return 7 + 10 * self.chance.randrange(5) + self.count * 101

    def test(self) -> str:
        return f"${{{self.chance.choice('xy')} > {self.chance.randrange(3)}}}"

    def level(self, around: Around) -> None:
        """The flow of one level, from its start to its ends."""
        start = self.key("s")
        self.say(f"start {start}")
        begin, end = self.series(around, is_last=True)
        self.say(f"{start} > {begin}")
        if end:
            stop = self.key("e")
            self.say(f"end {stop}", f"{end} > {stop}")

    def series(self, around: Around, *, is_last: bool = False) -> Part:
        parts = [self.block(around) for _ in range(self.chance.randint(1, 3))]
        if is_last and self.chance.random() < 0.3:
            parts.append((self.finale(around), ""))
        for (_, end), (begin, _) in pairwise(parts):
            self.say(f"{end} > {begin}")
        return parts[0][0], parts[-1][1]

    def finale(self, around: Around) -> str:
        """An end that does something."""
        kinds = ["terminate", "escalation up", "escalation over", "compensate"]
        kinds += ["error 42", "error 43"] * around.is_guarded + ["cancel", "cancel"] * around.is_transaction
        key = self.key("e")
        self.say(f"end {key} {self.chance.choice(kinds)}")
        return key

    def block(self, around: Around) -> Part:
        self.left -= 1
        kind = self.chance.choice(BLOCKS if self.left > 0 and around.depth < 4 else BLOCKS[:4])
        made: Callable[[Around], Part] = getattr(self, f"make_{kind}")
        return made(around)

    def deeper(self, around: Around, **changes: Any) -> Around:
        return Around(**{**vars(around), "depth": around.depth + 1, **changes})

    # blocks -------------------------------------------------------------------------------------------------------

    def make_user(self, around: Around) -> Part:
        key = self.key("u")
        extra = self.mapped(["", "", "", " | in x ${y}"], 0.15)
        self.say(f"user {key}{extra}")
        self.asked(key, around, may_be_undone=not self.is_many(extra))
        return key, key

    def make_work(self, around: Around) -> Part:
        key = self.key("w")
        self.say(f"work {key}")
        self.asked(key, around)
        return key, key

    def asked(self, key: str, around: Around, *, may_be_undone: bool = True) -> None:
        if around.is_guarded:
            self.guarded.add(key)
        if self.chance.random() < 0.3:
            self.border(key, around, self.chance.choice(ON_TASKS))
        if may_be_undone and self.chance.random() < 0.25:
            undo, by = self.key("u"), self.key("b")
            self.say(f"boundary {by} on {key} compensate", f"user {undo} undoing", f"{by} ~ {undo}")

    def make_calc(self, around: Around) -> Part:
        key = self.key("c")
        self.say(f"calc {key} n ${{n + 1}}")
        return key, key

    def make_xor(self, around: Around) -> Part:
        return self.fork("xor", self.chance.randint(1, 2), around, has_default=True)

    def make_and(self, around: Around) -> Part:
        return self.fork("and", self.chance.randint(2, 3), around, has_default=False)

    def make_or(self, around: Around) -> Part:
        if not around.may_or:
            return self.make_user(around)
        return self.fork("or", self.chance.randint(1, 3), around, has_default=True)

    def fork(self, kind: str, ways: int, around: Around, *, has_default: bool) -> Part:
        split, join = self.key("g"), self.key("g")
        inner = self.deeper(around, may_or=around.may_or and kind != "xor")
        for _ in range(ways):
            begin, end = self.series(inner)
            self.say(f"{split} > {begin}" + ("" if kind == "and" else f" {self.test()}"), f"{end} > {join}")
        default = ""
        if has_default:
            begin, end = self.series(inner)
            default = f' default="{split}-{begin}"'
            self.say(f"{split} > {begin}", f"{end} > {join}")
        self.say(f"{kind} {split}{default}", f"{kind} {join}")
        return split, join

    def make_loop(self, around: Around) -> Part:
        first, last = self.key("g"), self.key("g")
        ask, out = self.key("u"), self.key("t")
        begin, end = self.series(self.deeper(around, may_or=False))
        self.say(f"user {ask}", f"xor {first}", f'xor {last} default="{last}-{out}"', f"task {out}")
        self.say(f"{first} > {ask} > {begin}", f"{end} > {last}")
        self.say(f"{last} > {first} ${{x > 1}}", f"{last} > {out}")
        return first, out

    def make_wait(self, around: Around) -> Part:
        key = self.key("i")
        kind = self.chance.choice(["message hello", "message again", "signal alarm", "condition ${x > 1}", "timer"])
        self.say(f"catch {key} {kind}" + (f" PT{self.seconds()}S" if kind == "timer" else ""))
        return key, key

    def make_race(self, around: Around) -> Part:
        race, join = self.key("g"), self.key("g")
        self.say(f"race {race}", f"xor {join}")
        kinds = ["message hello", "message again", "signal alarm", f"timer PT{self.seconds()}S"]
        for kind in self.chance.sample(kinds, 2):
            key = self.key("i")
            begin, end = self.series(self.deeper(around))
            self.say(f"catch {key} {kind}", f"{race} > {key} > {begin}", f"{end} > {join}")
        return race, join

    def make_throw(self, around: Around) -> Part:
        key = self.key("t")
        self.say(f"throw {key} {self.chance.choice(['escalation up', 'escalation over', 'compensate', 'compensate'])}")
        return key, key

    def make_call(self, around: Around) -> Part:
        key = self.key("k")
        self.say(f"call {key} q | pass x x | bring y y{self.many() if self.chance.random() < 0.2 else ''}")
        if self.chance.random() < 0.5:
            self.border(key, around)
        return key, key

    def make_sub(self, around: Around) -> Part:
        is_transaction = self.chance.random() < 0.2
        key = self.key("S")
        extra = self.mapped(["", "", " | in x 0", " | in y ${x} | out n ${y}"], 0.3)
        catches = self.chance.random() < 0.4
        self.say(f"{'transaction' if is_transaction else 'sub'} {key} {{{extra}")
        inner = self.deeper(around, is_guarded=around.is_guarded or catches, is_transaction=is_transaction)
        before = len(self.lines)
        may_interrupt = self.chance.random() < 0.5
        heard = ""
        if self.chance.random() < 0.4 and not self.is_many(extra):
            heard = self.event_sub(inner, may_interrupt=may_interrupt)
        self.level(inner)
        self.say("} transaction" if is_transaction else "}")
        # Camunda forgets the border of what was interrupted or cancelled from inside, and keeps timers beside undoing
        can_be_undone = any(line.endswith("undoing") for line in self.lines[before:])
        if heard == "timer" and can_be_undone:
            self.lines[before + 1] = self.lines[before + 1].partition(" timer ")[0] + " escalation"
        may_interrupt |= is_transaction and any(line.endswith(" cancel") for line in self.lines[before:])
        kinds = ["escalation"] if may_interrupt else [*ON_TASKS[1:], "escalation"]
        if not can_be_undone and not may_interrupt:
            kinds.append("timer")
        if heard in ("message", "signal") and heard in kinds:
            kinds.remove(heard)
        others = self.chance.sample(kinds, min(len(kinds), self.chance.choice([0, 0, 1, 1, 2])))
        for event in ["error"] * catches + ["cancel"] * is_transaction + others:
            self.border(key, around, event)
        return key, key

    def mapped(self, mappings: list[str], often: float) -> str:
        """Mappings, or a multi-instance."""
        return self.many() if self.chance.random() < often else self.chance.choice(mappings)

    @staticmethod
    def is_many(extra: str) -> bool:
        return extra.startswith((" | times", " | each"))

    def many(self) -> str:
        loop = self.chance.choice(["times 2", "times-in-turn 2", "times 3", "each items it", "each-in-turn items it"])
        until = self.chance.choice(["", "", " | until ${x > 1}", " | until ${nrOfCompletedInstances > 1}"])
        return f" | {loop}{until}"

    # events -------------------------------------------------------------------------------------------------------

    def event(self, kind: str) -> str:
        match kind:
            case "timer":
                return f"timer PT{self.seconds()}S"
            case "condition":
                # one that heard of every variable would hear of itself
                name = self.chance.choice("xy")
                return f'condition ${{{name} > {self.chance.randrange(3)}}} variableName="{name}"'
            case "message":
                return f"message {self.chance.choice(['hello', 'again'])}"
            case "escalation":
                return self.chance.choice(["escalation", "escalation up", "escalation over"])
        return "signal alarm" if kind == "signal" else kind

    def border(self, host: str, around: Around, kind: str = "") -> None:
        """A boundary event; what follows it has an end of its own."""
        kind = kind or self.chance.choice([*ON_TASKS, "escalation"])
        stays = kind not in ("error", "cancel") and self.chance.random() < 0.5
        key, end = self.key("b"), self.key("e")
        begin, last = self.series(self.deeper(around, depth=around.depth + 2))
        self.say(f"{'beside' if stays else 'boundary'} {key} on {host} {self.event(kind)}", f"end {end}")
        self.say(f"{key} > {begin}", f"{last} > {end}")

    def event_sub(self, around: Around, *, may_interrupt: bool = True) -> str:
        """What it listens to."""
        kind = self.chance.choice([*ON_TASKS, "escalation", *["error"] * may_interrupt])
        interrupts = may_interrupt and self.chance.random() < 0.7
        self.handler(kind, is_interrupting=kind == "error" or interrupts, around=around)
        return kind

    def handler(self, kind: str, *, is_interrupting: bool, around: Around) -> None:
        """An event sub-process."""
        key, start, end = self.key("E"), self.key("s"), self.key("e")
        self.say(f"event {key} {{", f"start{'' if is_interrupting else '!'} {start} {self.event(kind)}", f"end {end}")
        begin, last = self.series(self.deeper(around, depth=around.depth + 2))
        self.say(f"{start} > {begin}", f"{last} > {end}", "} event")


# what the outside does ------------------------------------------------------------------------------------------------


def played(plan: Plan, guarded: set[str], chance: Random) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Steps that the outside could do, chosen while our engine does them, and what it did."""
    player = Player(plan, Limits(moves=1_000))
    play: list[dict[str, Any]] = [{"start": "p", "with": VALUES}]
    steps = [player.take(play[0])]
    while len(play) < STEPS and player.engine.live:
        choices = list(_deeds(player, steps[-1]["waits"], guarded, chance))
        if not choices:
            break
        play.append(chance.choice(choices))
        steps.append(player.take(play[-1]))
    return play, {"steps": steps, "instances": [player.end(instance) for instance in player.instances]}


def _deeds(player: Player, waits: list[str], guarded: set[str], chance: Random) -> Iterator[dict[str, Any]]:
    """What could be done now; nothing that two could take."""
    for wait in waits:
        kind, element, *rest = wait.split()
        values: Mapping[str, int] = {name: chance.randrange(4) for name in chance.sample("xy", chance.randrange(3))}
        match kind:
            case "user" | "work":
                yield {"complete": element, "with": values}
                yield {"complete": element, "with": values}
                if element in guarded:
                    yield {"throw": chance.choice(["42", "43"]), "at": element, "with": values}
            case "message" | "signal" if sum(item.endswith(f" {rest[0]}") for item in waits) == 1:
                yield {kind: rest[0], "with": values}
            case "timer" if waits.count(wait) == 1:
                yield {"pass": int(rest[0]) - round(player.now - BEGIN) + 1}
