"""The PDEs of a run: so many of each kind, each carrying one task at a time."""

from __future__ import annotations

import heapq
from asyncio import Future, get_running_loop
from collections import deque
from collections.abc import Mapping

from procos_studio.runtime.settings import PdeKind


class Pool:
    """The PDEs of one kind; they are numbered from 1, and the lowest free one takes the next task in line."""

    def __init__(self, kind: PdeKind, size: int) -> None:
        if size < 1:
            raise ValueError(f"a pool of {kind} PDEs needs at least one")
        self.kind, self.size = kind, size
        self._free = list(range(1, size + 1))
        self._line: deque[Future[int]] = deque()

    @property
    def busy(self) -> int:
        """How many PDEs carry a task."""
        return self.size - len(self._free)

    @property
    def waiting(self) -> int:
        """How many tasks stand in line."""
        return len(self._line)

    def name(self, number: int) -> str:
        """What people call a PDE, for example `ai 2`."""
        return f"{self.kind} {number}"

    def take(self) -> int | None:
        """The lowest free PDE; None where all are busy."""
        return heapq.heappop(self._free) if self._free else None

    async def wait_in_line(self) -> int:
        """The PDE that comes free when all who were here before have had theirs."""
        # one may have come free between the asking and the waiting
        if not self._line and (number := self.take()) is not None:
            return number
        turn: Future[int] = get_running_loop().create_future()
        self._line.append(turn)
        try:
            return await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self.give_back(turn.result())
            raise

    def give_back(self, number: int) -> None:
        """Free a PDE; the first in line gets it at once."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(number)
                return
        heapq.heappush(self._free, number)


def pools(sizes: Mapping[PdeKind, int]) -> Mapping[PdeKind, Pool]:
    """One pool for each kind; a kind without a size gets one PDE."""
    return {kind: Pool(kind, sizes.get(kind, 1)) for kind in PdeKind}
