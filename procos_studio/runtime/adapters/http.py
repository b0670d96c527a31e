"""Adapter `procos.http`: one HTTP request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from procos_studio.problems import Problem
from procos_studio.runtime.adapters import web
from procos_studio.runtime.adapters.adapter import Adapter, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.adapters.web import Web
from procos_studio.runtime.settings import PdeKind

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Http:
    """Sends a request and gives `status`, `headers` (lower-case names) and `body` (JSON values or text)."""

    topic = "procos.http"
    kind = PdeKind.INTEGRATION
    is_immediate = False
    schema: Mapping[str, Any] = {
        "type": "object",
        "required": ["url"],
        "properties": {
            "url": {"type": "string"},
            "method": {"enum": ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]},
            "headers": {"type": "object"},
        },
    }

    def validate(self, config: Config) -> list[Problem]:
        """The URL must be one."""
        return web.check_url("url", config["url"])

    def place(self, config: Config) -> str:
        """The server."""
        return web.place(str(config.get("url", "")))

    async def health(self, config: Config, doors: Doors) -> str:
        """Whether the server's port accepts connections."""
        return await web.reachable(str(config["url"]))

    async def execute(self, job: Job) -> dict[str, Any]:
        """Send the request, with the job's key where it may change something; a status that is no success raises
        AdapterError."""
        method, url = str(job.config.get("method", "GET")), str(job.config["url"])
        headers = {str(name): str(value) for name, value in job.config.get("headers", {}).items()}
        content, kind = _content(job.config.get("body"))
        if kind and "content-type" not in {name.lower() for name in headers}:
            headers["content-type"] = kind
        if job.key and method not in _SAFE and "idempotency-key" not in {name.lower() for name in headers}:
            headers["idempotency-key"] = job.key
        answer = await job.doors.one(Web).request(method, url, headers=headers, body=content, timeout=job.timeout)
        web.check_status(answer, f"{method} {self.place(job.config)}")
        return {"status": answer.status, "headers": dict(answer.headers), "body": answer.content()}


def _content(body: Any) -> tuple[bytes | None, str]:
    """The bytes of a request's body and their media type: text as it is, other values as JSON."""
    if body is None or body == "":
        return None, ""
    if isinstance(body, str):
        return body.encode(), "text/plain; charset=utf-8"
    return json.dumps(body).encode(), "application/json"


ADAPTER: Adapter = Http()
