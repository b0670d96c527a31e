"""Hostile files: what stands in a file is shown as it is, cut where it is long, and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QTabBar, QTreeWidget, QTreeWidgetItem, QWidget

from procos_studio.app import asking
from procos_studio.canvas.export import Order, draw
from procos_studio.edits.rename import rename
from procos_studio.problems import error
from tests.gui.pages.studio import StudioPage

LABELS = {
    "markup": '<b>bold</b><img src="/dev/zero"><a href="file:///etc/passwd">x</a>',
    "nested tables": "<table><tr><td>" * 500 + "deep",
    "one long word": "W" * 60_000,
    "many lines": "line\n" * 2_000,
    "bidi": "abc\u202egnp.exe\u2066\u2067\u2069\u200f\u061c",
    "control": "a\tb\r\nc\u0085d\u2028e\ufeff\ufffe\u0000".replace("\u0000", "").replace("\ufffe", ""),
    "combining": "e" + "\u0301" * 3_000,
    "emoji": "👩\u200d👩\u200d👧\u200d👦" * 200,
    "percent and braces": "%1 %n {name} {0} {} &amp; && ${x}",
}
NUMBERS = ("NaN", "inf", "-Infinity", "1e308", "-1e308", "1e-320", "", "abc", "0x10", "١٢")
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
<process id="p" name={name} isExecutable="true"><documentation>{text}</documentation>
<startEvent id="start" name={name}/><sequenceFlow id="f" name={name} sourceRef="start" targetRef="work"/>
<userTask id="work" name={name} camunda:assignee={name}><documentation>{text}</documentation></userTask>
<subProcess id="sub" name={name}><task id="inner" name={name}/></subProcess>
<textAnnotation id="note"><text>{text}</text></textAnnotation></process>
<bpmndi:BPMNDiagram id="g" name={name}><bpmndi:BPMNPlane id="g1" bpmnElement="p">
<bpmndi:BPMNShape id="s1" bpmnElement="start"><dc:Bounds x="100" y="100" width="36" height="36"/>
<bpmndi:BPMNLabel><dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s2" bpmnElement="work"><dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>
</bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s3" bpmnElement="sub"><dc:Bounds x="500" y="80" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s4" bpmnElement="note"><dc:Bounds x="500" y="280" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="e" bpmnElement="f">{points}</bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>
"""
TWO_POINTS = '<di:waypoint x="136" y="118"/><di:waypoint x="300" y="118"/>'


def hostile(folder: Path, label: str = "Work", points: str = TWO_POINTS, **numbers: str) -> Path:
    """A file with this label everywhere, and these bounds of a block and of a label."""
    text = label.replace("&", "&amp;").replace("<", "&lt;")
    bounds = {"x": "300", "y": "80", "width": "100", "height": "80", **numbers}
    path = folder / "hostile.bpmn"
    path.write_text(FILE.format(name=quoteattr(label), text=text, points=points, **bounds), encoding="utf-8")
    return path


def look_at_all(studio: StudioPage, folder: Path) -> None:
    """Show, select, hover, open, list, compare and export everything there is."""
    view, panes = studio.session.tab.view, studio.window.panes
    for element in ("start", "work", "sub", "f", "note"):
        studio.session.tab.reveal(element)
        studio.settle()
        for place in (QPoint(200, 200), view.mapFromScene(QPointF(300, 120))):
            studio.qtbot.mouseMove(view.viewport(), place)
    view.run("fit")
    for panel in ("problems", "variables", "events", "find", "differences"):
        panes.docks.show(panel)
    panes.find.find_edit.setText("e")
    studio.command("check")
    studio.wait_for(lambda: studio.session.checker.found is not None)
    studio.command("compare")
    studio.command("xml")
    studio.qtbot.wait(250)
    studio.window.grab()
    for kind in ("svg", "png"):
        picture = folder / f"picture.{kind}"
        draw(Order(str(studio.session.document.path), str(picture)))
        assert picture.stat().st_size


