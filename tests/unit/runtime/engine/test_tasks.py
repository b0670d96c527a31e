from __future__ import annotations

from collections.abc import Callable
from typing import Any

from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]


def io(inside: str) -> str:
    return f"<extensionElements><camunda:inputOutput>{inside}</camunda:inputOutput></extensionElements>"


def test_plain_tasks_pass_and_expressions_are_evaluated(play: Play) -> None:
    # given tasks that need nobody outside
    nodes = (
        '<startEvent id="s"/><task id="a"/><manualTask id="b"/>'
        '<serviceTask id="c" camunda:expression="${n * 2}" camunda:resultVariable="m"/><endEvent id="e"/>'
    )
    stage = play(nodes, "s > a\n a > b\n b > c\n c > e")
    # when the process is started
    instance = stage.start(n=21)
    # then it is done at once
    assert stage.path() == ["s", "a", "b", "c", "e"]
    assert stage.engine.variables(instance) == {"n": 21, "m": 42}


def test_topic_task_is_work_with_evaluated_parameters(play: Play) -> None:
    # given a task with a topic, parameters of every form and a result mapping
    nodes = (
        '<startEvent id="s"/><serviceTask id="w" name="Ask" camunda:type="external" camunda:topic="procos.http">'
        + (
            "<extensionElements><camunda:properties><camunda:property name='procos.timeout' value='PT5S'/>"
            "</camunda:properties>"
            "<camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle><camunda:inputOutput>"
            '<camunda:inputParameter name="url">http://host/${path}</camunda:inputParameter>'
            '<camunda:inputParameter name="list"><camunda:list><camunda:value>${n + 1}</camunda:value>'
            "<camunda:value>x</camunda:value></camunda:list></camunda:inputParameter>"
            '<camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">${n}</camunda:entry></camunda:map>'
            "</camunda:inputParameter>"
            '<camunda:inputParameter name="juel"><camunda:script scriptFormat="juel">${n == 1}</camunda:script>'
            "</camunda:inputParameter>"
            '<camunda:outputParameter name="answer">${body.text}</camunda:outputParameter>'
            "</camunda:inputOutput></extensionElements></serviceTask><userTask id='u'/>"
        )
    )
    stage = play(nodes, "s > w\n w > u")
    instance = stage.start(path="p", n=1)
    # then it is handed out once, as told
    [work] = stage.work
    assert (work.kind, work.topic, work.name, work.process) == ("service", "procos.http", "Ask", "p")
    assert work.parameters == {"url": "http://host/p", "list": [2, "x"], "map": {"k": 1}, "juel": True}
    assert work.retries == "R3/PT1S"
    assert work.properties == {"procos.timeout": "PT5S"}
    assert work.variables["n"] == 1
    # when it is done, with results that are local to it
    stage.do("w", body={"text": "hi"}, status=200)
    # then only the mapping comes out
    assert stage.engine.variables(instance) == {"path": "p", "n": 1, "answer": "hi"}
    assert stage.open == ["u"]


def test_results_without_mapping_go_where_the_name_exists(play: Play) -> None:
    # given a task in a sub-process that has a variable of its own
    nodes = (
        '<startEvent id="s"/><subProcess id="sub">'
        + io('<camunda:inputParameter name="own">1</camunda:inputParameter>')
        + '<startEvent id="s1"/><scriptTask id="w" scriptFormat="python"><script>own = 2</script></scriptTask>'
        '<sequenceFlow id="f" sourceRef="s1" targetRef="w"/></subProcess><userTask id="u"/>'
    )
    stage = play(nodes, "s > sub\n sub > u")
    instance = stage.start()
    work = stage.find("w")
    assert (work.kind, work.language, work.code) == ("script", "python", "own = 2")
    # when it gives two results
    stage.do("w", own=2, fresh=3)
    # then the known one stays in the sub-process, the other one goes to the process
    assert stage.engine.variables(instance) == {"fresh": 3}
    scopes = {data["name"]: data["scope"] for data in stage.told(EventKind.VARIABLE_CHANGED)}
    assert scopes["fresh"] == instance
    assert scopes["own"] != instance


def test_user_task_has_a_form_with_values_and_people(play: Play) -> None:
    # given a user task with a form
    nodes = (
        '<startEvent id="s"/><userTask id="u" name="Approve" camunda:assignee="${boss}" camunda:candidateGroups="a, b">'
        "<extensionElements><camunda:formData>"
        '<camunda:formField id="ok" label="Agreed?" type="boolean" defaultValue="${true}"/>'
        '<camunda:formField id="sum" label="Sum" type="long"><camunda:validation>'
        '<camunda:constraint name="min" config="1"/>'
        "</camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>"
    )
    stage = play(nodes, "s > u")
    instance = stage.start(boss="Eva", sum=5)
    # then whoever shows it knows all of that
    work = stage.find("u")
    assert (work.kind, work.assignee) == ("user", "Eva")
    assert [(field["id"], field["value"]) for field in work.form] == [("ok", True), ("sum", 5)]
    [told] = stage.told(EventKind.USER_TASK_CREATED)
    assert told["name"] == "Approve"
    assert told["candidate_groups"] == ["a", "b"]
    assert told["form"][1]["constraints"] == {"min": "1"}
    # when it is answered in part
    stage.do("u", sum=6)
    # then the default stands for the rest
    assert stage.engine.variables(instance) == {"boss": "Eva", "sum": 6, "ok": True}
    assert len(stage.told(EventKind.USER_TASK_COMPLETED)) == 1


