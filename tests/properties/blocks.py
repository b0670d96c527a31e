"""Blocks of which random processes are made, and what the world does with them, with hypothesis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from hypothesis import strategies as st


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


BEGIN = {"n": 0, "x": 0, "y": 0}
MOST = 40
"""So many answers at most; after the script's own the world answers with zeros, which ends every loop."""


@dataclass(frozen=True)
class Deed:
    """The world answers one of the open asks, with values or with the code of an error."""

    which: int
    answer: dict[str, Any] | str


CALM = Deed(0, {"x": 0, "y": 0})


# chance ---------------------------------------------------------------------------------------------------------------

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
