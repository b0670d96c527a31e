"""Work: what the engine asks the outside to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Work:
    """One task for somebody outside; `id` is its token's.

    `kind` is `service`, `send`, `script` or `user`. `parameters` are the evaluated input parameters, `variables` all
    visible variables at this moment; both hold JSON values. `retries` is the text of failedJobRetryTimeCycle,
    `properties` are camunda:property by name, `form` the fields of a user task with their present `value`.
    `attempt` counts how often it is tried, not before `due` (epoch seconds).
    """

    id: str
    instance: str
    process: str
    element: str
    name: str
    token: str
    kind: str
    topic: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""
    language: str = ""
    result_variable: str = ""
    retries: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    form: tuple[Mapping[str, Any], ...] = ()
    assignee: str = ""
    attempt: int = 1
    due: float = 0.0
