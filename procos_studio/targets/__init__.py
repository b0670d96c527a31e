"""Targets: what each engine accepts, as tables over the model."""

from __future__ import annotations

from collections.abc import Mapping

from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem
from procos_studio.targets.camunda7 import LIMITS
from procos_studio.targets.limits import Target

_JAVA = frozenset({"expression.unknown-function", "expression.unknown-method"})
"""An expression there may call the server's beans, and functions such as `dateTime()`."""

TARGETS: Mapping[str, Target] = {
    target.id: target
    for target in (
        Target("embedded", "the studio's own engine", (), ""),
        Target("camunda7", "Camunda 7", LIMITS, "7.24.0", _JAVA),
        Target("operaton", "Operaton", LIMITS, "7.24.0", _JAVA),
    )
}
"""By id. What the embedded engine cannot run is said by the compiler, which knows it exactly."""


def check(diagram: Diagram, target: Target) -> list[Problem]:
    """What this target refuses, ignores, or runs in another way than the drawing says."""
    return [
        Problem(limit.code, limit.severity, f"{target.name}: {finding.message}", finding.elements, finding.hint)
        for limit in target.limits
        for finding in limit.find(diagram)
    ]


__all__ = ["TARGETS", "Target", "check"]
