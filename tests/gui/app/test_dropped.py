"""Files that are dragged into the window from elsewhere are opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drag over a widget and let go; whether it, or one around it, takes that."""
    at = QPoint(5, 5)
    entering = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDragMoveEvent(at, COPY, data, LEFT, NONE))
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), COPY, data, LEFT, NONE))
    return entering.isAccepted()


@pytest.mark.parametrize("where", ["start page", "canvas", "palette"])
def test_diagrams_that_are_dropped_are_opened(studio: StudioPage, tmp_path: Path, where: str) -> None:
    # given a window, with or without a diagram in it
    if where == "canvas":
        studio.new()
    page, palette = studio.window.workspace.start_page, studio.window.panes.palette.list.viewport()
    places = {"start page": page, "palette": palette}
    place = studio.canvas.view.viewport() if where == "canvas" else places[where]
    files = [write(tmp_path, QUICK, name=name) for name in ("one.bpmn", "two.bpmn")]
    # when two files and a picture are let go over it
    assert drop(place, urls(*files, tmp_path / "picture.png"))
    # then both files are open, the last in front
    studio.qtbot.waitUntil(lambda: {"one.bpmn", "two.bpmn"} <= set(studio.titles()))
    assert studio.session.document.path == files[1]


def test_other_files_are_not_taken(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.new()
    # when, then
    assert not drop(studio.canvas.view.viewport(), urls(tmp_path / "picture.png"))
    assert studio.titles() == ["Process 1"]
