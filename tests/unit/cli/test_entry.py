"""The door of the `procos` command: who hears Ctrl-C when."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from procos_studio.cli import entry


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Give Ctrl-C back to whoever had it."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("before", "heard"),
    [
        (signal.default_int_handler, [signal.SIG_DFL, signal.default_int_handler, signal.SIG_DFL]),
        (signal.SIG_IGN, [signal.SIG_IGN, signal.SIG_IGN, signal.SIG_IGN]),
    ],
)
def test_ctrl_c_ends_what_only_loads_and_is_answered_by_what_runs(
    monkeypatch: pytest.MonkeyPatch, before: Any, heard: list[Any]
) -> None:
    # given a command that is started with Ctrl-C as usual, or ignored as in the background of a shell
    signal.signal(signal.SIGINT, before)
    found = []

    def note() -> int:
        found.append(signal.getsignal(signal.SIGINT))
        return 7

    def load(name: str) -> Any:
        note()
        assert name == "procos_studio.cli.main"
        return SimpleNamespace(main=note)

    monkeypatch.setattr(entry, "import_module", load)
    # when it loads, runs and is done, then Ctrl-C ends it, is answered by it, and ends it
    assert entry.main() == 7
    assert [*found, signal.getsignal(signal.SIGINT)] == heard
