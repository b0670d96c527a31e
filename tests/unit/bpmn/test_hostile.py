"""Every opened file is hostile until shown otherwise."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, read_file, write_bytes
from procos_studio.bpmn.reader import MAX_BYTES
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Edge, Shape
from procos_studio.problems import Refused

OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'
CLOSE = "</definitions>"
LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _file(inside: str, prolog: str = "") -> bytes:
    return (prolog + OPEN + inside + CLOSE).encode()


def _named(reference: str, doctype: str, encoding: str = "utf-8") -> bytes:
    body = f'<process id="p"><documentation>{reference}</documentation></process>'
    return (f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{OPEN}{body}{CLOSE}').encode(encoding)


def _external(path: Path, declaration: str = '<!ENTITY x SYSTEM "{}">') -> str:
    return f"<!DOCTYPE definitions [{declaration.format(path.as_uri())}]>"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("TOP SECRET")
    return path


REFUSED = {
    "external entity": lambda secret: _named("&x;", _external(secret)),
    "external entity in an attribute": lambda secret: _file('<process id="&x;"/>', _external(secret)),
    "parameter entity": lambda secret: _named("", _external(secret, '<!ENTITY % x SYSTEM "{}"> %x;')),
    "external document type": lambda secret: _named("", f'<!DOCTYPE definitions SYSTEM "{secret.as_uri()}">'),
    "UTF-16 entity": lambda secret: _named("&x;", _external(secret), "utf-16"),
    "laughs in text": lambda _: _named("&l9;", f"<!DOCTYPE definitions [{LAUGHS}]>"),
    "laughs in an attribute": lambda _: _file('<process id="&l9;"/>', f"<!DOCTYPE definitions [{LAUGHS}]>"),
    "quadratic growth": lambda _: _named("&x;" * 9_000, f'<!DOCTYPE definitions [<!ENTITY x "{"x" * 90_000}">]>'),
    "default attributes": lambda _: _file(
        '<process id="p"/>', '<!DOCTYPE definitions [<!ATTLIST process isExecutable CDATA "true">]>'
    ),
    "bare document type": lambda _: _file("", "<!DOCTYPE definitions>"),
    "depth 500,000": lambda _: _file("<a>" * 500_000 + "</a>" * 500_000),
    "depth 500,000, never closed": lambda _: b"<a>" * 500_000,
    "depth 150": lambda _: _file("<a>" * 150 + "</a>" * 150),
    "attribute of 11 MB": lambda _: _file(f'<process id="{"x" * 11_000_000}"/>'),
    "attribute of 65 kB": lambda _: _file(f'<process id="p" name="{"x" * 66_000}"/>'),
    "text of 11 MB": lambda _: _file(f"<process><documentation>{'x' * 11_000_000}</documentation></process>"),
    "a million elements": lambda _: _file("<a/>" * 1_000_000),
    "a crowd of attributes": lambda _: _file("<process " + " ".join(f"a{n}=''" for n in range(30_000)) + "/>"),
    "a crowd of prefixes": lambda _: _file("<process " + " ".join(f"xmlns:a{n}='a'" for n in range(30_000)) + "/>"),
    "51 MB": lambda _: b" " * (MAX_BYTES + 1),
    "truncated": lambda _: OPEN.encode() + b'<process id="p">',
    "NUL": lambda _: _file('<process id="a\0b"/>'),
    "control character": lambda _: _file("<process id='p'><documentation>&#1;</documentation></process>"),
    "bad UTF-8": lambda _: OPEN.encode() + b'<process id="\xff\xfe"/></definitions>',
    "lone surrogate": lambda _: _file('<process id="&#xD800;"/>'),
    "unknown encoding": lambda _: b'<?xml version="1.0" encoding="klingon"?>' + _file(""),
    "undeclared prefix": lambda _: _file('<process id="p" x:y="z"/>'),
    "empty": lambda _: b"",
    "white space": lambda _: b" \n ",
    "every byte": lambda _: bytes(range(256)) * 10,
    "other XML": lambda _: b"<html><body/></html>",
    "BPMN of another version": lambda _: b'<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>',
}


@pytest.mark.parametrize("case", REFUSED, ids=lambda name: name.replace(" ", "-"))
def test_what_is_dangerous_or_broken_is_refused_in_one_sentence(case: str, secret: Path) -> None:
    # given a hostile file
    data = REFUSED[case](secret)
    # when it is opened
    with pytest.raises(Refused) as caught:
        read_bytes(data, "evil.bpmn")
    # then one problem says why, on one line, naming the file, and shows nothing of what it tried to reach
    (problem,) = caught.value.problems
    assert problem.code in {"bpmn.not-xml", "bpmn.not-bpmn", "bpmn.doctype", "bpmn.too-large"}
    assert problem.file == "evil.bpmn"
    assert "SECRET" not in str(problem)
    assert "\n" not in problem.message
    assert "XML_PARSE" not in problem.message


def test_the_line_of_the_fault_is_said_once() -> None:
    with pytest.raises(Refused) as caught:
        read_bytes(b"<a>\n<b>\n</a>")
    (problem,) = caught.value.problems
    assert problem.line == 3
    assert "column" not in problem.message


def test_an_inclusion_is_data_and_stays_data(secret: Path) -> None:
    # given a file that asks to include another
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    # when it is opened and saved
    saved = write_bytes(read_bytes(_file(include)).diagram)
    # then the request is still there, and what it asked for is not
    assert b"xi:include" in saved
    assert b"SECRET" not in saved


def test_a_stylesheet_and_a_schema_location_are_not_followed() -> None:
    prolog = '<?xml-stylesheet href="http://127.0.0.1:1/x.xsl" type="text/xsl"?>'
    root = OPEN.replace(
        ">", ' xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a http://[::1]:1">'
    )
    saved = write_bytes(read_bytes((prolog + root + CLOSE).encode()).diagram)
    assert b"xml-stylesheet" in saved
    assert b"schemaLocation" in saved


def _drawing() -> Diagram:
    di = 'xmlns:b="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"'
    shape = '<b:BPMNShape id="s" bpmnElement="d"><c:Bounds x="NaN" y="-inf" width="1e400" height="wide"/></b:BPMNShape>'
    way = '<w:waypoint xmlns:w="http://www.omg.org/spec/DD/20100524/DI" x="1e7" y="0"/>'
    edge = f'<b:BPMNEdge id="e" bpmnElement="d">{way}{way}</b:BPMNEdge>'
    plane = f"<b:BPMNPlane id='plane'>{shape}{edge}</b:BPMNPlane>"
    opened = read_bytes(_file(f"<b:BPMNDiagram {di} id='page'>{plane}</b:BPMNDiagram>"))
    assert [problem.code for problem in opened.problems] == ["bpmn.far-coordinate"] * 6
    assert [problem.elements for problem in opened.problems] == [("s",)] * 4 + [("e",)] * 2
    return opened.diagram


def test_wild_coordinates_are_reported_and_read_as_tame_ones() -> None:
    diagram = _drawing()
    bounds, points = diagram.require("s", Shape).bounds, diagram.require("e", Edge).waypoints
    assert all(math.isfinite(value) and abs(value) <= 1e6 for value in (*bounds, *points[0]))
    # and the file keeps what it said
    assert b'width="1e400"' in write_bytes(diagram)


def test_duplicate_ids_are_a_problem_and_nothing_is_lost() -> None:
    # given a file in which an id stands twice, and one that looks like a made-up key
    tasks = '<task id="a" name="1"/><task id="a" name="2"/><task id="~task_1"/><task/><task id="~task_2"/>'
    opened = read_bytes(_file(f'<process id="p">{tasks}</process>'))
    # then the first keeps the id, the second is there under another key, and both are saved
    assert [problem.code for problem in opened.problems] == ["bpmn.duplicate-id"]
    assert opened.diagram["a"].name == "1"
    assert len(opened.diagram.elements) == 7
    saved = write_bytes(opened.diagram).decode()
    assert saved.count('<task id="a"') == 2
    assert saved.count("<task") == 5


def test_a_folder_a_missing_file_and_an_endless_device_do_not_hang(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none.bpmn")
    if Path("/dev/zero").exists():
        with pytest.raises(Refused, match="50 MB"):
            read_file("/dev/zero")


def test_an_external_entity_is_not_even_looked_for(tmp_path: Path) -> None:
    # given a file that refers to another one, which is not there
    data = _named("&x;", _external(tmp_path / "missing"))
    # when it is read
    with pytest.raises(Refused) as caught:
        read_bytes(data)
    # then it is refused for its document type, and not for what was not found
    assert [problem.code for problem in caught.value.problems] == ["bpmn.doctype"]
