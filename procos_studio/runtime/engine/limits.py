"""Limits: when the engine calls a process a runaway."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError

if TYPE_CHECKING:
    from procos_studio.runtime.engine.operations import Ready


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process and all that it starts may do before an incident stops it.

    `moves`: token moves without anything from outside in between; `depth`: nested call activities; `alive`: waiting
    tokens and open scopes of one instance at a time, and tokens of it that are ready; `instances`: live instances that
    called or started each other.
    """

    moves: int = 500_000
    depth: int = 200
    alive: int = 250_000
    instances: int = 20_000


DEFAULT_LIMITS = Limits()


@dataclass(slots=True)
class Budget:
    """What is counted against the limits, together for all instances that called or started each other.

    `number` tells it apart from others once it has been saved. It `is_held` while an incident says for all of them that
    no more may begin.
    """

    moves: int = 0
    instances: int = 0
    number: int = 0
    is_held: bool = False


class Flood(ExpressionError):
    """One instance more would be too many that called or started each other.

    `again` is what is to be done once it may begin, where that is not what was being done.
    """

    def __init__(self, message: str, again: Ready | None = None) -> None:
        super().__init__(message)
        self.again = again


COST_OF_A_START = 50
"""An instance that is started by a message or signal from inside counts as so many moves."""
