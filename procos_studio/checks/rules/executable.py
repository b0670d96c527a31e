"""A file holds something that can be started."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Process
from procos_studio.problems import Problem, info

CODE = "process.not-executable"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Camunda 7 deploys a process without isExecutable silently as nothing."""
    for process in diagram.children(diagram.root.id, Process):
        if not process.is_executable and process.children:
            yield info(
                CODE,
                f"“{process.label}” is not marked executable; Camunda 7 would deploy nothing.",
                process.id,
                hint="Mark the process executable, if it is to run there.",
            )
