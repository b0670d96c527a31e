"""A new file: one executable process and an empty page."""

from __future__ import annotations

import re

from procos_studio import __version__
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import BPMN, BPMNDI, CAMUNDA, DC, DI, MODELER, XSI, bpmn, camunda, clark
from procos_studio.model.records import Definitions, Drawing, Plane, Process

_NAMESPACES: dict[str | None, str] = {
    "bpmn": BPMN,
    "bpmndi": BPMNDI,
    "dc": DC,
    "di": DI,
    "camunda": CAMUNDA,
    "modeler": MODELER,
    "xsi": XSI,
}
HISTORY_TIME_TO_LIVE = "P180D"


def new_diagram(name: str = "") -> Diagram:
    """An empty executable process called `name`; its id is made from the name."""
    stem = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").lower()
    key = stem if re.match(r"[a-z_]", stem) and stem not in _TAKEN else "Process_1"
    return Diagram(
        (
            Definitions(
                "Definitions_1",
                bpmn("definitions"),
                attributes={
                    "id": "Definitions_1",
                    "targetNamespace": "http://bpmn.io/schema/bpmn",
                    "exporter": "ProcOS Studio",
                    "exporterVersion": __version__,
                    clark(MODELER, "executionPlatform"): "Camunda Platform",
                    clark(MODELER, "executionPlatformVersion"): "7.24.0",
                },
                content=(key, "BPMNDiagram_1"),
                namespaces=_NAMESPACES,
            ),
            Process(
                key,
                bpmn("process"),
                "Definitions_1",
                {"id": key, "name": name, "isExecutable": "true", camunda("historyTimeToLive"): HISTORY_TIME_TO_LIVE},
            ),
            Drawing(
                "BPMNDiagram_1",
                clark(BPMNDI, "BPMNDiagram"),
                "Definitions_1",
                {"id": "BPMNDiagram_1"},
                content=("BPMNPlane_1",),
            ),
            Plane(
                "BPMNPlane_1",
                clark(BPMNDI, "BPMNPlane"),
                "BPMNDiagram_1",
                {"id": "BPMNPlane_1", "bpmnElement": key},
            ),
        )
    )


_TAKEN = frozenset({"definitions_1", "bpmndiagram_1", "bpmnplane_1"})
