"""Findings as SARIF 2.1.0 (OASIS), which code hosts show beside a change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from procos_studio import __version__
from procos_studio.problems import Problem, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(findings: Sequence[tuple[str, Sequence[Problem]]]) -> dict[str, Any]:
    """One run over all files; an element id becomes a logical location."""
    codes = sorted({problem.code for _, problems in findings for problem in problems})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "procos", "version": __version__, "rules": [{"id": code} for code in codes]}
                },
                "results": [_result(name, problem) for name, problems in findings for problem in problems],
            }
        ],
    }


def _result(name: str, problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(name.replace("\\", "/"), errors="surrogateescape")}}
    }
    if problem.line:
        location["physicalLocation"]["region"] = {"startLine": problem.line}
    if problem.elements:
        location["logicalLocations"] = [{"name": key, "kind": "element"} for key in problem.elements]
    text = f"{problem.message} {problem.hint}".strip()
    return {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [location],
    }
