from __future__ import annotations

from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, read_file
from procos_studio.compiler import Compiled, compile_plan
from procos_studio.model.records import FlowNode
from procos_studio.problems import Refused, Severity, has_errors

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="definitions">'
)


def compiled(nodes: str, root: str = "") -> Compiled:
    text = f'{HEAD}{root}<process id="p" isExecutable="true">{nodes}</process></definitions>'
    return compile_plan(read_bytes(text.encode()).diagram, "file.bpmn")


def reached(node: str, key: str = "x") -> str:
    """A process in which a token comes to the node."""
    return f'<startEvent id="s"/>{node}<sequenceFlow id="f" sourceRef="s" targetRef="{key}"/>'


CANNOT_RUN = {
    "java class": ('<serviceTask id="x" camunda:class="a.B"/>', "plan.unsupported"),
    "java delegate": ('<serviceTask id="x" camunda:delegateExpression="${bean}"/>', "plan.unsupported"),
    "decision": ('<businessRuleTask id="x" camunda:decisionRef="d"/>', "plan.unsupported"),
    "mail task": ('<serviceTask id="x" camunda:type="mail"/>', "plan.unsupported"),
    "no topic": ('<serviceTask id="x" camunda:type="external"/>', "plan.no-topic"),
    "language": ('<scriptTask id="x" scriptFormat="groovy"><script>1</script></scriptTask>', "plan.language"),
    "no language": ('<scriptTask id="x"><script>1</script></scriptTask>', "plan.language"),
    "script elsewhere": ('<scriptTask id="x" scriptFormat="python" camunda:resource="a.py"/>', "plan.unsupported"),
    "unknown method": ('<serviceTask id="x" camunda:expression="${bean.doIt()}"/>', "expression.unknown-method"),
    "syntax": ('<serviceTask id="x" camunda:expression="${1 +}"/>', "expression.syntax"),
    "call of nothing": ('<callActivity id="x"/>', "plan.no-call"),
    "case call": ('<callActivity id="x" camunda:caseRef="c"/>', "plan.no-call"),
    "endless list": ('<task id="x"><multiInstanceLoopCharacteristics/></task>', "plan.loop"),
    "negative maximum": ('<task id="x"><standardLoopCharacteristics loopMaximum="-1"/></task>', "plan.loop"),
    "no tokens": ('<task id="x" completionQuantity="0"/>', "plan.quantity"),
    "nameless message": (
        '<intermediateCatchEvent id="x"><messageEventDefinition/></intermediateCatchEvent>',
        "plan.nameless",
    ),
    "no time": ('<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>', "plan.timer"),
    "bad time": (
        '<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>5 minutes</timeDuration>'
        "</timerEventDefinition></intermediateCatchEvent>",
        "plan.timer",
    ),
    "wrong place": ('<intermediateCatchEvent id="x"><errorEventDefinition/></intermediateCatchEvent>', "plan.event"),
    "lost link": (
        '<intermediateThrowEvent id="x"><linkEventDefinition name="L"/></intermediateThrowEvent>',
        "plan.link",
    ),
    "two starts": ('<subProcess id="x"><startEvent id="a"/><startEvent id="b"/></subProcess>', "plan.starts"),
    "java mapping": ('<callActivity id="x" calledElement="q" camunda:variableMappingClass="a.B"/>', "plan.unsupported"),
    "connector": (
        '<serviceTask id="x"><extensionElements><camunda:connector/></extensionElements></serviceTask>',
        "plan.unsupported",
    ),
    "connector of an event": (
        '<intermediateThrowEvent id="x"><messageEventDefinition><extensionElements><camunda:connector/>'
        "</extensionElements></messageEventDefinition></intermediateThrowEvent>",
        "plan.unsupported",
    ),
    "no event behind the gateway": (
        '<eventBasedGateway id="x"/><task id="t"/><sequenceFlow id="g" sourceRef="x" targetRef="t"/>',
        "plan.event",
    ),
    "script parameter": (
        '<serviceTask id="x" camunda:type="external" camunda:topic="t"><extensionElements><camunda:inputOutput>'
        '<camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script>'
        "</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "plan.mapping",
    ),
}


