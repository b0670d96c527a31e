"""Patterns: the regular expressions of constraints, tried in time that grows with the text and no faster.

`re` goes back and tries again, so that a stranger's pattern could hold up a form for years. Here every state that a
pattern can be in after a character is followed at once (Thompson, Regular Expression Search Algorithm, 1968).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_LONGEST, _DEEPEST, _MOST_STATES, _MOST_STEPS = 1_000, 50, 5_000, 500_000
"""The characters and nested groups of a pattern, its states, and the steps in which a text is judged."""

Reads = Callable[[str], object]
"""Whether a state takes a character."""
Holds = Callable[[str, str], bool]
"""Whether a place fits between the character before and the one after, each `""` at an end of the text."""


class Unfit(ValueError):
    """Why a pattern is not taken; the text goes on after “the pattern”."""


@dataclass(slots=True)
class _State:
    """One that reads takes a character, any other is passed at once, where `holds` is true of the place."""

    then: tuple[int, ...] = ()
    reads: Reads | None = None
    holds: Holds | None = None


@dataclass(frozen=True)
class Pattern:
    """A pattern that can be tried; the first of its states is its end."""

    states: Sequence[_State]
    start: int

    def fits(self, text: str) -> bool | None:
        """Whether it matches all of a text; None where that takes too many steps to find out."""
        return self.tried(text)[0]

    def tried(self, text: str) -> tuple[bool | None, int]:
        """What `fits` says, and in how many steps: at most one a state and character, and one a state at the end."""
        now, steps = [self.start], 0
        for at in range(len(text) + 1):
            before, after = text[at - 1 : at] if at else "", text[at : at + 1]
            reached = self._reached(now, before, after)
            steps += len(reached)
            if not after:
                return 0 in reached, steps
            if steps > _MOST_STEPS:
                return None, steps
            now = [key for state in reached if (key := self._after(state, after)) is not None]
            if not now:
                break
        return False, steps

    def _reached(self, now: Sequence[int], before: str, after: str) -> set[int]:
        """These states and all to which they pass at once."""
        reached: set[int] = set()
        waiting = list(now)
        while waiting:
            key = waiting.pop()
            if key in reached:
                continue
            reached.add(key)
            state = self.states[key]
            if state.reads is None and (state.holds is None or state.holds(before, after)):
                waiting.extend(state.then)
        return reached

    def _after(self, key: int, character: str) -> int | None:
        state = self.states[key]
        return state.then[0] if state.reads is not None and state.reads(character) else None


@lru_cache(maxsize=512)
def compiled(text: str) -> Pattern:
    """A pattern in the spelling of `re`, in which `^` and `$` are the ends of the text. Raises Unfit."""
    if len(text) > _LONGEST:
        raise Unfit(f"is longer than {_LONGEST:,} characters")
    if text.count("(") > _DEEPEST:
        raise Unfit(f"has more than {_DEEPEST} groups")
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as failure:
        raise Unfit(f"cannot be read: {failure}") from failure
    build, made = _Reading(text).read(), _Making()
    start = build(made, 0)
    return Pattern(made.states, start)


@dataclass
class _Making:
    """The states made so far; each part is made after, and knows, the state that follows it."""

    states: list[_State] = field(default_factory=lambda: [_State()])
    parts: int = 0

    def add(self, state: _State) -> int:
        self.states.append(state)
        return len(self.states) - 1

    def count(self) -> None:
        """One more part, which may be an empty one that is repeated without end."""
        self.parts += 1
        if self.parts > _MOST_STATES:
            raise Unfit(f"has more than {_MOST_STATES:,} states")


Build = Callable[[_Making, int], int]
"""Makes the states of a part, given the state that follows; the first of them."""

_QUANTIFIER = re.compile(r"([*+?])|\{(\d+)(,?)(\d*)\}|\{,(\d*)\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|.)", re.DOTALL)
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_WORD = re.compile(r"\w")
_PLACES: dict[str, Holds] = {
    "^": lambda before, after: not before,
    "\\A": lambda before, after: not before,
    "$": lambda before, after: not after,
    "\\Z": lambda before, after: not after,
    "\\b": lambda before, after: bool(_WORD.match(before)) != bool(_WORD.match(after)),
    "\\B": lambda before, after: bool(_WORD.match(before)) == bool(_WORD.match(after)),
}


class _Reading:
    """Reads a pattern that `re` could read, and refuses what needs more than one walk over a text."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def read(self) -> Build:
        """The whole of it, or of a group."""
        branches = [self._row()]
        while self._next("|"):
            branches.append(self._row())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _next(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) if found else 0
        return found

    def _row(self) -> Build:
        items: list[Build] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            items.append(self._repeated(self._item()))
        return _row(items)

    def _item(self) -> Build:
        sign = self._text[self._at]
        if sign == "(":
            return self._group()
        found = (_CLASS if sign == "[" else _ESCAPE).match(self._text, self._at) if sign in "[\\" else None
        said = found[0] if found else sign
        self._at += len(said)
        if said in _PLACES:
            return _place(_PLACES[said])
        if said[0] == "\\" and said[1].isdigit():
            raise Unfit("refers back to one of its groups, which can take for ever to try")
        return _one(said if found or sign == "." else re.escape(sign))

    def _group(self) -> Build:
        found = _GROUP.match(self._text, self._at)
        if found is None:
            raise Unfit("looks ahead or back, or changes its own rules, which can take for ever to try")
        self._at = found.end()
        inner = self.read()
        self._at += 1
        return inner

    def _repeated(self, item: Build) -> Build:
        found = _QUANTIFIER.match(self._text, self._at)
        if found is None:
            return item
        self._at = found.end()
        if self._next("+"):
            raise Unfit("holds on to what it has read, which is not the same when followed at once")
        self._next("?")  # how much of a text a part prefers makes no difference to whether all of it fits
        least, most = _bounds(found)
        if max(least, most or 0) > _MOST_STATES:
            raise Unfit(f"has more than {_MOST_STATES:,} states")
        return _repeat(item, least, most)


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    """How often at least, and at most; None without a limit."""
    sign, least, comma, most, only_most = found.groups()
    if sign:
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    if least is None:
        return 0, int(only_most) if only_most else None
    return int(least), (int(most) if most else None) if comma else int(least)


def _one(said: str) -> Build:
    """One character: a letter, a class, an escape; such a small pattern `re` tries in one step."""
    reads = re.compile(said).match

    def build(made: _Making, then: int) -> int:
        made.count()
        return made.add(_State((then,), reads=reads))

    return build


def _place(holds: Holds) -> Build:
    def build(made: _Making, then: int) -> int:
        made.count()
        return made.add(_State((then,), holds=holds))

    return build


def _row(items: Sequence[Build]) -> Build:
    def build(made: _Making, then: int) -> int:
        made.count()
        for item in reversed(items):
            then = item(made, then)
        return then

    return build


def _either(branches: Sequence[Build]) -> Build:
    def build(made: _Making, then: int) -> int:
        made.count()
        return made.add(_State(tuple([branch(made, then) for branch in branches])))

    return build


def _repeat(item: Build, least: int, most: int | None) -> Build:
    def build(made: _Making, then: int) -> int:
        made.count()
        first = _loop(item, made, then) if most is None else then
        for _ in range(0 if most is None else most - least):
            first = made.add(_State((item(made, first), then)))
        for _ in range(least):
            first = item(made, first)
        return first

    return build


def _loop(item: Build, made: _Making, then: int) -> int:
    again = made.add(_State())
    made.states[again].then = (item(made, again), then)
    return again
