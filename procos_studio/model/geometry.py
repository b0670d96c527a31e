"""Points and bounds of the drawing, in BPMNDI units (pixels at 100 %, y downwards)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """A place on a plane."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """This point displaced."""
        return Point(self.x + dx, self.y + dy)


class Bounds(NamedTuple):
    """An upright rectangle; width and height are not negative."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Bounds:
        """These bounds displaced."""
        return Bounds(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> Bounds:
        """These bounds with `margin` more on every side."""
        return Bounds(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside or on the border."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def encloses(self, other: Bounds) -> bool:
        """Whether `other` lies wholly inside."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def intersects(self, other: Bounds) -> bool:
        """Whether the two share more than a border."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


def united(boxes: Iterable[Bounds]) -> Bounds | None:
    """The smallest bounds around all; None of none."""
    known = list(boxes)
    if not known:
        return None
    x, y = min(box.x for box in known), min(box.y for box in known)
    return Bounds(x, y, max(box.right for box in known) - x, max(box.bottom for box in known) - y)


def number(value: float) -> str:
    """A coordinate as the file spells it: shortest decimal, no exponent, at most three places."""
    rounded = round(value, 3)
    whole = int(rounded)
    return str(whole) if rounded == whole else repr(rounded)
