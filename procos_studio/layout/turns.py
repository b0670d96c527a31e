"""Turns: the outer branches of a gateway leave and reach it at its top and bottom, where they can run straight on."""

from __future__ import annotations

from dataclasses import dataclass

from procos_studio.layout.slots import Columns, Slot, Unit, Way


@dataclass(eq=False, slots=True)
class Offer:
    """A turn that was put in on trial."""

    way: Way
    turn: Slot
    at_left: bool

    @property
    def partner(self) -> Slot:
        """The next slot away from the gateway; the turn is worth while only if that is level with it."""
        return (self.turn.right if self.at_left else self.turn.left)[0]


def offered(columns: Columns) -> list[Offer]:
    """Put a turn in for the uppermost and the lowest branch of every gateway whose top or bottom is free."""
    leaving: dict[int, list[Way]] = {}
    reaching: dict[int, list[Way]] = {}
    for way in columns.ways:
        if not way.turns_left:
            leaving.setdefault(id(way.left_end), []).append(way)
        if not way.turns_right:
            reaching.setdefault(id(way.right_end), []).append(way)
    offers: list[Offer] = []
    for column in columns.units:
        for unit in column:
            if unit.core.block is not None and unit.core.block.is_gateway:
                offers.extend(_outer(unit, leaving.get(id(unit.core), []), at_left=True))
                offers.extend(_outer(unit, reaching.get(id(unit.core), []), at_left=False))
    return offers


def _outer(unit: Unit, ways: list[Way], *, at_left: bool) -> list[Offer]:
    if len(ways) < 2 or unit.core.block is None:
        return []
    ordered = sorted(ways, key=lambda way: _neighbour(way, at_left).place)
    middle = next((i for i, way in enumerate(ordered) if way.link.main), (len(ordered) - 1) // 2)
    found: list[Offer] = []
    if middle > 0 and not unit.above and not unit.core.block.is_roofed:
        found.append(_put(unit, unit.above, ordered[0], at_left))
    if middle < len(ordered) - 1 and not unit.below:
        found.append(_put(unit, unit.below, ordered[-1], at_left))
    return found


def _neighbour(way: Way, at_left: bool) -> Slot:
    if at_left:
        return way.chain[0] if way.chain else way.right_end
    return way.chain[-1] if way.chain else way.left_end


def _put(unit: Unit, side: list[Slot], way: Way, at_left: bool) -> Offer:
    other = _neighbour(way, at_left)
    turn = Slot(unit.core.column, unit.core.band, None, way.link, unit=unit)
    side.append(turn)
    _rejoin(other, unit.core, turn, at_left)
    way.chain.insert(0 if at_left else len(way.chain), turn)
    return Offer(way, turn, at_left)


def withdraw(offer: Offer) -> None:
    """Let the branch leave or reach the side of the gateway after all."""
    unit = offer.turn.unit
    if unit is None:
        return
    other = offer.partner
    _rejoin(other, offer.turn, unit.core, offer.at_left)
    for side in (unit.above, unit.below):
        if offer.turn in side:
            side.remove(offer.turn)
    offer.way.chain.remove(offer.turn)


def _rejoin(other: Slot, old: Slot, new: Slot, at_left: bool) -> None:
    """Join `other` to `new` instead of to `old`."""
    if at_left:
        old.right.remove(other)
        new.right.append(other)
        other.left[other.left.index(old)] = new
    else:
        old.left.remove(other)
        new.left.append(other)
        other.right[other.right.index(old)] = new
