"""The template “Ask a question” against servers that speak Ollama's and OpenAI's protocols."""

import json
from typing import Any

import pytest

from procos_studio.cli.main import main
from procos_studio.resources import shipped

FILE = str(shipped("processes") / "templates" / "ai_query.bpmn")
KEY = "sk-very-secret-key"


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the template; gives the exit code, the summary, and everything that was written."""
    monkeypatch.setenv("PROCOS_SECRET_OPENAI", KEY)

    def once(*words: str, report: str = "") -> tuple[int, dict[str, Any]]:
        inputs = [part for word in words for part in ("-i", word)]
        extra = ["--report", report] if report else []
        code = main(["run", FILE, "--json", "--virtual-clock", *inputs, *extra])
        return code, json.loads(capsys.readouterr().out)

    return once


def ollama(request: Any) -> tuple[int, Any, dict[str, str]]:
    """What an Ollama server answers to /api/chat."""
    assert request.path == "/api/chat"
    asked = request.json()
    said = f"{asked['model']} heard: {asked['messages'][-1]['content']}"
    return 200, {"message": {"role": "assistant", "content": said}, "done": True, "eval_count": 5}, {}


def openai(request: Any) -> tuple[int, Any, dict[str, str]]:
    """What an OpenAI-compatible service answers; it repeats the key, as some do."""
    assert (request.path, request.headers["authorization"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    said = f"You sent {request.headers['authorization']}"
    return 200, {"choices": [{"message": {"role": "assistant", "content": said}}]}, {}


def test_ollama_answers_a_tidied_question(service: Any, ask: Any) -> None:
    service.answer = ollama
    code, facts = ask("query=  Why   is it so? ", f"ollamaUrl={service.url}", "ollamaModel=tiny")
    assert (code, facts["outcome"]) == (0, "completed")
    assert facts["variables"]["response"] == "## Why is it so?\n\ntiny heard: Why is it so?\n\n— ollama"
    assert "ask_openai" not in facts["elements"]
    assert facts["elements"]["ask_model"]["stages"]["gateway"]["detail"] == f"endpoint 1 of 1 · {service.url}"


def test_openai_answers_and_the_key_is_nowhere_to_be_seen(service: Any, ask: Any, tmp_path: Any) -> None:
    service.answer = openai
    code, facts = ask("provider=openai", f"openaiUrl={service.url}/v1", report=str(tmp_path))
    assert code == 0
    assert facts["variables"]["answer"] == "You sent Bearer •••"
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert KEY not in written + json.dumps(facts)


def test_a_refused_key_ends_the_process_with_the_reason(service: Any, ask: Any, tmp_path: Any) -> None:
    service.answer = lambda request: (401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}, {})
    code, facts = ask("provider=openai", f"openaiUrl={service.url}/v1", report=str(tmp_path))
    assert (code, facts["outcome"], len(service.requests)) == (1, "failed", 1)
    reason = f"The model service at {service.url} answered 401: Incorrect API key provided: •••."
    assert facts["variables"]["reason"] == reason
    assert KEY not in (tmp_path / "events.jsonl").read_text()


def test_a_busy_service_is_asked_again(service: Any, ask: Any) -> None:
    service.answer = lambda request: (503, b"", {}) if len(service.requests) < 3 else ollama(request)
    code, facts = ask(f"ollamaUrl={service.url}")
    assert (code, len(service.requests), facts["elements"]["ask_model"]["attempt"]) == (0, 3, 3)


def test_a_server_that_does_not_run_is_an_incident_that_names_it(ask: Any, unused_port: int) -> None:
    code, facts = ask(f"ollamaUrl=http://127.0.0.1:{unused_port}")
    assert (code, facts["outcome"]) == (1, "incident")
    assert facts["reasons"] == [f"“Ask the model”: Nothing answers at http://127.0.0.1:{unused_port}."]


@pytest.mark.parametrize("query", ["", "   ", "x" * 4_001])
def test_a_question_that_is_not_valid_asks_nobody(service: Any, ask: Any, query: str) -> None:
    code, facts = ask(f"query={query}", f"ollamaUrl={service.url}")
    assert (code, facts["outcome"], service.requests) == (1, "failed", [])
    assert facts["reasons"] == ["The error “INVALID_QUERY” was not caught."]
