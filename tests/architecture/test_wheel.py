"""A wheel holds all that a checkout holds: both commands, blocks, processes and resources."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("blocks", "processes", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", *command], check=True, timeout=120)
    return next(folder.glob("*.whl"))


def test_a_wheel_carries_every_shipped_file(wheel: Path) -> None:
    # Given the files that git or the checkout holds in the shipped folders
    files = {path.relative_to(ROOT) for folder in SHIPPED for path in (ROOT / folder).rglob("*") if path.is_file()}
    # When the wheel is opened
    names = set(zipfile.ZipFile(wheel).namelist())
    # Then each is in it
    assert files
    assert {str(path) for path in files if f"procos_studio/_shipped/{path}" not in names} == set()


def test_an_installed_wheel_finds_its_blocks(wheel: Path, tmp_path: Path) -> None:
    # Given the wheel, unpacked as an installation does
    zipfile.ZipFile(wheel).extractall(tmp_path)
    # When the command runs from there, away from the checkout
    code = "import sys; from procos_studio.cli.main import main; sys.exit(main(['blocks', 'list']))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
    )  # fmt: skip
    # Then the library is the wheel's
    assert done.returncode == 0, done.stderr
    assert "integration/http-request" in done.stdout


def test_a_wheel_has_both_commands(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    name = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    entries = archive.read(name).decode()
    assert "procos = procos_studio.cli.entry:main" in entries
    assert "procos-studio = procos_studio.app.main:main" in entries
