"""Links in notes: found where they stand, and opened only where that is safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from procos_studio.app.links import Link, links_of, opened
from procos_studio.bpmn import read_bytes
from procos_studio.model.elements import Element
from procos_studio.problems import Refused


def _task(notes: str) -> Element:
    notes = notes.replace("&", "&amp;").replace("<", "&lt;")
    text = f"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
    <process id="p"><task id="a" name="https://name.example"><documentation>{notes}</documentation></task></process></definitions>"""
    return read_bytes(text.encode()).diagram["a"]


def test_addresses_and_named_links_are_found_in_notes_alone() -> None:
    # given notes with an address at the end of a sentence, twice, and a named path
    notes = (
        "See https://a.example/x?y=1&z=2. Or https://a.example/x?y=1&z=2, or [the rules](docs/rules.md) (http://b.c)"
    )
    # when they are read
    # then each is found once, without the full stop
    assert links_of(_task(notes)) == (
        Link("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
        Link("the rules", "docs/rules.md"),
        Link("http://b.c", "http://b.c"),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.md").write_text("outside")
    home = tmp_path / "home"
    home.mkdir()
    for name in ("rules.md", "run.sh", "a b.pdf"):
        (home / name).write_text("inside")
    (home / "link.md").symlink_to(tmp_path / "secret.md")
    return home


@pytest.mark.parametrize("place", ["http://a.example", "https://a.example/x"])
def test_addresses_of_the_web_are_opened(place: str) -> None:
    # given an address
    # when it is judged, then it may be opened
    assert opened(Link("x", place), None) == place


@pytest.mark.parametrize("place", ["rules.md", "./rules.md", "a%20b.pdf"])
def test_documents_beside_the_diagram_are_opened(folder: Path, place: str) -> None:
    # given a path that leads to a document there
    # when it is judged, then that file is the answer
    found = opened(Link("x", place), folder)
    assert isinstance(found, Path)
    assert found.is_file()


@pytest.mark.parametrize(
    "place",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://x/%0aalert(1)",
        "data:text/html,x",
        "vbscript://x",
        "ms-word://x",
        "smb://host/share",
        "https://user@a.example",
        "https://",
        "http://[::1",
        "../secret.md",
        "%2e%2e/secret.md",
        "/etc/passwd",
        "file:///etc/passwd",
        "file://host/share.md",
        "link.md",
        "run.sh",
        "missing.md",
        ".",
    ],
)
def test_nothing_else_is_opened(folder: Path, place: str) -> None:
    # given anything else that a file from anywhere may hold
    # when it is judged
    with pytest.raises(Refused) as refusal:
        opened(Link("x", place), folder)
    # then a sentence says so
    assert refusal.value.problems[0].message


def test_a_path_needs_a_diagram_that_is_saved() -> None:
    # given a diagram without file
    # when a link leads to a file
    with pytest.raises(Refused) as refusal:
        opened(Link("x", "rules.md"), None)
    # then a hint says what to do
    assert "Save" in refusal.value.problems[0].hint
