"""What all tests share: where the files of others are, and a Qt that needs no screen."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whatever language the machine speaks, the studio speaks English to the tests.
os.environ["LC_ALL"] = "C.UTF-8"
# What a shell starts in the background ignores Ctrl-C, and so would the commands under test.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Folders with files of others, and a server of others to deploy to."""
    parser.addoption("--corpus", metavar="DIR", help="BPMN files to open and save (default: ../shared/corpus)")
    parser.addoption("--cases", metavar="DIR", help="conformance cases (default: ../shared/conformance)")
    parser.addoption("--camunda", metavar="URL", help="REST base of a Camunda 7 or Operaton to deploy to")
    parser.addoption("--kills", choices=["some", "all"], default="some", help="how many moments a run is killed at")
    asked = "ask a real Camunda 7 again what it does in our cases; `--referee=write` keeps the answers"
    parser.addoption("--referee", nargs="?", const="ask", choices=["ask", "write"], help=asked)
    parser.addoption("--seed", type=int, default=0, help="the first of the random processes to compare with Camunda")
    parser.addoption("--worlds", type=int, default=200, help="how many of them")


def bpmn_files(folder: Path) -> list[Path]:
    """Every file below a folder that may be BPMN, in a stable order."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".bpmn", ".xml", ".bpmn2"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test that asks for `corpus_file` each file of the corpus, or skip it where there is none."""
    if "corpus_file" not in metafunc.fixturenames:
        return
    folder = Path(metafunc.config.getoption("--corpus") or SHARED / "corpus")
    files = bpmn_files(folder) if folder.is_dir() else []
    if files:
        metafunc.parametrize("corpus_file", files, ids=[path.stem[-60:] for path in files])
    else:
        skip = pytest.mark.skip(reason=f"no corpus of BPMN files in {folder}; give another with --corpus DIR")
        metafunc.parametrize("corpus_file", [pytest.param(None, marks=skip)], ids=["none"])


@pytest.fixture(scope="session")
def corpus_files(request: pytest.FixtureRequest) -> list[Path]:
    """Every file of the corpus; skips where there is none."""
    folder = Path(request.config.getoption("--corpus") or SHARED / "corpus")
    files = bpmn_files(folder) if folder.is_dir() else []
    if not files:
        pytest.skip(f"no corpus of BPMN files in {folder}; give another with --corpus DIR")
    return files


@pytest.fixture(scope="session")
def cases_folder(request: pytest.FixtureRequest) -> Path:
    """The folder of the conformance cases; skips where there is none."""
    folder = Path(request.config.getoption("--cases") or SHARED / "conformance")
    if not folder.is_dir():
        pytest.skip(f"no conformance cases in {folder}; give another folder with --cases DIR")
    return folder
