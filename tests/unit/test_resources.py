from __future__ import annotations

import pytest

from procos_studio.resources import shipped


@pytest.mark.parametrize("folder", ["blocks", "processes", "resources"])
def test_what_is_shipped_is_found(folder: str) -> None:
    assert any(shipped(folder).iterdir())


def test_what_is_not_shipped_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="install ProcOS Studio again"):
        shipped("nothing")
