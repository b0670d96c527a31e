"""Tasks against real services: a better answer at the second try, failover, and a letter from a process."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import Endpoint, Settings
from procos_studio.runtime.state import RunState

HEAD = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p" isExecutable="true"><startEvent id="s" />"""
TAIL = """<endEvent id="e" /><sequenceFlow id="a" sourceRef="s" targetRef="work" />
  <sequenceFlow id="b" sourceRef="work" targetRef="e" /></process></definitions>"""


def task(topic: str, parameters: dict[str, str], properties: str = "") -> bytes:
    """A process of one external task."""
    inputs = "".join(
        f'<camunda:inputParameter name="{key}">{text}</camunda:inputParameter>' for key, text in parameters.items()
    )
    extensions = f"<camunda:inputOutput>{inputs}</camunda:inputOutput>{properties}"
    work = f'<serviceTask id="work" camunda:type="external" camunda:topic="{topic}">'
    return f"{HEAD}{work}<extensionElements>{extensions}</extensionElements></serviceTask>{TAIL}".encode()


async def follow(
    xml: bytes, variables: dict[str, Any] | None = None, **options: Any
) -> tuple[RunState, list[RunEvent]]:
    """Run to rest on a virtual clock; the state then, and the events."""
    compiled = compile_plan(read_bytes(xml).diagram)
    assert compiled.plan is not None
    runtime, events = Runtime([compiled.plan], clock=VirtualClock(), **options), list[RunEvent]()
    runtime.events.connect(events.extend)
    try:
        await runtime.start("p", variables or {})
        await runtime.until_idle()
        return runtime.state, events
    finally:
        await runtime.stop()


@pytest.fixture
def rest() -> Any:
    return lambda *args, **options: asyncio.run(follow(*args, **options))


def test_a_model_that_answers_wrongly_is_asked_again(service: Any, rest: Any) -> None:
    # given a schema for the results, and a model that meets it at the second try
    said = iter(['{"sum": "many"}', '{"sum": 3}'])
    service.answer = lambda request: (200, {"message": {"content": next(said)}}, {})
    schema = (
        "{&quot;properties&quot;: {&quot;answer&quot;: {&quot;properties&quot;: "
        "{&quot;sum&quot;: {&quot;type&quot;: &quot;integer&quot;}}}}}"
    )
    tuned = f'<camunda:properties><camunda:property name="procos.resultSchema" value="{schema}" /></camunda:properties>'
    state, events = rest(
        task("procos.ollama", {"model": "m", "prompt": "Add.", "format": "json", "baseUrl": service.url}, tuned)
    )
    assert state.instances["i1"].variables["answer"] == {"sum": 3}
    (again,) = [event for event in events if event.kind is EventKind.RETRY_SCHEDULED]
    assert again.data["message"] == "The result is not as it should be: answer.sum: 'many' is not of type 'integer'"


def test_the_next_endpoint_answers_where_the_first_fails_in_the_middle(service: Any, rest: Any) -> None:
    service.answer = lambda request: (500, b"", {}) if request.path.startswith("/first") else (200, {"ok": True}, {})
    first, second = (Endpoint(name, "procos.http", {"url": f"{service.url}/{name}"}) for name in ("first", "second"))
    state, events = rest(task("stock", {}), settings=Settings(endpoints={"stock": (first, second)}))
    assert state.instances["i1"].variables["body"] == {"ok": True}
    (log,) = [event.data["text"] for event in events if event.kind is EventKind.LOG_WRITTEN]
    assert log == f"first: GET {service.url} answered 500. Trying the next endpoint."
    assert state.elements["work"].stages[2].detail == "endpoint 2 of 2 · second"


def test_a_secret_may_stand_in_any_parameter_and_is_told_nowhere(service: Any, rest: Any) -> None:
    # given an address that holds a secret, and a service that repeats what it was asked
    service.answer = lambda request: (404, {"error": f"no {request.path} for {request.headers['x-key']}"}, {})
    headers = '<camunda:map><camunda:entry key="X-Key">${secret("key")}</camunda:entry></camunda:map>'
    xml = task("procos.http", {"url": '${secret("base")}/a?k=${secret("key")}', "headers": headers})
    secrets = Secrets({"PROCOS_SECRET_KEY": "k-12345", "PROCOS_SECRET_BASE": service.url})
    state, events = rest(xml, secrets=secrets)
    assert service.requests[0].path == "/a?k=k-12345"
    told = str([event.to_json() for event in events])
    assert ("k-12345" in told, service.url in told) == (False, False)
    assert [item.message for item in state.incidents.values()] == ["GET ••• answered 404: no /a?k=••• for •••."]


@pytest.mark.parametrize("mail", ["starttls"], indirect=True)
def test_a_process_sends_a_letter(mail: Any, rest: Any, certificate: tuple[Path, Path]) -> None:
    parameters = {"host": "localhost", "port": str(mail.port), "caFile": str(certificate[0])}
    parameters |= {"username": "robot", "password": '${secret("mail")}'}
    parameters |= {"from": "robot@example.org", "to": "${to}", "subject": "Order ${n}", "body": "Thank you, ${to}."}
    state, _ = rest(
        task("procos.smtp", parameters),
        {"to": "a@example.org", "n": 7},
        secrets=Secrets({"PROCOS_SECRET_MAIL": "s3cret"}),
    )
    ((recipients, message),) = mail.messages
    assert (recipients, message["Subject"]) == (["a@example.org"], "Order 7")
    assert state.instances["i1"].variables["accepted"] == ["a@example.org"]
