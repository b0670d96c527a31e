"""Translating: marks the texts of tables so that lupdate finds them, and translates them when they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def QT_TR_NOOP(text: str) -> str:
    """The text as it is. lupdate looks for this name in the source; the one of PySide has no type to give."""
    return text


def translated(text: str) -> str:
    """A marked text in the person's language; lupdate gives texts that stand outside of classes no context."""
    return QCoreApplication.translate("", text)
