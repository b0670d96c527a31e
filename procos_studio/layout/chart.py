"""Chart: blocks, links and bands to be arranged from left to right, free of BPMN and of the document."""

from __future__ import annotations

from dataclasses import dataclass

from procos_studio.model.docking import Outline
from procos_studio.model.geometry import Point


@dataclass(frozen=True, slots=True)
class Rider:
    """A boundary event on the lower border of a block; `x` is its middle, from the block's left."""

    key: str
    x: float
    radius: float = 18.0


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stands in a column.

    `above` and `below` are kept free for what belongs to it (labels, boundary events, data); `spread` is the width of
    what stands above, `name` that of a label below. `band` is the number of the lane; `at` is where its middle is now,
    if anywhere. A roofed block has something above it that no line may pass.
    """

    key: str
    width: float
    height: float
    outline: Outline = Outline.BOX
    above: float = 0.0
    below: float = 0.0
    spread: float = 0.0
    name: float = 0.0
    band: int = 0
    at: Point | None = None
    riders: tuple[Rider, ...] = ()
    is_gateway: bool = False
    is_roofed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line from block to block, or from a rider of the source. `main` links continue in line where they can.

    `width` and `height` are the room that its name takes; `line` is its way now, if it has one.
    """

    key: str
    source: str
    target: str
    rider: str = ""
    main: bool = False
    width: float = 0.0
    height: float = 0.0
    line: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A lane or pool across all columns.

    `lead` is the gap above it, `padding` the room inside its borders, `foot` the room kept free at its bottom.
    """

    lead: float = 0.0
    padding: float = 24.0
    height: float = 120.0
    foot: float = 0.0


@dataclass(frozen=True)
class Chart:
    """What to arrange. The order of blocks and links is the order of preference.

    `waits` are pairs of keys (first, second): the second stands not left of the first where that is possible.
    """

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    bands: tuple[Band, ...] = ()
    waits: tuple[tuple[str, str], ...] = ()
