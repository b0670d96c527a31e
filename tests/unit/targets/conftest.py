"""Small processes around one thing that an engine does not accept, or does not do as drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram

Make = Callable[..., Diagram]

_OPEN = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">'
)


@pytest.fixture(scope="session")
def make() -> Make:
    """A diagram: root elements, and what stands in a process that begins with `start` and flows into `inside`."""

    def build(inside: str, roots: str = "", *, first: str = "a", start: str = "<startEvent id='start'/>") -> Diagram:
        flow = f"<sequenceFlow id='into' sourceRef='start' targetRef='{first}'/>" if first else ""
        process = (
            "<process id='p' isExecutable='true' camunda:historyTimeToLive='1'>" + start + flow + inside + "</process>"
        )
        return read_bytes(f"{_OPEN}{roots}{process}</definitions>".encode()).diagram

    return build
