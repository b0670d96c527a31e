"""A canvas on the screen, and a hand that works on it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QPointF, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.bpmn import new_diagram
from procos_studio.canvas import theme
from procos_studio.canvas.view import CanvasView
from procos_studio.library import Library, load
from procos_studio.model.records import Plane
from tests.gui.canvas.hand import Hand


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture
def hand(qtbot: QtBot, library: Library) -> Iterator[Hand]:
    diagram = new_diagram("Test")
    view = CanvasView(theme.load("light"))
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.show_diagram(diagram, next(diagram.all(Plane)).id, library)
    view.surface.camera.look_at(1.0, QPointF(400, 300))
    QApplication.processEvents()
    yield Hand(view, diagram, library)
    view.close_diagram()


@pytest.fixture(autouse=True)
def nothing_leaks(qapp: QApplication) -> Iterator[None]:
    """No window, child of a window or thread outlives a test."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before and widget.isVisible()]
    assert not left
    assert QThreadPool.globalInstance().activeThreadCount() == 0
