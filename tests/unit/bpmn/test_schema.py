from __future__ import annotations

import pytest

from procos_studio.bpmn import new_diagram, schema, write_bytes
from procos_studio.bpmn.blank import new_diagram as blank
from procos_studio.model.records import Process

OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">\n'


@pytest.mark.parametrize("name", ["", "Order", "Größe & Co", "1st", "Definitions 1", "a" * 300, "BPMNPlane_1", "\n"])
def test_a_new_file_is_valid_whatever_its_name(name: str) -> None:
    diagram = new_diagram(name)
    assert schema.validate(write_bytes(diagram)) == []
    (process,) = diagram.children(diagram.root.id, Process)
    assert process.name == name
    assert process.is_executable
    assert diagram.plane_of(process.id) is not None


def test_the_id_of_a_new_process_comes_from_its_name() -> None:
    assert "pay_invoice" in blank("Pay invoice!")
    assert "Process_1" in blank("1st")


def test_a_fault_has_its_line_and_the_id_of_its_element() -> None:
    inside = '<process id="p">\n<task id="t">\n<incoming>f</incoming>\n<documentation/>\n</task>\n</process>\n'
    (problem,) = schema.validate((OPEN + inside + "</definitions>").encode())
    assert (problem.code, problem.line, problem.elements) == ("bpmn.schema", 5, ("t",))
    assert "documentation" in problem.message
    assert "http://www.omg.org/spec/BPMN" not in problem.message


def test_a_file_that_is_wrong_everywhere_gives_a_hundred_faults() -> None:
    assert len(schema.validate((OPEN + "<wrong/>" * 500 + "</definitions>").encode())) <= 100