@pytest.mark.parametrize("case", CANNOT_RUN)
def test_what_cannot_run_is_an_error_that_names_the_element(case: str) -> None:
    # given a node that cannot run, where a token comes to it
    node, code = CANNOT_RUN[case]
    # when it is compiled
    result = compiled(reached(node))
    # then there is no plan, and the problem names element and remedy
    assert result.plan is None
    [problem] = [problem for problem in result.problems if problem.severity is Severity.ERROR]
    assert problem.code == code
    assert "x" in problem.elements
    assert problem.hint


@pytest.mark.parametrize("case", CANNOT_RUN)
def test_where_no_token_comes_it_is_a_warning_and_an_obstacle(case: str) -> None:
    # given the same node off the way
    node, code = CANNOT_RUN[case]
    result = compiled(f'<startEvent id="s"/>{node}')
    # when it is compiled, then the plan holds it with the reason
    assert result.plan is not None
    assert code in [problem.code for problem in result.problems]
    [found] = [item for item in result.plan.processes[0].nodes if item.id == "x"]
    assert found.obstacle is not None


def test_a_plain_condition_is_an_error_with_the_mend() -> None:
    # given a condition in Python
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>'
        '<sequenceFlow id="g" sourceRef="x" targetRef="a"><conditionExpression>n > 1</conditionExpression>'
        "</sequenceFlow>"
    )
    # when it is compiled, then the flow is named and the mend told
    result = compiled(nodes)
    [problem] = result.problems
    assert problem.code == "plan.condition"
    assert problem.elements == ("g", "x")
    assert problem.hint == "Write ${n > 1}."


def test_flows_that_lead_nowhere_or_over_a_border_are_errors() -> None:
    # given a flow without an end, and one into a sub-process
    for nodes in (
        '<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="nobody"/>',
        '<startEvent id="s"/><subProcess id="u"><task id="t"/></subProcess>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="t"/>',
    ):
        # when it is compiled, then the flow is named
        result = compiled(nodes)
        assert [problem.code for problem in result.problems] == ["plan.flow"]
        assert result.problems[0].elements[0] == "f"


def test_a_task_without_an_implementation_runs_with_a_warning() -> None:
    # given tasks that nobody has filled in yet
    result = compiled(reached('<serviceTask id="x"/>'))
    # when they are compiled, then there is a plan and a warning
    assert result.plan is not None
    assert [(str(problem.severity), problem.code) for problem in result.problems] == [
        ("warning", "plan.no-implementation")
    ]


def test_an_empty_diagram_or_a_process_without_a_start_is_an_error() -> None:
    # given nothing to run
    assert compiled("").plan is None
    # and given a circle that nothing enters
    circle = '<task id="a"/><task id="b"/>' + "".join(
        f'<sequenceFlow id="f{one}" sourceRef="{one}" targetRef="{two}"/>' for one, two in ("ab", "ba")
    )
    # when it is compiled, then the process is named
    result = compiled(circle)
    assert [problem.code for problem in result.problems] == ["plan.no-start"]


def test_processes_that_are_not_executable_only_warn_beside_one_that_is() -> None:
    # given a pool that only illustrates
    root = '<process id="other"><startEvent id="o"/><serviceTask id="j" camunda:class="a.B"/>' + (
        '<sequenceFlow id="of" sourceRef="o" targetRef="j"/></process>'
    )
    result = compiled(reached('<task id="x"/>'), root)
    # when the file is compiled, then it runs
    assert result.plan is not None
    assert [process.is_executable for process in result.plan.processes] == [False, True]


def test_global_tasks_are_processes_of_one_node() -> None:
    # given a global script task
    root = '<globalScriptTask id="g" scriptFormat="python"><script>1</script></globalScriptTask>'
    result = compiled(reached('<callActivity id="x" calledElement="g"/>'), root)
    # when it is compiled, then it can be called
    assert result.plan is not None
    assert [process.id for process in result.plan.processes] == ["p", "g"]
    assert result.plan.processes[1].nodes[0].kind == "scriptTask"


