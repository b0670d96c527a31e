"""The pipeline: retries, what ends a task, and what each stage finds, over the real engine on a virtual clock."""

import json
from typing import Any

import pytest

from procos_studio.runtime.events import EventKind
from procos_studio.runtime.settings import Backoff, Endpoint, Settings

K = EventKind
CATCH = """<boundaryEvent id="caught" attachedToRef="work"><errorEventDefinition errorRef="err"
  camunda:errorMessageVariable="reason" /></boundaryEvent><endEvent id="after" />
  <sequenceFlow id="x" sourceRef="caught" targetRef="after" />"""


def service(
    topic: str, parameters: dict[str, str] | None = None, retries: str = "", **properties: str
) -> tuple[str, str]:
    """An external task `work` with parameters, retries and `procos.` properties."""
    inputs = "".join(
        f'<camunda:inputParameter name="{name}">{text}</camunda:inputParameter>'
        for name, text in (parameters or {}).items()
    )
    tuned = "".join(
        f'<camunda:property name="procos.{name}" value="{text.replace(chr(34), "&quot;")}" />'
        for name, text in properties.items()
    )
    extensions = f"<camunda:inputOutput>{inputs}</camunda:inputOutput><camunda:properties>{tuned}</camunda:properties>"
    if retries:
        extensions += f"<camunda:failedJobRetryTimeCycle>{retries}</camunda:failedJobRetryTimeCycle>"
    return "work", (
        f'<serviceTask id="work" camunda:type="external" camunda:topic="{topic}">'
        f"<extensionElements>{extensions}</extensionElements></serviceTask>"
    )


def script(code: str, **properties: str) -> tuple[str, str]:
    tuned = "".join(f'<camunda:property name="procos.{name}" value="{text}" />' for name, text in properties.items())
    extensions = f"<extensionElements><camunda:properties>{tuned}</camunda:properties></extensionElements>"
    return "work", f'<scriptTask id="work" scriptFormat="python">{extensions}<script>{code}</script></scriptTask>'


def messages(scene: Any) -> list[str]:
    return [incident.message for incident in scene.runtime.state.incidents.values()]


def lights(scene: Any) -> list[str]:
    return [light.verdict for light in scene.runtime.state.elements["work"].stages]


@pytest.fixture
def dead() -> str:
    """An address where nobody listens: the discard port, which no machine serves any more."""
    return "http://127.0.0.1:9"


def stages_at_rest(run: Any, body: str, **options: Any) -> tuple[Any, list[str], list[str]]:
    """The scene, its incidents and the lights of `work`, before the run is stopped."""
    found: list[Any] = []

    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {"n": 1})
        await scene.runtime.until_idle()
        found.extend([messages(scene), lights(scene)])

    scene = run(body, act, **options)
    return scene, found[0], found[1]


def test_a_failure_is_tried_again_after_the_waits_and_then_is_an_incident(run: Any, line: Any, dead: str) -> None:
    task = service("procos.http", {"url": dead}, "PT10S,PT1M")
    scene, incidents, shown = stages_at_rest(run, line(task))
    retries = scene.of(K.RETRY_SCHEDULED)
    began = scene.of(K.STAGE_STARTED)[0].time
    assert [(event.data["attempt"], event.data["due"] - began) for event in retries] == [(2, 10.0), (3, 70.0)]
    assert incidents == [f"Nothing answers at {dead}."]
    assert shown == ["passed", "failed", "", "", ""]


def test_without_a_cycle_the_settings_decide(run: Any, line: Any, dead: str) -> None:
    settings = Settings(backoff=Backoff(attempts=4, first=2.0, factor=3.0, jitter=0.0))
    scene, _, _ = stages_at_rest(run, line(service("procos.http", {"url": dead})), settings=settings)
    waits = [event.data["due"] - event.time for event in scene.of(K.RETRY_SCHEDULED)]
    assert waits == [2.0, 6.0, 18.0]


def test_a_cycle_that_is_not_understood_is_an_incident(run: Any, line: Any) -> None:
    _, incidents, _ = stages_at_rest(run, line(service("procos.transform", {}, "often")))
    assert incidents == ["The retry time cycle 'often' is not understood; write for example R3/PT10S."]


def test_wrong_parameters_are_not_tried_again(run: Any, line: Any) -> None:
    scene, incidents, shown = stages_at_rest(run, line(service("procos.http", {"url": "nowhere"})))
    assert "no web address" in incidents[0]
    assert (shown[:2], scene.of(K.RETRY_SCHEDULED)) == (["passed", "failed"], [])


def test_a_topic_that_nobody_serves_is_an_incident(run: Any, line: Any) -> None:
    _, incidents, shown = stages_at_rest(run, line(service("warehouse")))
    assert (incidents, shown[0]) == (["Nobody serves the topic “warehouse”."], "failed")


def test_a_script_throws_an_error_that_the_diagram_catches(run: Any, line: Any) -> None:
    scene = run(line(script("raise BpmnError('LATE', 'too late')")) + CATCH)
    assert (scene.status, scene.variables) == ("done", {"n": 1, "reason": "too late"})
    assert str(scene.runtime.state.elements["work"].status) == "failed"


def test_an_error_that_nothing_catches_fails_the_instance(run: Any, line: Any) -> None:
    scene = run(line(script("raise BpmnError('OTHER', 'odd')")) + CATCH)
    assert (scene.status, list(scene.runtime.state.uncaught)) == ("failed", ["error OTHER"])


