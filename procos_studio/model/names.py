"""Namespaces of the files we read and write, and Clark names made from them."""

from __future__ import annotations

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
OPERATON = "http://operaton.org/schema/1.0/bpmn"
ACTIVITI = "http://activiti.org/bpmn"
MODELER = "http://camunda.org/schema/modeler/1.0"
COLOR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0"
BIOC = "http://bpmn.io/schema/bpmn/biocolor/1.0"
PROCOS = "http://procos.dev/schema/1.0/bpmn"

ENGINE_NAMESPACES = (CAMUNDA, OPERATON, ACTIVITI)
"""In which engines' extensions are found: the one we write, its heir's, and the one that came before it."""

PREFIXES: dict[str, str] = {
    "bpmn": BPMN,
    "bpmndi": BPMNDI,
    "dc": DC,
    "di": DI,
    "xsi": XSI,
    "camunda": CAMUNDA,
    "modeler": MODELER,
    "color": COLOR,
    "bioc": BIOC,
    "procos": PROCOS,
}


def clark(namespace: str, local: str) -> str:
    """`{namespace}local`."""
    return f"{{{namespace}}}{local}"


def bpmn(local: str) -> str:
    """The Clark name of a BPMN element."""
    return f"{{{BPMN}}}{local}"


def camunda(local: str) -> str:
    """The Clark name of a Camunda extension; write this one for Camunda 7 and Operaton alike."""
    return f"{{{CAMUNDA}}}{local}"


def procos(local: str) -> str:
    """The Clark name of an extension of our own."""
    return f"{{{PROCOS}}}{local}"


def local_name(tag: str) -> str:
    """`task` of `{…}task`."""
    return tag.rpartition("}")[2]


def namespace_of(tag: str) -> str:
    """The namespace of a Clark name, `""` without one."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def local_reference(value: str) -> str:
    """The id that a QName-typed reference such as `messageRef="tns:m1"` names."""
    return value.strip().rpartition(":")[2]
