"""Benchmark: our engine beside plain SpiffWorkflow, npm's bpmn-engine and an embedded Camunda 7, on the same work.

Run as `python tests/benchmarks/bench_engine.py [WORD …]`; with words, only the rows that contain one. All figures are
rates by the processor's time, more is better; in brackets, how many times as fast ours is. Ours stands without events
beside peers that keep no history, and with events beside Camunda's full history. Every engine warms up once, then all
take turns, and the median of three counts (fewer where they take seconds). Slow engines get smaller sizes, which
flatters them.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from statistics import median

from peers.engines import Measured, Ours, Spiff
from peers.processes import Missing, camunda, node
from peers.work import WORK, Work

_ROUNDS, _PATIENCE = 3, 2.0
_BARE, _TOLD = "ours", "ours, events"


def rates(work: Work, engines: Sequence[Measured]) -> dict[str, float]:
    """Units a second by the engine's name; without those that cannot."""
    amounts: dict[str, int] = {}
    seconds: dict[str, list[float]] = {}
    for engine in engines:
        part = work.smaller() if engine.is_slow else work
        try:
            if part is not None and engine.load(part):
                engine.run()
                amounts[engine.name], seconds[engine.name] = part.amount(), []
        except Missing as missing:
            print(f"  ({engine.name} cannot: {missing})")
    for _ in range(_ROUNDS):
        for engine in engines:
            if engine.name in seconds and sum(seconds[engine.name]) < _PATIENCE:
                seconds[engine.name].append(engine.run())
    return {name: amounts[name] / median(taken) for name, taken in seconds.items() if median(taken)}


def line(work: Work, found: dict[str, float], peers: Sequence[Measured]) -> str:
    """The row of the table."""
    cells = [f"{work.label:34}{work.unit:>12}"]
    cells += [f"{found[name]:13,.0f}" if name in found else f"{'–':>13}" for name in (_BARE, _TOLD)]
    for peer in peers:
        own = found.get(_TOLD if peer.name.endswith("full") else _BARE, found[_TOLD])
        rate = found.get(peer.name)
        cells.append(f"{rate:13,.0f} ({own / rate:6.3g} ×)" if rate else f"{'–':>24}")
    return "".join(cells)


def main(words: Sequence[str]) -> None:
    """Print the table."""
    ours = (Ours(_BARE, with_events=False), Ours(_TOLD, with_events=True))
    peers: list[Measured] = [Spiff()]
    with ExitStack() as stack:
        try:
            peers.append(stack.enter_context(node()))
        except Missing as missing:
            print(missing)
        try:
            peers += stack.enter_context(camunda())
        except Missing as missing:
            print(missing)
        names = "".join(f"{peer.name:>24}" for peer in peers)
        print(f"{'':46}{_BARE:>13}{_TOLD:>13}{names}", flush=True)
        for work in WORK:
            if not words or any(word in work.label for word in words):
                before = memory()
                found = rates(work, ours if work.is_ours else [*ours, *peers])
                grown = f"   memory {before:,.0f} MB before, {memory():,.0f} after" if work.is_ours else ""
                print(line(work, found, () if work.is_ours else peers) + grown, flush=True)


def memory() -> float:
    """The most memory that this process has held so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
