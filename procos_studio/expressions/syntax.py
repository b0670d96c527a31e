"""The tree of an expression, and the limits on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_SOURCE = 2_000
MAX_NODES = 300
MAX_DEPTH = 40
MAX_BITS = 256
MAX_RESULT = 10_000


@dataclass(frozen=True, slots=True)
class Node:
    """Any part of an expression."""

    def parts(self) -> tuple[Node, ...]:
        """The nodes directly inside."""
        return ()


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A number, a string, true, false or null."""

    value: int | float | str | bool | None


@dataclass(frozen=True, slots=True)
class Variable(Node):
    """A variable by its name; `at` is where it stands in the expression, for renaming."""

    name: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Secret(Node):
    """`secret("name")`."""

    name: str


@dataclass(frozen=True, slots=True)
class Index(Node):
    """`base.key` or `base[key]`."""

    base: Node
    key: Node

    def parts(self) -> tuple[Node, ...]:
        """Base and key."""
        return (self.base, self.key)


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`base.method(arguments)`."""

    base: Node
    method: str
    arguments: tuple[Node, ...]

    def parts(self) -> tuple[Node, ...]:
        """Base and arguments."""
        return (self.base, *self.arguments)


@dataclass(frozen=True, slots=True)
class Unary(Node):
    """`-x`, `!x`, `empty x`."""

    operator: str
    operand: Node

    def parts(self) -> tuple[Node, ...]:
        """The operand."""
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """`x operator y`; the operator is spelled as a symbol."""

    operator: str
    left: Node
    right: Node

    def parts(self) -> tuple[Node, ...]:
        """Both operands."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """`condition ? yes : no`."""

    condition: Node
    yes: Node
    no: Node

    def parts(self) -> tuple[Node, ...]:
        """All three."""
        return (self.condition, self.yes, self.no)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.parts()))
