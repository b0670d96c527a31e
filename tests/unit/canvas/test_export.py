"""Pictures of files, as `procos image` draws them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from procos_studio.bpmn import new_diagram, read_file, write_file
from procos_studio.canvas.export import Order, draw, main
from procos_studio.canvas.theme import NAMES
from procos_studio.edits.append import append
from procos_studio.edits.group import group
from procos_studio.edits.place import place
from procos_studio.edits.rename import rename
from procos_studio.library import load
from procos_studio.model.geometry import Point
from procos_studio.model.records import FlowNode, Plane
from procos_studio.resources import shipped

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "miwg"
FAR = 64
"""A difference in lightness, of 255, that is seen from afar."""
HOSTILE = "<b>&\"'</text><script>alert(1)</script>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One task."""
    diagram = new_diagram("Test")
    key = place(diagram, load().blocks["standard/task"], next(diagram.all(Plane)).id, Point(100, 100))
    rename(diagram, key, "Check order")
    write_file(diagram, tmp_path / "test.bpmn")
    return tmp_path / "test.bpmn"


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    """Start, a subsystem with a subsystem in it, and a task beside."""
    diagram, blocks = new_diagram("Nested"), load().blocks
    start = place(diagram, blocks["standard/start"], next(diagram.all(Plane)).id, Point(100, 100))
    first = append(diagram, start, blocks["standard/task"])
    second = append(diagram, first, blocks["standard/task"])
    last = append(diagram, second, blocks["standard/task"])
    rename(diagram, last, "Beside")
    inner = group(diagram, [first])
    rename(diagram, inner, "Inner part")
    rename(diagram, group(diagram, [inner, second]), "Outer part")
    write_file(diagram, tmp_path / "nested.bpmn")
    return tmp_path / "nested.bpmn"


def named(file: Path, name: str) -> str:
    return next(node.id for node in read_file(file).diagram.all(FlowNode) if node.name == name)


def drawn(file: Path, output: str, **wishes: object) -> bytes:
    """The picture, after it was drawn without a complaint."""
    path = file.with_name(output)
    assert draw(Order(str(file), str(path))._replace(**wishes)) == 0
    return path.read_bytes()


