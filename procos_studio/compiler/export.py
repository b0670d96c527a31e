"""Export: a diagram as the BPMN that an engine accepts, with a word on everything that was changed for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from procos_studio.bpmn import schema, write_bytes
from procos_studio.compiler.normalisations import NORMALISATIONS
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import MODELER, clark
from procos_studio.problems import Problem
from procos_studio.targets import Target, check


@dataclass(frozen=True)
class Exported:
    """The file for the engine, what was changed for it, and what it would still refuse or misread."""

    data: bytes
    problems: tuple[Problem, ...]
    changes: tuple[str, ...]


def export(diagram: Diagram, target: Target) -> Exported:
    """BPMN for `target`; the diagram itself stays as it is.

    Errors among the problems mean that the engine would refuse the file; the data is there all the same.
    """
    copy = Diagram(diagram.elements.values())
    changes: list[str] = []
    with copy.edit(f"Export for {target.name}") as tx:
        for normalise in NORMALISATIONS:
            changes.extend(normalise(copy, tx))
        platform = {
            clark(MODELER, "executionPlatform"): "Camunda Platform",
            clark(MODELER, "executionPlatformVersion"): target.platform_version,
        }
        tx.put(copy.root.with_attribute_map(platform))
    data = write_bytes(copy)
    # Lines of the exported text would mislead: the reader of the problems has the diagram before them
    faults = (replace(problem, line=None) for problem in schema.validate(data))
    return Exported(data, (*check(copy, target), *faults), tuple(changes))