def test_receive_task_without_a_message_is_completed_by_hand(play: Play) -> None:
    # given a receive task that names no message
    stage = play('<startEvent id="s"/><receiveTask id="r"/><endEvent id="e"/>', "s > r\n r > e")
    instance = stage.start()
    [waiting] = stage.engine.waiting()
    assert waiting.kind == "receive"
    # when somebody ends the wait
    stage.engine.complete(waiting.token, {"x": 1})
    stage.go()
    # then it goes on
    assert stage.engine.is_ended(instance)


def test_quantities_gather_and_multiply_tokens(play: Play) -> None:
    # given a task that gives two tokens, and one that wants two
    nodes = (
        '<startEvent id="s"/><task id="a" completionQuantity="2"/><userTask id="b"/>'
        '<task id="c" startQuantity="2"/><endEvent id="e"/>'
    )
    stage = play(nodes, "s > a\n a > b\n b > c\n c > e")
    instance = stage.start()
    assert stage.open == ["b", "b"]
    # when both have come
    stage.do("b")
    assert "c" not in stage.path()
    stage.do("b")
    # then it runs once
    assert stage.path().count("c") == 1
    assert stage.engine.is_ended(instance)


def test_data_associations_move_data_objects(play: Play) -> None:
    # given a data object written by one task and read by the next
    nodes = (
        '<startEvent id="s"/><dataObject id="obj" name="order"/><dataObjectReference id="ref" dataObjectRef="obj"/>'
        '<scriptTask id="a" scriptFormat="python"><ioSpecification><dataOutput id="out"/></ioSpecification>'
        '<dataOutputAssociation id="da"><sourceRef>out</sourceRef><targetRef>ref</targetRef></dataOutputAssociation>'
        "<script>out = 1</script></scriptTask>"
        '<scriptTask id="b" scriptFormat="python"><ioSpecification><dataInput id="inp"/></ioSpecification>'
        '<dataInputAssociation id="db"><sourceRef>ref</sourceRef><targetRef>inp</targetRef></dataInputAssociation>'
        "<script>x = inp</script></scriptTask>"
    )
    stage = play(nodes, "s > a\n a > b")
    stage.start()
    # when the first writes
    stage.do("a", out="value")
    # then the second reads, from a variable of its own
    assert stage.find("b").variables["inp"] == "value"
    assert stage.find("b").variables["obj"] == "value"


def test_failed_work_is_an_incident_until_it_is_tried_again(play: Play) -> None:
    # given failed work
    stage = play(
        '<startEvent id="s"/><scriptTask id="w" scriptFormat="python"><script>1</script></scriptTask>', "s > w"
    )
    instance = stage.start()
    first = stage.find("w")
    stage.engine.fail(first.id, "no network")
    stage.go()
    assert stage.told(EventKind.INCIDENT_RAISED) == [{"message": "no network"}]
    assert stage.waits() == {"w": "incident"}
    # when it is tried again
    stage.work.clear()
    stage.engine.retry(first.token)
    stage.go()
    # then it is handed out again, and can be done
    assert stage.open == ["w"]
    stage.do("w")
    assert stage.engine.is_ended(instance)


def test_results_of_unknown_or_cancelled_work_are_ignored(play: Play) -> None:
    # given work of an instance that is cancelled
    stage = play('<startEvent id="s"/><userTask id="u"/><endEvent id="e"/>', "s > u\n u > e")
    instance = stage.start()
    work = stage.find("u")
    stage.engine.cancel(instance, "not needed")
    assert stage.engine.take_cancelled() == [work.id]
    # when its result comes all the same, and one of nobody's
    stage.engine.complete(work.id, {"x": 1})
    stage.engine.complete("nobody", {})
    stage.engine.throw("nobody", "E", "")
    stage.engine.fail("nobody", "")
    stage.engine.retry("nobody")
    stage.go()
    # then nothing happens
    assert stage.path() == ["s"]
    assert stage.told(EventKind.INSTANCE_CANCELLED) == [{"reason": "not needed"}]


