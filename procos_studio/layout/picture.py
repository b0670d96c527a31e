"""Picture: where everything stands on one plane, as numbers, before it is written into the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from procos_studio.model.geometry import Bounds, Point, united

Points = tuple[Point, ...]


@dataclass
class Picture:
    """Bounds of shapes, way points of flows and bounds of labels, all by the id of the BPMN element.

    `room` is kept free as well, for names that are placed later. `standing` are pools and lanes from top to bottom.
    """

    boxes: dict[str, Bounds] = field(default_factory=dict)
    lines: dict[str, Points] = field(default_factory=dict)
    labels: dict[str, Bounds] = field(default_factory=dict)
    room: Bounds | None = None
    standing: set[str] = field(default_factory=set)

    @property
    def extent(self) -> Bounds:
        """The smallest bounds around all of it; nothing at the origin where it is empty."""
        spots = (Bounds(point.x, point.y, 0, 0) for points in self.lines.values() for point in points)
        room = [self.room] if self.room is not None else []
        return united((*self.boxes.values(), *self.labels.values(), *spots, *room)) or Bounds(0, 0, 0, 0)

    def moved(self, dx: float, dy: float) -> Picture:
        """The same picture elsewhere."""
        return Picture(
            {key: box.moved(dx, dy) for key, box in self.boxes.items()},
            {key: tuple(point.moved(dx, dy) for point in line) for key, line in self.lines.items()},
            {key: box.moved(dx, dy) for key, box in self.labels.items()},
            self.room.moved(dx, dy) if self.room is not None else None,
            set(self.standing),
        )

    def add(self, other: Picture) -> None:
        """Take over all that another picture holds."""
        self.boxes.update(other.boxes)
        self.lines.update(other.lines)
        self.labels.update(other.labels)
        self.standing.update(other.standing)
