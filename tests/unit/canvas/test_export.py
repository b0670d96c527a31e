from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from procos_studio.bpmn import new_diagram, write_file
from procos_studio.canvas.export import main
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.library import load
from procos_studio.model.geometry import Point
from procos_studio.model.records import Plane

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "miwg"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    diagram = new_diagram("Test")
    key = place(diagram, load().blocks["standard/task"], next(diagram.all(Plane)).id, Point(100, 100))
    rename(diagram, key, "Check order")
    write_file(diagram, tmp_path / "test.bpmn")
    return tmp_path / "test.bpmn"


@pytest.mark.parametrize(("ending", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_picture_in_each_format(file: Path, ending: str, start: bytes) -> None:
    # when
    code = main([str(file), "-o", str(file.with_suffix(ending))])
    # then
    assert code == 0
    assert file.with_suffix(ending).read_bytes().startswith(start)


def test_themes_differ(file: Path) -> None:
    # when
    for name in ("light", "dark"):
        main([str(file), "-o", str(file.with_name(f"{name}.png")), "--theme", name])
    # then
    light, dark = (QImage(str(file.with_name(f"{name}.png"))) for name in ("light", "dark"))
    assert light.size() == dark.size()
    assert light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness()


def test_an_unknown_ending_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # when
    code = main([str(file), "-o", str(file.with_suffix(".gif"))])
    # then
    assert code == 2
    assert ".svg, .png or .pdf" in capsys.readouterr().err


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # when
    code = main([str(tmp_path / "none.bpmn"), "-o", str(tmp_path / "out.png")])
    # then
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_told(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # when
    code = main([str(file), "-o", str(tmp_path / "none" / "out.png")])
    # then
    assert code == 2
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bpmn")) if CORPUS.is_dir() else [], ids=lambda path: path.stem)
def test_files_of_other_tools_are_drawn(path: Path, tmp_path: Path) -> None:
    # when
    code = main([str(path), "-o", str(tmp_path / "out.png")])
    # then
    assert code == 0
    image = QImage(str(tmp_path / "out.png"))
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 4


def test_a_picture_of_a_wide_plane_stays_small_enough_for_the_memory(tmp_path: Path) -> None:
    # given two blocks at far corners
    diagram, library = new_diagram("Wide"), load()
    plane = next(diagram.all(Plane)).id
    for at in (-50_000, 50_000):
        place(diagram, library.blocks["standard/task"], plane, Point(at, at))
    write_file(diagram, tmp_path / "wide.bpmn")
    # when it is drawn
    assert main([str(tmp_path / "wide.bpmn"), "-o", str(tmp_path / "wide.png")]) == 0
    # then the picture has no more pixels than are allowed
    size = QImage(str(tmp_path / "wide.png")).size()
    assert 0 < size.width() * size.height() <= 33e6
