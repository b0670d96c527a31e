"""Small files to check: what stands in one executable process, and root elements before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram

Make = Callable[..., Diagram]

_OPEN = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="file" targetNamespace="t"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">'
)


@pytest.fixture(scope="session")
def make() -> Make:
    """Flows are written `a>b`, with `?` for a condition: `flows="s>t t>e?"`."""

    def build(inside: str, flows: str = "", roots: str = "", after: str = "", process: str = "") -> Diagram:
        drawn = "".join(_flow(number, flow) for number, flow in enumerate(flows.split()))
        body = f"<process id='p' isExecutable='true' {process}>{inside}{drawn}</process>"
        return read_bytes(f"{_OPEN}{roots}{body}{after}</definitions>".encode()).diagram

    return build


def _flow(number: int, flow: str) -> str:
    source, _, target = flow.rstrip("?").partition(">")
    condition = "<conditionExpression>${x > 1}</conditionExpression>" if flow.endswith("?") else ""
    ends = f"sourceRef='{source}' targetRef='{target}'"
    return f"<sequenceFlow id='{source}-{target}-{number}' {ends}>{condition}</sequenceFlow>"
