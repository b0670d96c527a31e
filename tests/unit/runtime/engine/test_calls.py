"""Call activities: which version of a process they call, and what they say where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">'
)
FLOW = '<sequenceFlow id="f{0}{1}" sourceRef="{0}" targetRef="{1}"/>'


def caller(settings: str) -> str:
    return (
        f'<process id="p" isExecutable="true"><startEvent id="s"/><callActivity id="c" calledElement="q" {settings}/>'
        f"{FLOW.format('s', 'c')}</process>"
    )


def called(task: str, tag: str = "") -> str:
    return (
        f'<process id="q" isExecutable="true" camunda:versionTag="{tag}"><startEvent id="qs"/><userTask id="{task}"/>'
        f"{FLOW.format('qs', task)}</process>"
    )


def file(*processes: str) -> Plan:
    xml = f"{HEAD}{''.join(processes)}</definitions>".encode()
    found = compile_plan(read_bytes(xml).diagram, source=xml)
    assert found.plan is not None, found.problems
    return found.plan


@pytest.mark.parametrize(
    ("settings", "reached"),
    [
        ("", "third"),
        ('camunda:calledElementBinding="latest"', "third"),
        ('camunda:calledElementBinding="deployment"', "beside"),
        ('camunda:calledElementBinding="version" camunda:calledElementVersion="1"', "first"),
        ('camunda:calledElementBinding="version" camunda:calledElementVersion="${n + 1}"', "beside"),
        ('camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="gold"', "first"),
    ],
)
def test_a_call_reaches_the_version_that_it_is_bound_to(stage: type[Any], settings: str, reached: str) -> None:
    # given three versions of the called process, the second of them in the file of the caller
    plans = [file(called("first", "gold")), file(caller(settings), called("beside")), file(called("third", "lead"))]
    scene = stage(*plans)
    # when it is called
    scene.start("p", n=1)
    # then the version that the binding means has begun
    assert scene.open == [reached]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('camunda:calledElementBinding="version" camunda:calledElementVersion="7"', "has no version “7”"),
        ('camunda:calledElementBinding="version" camunda:calledElementVersion="0"', "has no version “0”"),
        ('camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="x"', "with the tag “x”"),
        ('camunda:calledElementBinding="deployment"', "was not deployed together"),
    ],
)
def test_a_call_without_its_version_is_an_incident(stage: type[Any], settings: str, said: str) -> None:
    # given a call bound to a version that is not there
    scene = stage(file(called("first", "gold")), file(caller(settings)))
    # when it is made
    scene.start("p")
    # then it waits and says so
    (waiting,) = scene.engine.waiting()
    assert (waiting.element, waiting.kind) == ("c", "incident")
    assert said in waiting.detail


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('camunda:calledElementBinding="newest"', "plan.binding"),
        ('camunda:calledElementBinding="version"', "plan.binding"),
        ('camunda:calledElementTenantId="acme"', "plan.tenant"),
    ],
)
def test_a_binding_that_means_nothing_is_a_problem_of_the_call(settings: str, code: str) -> None:
    xml = f"{HEAD}{caller(settings)}{called('first')}</definitions>".encode()
    problems = compile_plan(read_bytes(xml).diagram).problems
    assert [(problem.code, problem.elements) for problem in problems] == [(code, ("c",))]
