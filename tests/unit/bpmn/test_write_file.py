from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from procos_studio.bpmn import new_diagram, read_file, write_bytes, write_file


def test_a_file_is_written_and_read_again(tmp_path: Path) -> None:
    write_file(new_diagram("Order"), tmp_path / "a.bpmn")
    assert read_file(tmp_path / "a.bpmn").diagram["order"].name == "Order"


def test_the_mode_of_an_old_file_stays_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old.bpmn", tmp_path / "new.bpmn"
    old.write_text("")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_file(new_diagram(), old)
        write_file(new_diagram(), new)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a disk that is full when the file is flushed
    target = tmp_path / "a.bpmn"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    # when it is saved
    with pytest.raises(OSError, match="No space"):
        write_file(new_diagram(), target)
    # then the old file is whole
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.bpmn", tmp_path / "link.bpmn"
    real.write_text("old")
    link.symlink_to(real)
    write_file(new_diagram(), link)
    assert link.is_symlink()
    assert real.read_bytes() == write_bytes(new_diagram())


def test_a_link_that_leads_to_itself_is_not_replaced(tmp_path: Path) -> None:
    ring = tmp_path / "ring.bpmn"
    ring.symlink_to(ring)
    with pytest.raises(OSError, match="symbolic links"):
        write_file(new_diagram(), ring)
    assert list(tmp_path.iterdir()) == [ring]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(new_diagram(), os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_file(new_diagram(), tmp_path / "none" / "a.bpmn")
    with pytest.raises(IsADirectoryError):
        write_file(new_diagram(), tmp_path)


def test_a_file_that_is_not_to_be_written_stays_although_its_folder_may_be(tmp_path: Path) -> None:
    # given a read-only file in a folder that may be written
    path = tmp_path / "kept.bpmn"
    path.write_text("old")
    path.chmod(0o444)
    # when it is saved, it is refused, and nothing is left beside it
    with pytest.raises(PermissionError) as refused:
        write_file(new_diagram("New"), path)
    assert refused.value.filename == str(path)
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["kept.bpmn"]
