"""Runnable: the plan of a file of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from procos_studio.bpmn import read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused


def plan_of(file: Path, source: bytes = b"") -> Plan:
    """What a file compiles to; the test is skipped where it does not run."""
    try:
        plan = compile_plan(read_file(file).diagram, source=source).plan
    except Refused:
        plan = None
    if plan is None:
        pytest.skip("the file does not run")
    return plan
