"""What adapters find wrong with parameters before anything is asked."""

from typing import Any

import pytest

from procos_studio.runtime.adapters import ADAPTERS, adapter
from procos_studio.runtime.late import load

GOOD: dict[str, dict[str, Any]] = {
    "procos.http": {"url": "https://example.org/a"},
    "procos.smtp": {"host": "mail", "from": "a@b.c", "to": "d@e.f; G <g@h.i>", "port": "25", "security": "none"},
    "procos.openai": {"model": "m", "prompt": "p", "temperature": "0.2", "maxTokens": 10, "apiKey": None},
    "procos.ollama": {"model": "m", "prompt": "p", "baseUrl": ""},
    "procos.transform": {"total": 3, "format": "json"},
    "procos.python": {"code": "x = 1", "sandbox": "low"},
}


def wrong(topic: str, config: dict[str, Any]) -> list[str]:
    """The faults by the schema, else the problems."""
    found = adapter(topic)
    faults: list[str] = load("schema").faults(found.schema, config)
    return faults or [f"{problem.code}: {problem.message}" for problem in found.validate(config)]


@pytest.mark.parametrize("topic", ADAPTERS)
def test_good_parameters_pass(topic: str) -> None:
    assert wrong(topic, GOOD[topic]) == []
    assert (adapter(topic).topic, adapter(topic).kind) == (topic, ADAPTERS[topic])


@pytest.mark.parametrize(
    ("topic", "change", "words"),
    [
        ("procos.http", {"url": "ftp://x"}, "adapter.url"),
        ("procos.http", {"url": "http://"}, "adapter.url"),
        ("procos.http", {"url": 3}, "url: 3 is not of type"),
        ("procos.http", {"method": "STEAL"}, "method"),
        ("procos.http", {"headers": "x"}, "headers"),
        ("procos.smtp", {"to": "nobody"}, "'to' holds no e-mail address"),
        ("procos.smtp", {"to": ""}, "no recipient"),
        ("procos.smtp", {"to": "a@b.c\r\nBcc: x@y.z"}, "adapter.address"),
        ("procos.smtp", {"subject": "a\nBcc: x@y.z"}, "adapter.subject"),
        ("procos.smtp", {"port": "70000"}, "adapter.port"),
        ("procos.smtp", {"port": "9" * 5_000}, "adapter.port"),
        ("procos.smtp", {"security": "maybe"}, "security"),
        ("procos.openai", {"temperature": "hot"}, "adapter.number"),
        ("procos.openai", {"prompt": ""}, "prompt"),
        ("procos.ollama", {"baseUrl": "localhost:11434"}, "adapter.url"),
        ("procos.ollama", {"model": None}, "model"),
        ("procos.transform", {"format": "xml"}, "adapter.format"),
        ("procos.python", {"sandbox": "high"}, "not available here"),
        ("procos.python", {"code": None}, "adapter.code"),
    ],
)
def test_wrong_parameters_are_told(topic: str, change: dict[str, Any], words: str) -> None:
    assert words in "; ".join(wrong(topic, GOOD[topic] | change))


@pytest.mark.parametrize(
    ("topic", "place"),
    [
        ("procos.http", "https://example.org"),
        ("procos.smtp", "smtp://mail:25"),
        ("procos.openai", "https://api.openai.com"),
        ("procos.ollama", "http://localhost:11434"),
        ("procos.transform", ""),
        ("procos.python", ""),
    ],
)
def test_places_name_the_server(topic: str, place: str) -> None:
    assert adapter(topic).place(GOOD[topic]) == place
