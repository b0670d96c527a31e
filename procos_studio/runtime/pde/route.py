"""What a task asks for: who may serve it, with which parameters, for how long, and what must come back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from procos_studio.runtime.adapters import ADAPTERS, adapter
from procos_studio.runtime.engine import Work
from procos_studio.runtime.pde.backoff import seconds
from procos_studio.runtime.pde.passage import Candidate, StageFailure
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import Endpoint, PdeKind, Settings

TIMEOUT, RESULT_SCHEMA, SANDBOX, ERROR_CODE = (
    "procos.timeout",
    "procos.resultSchema",
    "procos.sandbox",
    "procos.errorCode",
)
"""The names of the `camunda:property` elements by which a task tunes its passage. `procos.errorCode` names the BPMN
error that is thrown, instead of an incident, when the task has failed for good."""

_PYTHON = "procos.python"
_LANGUAGES = frozenset({"python", "python3"})
_LONGEST = 86_400.0


def kind_of(work: Work, settings: Settings) -> PdeKind:
    """The kind of PDE that carries the task: its topic's, else a general one."""
    endpoints = settings.endpoints.get(work.topic, ())
    return ADAPTERS.get(endpoints[0].adapter if endpoints else work.topic, PdeKind.GENERAL)


def endpoints(work: Work, settings: Settings) -> tuple[Endpoint, ...]:
    """The endpoints of the task, preferred first; none where it needs nothing from outside.

    Raises StageFailure for a topic that nobody serves and for a script's language that is not spoken here.
    """
    if work.kind == "user":
        return ()
    if work.kind == "script":
        if work.language.lower() not in _LANGUAGES:
            raise StageFailure(f"Scripts in “{work.language}” cannot be run here; write it in python.")
        return (Endpoint("", _PYTHON, _script(work)),)
    if work.topic in settings.endpoints:
        return settings.endpoints[work.topic]
    if work.topic in ADAPTERS:
        return _own(work.topic)
    if work.topic:
        raise StageFailure(f"Nobody serves the topic “{work.topic}”.")
    return ()


@lru_cache(maxsize=64)
def _own(topic: str) -> tuple[Endpoint, ...]:
    return (Endpoint("", topic),)


def _script(work: Work) -> dict[str, str]:
    asked = {"code": work.code, "sandbox": work.properties.get(SANDBOX, ""), "resultVariable": work.result_variable}
    return {name: text for name, text in asked.items() if text or name == "code"}


def candidates(work: Work, offered: tuple[Endpoint, ...], secrets: Secrets) -> tuple[Candidate, ...]:
    """The endpoints with the task's parameters; an unnamed one is called by the place that it reaches.

    From here on the parameters hold what secrets stand for; names and places, which people read, do not.
    """
    found = []
    for endpoint in offered:
        config = secrets.reveal({**work.parameters, **endpoint.config})
        serving = adapter(endpoint.adapter)
        place = secrets.hide(serving.place(config))
        found.append(Candidate(endpoint.name or place or endpoint.adapter, serving, config, place))
    return tuple(found)


def time_limit(work: Work, settings: Settings) -> float:
    """Seconds that one call may take, at most a day. Raises StageFailure where the task names none that is a time."""
    text = work.properties.get(TIMEOUT, "").strip()
    if not text:
        return settings.task_timeout
    limit = seconds(text)
    if not limit:
        raise StageFailure(f"The time limit “{text}” is no duration; write for example PT30S, or 30 for seconds.")
    return min(limit, _LONGEST)


def result_schema(work: Work) -> Mapping[str, Any] | None:
    """The JSON schema of the task's results by name; None where it has none. Raises StageFailure where it is none."""
    text = work.properties.get(RESULT_SCHEMA, "").strip()
    if not text:
        return None
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise StageFailure(f"The result schema is no JSON: {exc}.") from exc
    if not isinstance(schema, dict):
        raise StageFailure("The result schema is no JSON object.")
    return schema
