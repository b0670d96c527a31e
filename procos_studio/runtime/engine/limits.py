"""Limits: when the engine calls a process a runaway."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call tree may do before it is stopped by an incident.

    `moves`: token moves without a wait in between; `depth`: nested call activities; `alive`: things that live in one
    instance at a time (waiting tokens and open scopes); `instances`: live instances of one call tree.
    """

    moves: int = 5_000_000
    depth: int = 200
    alive: int = 250_000
    instances: int = 50_000


DEFAULT_LIMITS = Limits()
