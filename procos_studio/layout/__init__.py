"""Tidy diagrams and drawings for what has none: layered from left to right, on networkx."""

from procos_studio.layout.draw import draw_missing
from procos_studio.layout.tidy import Tidied, take_over, tidied, tidy

__all__ = ["Tidied", "draw_missing", "take_over", "tidied", "tidy"]
