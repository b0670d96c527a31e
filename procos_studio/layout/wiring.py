"""Wiring: orthogonal lines across a finished picture, round its boxes, crossing few lines and lying on none."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import Points, crosses, segments, simplified

CLEAR = 12.0
_BEND, _CROSSING, _OVERLAP = 60.0, 40.0, 1500.0
_NEAR = 7.0
"""Parallel lines nearer than this count as lying on each other."""
_MARGIN = 160.0
_MOST_BOXES = 40
_ROUNDS = 8
_STUB, _TRACKS = 24.0, 2
"""How long a line may run on another, and how many ways are laid beside that on each side."""
_WALL = float("inf")
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))


class Dock(NamedTuple):
    """A place where a line may begin or end, the direction outwards (0 right, 1 down, 2 left, 3 up), and its price."""

    point: Point
    direction: int
    price: float


@dataclass
class Board:
    """What lines must go round, and the lines that are there already."""

    boxes: list[Bounds] = field(default_factory=list)
    pieces: list[tuple[Point, Point]] = field(default_factory=list)

    def add_line(self, line: Points) -> None:
        """Later lines keep off this one."""
        self.pieces.extend(segments(line))


def wired(board: Board, starts: Sequence[Dock], goals: Sequence[Dock], ends: Sequence[Bounds]) -> Points | None:
    """The cheapest way from a start to a goal that runs through no box; None where there is none.

    `ends` are the boxes that it joins: the line keeps out of them but may come as near as it likes, and it leaves what
    is around them. The grid begins with the boxes near the ends and grows by those that a way runs into, and by
    ways beside the lines that it would run on.
    """
    region = _region(starts, goals)
    pieces = [piece for piece in board.pieces if _piece_box(piece).intersects(region)]
    own = [box for box in ends if box.width and not all(box.encloses(end) for end in ends)]
    boxes = [box for box in board.boxes if not any(box.encloses(end) for end in ends)]
    active = _nearest([box for box in boxes if box.intersects(region)], starts, goals)
    beside: Counter[tuple[Point, Point]] = Counter()
    hit: list[Bounds] = []
    found: Points | None = None
    for _ in range(_ROUNDS):
        grid = _Grid(active, own, [*starts, *goals], beside)
        grid.mark(pieces)
        found = _search(grid, starts, goals)
        if found is None:
            return None
        hit = [box for box in boxes if crosses(found, box)]
        covered = [piece for piece in pieces if beside[piece] < _TRACKS and _lies_on(found, piece)]
        if not hit and not covered:
            return found
        active = [*active, *hit]
        beside.update(covered)
    return None if hit else found


def _lies_on(line: Points, piece: tuple[Point, Point]) -> bool:
    """Whether the line runs along a piece for more than a stub, on it or so near that it looks so."""
    upright = piece[0].x == piece[1].x
    box = _piece_box(piece).grown(_NEAR - 1)
    for a, b in segments(line):
        other = _piece_box((a, b))
        if (a.x == b.x) is upright and other.intersects(box):
            shared = (box.y, box.bottom, other.y, other.bottom) if upright else (box.x, box.right, other.x, other.right)
            if min(shared[1], shared[3]) - max(shared[0], shared[2]) > _STUB:
                return True
    return False


def _nearest(boxes: list[Bounds], starts: Sequence[Dock], goals: Sequence[Dock]) -> list[Bounds]:
    if len(boxes) <= _MOST_BOXES or not starts or not goals:
        return boxes
    ends = (starts[0].point, goals[0].point)
    near = sorted(boxes, key=lambda box: min(abs(box.center.x - e.x) + abs(box.center.y - e.y) for e in ends))
    return near[:_MOST_BOXES]


def _region(starts: Sequence[Dock], goals: Sequence[Dock]) -> Bounds:
    xs = [dock.point.x for dock in (*starts, *goals)]
    ys = [dock.point.y for dock in (*starts, *goals)]
    return Bounds(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(_MARGIN)


def _piece_box(piece: tuple[Point, Point]) -> Bounds:
    a, b = piece
    return Bounds(min(a.x, b.x) - 1, min(a.y, b.y) - 1, abs(a.x - b.x) + 2, abs(a.y - b.y) + 2)


class _Grid:
    """Lines beside every box and some lines, and through every dock; the price of each piece between two crossings."""

    def __init__(
        self,
        boxes: Sequence[Bounds],
        own: Sequence[Bounds],
        docks: Iterable[Dock],
        beside: Mapping[tuple[Point, Point], int],
    ) -> None:
        xs, ys = set[float](), set[float]()
        for box in (*boxes, *own):
            xs.update((box.x - CLEAR, box.x - 2 * CLEAR, box.right + CLEAR, box.right + 2 * CLEAR))
            ys.update((box.y - CLEAR, box.y - 2 * CLEAR, box.bottom + CLEAR, box.bottom + 2 * CLEAR))
        for (a, b), tracks in beside.items():
            for off in (sign * number * CLEAR for number in range(1, tracks + 1) for sign in (1, -1)):
                if a.x == b.x:
                    xs.add(a.x + off)
                else:
                    ys.add(a.y + off)
        for dock in docks:
            xs.add(dock.point.x)
            ys.add(dock.point.y)
        self.xs, self.ys = sorted(xs), sorted(ys)
        self.width = len(self.xs)
        self.across: dict[int, float] = {}
        self.down: dict[int, float] = {}
        for box in boxes:
            self._block(box.grown(CLEAR / 2))
        for box in own:
            self._block(box)

    def _block(self, box: Bounds) -> None:
        left, right = bisect_right(self.xs, box.x) - 1, bisect_left(self.xs, box.right)
        top, bottom = bisect_right(self.ys, box.y) - 1, bisect_left(self.ys, box.bottom)
        for row in range(max(0, top + 1), min(bottom, len(self.ys))):
            for column in range(max(0, left), min(right, self.width)):
                self.across[row * self.width + column] = _WALL
        for row in range(max(0, top), min(bottom, len(self.ys))):
            for column in range(max(0, left + 1), min(right, self.width)):
                self.down[row * self.width + column] = _WALL

    def mark(self, pieces: Iterable[tuple[Point, Point]]) -> None:
        """Make crossing a line dear, and lying on one dearer."""
        for a, b in pieces:
            if a.x == b.x:
                self._mark(a.x, min(a.y, b.y), max(a.y, b.y), upright=True)
            elif a.y == b.y:
                self._mark(a.y, min(a.x, b.x), max(a.x, b.x), upright=False)

    def _mark(self, at: float, low: float, high: float, *, upright: bool) -> None:
        over, along = (self.xs, self.ys) if upright else (self.ys, self.xs)
        beside = bisect_right(over, at) - 1
        crossed = self.across if upright else self.down
        for index in range(bisect_left(along, low), bisect_right(along, high)):
            self._raise(crossed, beside, index, upright, _CROSSING)
        same = self.down if upright else self.across
        first, last = bisect_right(along, low) - 1, bisect_left(along, high)
        for line in range(bisect_left(over, at - _NEAR), bisect_right(over, at + _NEAR)):
            for index in range(max(0, first), last):
                self._raise(same, line, index, upright, _OVERLAP)

    def _raise(self, prices: dict[int, float], over: int, along: int, upright: bool, by: float) -> None:
        column, row = (over, along) if upright else (along, over)
        if 0 <= column < self.width and 0 <= row < len(self.ys):
            key = row * self.width + column
            prices[key] = prices.get(key, 0.0) + by

    def at(self, point: Point) -> int:
        """The number of the crossing at a dock."""
        return bisect_left(self.ys, point.y) * self.width + bisect_left(self.xs, point.x)

    def point(self, node: int) -> Point:
        """The place of a crossing."""
        return Point(self.xs[node % self.width], self.ys[node // self.width])

    def step(self, node: int, direction: int) -> tuple[int, float] | None:
        """The next crossing in a direction and the price of going there."""
        column, row = node % self.width, node // self.width
        dx, dy = _STEPS[direction]
        if not (0 <= column + dx < self.width and 0 <= row + dy < len(self.ys)):
            return None
        other = node + dx + dy * self.width
        piece = min(node, other)
        price = (self.across if dx else self.down).get(piece, 0.0)
        if dx:
            return other, price + abs(self.xs[column + dx] - self.xs[column])
        return other, price + abs(self.ys[row + dy] - self.ys[row])


def _search(grid: _Grid, starts: Sequence[Dock], goals: Sequence[Dock]) -> Points | None:
    """A* over crossings and directions."""
    ends = {(grid.at(dock.point), (dock.direction + 2) % 4): dock.price for dock in goals}
    distance = _Distance(grid, goals)
    best: dict[tuple[int, int], float] = {}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    queue: list[tuple[float, int, int, float]] = []
    for dock in starts:
        state = (grid.at(dock.point), dock.direction)
        if dock.price < best.get(state, _WALL):
            best[state] = dock.price
            heapq.heappush(queue, (dock.price + distance[state[0]], *state, dock.price))
    done: tuple[float, tuple[int, int]] | None = None
    while queue:
        estimate, node, direction, price = heapq.heappop(queue)
        state = (node, direction)
        if done is not None and estimate >= done[0]:
            break
        if price > best[state]:
            continue
        is_begun = state in came
        if is_begun and state in ends and (done is None or price + ends[state] < done[0]):
            done = (price + ends[state], state)
        for turn in (0, 1, 3) if is_begun else (0,):
            way = (direction + turn) % 4
            stepped = grid.step(node, way)
            if stepped is None:
                continue
            cost = price + stepped[1] + (_BEND if turn else 0.0)
            after = (stepped[0], way)
            if cost < best.get(after, _WALL):
                best[after] = cost
                came[after] = state
                heapq.heappush(queue, (cost + distance[after[0]], *after, cost))
    return _traced(grid, came, done[1]) if done is not None else None


class _Distance(dict[int, float]):
    """How far each crossing is at least from the goals: from the box around them, which is quick to tell."""

    def __init__(self, grid: _Grid, goals: Sequence[Dock]) -> None:
        super().__init__()
        self._grid = grid
        self._xs = (min(goal.point.x for goal in goals), max(goal.point.x for goal in goals)) if goals else (0.0, 0.0)
        self._ys = (min(goal.point.y for goal in goals), max(goal.point.y for goal in goals)) if goals else (0.0, 0.0)

    def __missing__(self, node: int) -> float:
        x, y = self._grid.point(node)
        (left, right), (top, bottom) = self._xs, self._ys
        found = self[node] = max(left - x, 0.0, x - right) + max(top - y, 0.0, y - bottom)
        return found


def _traced(grid: _Grid, came: dict[tuple[int, int], tuple[int, int]], state: tuple[int, int]) -> Points:
    points = [grid.point(state[0])]
    while state in came:
        state = came[state]
        points.append(grid.point(state[0]))
    return simplified(points[::-1])
