"""Tidy diagrams and drawings for what has none: layered from left to right, on networkx."""

from procos_studio.layout.draw import draw_missing
from procos_studio.layout.tidy import tidy

__all__ = ["draw_missing", "tidy"]
