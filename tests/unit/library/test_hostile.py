"""Hostile folders: whatever stands in a library, it is told with its file and a remedy, and the other blocks load."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procos_studio.library import load

GOOD = {"name": "Good", "id": "mine/good", "appliesTo": ["bpmn:Task"], "properties": []}


def folder(root: Path, name: str = "bad", family: str = "mine") -> Path:
    made = root / family / name
    made.mkdir(parents=True, exist_ok=True)
    return made


def put(root: Path, where: str = "bad", family: str = "mine", **said: object) -> Path:
    file = folder(root, where, family) / "block.json"
    file.write_text(json.dumps({**GOOD, "id": f"{family}/{where}", **said}), encoding="utf-8")
    return file


def link(root: Path, target: Path) -> None:
    (folder(root) / "block.json").symlink_to(target)


def stranger(root: Path) -> None:
    """A file outside of the library, reached by a link."""
    outside = root.parent / "outside.json"
    outside.write_text(json.dumps({**GOOD, "id": "mine/outside"}), encoding="utf-8")
    link(root, outside)


def nest(depth: int) -> str:
    return json.dumps(GOOD)[:-1] + ', "metadata": ' + '{"a": ' * depth + "1" + "}" * depth + "}"


def write(text: str | bytes, file: str = "block.json") -> Callable[[Path], object]:
    data = text.encode() if isinstance(text, str) else text
    return lambda root: (folder(root) / file).write_bytes(data)


def inside(data: bytes, **said: object) -> Callable[[Path], object]:
    def work(root: Path) -> None:
        kind: dict[str, Any] = {"elementType": {"value": "bpmn:SubProcess"}, "appliesTo": ["bpmn:SubProcess"]}
        put(root, **kind | said)
        (folder(root) / "inside.bpmn").write_bytes(data)

    return work


def as_folder(root: Path) -> None:
    (folder(root) / "block.json").mkdir()


def as_pipe(root: Path) -> None:
    os.mkfifo(folder(root) / "block.json")


def locked(root: Path) -> None:
    folder(root, "x", "locked")
    put(root).chmod(0)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (write(b"x" * 1_000_001), "larger than 1 MB"),
        (write("[" * 200_000), "cannot be read"),
        (write(nest(900)), "belongs to the block “Good” already"),
        (write(nest(20_000)), "cannot be read"),
        (write('{"version": ' + "9" * 6_000 + "}"), "cannot be read"),
        (write('{"name": 1e999}'), "name has to be a text"),
        (write(b"\xff\xfe\x00"), "cannot be read"),
        (write(""), "no JSON"),
        (as_folder, "no plain file"),
        (as_pipe, "no plain file"),
        (lambda root: link(root, folder(root) / "block.json"), "cannot be read"),
        (lambda root: link(root, Path("/dev/zero")), "leads out of the library"),
        (stranger, "leads out of the library"),
        (lambda root: put(root, id="mine/good"), "belongs to the block “Good” already"),
        (lambda root: put(root, id="integration/http-request"), "belongs to the block “HTTP request” already"),
        (lambda root: put(root, family="standard"), "BPMN's own"),
        (lambda root: put(root, id="a b"), "id holds a blank"),
        (lambda root: put(root, id="x" * 201), "id is longer than 200"),
        (lambda root: put(root, name="\x07"), "control character"),
        (lambda root: put(root, name="\ud800"), "control character"),
        (lambda root: put(root, **{"\x1b[2J": 1}), "The block holds a control character"),
        (lambda root: put(root, version=-1), "version has to be"),
        (lambda root: put(root, version=10**9), "version has to be"),
        (lambda root: put(root, version=True), "version has to be"),
        (lambda root: put(root, properties=[{"binding": {"type": "property", "name": "x"}}] * 301), "more than 300"),
        (lambda root: put(root, properties={"0": 1}), "properties has to be a list"),
        (lambda root: put(root, elementType={"value": "../../etc:passwd"}), "elementType.value has to be like"),
        (lambda root: put(root, metadata={"procos": {"icon": 7}}), "icon has to be a text"),
        (lambda root: put(root, metadata={"procos": {"inside": "../../x.bpmn"}}), "inside is not known"),
        (lambda root: put(root, metadata=[]), "metadata has to be an object"),
        (inside(b"<no"), "no BPMN that can be read"),
        (inside(b"x" * 5_000_001), "larger than 5 MB"),
        (inside(b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"), "holds no subsystem"),
        (inside(b"", elementType={"value": "bpmn:ServiceTask"}), "has to be a subProcess"),
    ],
)
def test_a_bad_block_is_told_and_stops_no_other(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    # given a good block, a bad one, and one that comes after it
    root = tmp_path / "library"
    put(root, "a-first", id="mine/good", name="Good")
    make(root)
    put(root, "z-last", id="mine/last")
    # when
    library = load([root])
    # then
    assert {"mine/good", "mine/last"} <= library.blocks.keys()
    assert [problem for problem in library.problems if said in problem.message], library.problems
    assert all(problem.file.startswith(str(root)) and problem.hint for problem in library.problems)


def test_circles_of_folders_end(tmp_path: Path) -> None:
    # given families and blocks that lead back to the library itself
    put(tmp_path, "good", id="mine/good")
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "mine" / "circle").symlink_to(tmp_path / "mine", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    # when
    library = load([tmp_path])
    # then
    assert library.blocks["mine/good"].family == "mine"


def test_a_crowd_of_blocks_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given more blocks than a library may hold
    monkeypatch.setattr("procos_studio.library.folder._MOST", 80)
    for number in range(90):
        put(tmp_path, f"b{number:02}")
    # when
    library = load([tmp_path])
    # then
    assert "mine/b79" in library.blocks
    assert "mine/b80" not in library.blocks
    assert [problem.message for problem in library.problems] == [
        "The folder holds more than 80 blocks; the rest is left out."
    ]
