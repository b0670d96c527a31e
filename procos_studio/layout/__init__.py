"""Tidy diagrams and drawings for what has none: layered from left to right, on networkx."""

from procos_studio.layout.draw import draw_missing

__all__ = ["draw_missing"]
