"""What all tests with a window share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """The clipboard of a platform without a screen lives longer than Python, whose objects it may not hold then."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