def tips(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every tool tip that there is, and whose."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip(), f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QTabBar):
            yield from ((widget.tabToolTip(index), "tab") for index in range(widget.count()))
        if isinstance(widget, QTreeWidget):
            for row in range(widget.topLevelItemCount()):
                yield from _tips_of(widget.topLevelItem(row), widget)
    for action in window.findChildren(QAction):
        yield action.toolTip(), f"action {action.objectName()}"


def _tips_of(item: QTreeWidgetItem | None, tree: QTreeWidget) -> Iterator[tuple[str, str]]:
    if item is not None:
        yield from ((item.toolTip(column), type(tree.parent()).__name__) for column in range(item.columnCount()))
        for row in range(item.childCount()):
            yield from _tips_of(item.child(row), tree)


@pytest.mark.parametrize("kind", LABELS)
def test_hostile_labels_are_shown_as_plain_text_everywhere(studio: StudioPage, tmp_path: Path, kind: str) -> None:
    # given a file that has it in every name, documentation and note
    studio.open(hostile(tmp_path, LABELS[kind]))
    # when everything there is is looked at
    look_at_all(studio, tmp_path)
    # then no label and no tool tip takes it for rich text
    for label in studio.window.findChildren(QLabel):
        is_rich = label.textFormat() is Qt.TextFormat.RichText or (
            label.textFormat() is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
        )
        assert not is_rich, f"{label.objectName()} {label.text()[:60]!r}"
    rich = {(owner, tip[:60]) for tip, owner in tips(studio.window) if Qt.mightBeRichText(tip) and "<b>bold" in tip}
    assert rich == set()
    # and nothing is spoken that no person would listen to the end of
    spoken = [widget.accessibleName() for widget in studio.window.findChildren(QWidget)]
    assert max(map(len, spoken)) < 2_000
    assert len(studio.window.windowTitle()) < 400
    # and the titles of tabs are single lines
    assert all("\n" not in title and len(title) < 60 for title in studio.titles())


@pytest.mark.parametrize("number", NUMBERS)
def test_hostile_coordinates_are_tame_on_the_canvas(studio: StudioPage, tmp_path: Path, number: str) -> None:
    studio.open(hostile(tmp_path, x=number, y=number, width=number, height=number))
    look_at_all(studio, tmp_path)
    rect = studio.session.tab.view.content_rect()
    assert abs(rect.x()) <= 3e6
    assert rect.width() <= 5e6
    # and the block can be moved and taken back
    studio.session.tab.view.select(("work",))
    studio.session.tab.view.setFocus()
    studio.qtbot.keyClick(studio.session.tab.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    studio.window.grab()
    while studio.diagram.history.undo_label:
        studio.diagram.undo()


@pytest.mark.parametrize("size", ["-100", "0", "1e6"])
def test_blocks_of_wild_sizes_are_tame_on_the_canvas(studio: StudioPage, tmp_path: Path, size: str) -> None:
    path = hostile(tmp_path, width=size, height=size)
    before = path.read_bytes()
    studio.open(path)
    look_at_all(studio, tmp_path)
    # then the block covers no more than the plane, and not less than nothing
    view = studio.session.tab.view
    area = view.surface.scene.extent(("work",))
    assert area.isValid()
    assert max(area.width(), area.height()) <= 2e6
    # and it can be selected, moved and taken back, and the file stays as it is
    view.select(("work",))
    assert view.selection == ("work",)
    shape = studio.diagram.shape("work")
    assert shape is not None
    view.setFocus()
    studio.qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    moved = studio.diagram.shape("work")
    assert moved is not None
    assert moved.bounds.x > shape.bounds.x
    studio.command("undo")
    assert studio.diagram.shape("work") == shape
    assert path.read_bytes() == before


def test_a_flow_with_ten_thousand_corners_keeps_them(studio: StudioPage, tmp_path: Path) -> None:
    points = "".join(f'<di:waypoint x="{136 + n % 300}" y="{118 + n % 7}"/>' for n in range(10_000))
    studio.open(hostile(tmp_path, points=points))
    edge = studio.diagram.edge("f")
    assert edge is not None
    assert len(edge.waypoints) == 10_000
    look_at_all(studio, tmp_path)
    # then it is drawn where they are, and can be selected
    view = studio.session.tab.view
    area = view.surface.scene.extent(("f",))
    assert area.contains(QPointF(300, 121))
    assert area.width() < 400
    view.select(("f",))
    assert view.selection == ("f",)
    # when the block at its end is moved, it follows, and undo brings all of them back
    view.select(("work",))
    view.setFocus()
    studio.qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert studio.diagram.edge("f") != edge
    studio.command("undo")
    assert studio.diagram.edge("f") == edge


def test_a_megabyte_of_documentation_is_found_and_kept(studio: StudioPage, tmp_path: Path) -> None:
    path = hostile(tmp_path, "short")
    path.write_text(
        path.read_text()
        .replace("<text>short", f"<text>{'long ' * 200_000}")
        .replace("<documentation>short", f"<documentation>{'x' * 999_999}y")
    )
    studio.open(path)
    studio.wait_for(lambda: studio.window.workspace.current is not None)
    look_at_all(studio, tmp_path)
    # then the end of it is found, in a row that a person can read
    studio.window.panes.find.find_edit.setText("xy")
    rows = studio.window.panes.find.list
    studio.wait_for(lambda: rows.topLevelItemCount() == 2)
    assert all(len(rows.topLevelItem(row).text(column)) < 500 for row in range(2) for column in range(3))
    # and all of it is saved after an edit
    rename(studio.diagram, "work", "Other")
    studio.command("save")
    saved = path.read_text()
    assert 'name="Other"' in saved
    assert saved.count(f"{'x' * 999_999}y") == 2
    assert "long " * 200_000 in saved


def test_messages_about_hostile_names_are_plain(studio: StudioPage) -> None:
    name = LABELS["markup"]
    asking.tell(studio.window, name, [error("x.y", name, hint=name)])
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    for label in box.findChildren(QLabel):
        is_rich = label.textFormat() is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
        assert not is_rich, f"{label.objectName()} {label.text()[:60]!r}"
    box.close()


def test_a_hostile_file_name_is_shown_on_one_line(studio: StudioPage, tmp_path: Path) -> None:
    path = hostile(tmp_path)
    wild = path.rename(tmp_path / "<b>x<img src=q>\nname & \u202e.bpmn")
    studio.open(wild)
    assert "\n" not in studio.titles()[0]
    rich = {(owner, tip[:60]) for tip, owner in tips(studio.window) if Qt.mightBeRichText(tip) and "<b>x" in tip}
    assert rich == set()
