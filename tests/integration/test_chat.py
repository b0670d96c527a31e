"""Adapters procos.ollama and procos.openai against servers that speak their protocols."""

from typing import Any

import pytest

from procos_studio.runtime.adapters import AdapterError

QUESTION = {"model": "m", "system": "Be brief.", "prompt": "Why?", "temperature": "0.2", "maxTokens": 50}
MESSAGES = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Why?"}]


def ollama(text: str) -> dict[str, Any]:
    return {"message": {"role": "assistant", "content": text}, "done": True, "prompt_eval_count": 9, "eval_count": 4}


def openai(text: str) -> dict[str, Any]:
    usage = {"prompt_tokens": 9, "completion_tokens": 4}
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": text}}], "usage": usage}


def test_ollama_is_asked_in_its_own_words(service: Any, call: Any) -> None:
    service.answer = lambda request: (200, ollama("Because."), {})
    found = call("procos.ollama", QUESTION | {"baseUrl": service.url + "/"})
    (request,) = service.requests
    assert (request.method, request.path) == ("POST", "/api/chat")
    options = {"temperature": 0.2, "num_predict": 50}
    assert request.json() == {"model": "m", "messages": MESSAGES, "stream": False, "options": options}
    assert found == {"answer": "Because.", "model": "m", "promptTokens": 9, "answerTokens": 4}


def test_an_openai_compatible_service_is_asked_with_the_key(service: Any, call: Any) -> None:
    service.answer = lambda request: (200, openai("Because."), {})
    found = call("procos.openai", QUESTION | {"baseUrl": f"{service.url}/v1", "apiKey": "sk-1"})
    (request,) = service.requests
    assert (request.method, request.path, request.headers["authorization"]) == (
        "POST",
        "/v1/chat/completions",
        "Bearer sk-1",
    )
    assert request.json() == {"model": "m", "messages": MESSAGES, "temperature": 0.2, "max_tokens": 50}
    assert found == {"answer": "Because.", "model": "m", "promptTokens": 9, "answerTokens": 4}


@pytest.mark.parametrize(("topic", "spoken"), [("procos.ollama", ollama), ("procos.openai", openai)])
def test_an_answer_in_json_is_asked_for_and_read(service: Any, call: Any, topic: str, spoken: Any) -> None:
    service.answer = lambda request: (200, spoken('{"sum": 3}'), {})
    found = call(topic, {"model": "m", "prompt": "Add.", "format": "json", "baseUrl": service.url})
    asked = service.requests[0].json()
    assert (asked.get("format"), asked.get("response_format")) in [("json", None), (None, {"type": "json_object"})]
    assert found["answer"] == {"sum": 3}


@pytest.mark.parametrize("topic", ["procos.ollama", "procos.openai"])
@pytest.mark.parametrize(
    ("status", "body", "words", "retryable"),
    [
        (404, {"error": "model 'm' not found"}, "404: model 'm' not found", False),
        (401, {"error": {"message": "Incorrect API key"}}, "401: Incorrect API key", False),
        (503, b"busy", "503: busy", True),
        (200, {"choices": [], "message": {}}, "has no", True),
        (200, b"<html>", "no JSON", True),
    ],
)
def test_what_goes_wrong_is_told(
    service: Any, call: Any, topic: str, status: int, body: Any, words: str, retryable: bool
) -> None:
    service.answer = lambda request: (status, body, {})
    with pytest.raises(AdapterError, match=words) as caught:
        call(topic, {"model": "m", "prompt": "Why?", "baseUrl": service.url})
    assert caught.value.retryable is retryable


def test_the_key_does_not_follow_a_redirect(service: Any, call: Any) -> None:
    service.answer = lambda request: (307, b"", {"Location": "http://127.0.0.1:9/"})
    with pytest.raises(AdapterError, match="307"):
        call("procos.openai", {"model": "m", "prompt": "Why?", "baseUrl": service.url, "apiKey": "sk-1"})
    assert len(service.requests) == 1