def test_a_task_that_fails_for_good_throws_its_error_code(run: Any, line: Any, dead: str) -> None:
    scene = run(line(service("procos.http", {"url": dead}, "R2/PT1S", errorCode="LATE")) + CATCH)
    assert (scene.status, scene.variables["reason"]) == ("done", f"Nothing answers at {dead}.")
    assert len(scene.of(K.RETRY_SCHEDULED)) == 1


def test_a_script_with_an_error_is_an_incident_with_its_line(run: Any, line: Any) -> None:
    _, incidents, shown = stages_at_rest(run, line(script("x = 1\nx = y")))
    assert incidents == ["The script failed (line 2): NameError: name 'y' is not defined"]
    assert shown == ["passed", "passed", "failed", "", ""]


def test_a_script_that_takes_too_long_is_stopped(run: Any, line: Any) -> None:
    _, incidents, _ = stages_at_rest(run, line(script("while True: pass", timeout="PT0.3S")))
    assert incidents == ["The script was stopped after 0.3 s."]


def test_a_time_limit_that_is_none_is_told(run: Any, line: Any) -> None:
    _, incidents, _ = stages_at_rest(run, line(script("pass", timeout="soon")))
    assert "“soon” is no duration" in incidents[0]


@pytest.mark.parametrize("level", ["medium", "high", "none"])
def test_a_stricter_sandbox_than_there_is_stops_the_task(run: Any, line: Any, level: str) -> None:
    _, incidents, shown = stages_at_rest(run, line(script("pass", sandbox=level)))
    assert (f"“{level}” is not available" in incidents[0], shown[1]) == (True, "failed")


SCHEMA = json.dumps({"type": "object", "required": ["total"], "properties": {"total": {"type": "integer"}}})


def test_a_result_that_fits_its_schema_passes(run: Any, line: Any) -> None:
    scene = run(line(service("procos.transform", {"total": "${n + 1}"}, resultSchema=SCHEMA)))
    assert scene.of(K.STAGE_FINISHED, "work")[3].data["detail"] == "schema total:number"


def test_a_result_that_does_not_fit_its_schema_fails(run: Any, line: Any) -> None:
    _, incidents, shown = stages_at_rest(run, line(service("procos.transform", {"total": "much"}, resultSchema=SCHEMA)))
    assert (incidents[0].startswith("The result is not as it should be: total:"), shown[3]) == (True, "failed")


@pytest.mark.parametrize("schema", ["{", "[1]", '{"type": "integer?"}'])
def test_a_schema_that_is_none_is_told(run: Any, line: Any, schema: str) -> None:
    _, incidents, _ = stages_at_rest(run, line(service("procos.transform", {"total": "1"}, resultSchema=schema)))
    assert "schema" in incidents[0]


def test_a_secret_that_is_missing_is_an_incident_that_says_what_to_set(run: Any, line: Any) -> None:
    _, incidents, _ = stages_at_rest(run, line(service("procos.transform", {"key": '${secret("none")}'})))
    assert "PROCOS_SECRET_NONE" in incidents[0]


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [("json", '{"a": [1]}', {"a": [1]}), ("json", "${n}", 1), ("text", "${n}", "1"), ("", "${n}", 1)],
)
def test_a_transform_gives_its_parameters_in_the_asked_form(
    run: Any, line: Any, asked: str, value: str, expected: Any
) -> None:
    given = f'<camunda:inputParameter name="format">{asked}</camunda:inputParameter>'
    given += f'<camunda:inputParameter name="x">{value}</camunda:inputParameter>'
    given += '<camunda:outputParameter name="y">${x}</camunda:outputParameter>'
    task = (
        '<serviceTask id="work" camunda:type="external" camunda:topic="procos.transform"><extensionElements>'
        f"<camunda:inputOutput>{given}</camunda:inputOutput></extensionElements></serviceTask>"
    )
    assert run(line(("work", task))).variables["y"] == expected


def test_a_pde_is_taken_for_a_passage_and_given_back(run: Any, line: Any) -> None:
    scene = run(line(script("pass")))
    assert {event.data["pde"] for event in scene.of(K.STAGE_STARTED)} == {"general 1"}


def test_tasks_stand_in_line_where_all_pdes_are_busy(run: Any) -> None:
    from_f = [(f"w{n}", script("import time\ntime.sleep(0.05)")[1].replace('"work"', f'"w{n}"')) for n in range(4)]
    body = '<startEvent id="s" /><parallelGateway id="f" /><sequenceFlow id="sf" sourceRef="s" targetRef="f" />'
    for name, text in from_f:
        body += f'{text}<sequenceFlow id="to_{name}" sourceRef="f" targetRef="{name}" />'
    scene = run(body, settings=Settings(pools={}))
    told = [
        (str(event.kind), event.element) for event in scene.events if event.data.get("stage") in ("start", "completion")
    ]
    # with one PDE each task ends before the next begins
    assert [element for _, element in told[0::4]] == [element for _, element in told[3::4]]
    assert {event.data["pde"] for event in scene.of(K.STAGE_STARTED)} == {"general 1"}


def test_the_next_endpoint_takes_over_where_one_is_out(run: Any, line: Any, dead: str) -> None:
    settings = Settings(
        endpoints={"sum": (Endpoint("far", "procos.http", {"url": dead}), Endpoint("near", "procos.transform"))}
    )
    scene = run(line(service("sum", {"x": "3"})), settings=settings)
    assert scene.status == "done"
    assert scene.of(K.STAGE_FINISHED, "work")[2].data["detail"] == "near"


def test_an_endpoint_that_fails_too_often_rests(run: Any, line: Any, dead: str) -> None:
    _, incidents, _ = stages_at_rest(run, line(service("procos.http", {"url": dead}, "R7/PT1S")))
    assert incidents == [f"{dead} failed too often and rests for another 28 s."]
