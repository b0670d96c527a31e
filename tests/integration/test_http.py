"""Adapter procos.http against a real web server."""

from threading import Event
from typing import Any

import pytest

from procos_studio.runtime.adapters import AdapterError


def test_a_request_goes_out_as_configured_and_json_comes_back(service: Any, call: Any) -> None:
    # given a service that answers JSON
    service.answer = lambda request: (200, {"id": 7}, {})
    # when a JSON body is posted with a header
    config = {"url": f"{service.url}/orders?x=1", "method": "POST", "headers": {"X-Trace": "a"}, "body": {"n": [1, 2]}}
    found = call("procos.http", config)
    # then it arrived so, and the answer is values
    (request,) = service.requests
    assert (request.method, request.path, request.json()) == ("POST", "/orders?x=1", {"n": [1, 2]})
    assert (request.headers["x-trace"], request.headers["content-type"]) == ("a", "application/json")
    assert (found["status"], found["body"], found["headers"]["content-type"]) == (200, {"id": 7}, "application/json")


@pytest.mark.parametrize(
    ("method", "told"), [("GET", None), ("HEAD", None), ("POST", "w-i1-t2"), ("DELETE", "w-i1-t2")]
)
def test_what_may_change_something_has_a_key_by_which_a_repetition_is_known(
    service: Any, call: Any, method: str, told: str | None
) -> None:
    for _ in range(2):
        call("procos.http", {"url": service.url, "method": method}, key="w-i1-t2")
    assert [request.headers.get("idempotency-key") for request in service.requests] == [told, told]


def test_a_key_of_the_diagrams_own_is_left_alone(service: Any, call: Any) -> None:
    config = {"url": service.url, "method": "POST", "headers": {"Idempotency-Key": "order-7"}}
    call("procos.http", config, key="w-i1-t2")
    assert service.requests[0].headers["idempotency-key"] == "order-7"


def test_text_goes_out_and_comes_back_as_text(service: Any, call: Any) -> None:
    service.answer = lambda request: (200, "größe".encode("latin-1"), {"Content-Type": "text/plain; charset=latin-1"})
    found = call("procos.http", {"url": service.url, "method": "PUT", "body": "hello"})
    assert (service.requests[0].body, found["body"]) == (b"hello", "größe")


@pytest.mark.parametrize(("status", "retryable"), [(400, False), (404, False), (429, True), (500, True), (503, True)])
def test_a_status_that_is_no_success_fails(service: Any, call: Any, status: int, retryable: bool) -> None:
    service.answer = lambda request: (status, {"error": {"message": "not today"}}, {})
    with pytest.raises(AdapterError, match=f"answered {status}: not today") as caught:
        call("procos.http", {"url": service.url})
    assert caught.value.retryable is retryable


def test_a_server_that_is_too_slow_may_be_asked_again(service: Any, call: Any) -> None:
    go = Event()
    service.answer = lambda request: (200, b"" if go.wait(5) else b"late", {})
    try:
        with pytest.raises(AdapterError, match=r"did not answer within 0\.2 s") as caught:
            call("procos.http", {"url": service.url}, timeout=0.2)
    finally:
        go.set()
    assert caught.value.retryable


def test_a_port_where_nobody_listens_may_be_asked_again(unused_port: int, call: Any) -> None:
    with pytest.raises(AdapterError, match="cannot be reached") as caught:
        call("procos.http", {"url": f"http://127.0.0.1:{unused_port}"})
    assert caught.value.retryable


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        (b"{broken", {"Content-Type": "application/json"}, "no JSON"),
        (b'{"x": NaN}', {"Content-Type": "application/json"}, "no JSON"),
        (b"[" * 100_000, {"Content-Type": "application/json"}, "no JSON"),
        (b"x" * 10_000_001, {}, "larger than 10 MB"),
    ],
)
def test_answers_that_cannot_be_used_are_refused(
    service: Any, call: Any, body: bytes, headers: dict[str, str], words: str
) -> None:
    service.answer = lambda request: (200, body, headers)
    with pytest.raises(AdapterError, match=words):
        call("procos.http", {"url": service.url})


def test_redirects_are_followed_but_not_for_ever(service: Any, call: Any) -> None:
    service.answer = lambda request: (302, b"", {"Location": "/again"})
    with pytest.raises(AdapterError, match="redirects"):
        call("procos.http", {"url": service.url})


def test_a_certificate_that_is_not_trusted_is_not_asked_again(encrypted_service: Any, call: Any) -> None:
    with pytest.raises(AdapterError, match=r"(?i)certificate") as caught:
        call("procos.http", {"url": encrypted_service.url})
    assert (caught.value.retryable, encrypted_service.requests) == (False, [])
