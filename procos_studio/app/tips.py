"""Tips: tool tips of texts that a file or a person wrote, which Qt would otherwise read as rich text."""

from __future__ import annotations

from PySide6.QtGui import Qt

_LONGEST = 1_000
"""Characters; more than that covers the screen, and takes long to lay out."""


def tip(text: str) -> str:
    """A text for `setToolTip` that shows it as it is, cut where it is long."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return Qt.convertFromPlainText(shown) if Qt.mightBeRichText(shown) else shown