def test_the_plan_is_of_one_revision_of_the_diagram() -> None:
    # given an edited diagram
    diagram = read_bytes(f'{HEAD}<process id="p"><startEvent id="s"/></process></definitions>'.encode()).diagram
    with diagram.edit("Rename") as tx:
        tx.put(diagram["s"].with_attributes(name="Begin"))
    # when it is compiled, then the plan says of which revision it is
    plan = compile_plan(diagram, "x").plan
    assert plan is not None
    assert (plan.revision, plan.name) == (1, "x")


def test_every_file_gives_a_plan_or_problems_and_no_node_is_lost(corpus_file: Path) -> None:
    # given a file of another tool
    try:
        diagram = read_file(corpus_file).diagram
    except Refused:
        pytest.skip("the reader refuses it")
    # when it is compiled
    result = compile_plan(diagram, corpus_file.name)
    # then there is a plan with every flow node, or there are errors that name elements
    assert (result.plan is None) == has_errors(result.problems)
    assert all(problem.elements and problem.elements[0] in diagram for problem in result.problems)
    if result.plan is not None:
        compiled_ids = sorted(node.id for process in result.plan.processes for node in process.nodes)
        drawn_ids = sorted(element.id for element in diagram.all(FlowNode))
        tasks = {process.id for process in result.plan.processes if process.id not in drawn_ids and not process.flows}
        assert [key for key in compiled_ids if key not in tasks or key in drawn_ids] == drawn_ids


@pytest.mark.parametrize(
    ("listener", "outcome"),
    [
        ('<camunda:executionListener event="start" expression="${execution.setVariable(\'x\', 1)}"/>', "runs"),
        ('<camunda:executionListener event="end" expression="${1 + 1}"/>', "runs"),
        ('<camunda:executionListener event="end"><camunda:script scriptFormat="juel">${1}</camunda:script>'
         "</camunda:executionListener>", "runs"),
        ('<camunda:executionListener event="start" class="a.B"/>', "error"),
        ('<camunda:executionListener event="start" expression="${bean.notify(execution)}"/>', "error"),
        ('<camunda:executionListener event="start"><camunda:script scriptFormat="groovy">1</camunda:script>'
         "</camunda:executionListener>", "error"),
        ('<camunda:taskListener event="delete" expression="${1}"/>', "warning"),
        ('<camunda:taskListener event="delete" class="a.B"/>', "warning"),
    ],
)  # fmt: skip
def test_a_listener_is_evaluated_or_named_by_a_problem(listener: str, outcome: str) -> None:
    # given a task with a listener
    result = compiled(reached(f'<userTask id="x"><extensionElements>{listener}</extensionElements></userTask>'))
    # when it is compiled, then the listener is in the plan, or a problem names the task
    found = [(str(item.severity), item.elements[0]) for item in result.problems if item.code == "plan.listener"]
    assert found == ([] if outcome == "runs" else [(outcome, "x")])
    assert (result.plan is None) == (outcome == "error")
    if result.plan is not None:
        node = next(node for node in result.plan.processes[0].nodes if node.id == "x")
        assert bool(node.listeners) == (outcome == "runs")


def test_a_listener_in_java_is_an_error_on_flows_and_processes_too() -> None:
    # given one on a flow that a token takes, and one on the process
    java = '<extensionElements><camunda:executionListener event="{}" class="a.B"/></extensionElements>'
    body = (
        f'{java.format("end")}<startEvent id="s"/><task id="t"/>'
        f'<sequenceFlow id="f" sourceRef="s" targetRef="t">{java.format("take")}</sequenceFlow>'
    )
    # when they are compiled, then both are named
    problems = compiled(body).problems
    assert {item.elements[0] for item in problems if item.code == "plan.listener"} == {"f", "p"}
