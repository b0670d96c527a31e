"""Styling: a property of a widget by which the style sheet tells it apart, changed so that it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, name: str, value: str | bool) -> None:
    """Give a property another value, and the widget the looks that go with it; one that is not set counts as empty."""
    before = widget.property(name)
    if before != value and (before or value):
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