def test_bad_mappings_are_incidents_that_lose_nothing(play: Play) -> None:
    # given an output mapping that has no value
    nodes = (
        '<startEvent id="s"/><serviceTask id="w" camunda:type="external" camunda:topic="t">'
        + io('<camunda:outputParameter name="x">${missing}</camunda:outputParameter>')
        + "</serviceTask><userTask id='u'/>"
    )
    stage = play(nodes, "s > w\n w > u")
    instance = stage.start()
    # when the work is done
    stage.do("w", found=1)
    # then the token waits with the reason
    [incident] = stage.told(EventKind.INCIDENT_RAISED)
    assert "missing" in incident["message"]
    # when the variable is there and it is tried again
    stage.engine.instances[instance].root.variables["missing"] = 7
    [waiting] = stage.engine.waiting()
    stage.engine.retry(waiting.token)
    stage.go()
    # then the mapping is done, and the work is not done twice
    assert stage.open == ["u"]
    assert stage.engine.variables(instance)["x"] == 7


def test_a_long_chain_needs_no_recursion(play: Play) -> None:
    # given 3,000 tasks in a row
    count = 3_000
    tasks = "".join(f'<task id="t{number}"/>' for number in range(count))
    wires = "s > t0\n" + "".join(f"t{number} > t{number + 1}\n" for number in range(count - 1))
    stage = play(f'<startEvent id="s"/>{tasks}', wires)
    # when it runs
    instance = stage.start()
    # then all of them completed
    assert stage.engine.is_ended(instance)
    assert len(stage.path()) == count + 1


def test_a_run_passes_by_what_is_commented_out(play: Play) -> None:
    # given steps and an event that would wait, all of them commented out
    out = (
        "<extensionElements><camunda:properties><camunda:property name='procos.commentedOut' value='true'/>"
        "</camunda:properties></extensionElements>"
    )
    nodes = (
        f'<startEvent id="s"/><userTask id="a">{out}<multiInstanceLoopCharacteristics/></userTask>'
        f'<subProcess id="b">{out}<startEvent id="in"/><userTask id="u"/></subProcess>'
        f'<intermediateCatchEvent id="c">{out}<timerEventDefinition/></intermediateCatchEvent>'
        '<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>PT0S</timeDuration>'
        '</timerEventDefinition></boundaryEvent><endEvent id="e"/>'
    )
    stage = play(nodes, "s > a\n a > b\n b > c\n c > e\n in > u")
    # when the process is started
    stage.start()
    # then it is done at once, without work
    assert stage.path() == ["s", "a", "b", "c", "e"]
    assert stage.work == []


def test_a_variable_names_the_expression_that_wrote_it(play: Play) -> None:
    # given an expression with a result
    nodes = '<startEvent id="s"/><serviceTask id="c" camunda:expression="${1}" camunda:resultVariable="m"/>'
    stage = play(nodes, "s > c")
    # when it is evaluated
    stage.start()
    # then its element is told with the variable
    told = [event for event in stage.events if event[0] is EventKind.VARIABLE_CHANGED]
    assert [(element, data["name"]) for _, _, element, _, data in told] == [("c", "m")]


def test_an_error_rule_without_a_value_is_an_incident_and_the_work_can_be_asked_for_again(play: Play) -> None:
    # given work whose results may mean an error
    rule = '<camunda:errorEventDefinition id="d" errorRef="E" expression="${stock == 0}"/>'
    nodes = (
        '<startEvent id="s"/><serviceTask id="w" camunda:type="external" camunda:topic="t">'
        f"<extensionElements>{rule}</extensionElements></serviceTask><endEvent id='e'/>"
    )
    stage = play(nodes, "s > w\n w > e", '<error id="E" errorCode="42"/>')
    instance = stage.start()
    # when the result lacks what the rule looks at
    stage.do("w")
    # then the task waits with an incident
    assert stage.waits() == {"w": "incident"}
    # and when it is tried again with a result that is no error
    stage.engine.retry(stage.engine.waiting()[0].token)
    stage.go()
    stage.do("w", stock=5)
    # then it is done
    assert stage.engine.is_ended(instance)


def test_a_listener_without_a_value_is_an_incident_that_leaves_nothing_behind(play: Play) -> None:
    # given a task whose listener reads a variable that does not exist
    listener = '<camunda:executionListener event="start" expression="${execution.setVariable(\'x\', gone)}"/>'
    nodes = f'<startEvent id="s"/><userTask id="u"><extensionElements>{listener}</extensionElements></userTask>'
    stage = play(nodes, "s > u")
    # when a token comes
    instance = stage.start()
    # then it waits with an incident, and goes on when the variable is there
    assert stage.waits() == {"u": "incident"}
    stage.engine.instances[instance].root.variables["gone"] = 7
    stage.engine.retry(stage.engine.waiting()[0].token)
    stage.go()
    assert stage.find("u").variables["x"] == 7
    assert stage.balance() == {"u": 1}
