"""Stage start: the task's context is put together."""

from __future__ import annotations

import asyncio
from functools import partial

from procos_studio.runtime.late import is_loaded, load
from procos_studio.runtime.pde.passage import Passage, Steps
from procos_studio.runtime.pde.route import candidates, endpoints, result_schema, time_limit


def start(passage: Passage) -> Steps[str]:
    """Find out who could serve the task, with which parameters; load what they need, away from the event loop."""
    work, settings = passage.work, passage.services.settings
    offered = endpoints(work, settings)
    passage.timeout, passage.schema = time_limit(work, settings), result_schema(work)
    for topic in {endpoint.adapter for endpoint in offered}:
        if not is_loaded(topic):
            yield partial(asyncio.to_thread, load, topic)
    passage.candidates = candidates(work, offered, passage.services.secrets)
    checks_schemas = passage.schema is not None or any(candidate.adapter.schema for candidate in passage.candidates)
    if checks_schemas and not is_loaded("schema"):
        yield partial(asyncio.to_thread, load, "schema")
    return "context ready"
