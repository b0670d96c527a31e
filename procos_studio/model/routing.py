"""Routing: orthogonal lines between shapes, round what stands in the way, that keep their bends when shapes move."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from procos_studio.model.docking import BOX, Dock, Outline, Port, Side, crop, ports, side_towards
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import Points, crosses, is_horizontal, is_orthogonal, is_vertical, moved, simplified
from procos_studio.model.pathfinding import Grid, cheapest

STUB = 20.0
"""How far a line runs straight out of a shape before its first bend, where there is room."""
CLEARANCE = 15.0
"""How far a line keeps from what it goes round, where there is room."""
SLIDING = 1.0
"""What it costs a line to end beside the middle of a side; at its beginning twice that."""
_ROUNDS = 8
_FAR = 200.0
_LEAVE = {Side.RIGHT: 0.0, Side.BOTTOM: 42.0, Side.TOP: 43.0, Side.LEFT: _FAR}
_ENTER = {Side.LEFT: 0.0, Side.BOTTOM: 42.0, Side.TOP: 43.0, Side.RIGHT: _FAR}
_ENTER_BACK = {**_ENTER, Side.RIGHT: 80.0, Side.LEFT: _FAR}
# Below one bend: a gateway's line goes off its upper and lower corner rather than bend twice
_CORNER = {Side.BOTTOM: 15.0, Side.TOP: 16.0}
_LOOP = {Side.BOTTOM: 0.0, Side.TOP: 1.0, Side.LEFT: 150.0, Side.RIGHT: 500.0}


def route(
    source: Bounds,
    target: Bounds,
    obstacles: Sequence[Bounds] = (),
    *,
    leaving: Dock = BOX,
    entering: Dock = BOX,
) -> Points:
    """An orthogonal line from the border of `source` to the border of `target`; the same input gives the same line.

    It leaves right and enters left where that is short, and goes round `obstacles` (leave out what contains an end).
    Equal bounds mean a loop. Where no way is free it runs through what is in the way; where both shapes overlap and
    nothing else works it is straight.
    """
    stub = _stub(source, target)
    # what comes back from further right may end on the right, rather than go all the way round its target
    is_back = target.right <= source.center.x
    enter = _LOOP if source == target else _costs(_ENTER_BACK if is_back else _ENTER, entering)
    hugs = (source.grown(stub), target.grown(stub))
    near = [box for box in obstacles if any(box.grown(CLEARANCE).intersects(hug.grown(1)) for hug in hugs)]
    starts = _reachable(ports(source, leaving, target, _costs(_LEAVE, leaving), 2 * SLIDING), stub, near)
    goals = _reachable(ports(target, entering, source, enter, SLIDING), stub, near)
    ends = [*starts, *goals]
    blocks = [
        _grown(box, ends) if box in near else box.grown(CLEARANCE)
        for box in obstacles
        if not _is_around(box, source, target)
    ]
    thin = [box for box in obstacles if not any(_covers(box, port.point) for port in ends)]
    found = _around(starts, goals, hugs, blocks, source, target)
    if found is None:
        found = _around(starts, goals, hugs, thin, source, target) or _around(starts, goals, hugs, [], source, target)
    if found is None:
        return straight(source, target, leaving=leaving, entering=entering)
    path, start, goal = found
    return simplified((_back(start, stub), *path, _back(goal, stub)))


def straight(source: Bounds, target: Bounds, *, leaving: Dock = BOX, entering: Dock = BOX) -> Points:
    """The straight line between two middles, from border to border."""
    a, b = source.center, target.center
    return crop(source, leaving.outline, a, b), crop(target, entering.outline, b, a)


def docked(
    points: Sequence[Point], source: Bounds, target: Bounds, *, leaving: Dock = BOX, entering: Dock = BOX
) -> Points:
    """A line drawn by hand with its ends put on the borders; an end off its shape starts at the middle."""
    if len(points) < 2:
        return straight(source, target, leaving=leaving, entering=entering)
    first = crop(source, leaving.outline, points[0], points[1])
    last = crop(target, entering.outline, points[-1], points[-2])
    return simplified((first, *points[1:-1], last))


def reshape(
    points: Sequence[Point],
    old_source: Bounds,
    new_source: Bounds,
    old_target: Bounds,
    new_target: Bounds,
    obstacles: Sequence[Bounds] = (),
    *,
    leaving: Dock = BOX,
    entering: Dock = BOX,
) -> Points:
    """The line after its ends moved or changed size: its bends stay where they can.

    Where keeping them would turn a piece back, cut through an end or run into an obstacle that it did not touch
    before, the line is routed anew; so it is where a piece got so short that a line with fewer bends looks better.
    Slanted lines stay slanted.
    """
    if len(points) < 2:
        return route(new_source, new_target, obstacles, leaving=leaving, entering=entering)
    dx, dy = new_source.x - old_source.x, new_source.y - old_source.y
    if old_source.moved(dx, dy) == new_source and old_target.moved(dx, dy) == new_target:
        return moved(points, dx, dy)
    kept = simplified(points)
    first, last = _carried(kept[0], old_source, new_source), _carried(kept[-1], old_target, new_target)
    followed = _followed(kept, first, last)
    if not is_orthogonal(kept):
        return docked(followed, new_source, new_target, leaving=leaving, entering=entering)
    free = [box for box in obstacles if not crosses(kept, box)]
    if _is_sound(kept, followed, new_source, new_target) and not any(crosses(followed, box) for box in free):
        made = simplified(followed)
        if not _has_new_jog(kept, followed):
            return made
        fresh = route(new_source, new_target, obstacles, leaving=leaving, entering=entering)
        return fresh if len(fresh) < len(made) else made
    return route(new_source, new_target, obstacles, leaving=leaving, entering=entering)


def riding_side(event: Bounds, host: Bounds) -> Side:
    """The side on which a line leaves a boundary event: outwards, and downwards at a lower corner."""
    x, y = event.center
    if abs(y - host.bottom) <= event.height / 2:
        return Side.BOTTOM
    if abs(y - host.y) <= event.height / 2:
        return Side.TOP
    return side_towards(host, Point(x, y))


def _stub(source: Bounds, target: Bounds) -> float:
    gap = max(target.x - source.right, source.x - target.right, target.y - source.bottom, source.y - target.bottom)
    return max(min(STUB, math.floor(gap) / 2), 1.0) if gap > 0 else STUB


def _costs(costs: dict[Side, float], dock: Dock) -> dict[Side, float]:
    return {**costs, **_CORNER} if dock.outline is Outline.DIAMOND else costs


def _reachable(found: list[Port], stub: float, obstacles: Sequence[Bounds]) -> list[Port]:
    """The ports, moved out by the stub, that no obstacle covers or cuts off; all of them where every one is covered."""
    out = [Port(_shifted(port, stub), port.side, port.cost) for port in found]
    free = [
        far
        for port, far in zip(found, out, strict=True)
        if not any(_covers(box, far.point) or crosses((port.point, far.point), box) for box in obstacles)
    ]
    free = free or out
    # the far side is for where nothing else is left: looking there too would only take time
    return [port for port in free if port.cost < _FAR] or free


def _shifted(port: Port, by: float) -> Point:
    return port.point.moved(port.side.value[0] * by, port.side.value[1] * by)


def _back(port: Port, stub: float) -> Point:
    return _shifted(port, -stub)


def _covers(box: Bounds, point: Point) -> bool:
    return box.x < point.x < box.right and box.y < point.y < box.bottom


def _is_around(box: Bounds, source: Bounds, target: Bounds) -> bool:
    return box in (source, target) or box.encloses(source) or box.encloses(target)


def _grown(box: Bounds, ends: Sequence[Port]) -> Bounds:
    """An obstacle with its clearance, or bare where a line must begin or end so near to it."""
    grown = box.grown(CLEARANCE)
    return box if any(_covers(grown, port.point) for port in ends) else grown


def _around(
    starts: Sequence[Port],
    goals: Sequence[Port],
    hugs: tuple[Bounds, Bounds],
    blocks: Sequence[Bounds],
    source: Bounds,
    target: Bounds,
) -> tuple[Points, Port, Port] | None:
    """The cheapest way round blocks.

    Only those blocks that the way so far runs into are laid on the grid: fewer blocks can only make the way cheaper,
    so the first way that is free of all of them is as good as one found on the whole grid, and found much sooner.
    """
    active: list[Bounds] = []
    centre = _centre(source, target)
    for attempt in range(_ROUNDS + 1):
        known = (*hugs, *active)
        xs = {x for box in known for x in (box.x, box.right)} | {port.point.x for port in (*starts, *goals)}
        ys = {y for box in known for y in (box.y, box.bottom)} | {port.point.y for port in (*starts, *goals)}
        found = cheapest(Grid(xs, ys, known, centre), starts, goals)
        if found is None:
            return None
        way = simplified(found[0])
        hit = [box for box in blocks if crosses(way, box)]
        if not hit:
            return found
        active = list(blocks) if attempt == _ROUNDS - 1 else [*active, *hit]
    return None


def _centre(source: Bounds, target: Bounds) -> tuple[set[float], set[float]]:
    """The lines half-way between the two shapes, where a line with two bends looks best."""
    xs = [(a.right + b.x) / 2 for a, b in ((source, target), (target, source)) if a.right < b.x]
    ys = [(a.bottom + b.y) / 2 for a, b in ((source, target), (target, source)) if a.bottom < b.y]
    return {float(math.floor(x)) for x in xs}, {float(math.floor(y)) for y in ys}


def _carried(point: Point, old: Bounds, new: Bounds) -> Point:
    """The point at the same place of a shape that moved or changed its size."""
    x = (point.x - old.x) / old.width * new.width if old.width else 0.0
    y = (point.y - old.y) / old.height * new.height if old.height else 0.0
    return Point(round(new.x + x, 3), round(new.y + y, 3))


def _followed(points: Points, first: Point, last: Point) -> Points:
    """The line between new ends, with the outer bends drawn along so that the outer pieces keep their direction."""
    made = [first, *points[1:-1], last]
    if len(made) > 2:
        made[1] = _drawn_along(points[0], points[1], first, made[1])
        made[-2] = _drawn_along(points[-1], points[-2], last, made[-2])
    return tuple(made)


def _drawn_along(old_end: Point, old_bend: Point, end: Point, bend: Point) -> Point:
    if is_horizontal(old_end, old_bend):
        return Point(bend.x, end.y)
    return Point(end.x, bend.y) if is_vertical(old_end, old_bend) else bend


def _is_sound(old: Points, new: Points, source: Bounds, target: Bounds) -> bool:
    """Whether a followed line is still orthogonal, leaves and enters as before and stays out of both shapes."""
    if not is_orthogonal(new) or crosses(new, source.grown(-2)) or crosses(new, target.grown(-2)):
        return False
    ends = ((old[0], old[1], new[0], new[1]), (old[-1], old[-2], new[-1], new[-2]))
    return all(_keeps_direction(*end) for end in ends)


def _has_new_jog(old: Points, new: Points) -> bool:
    """Whether a piece between two bends became short."""
    inner = zip(pairwise(old[1:-1]), pairwise(new[1:-1]), strict=True)
    return any(math.dist(*now) < CLEARANCE <= math.dist(*before) for before, now in inner)


def _keeps_direction(old_end: Point, old_bend: Point, end: Point, bend: Point) -> bool:
    before, after = (old_bend.x - old_end.x, old_bend.y - old_end.y), (bend.x - end.x, bend.y - end.y)
    least = min(STUB / 2, math.hypot(*before))
    return before[0] * after[0] + before[1] * after[1] > 0 and math.hypot(*after) >= least
