"""How much of the BPMN conformance suite the runtime passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REQUIRED = 0.75


def test_at_least_three_quarters_of_the_cases_pass(
    cases_folder: Path, run_all: Callable[[Path], list[Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    # given the case files below a folder
    # when each of them is run through the real runtime
    verdicts = run_all(cases_folder)
    # then the count is shown, and enough of them pass
    passed = [verdict.name for verdict in verdicts if not verdict.faults]
    with capsys.disabled():
        print(f"\nconformance: {len(passed)} of {len(verdicts)} cases pass")
        for verdict in verdicts:
            for fault in verdict.faults:
                print(f"  {verdict.name} {fault}")
    assert verdicts, f"no case files in {cases_folder}"
    assert len(passed) >= REQUIRED * len(verdicts)
