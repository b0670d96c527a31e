"""Remembered: which sections of forms a person keeps closed, between starts."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_KEY = "form/sections"


def is_open(section: str, otherwise: bool) -> bool:
    """Whether a section is to be open; `otherwise` where nobody ever said, and for one without a title."""
    if not section:
        return otherwise
    store = QSettings()
    store.beginGroup(_KEY)
    value = store.value(_name(section))
    return otherwise if value is None else str(value).lower() == "true"


def note(section: str, opened: bool) -> None:
    """Keep it open, or closed, from now on."""
    store = QSettings()
    store.beginGroup(_KEY)
    store.setValue(_name(section), "true" if opened else "false")


def _name(section: str) -> str:
    """Settings use a slash for groups."""
    return section.replace("/", "-")
