"""Pathfinding: the cheapest orthogonal way between ports, on a sparse grid laid by the obstacles' borders."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from procos_studio.model.docking import Port, Side
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import Points

BEND = 40.0
"""What one bend costs, in the unit of length: a way this much longer is taken to save it."""
_OFF_CENTRE = 1.0
_SIDES = tuple(Side)
_STEPS = tuple(side.value for side in _SIDES)
_WAYS = tuple(tuple(d for d, s in enumerate(_STEPS) if s[0] * t[0] + s[1] * t[1] >= 0) for t in _STEPS)
_UPRIGHT = frozenset(number for number, (dx, _) in enumerate(_STEPS) if dx == 0)


class Grid:
    """The lines that ways may follow, and which pieces of them lie inside an obstacle.

    `centre` are the lines that a bend prefers where others would do as well.
    """

    def __init__(
        self, xs: set[float], ys: set[float], blocks: Sequence[Bounds], centre: tuple[set[float], set[float]]
    ) -> None:
        self.xs, self.ys = sorted(xs | centre[0]), sorted(ys | centre[1])
        self.width = len(self.xs)
        self.across: set[int] = set()
        self.down: set[int] = set()
        for block in blocks:
            self._block(block)
        self.column_cost = [0.0 if x in centre[0] else _OFF_CENTRE for x in self.xs]
        self.row_cost = [0.0 if y in centre[1] else _OFF_CENTRE for y in self.ys]

    def _block(self, block: Bounds) -> None:
        left, right = bisect_left(self.xs, block.x), bisect_left(self.xs, block.right)
        top, bottom = bisect_left(self.ys, block.y), bisect_left(self.ys, block.bottom)
        for row in range(top + 1, bottom):
            self.across.update(range(row * self.width + left, row * self.width + right))
        for row in range(top, bottom):
            self.down.update(range(row * self.width + left + 1, row * self.width + right))

    def at(self, point: Point) -> int:
        """The number of the crossing at a point that is one."""
        return bisect_left(self.ys, point.y) * self.width + bisect_left(self.xs, point.x)

    def point(self, node: int) -> Point:
        """The place of a crossing."""
        return Point(self.xs[node % self.width], self.ys[node // self.width])

    def neighbours(self) -> tuple[tuple[int, set[int], int], ...]:
        """For each direction: the step to the next crossing, the blocked pieces, and where a step's piece is noted."""
        return tuple(
            (dx, self.across, min(dx, 0)) if dx else (dy * self.width, self.down, min(dy, 0) * self.width)
            for dx, dy in _STEPS
        )

    def spans(self) -> tuple[list[float], list[float]]:
        """The lengths of the pieces after each column and each row; endless after the last, so that no way leaves."""
        return (
            [*(b - a for a, b in pairwise(self.xs)), math.inf],
            [*(b - a for a, b in pairwise(self.ys)), math.inf],
        )


class _Outlook:
    """What the rest of a way costs at least: the distance to the best goal and the bends that it still needs."""

    def __init__(self, grid: Grid, goals: Sequence[Port]) -> None:
        self._grid = grid
        self._goals = [(goal.point.x, goal.point.y, *goal.side.opposite.value, goal.cost) for goal in goals]
        self._known: dict[int, float] = {}

    def __call__(self, state: int) -> float:
        found = self._known.get(state)
        if found is None:
            found = self._known[state] = self._least(state)
        return found

    def _least(self, state: int) -> float:
        node, direction = divmod(state, 4)
        x, y = self._grid.xs[node % self._grid.width], self._grid.ys[node // self._grid.width]
        dx, dy = _STEPS[direction]
        least = math.inf
        for goal_x, goal_y, end_x, end_y, cost in self._goals:
            right, down = goal_x - x, goal_y - y
            ahead = right * dx + down * dy
            total = abs(right) + abs(down) + cost
            if dx == end_x and dy == end_y:
                aside = down if dx else right
                total += 0.0 if ahead >= 0 and not aside else 2 * BEND if ahead >= 0 else 4 * BEND
            elif dx == -end_x and dy == -end_y:
                total += 2 * BEND if (down if dx else right) else 4 * BEND
            else:
                total += BEND if ahead >= 0 and right * end_x + down * end_y >= 0 else 3 * BEND
            if total < least:
                least = total
        return least


def cheapest(grid: Grid, starts: Sequence[Port], goals: Sequence[Port]) -> tuple[Points, Port, Port] | None:
    """The cheapest way by length, bends and the ports' costs (A*), with the ports it uses; None where there is none.

    The ports' points must be crossings of the grid; a way begins outwards from its start and ends inwards.
    Equal inputs give equal ways: ties fall to the lower crossing.
    """
    ends: dict[int, list[Port]] = {}
    for goal in goals:
        ends.setdefault(grid.at(goal.point), []).append(goal)
    outlook = _Outlook(grid, goals)
    neighbours, (columns, rows), width = grid.neighbours(), grid.spans(), grid.width
    known: dict[int, float] = {}
    came: dict[int, int] = {}
    origin: dict[int, Port] = {}
    queue: list[tuple[float, float, int]] = []
    for port in starts:
        node, direction = grid.at(port.point), _SIDES.index(port.side)
        if port.cost < known.get(node * 4 + direction, math.inf):
            known[node * 4 + direction], origin[node * 4 + direction] = port.cost, port
            queue.append((port.cost + outlook(node * 4 + direction), -port.cost, node * 4 + direction))
    heapq.heapify(queue)
    best: tuple[float, int, Port] | None = None
    while queue:
        estimate, passed, state = heapq.heappop(queue)
        if best is not None and estimate >= best[0]:
            break
        node, direction = divmod(state, 4)
        cost = known[state]
        if cost < -passed:
            continue
        for goal in ends.get(node, ()):
            total = cost + goal.cost + _turning(direction, goal.side.opposite)
            if best is None or total < best[0]:
                best = (total, state, goal)
        column, row = node % width, node // width
        for heading in _WAYS[direction]:
            step, blocked, edge = neighbours[heading]
            if node + edge in blocked:
                continue
            if heading in _UPRIGHT:
                span = rows[row + (edge // width)]
                line = grid.column_cost[column]
            else:
                span = columns[column + edge]
                line = grid.row_cost[row]
            total = cost + span + (0.0 if heading == direction else BEND + line)
            new = (node + step) * 4 + heading
            if total < known.get(new, math.inf):
                known[new], came[new] = total, state
                heapq.heappush(queue, (total + outlook(new), -total, new))
    return None if best is None else (_way(grid, best[1], came), _first(best[1], came, origin), best[2])


def _turning(direction: int, wanted: Side) -> float:
    if _SIDES[direction] is wanted:
        return 0.0
    return math.inf if _SIDES[direction] is wanted.opposite else BEND + 2 * _OFF_CENTRE


def _way(grid: Grid, state: int, came: dict[int, int]) -> Points:
    path = [grid.point(state // 4)]
    while state in came:
        state = came[state]
        path.append(grid.point(state // 4))
    return tuple(reversed(path))


def _first(state: int, came: dict[int, int], origin: dict[int, Port]) -> Port:
    while state in came:
        state = came[state]
    return origin[state]