@pytest.mark.parametrize(("ending", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_picture_in_each_format_is_the_same_each_time(file: Path, ending: str, start: bytes) -> None:
    # when
    one, other = (drawn(file, f"a{ending}") for _ in range(2))
    # then
    assert one.startswith(start)
    assert one == other


def test_themes_differ(file: Path) -> None:
    # when
    light, dark = (QImage.fromData(drawn(file, "a.png", theme=name)) for name in ("light", "dark"))
    # then
    assert light.size() == dark.size()
    assert light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness()


def test_the_ground_can_be_left_out(file: Path) -> None:
    # when
    image = QImage.fromData(drawn(file, "a.png", transparent=True))
    # then the corner is empty, the block is not
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(image.rect().center()).alpha() == 255
    assert b"<rect" not in drawn(file, "a.svg", transparent=True).partition(b"Check order")[0].partition(b"<path")[0]


def test_the_size_can_be_chosen(file: Path) -> None:
    # when
    sizes = [QImage.fromData(drawn(file, "a.png", scale=scale)).width() for scale in (1.0, 3.0)]
    # then
    assert sizes[1] == pytest.approx(3 * sizes[0], abs=3)
    assert b'width="52' not in drawn(file, "a.svg", scale=3.0)


def test_text_in_an_svg_stays_text_and_harmless(file: Path) -> None:
    # given a name that tries to be markup
    diagram = read_file(file).diagram
    rename(diagram, next(diagram.all(FlowNode)).id, HOSTILE)
    write_file(diagram, file)
    # when
    root = ElementTree.fromstring(drawn(file, "a.svg"))
    # then it is well-formed, and what was written is text
    written = "".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "alert(1)" in written.replace(" ", "")
    assert list(root.iter("{http://www.w3.org/2000/svg}script")) == []


@pytest.mark.parametrize("theme", NAMES)
def test_an_svg_looks_like_the_png(tmp_path: Path, theme: str) -> None:
    # given a block with a stripe, a face and lights; SVG knows less than a screen does
    file = tmp_path / "check.bpmn"
    file.write_bytes((shipped("processes") / "templates" / "order_check.bpmn").read_bytes())
    # when both are drawn
    svg = QSvgRenderer(drawn(file, "out.svg", theme=theme))
    png = QImage.fromData(drawn(file, "out.png", theme=theme)).convertToFormat(QImage.Format.Format_RGB32)
    painted = QImage(png.size(), QImage.Format.Format_RGB32)
    painter = QPainter(painted)
    svg.render(painter)
    painter.end()
    # then they differ in the edges of letters at most
    small = QSize(png.width() // 16, png.height() // 16)
    one, other = (image.scaled(small, mode=Qt.TransformationMode.SmoothTransformation) for image in (painted, png))
    places = [(x, y) for x in range(small.width()) for y in range(small.height())]
    assert max(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) for at in places) < FAR


def test_only_some_elements_are_drawn(nested: Path) -> None:
    # when
    picture = drawn(nested, "a.svg", only=[named(nested, "Beside")])
    # then
    assert b"Beside" in picture
    assert b"Outer" not in picture


def test_a_pdf_of_all_pages_has_bookmarks_and_links(nested: Path) -> None:
    # when
    pdf = drawn(nested, "a.pdf", all=True)
    # then there is a page for each of the nested planes
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 3
    titles = [bytes.fromhex(text.decode()).decode("utf-16") for text in re.findall(rb"/Title <(\w+)>", pdf)]
    assert titles == ["Nested", "Outer part", "Inner part"]
    # and each is inside of the one before
    items = dict(re.findall(rb"(\d+) 0 obj\n<<\n/Title <\w+>\n/Parent (\d+) 0 R", pdf))
    assert len(items) == 3
    assert len(set(items.values())) == 3
    # and the two blocks that have an inside lead there
    assert len(re.findall(rb"/Subtype /Link", pdf)) == 2
    # and it does not say when it was made
    assert b"CreationDate (" not in pdf


def test_the_update_of_a_pdf_says_where_its_objects_are(nested: Path) -> None:
    # when
    pdf = drawn(nested, "a.pdf", all=True)
    # then the last table of places is where the end of the file says, and each entry leads to its object
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    assert pdf[start:].startswith(b"xref\n")
    entries = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n ", pdf[start:])
    assert len(entries) >= 5
    for number, at in entries:
        assert pdf[int(at) :].startswith(number + b" 0 obj\n")


def test_a_page_alone_has_no_header_but_all_pages_have(nested: Path) -> None:
    def heights(pdf: bytes) -> list[float]:
        return [float(height) for height in re.findall(rb"/MediaBox \[0 0 \S+ (\S+)\]", pdf)]

    (alone,) = heights(drawn(nested, "a.pdf"))
    assert heights(drawn(nested, "b.pdf", all=True))[0] == pytest.approx(alone + 24, abs=1)


def test_all_pages_as_images_are_numbered_files(nested: Path) -> None:
    # when
    drawn(nested, "a.svg", all=True)
    # then
    names = sorted(path.name for path in nested.parent.glob("*.svg"))
    assert names == ["a-2-Outer-part.svg", "a-3-Inner-part.svg", "a.svg"]


def test_the_inside_of_a_subsystem_is_drawn_by_its_id(nested: Path) -> None:
    # when
    picture = drawn(nested, "a.svg", element=named(nested, "Outer part"))
    # then
    assert b"Inner part" in picture
    assert b"Beside" not in picture


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"output": "a.gif"}, ".svg, .png or .pdf"),
        ({"output": "none/a.png"}, "could not be written"),
        ({"file": "none.bpmn"}, "none.bpmn"),
        ({"element": "nobody"}, "no element “nobody”"),
        ({"only": ["nobody"]}, "no element “nobody”"),
        ({"scale": 500.0}, "Use a scale of at most"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    file: Path, capsys: pytest.CaptureFixture[str], wishes: dict[str, object], told: str
) -> None:
    # given
    paths = {name: str(file.parent / str(wish)) for name, wish in wishes.items() if name in ("file", "output")}
    order = Order(str(file), str(file.with_suffix(".png")))._replace(**{**wishes, **paths})
    # when
    assert draw(order) == 2
    # then
    said = capsys.readouterr().err
    assert told in said
    assert "Traceback" not in said
    assert not Path(order.output).exists()


def test_an_empty_diagram_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # given
    write_file(new_diagram("Empty"), tmp_path / "empty.bpmn")
    # when
    for everything in (False, True):
        assert draw(Order(str(tmp_path / "empty.bpmn"), str(tmp_path / "a.pdf"), all=everything)) == 2
        # then
        assert "nothing to be drawn" in capsys.readouterr().err


def test_an_order_comes_as_json(file: Path) -> None:
    # when
    code = main([f'{{"file": "{file}", "output": "{file.with_suffix(".svg")}"}}'])
    # then
    assert code == 0
    assert file.with_suffix(".svg").exists()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bpmn")) if CORPUS.is_dir() else [], ids=lambda path: path.stem)
def test_files_of_other_tools_are_drawn(path: Path, tmp_path: Path) -> None:
    # when
    code = draw(Order(str(path), str(tmp_path / "out.png")))
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
    assert draw(Order(str(tmp_path / "wide.bpmn"), str(tmp_path / "wide.png"))) == 0
    # then the picture has no more pixels than are allowed
    size = QImage(str(tmp_path / "wide.png")).size()
    assert 0 < size.width() * size.height() <= 33e6
    # and a page is no larger than readers can show
    assert draw(Order(str(tmp_path / "wide.bpmn"), str(tmp_path / "wide.pdf"))) == 0
    sides = re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", (tmp_path / "wide.pdf").read_bytes())
    assert max(float(side) for side in sides[0]) <= 14_400
