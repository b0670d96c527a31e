"""HTTP for adapters: one client for a run, answers of limited size, failures sorted by whether a retry may help."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from procos_studio.problems import Problem, error
from procos_studio.runtime.adapters.adapter import AdapterError
from procos_studio.runtime.adapters.tls import distrusts

LARGEST = 10_000_000
_RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})
_LOOPBACK = ("all://127.0.0.1", "all://localhost", "all://[::1]")
_HEALTH_TIMEOUT = 3.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def content(self) -> Any:
        """The body: JSON values where the server says it is JSON, else text; `""` where it is empty (HEAD, 204)."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if self.body and (kind == "application/json" or kind.endswith("+json")):
            return as_json(self.body)
        charset = httpx.Headers(dict(self.headers)).get("content-type", "").partition("charset=")[2].strip('" ')
        try:
            return self.body.decode(charset or "utf-8", errors="replace")
        except LookupError:
            return self.body.decode(errors="replace")


class Web:
    """Keeps connections alive between the tasks of a run. Loopback addresses never go through a proxy."""

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(max_redirects=5, mounts=dict.fromkeys(_LOOPBACK))

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        timeout: float,
        follow: bool = True,
    ) -> Answer:
        """Ask and read at most 10 MB of answer; `timeout` (seconds) is for the whole exchange. Raises AdapterError."""
        try:
            async with (
                asyncio.timeout(timeout),
                self._client.stream(
                    method, url, headers=dict(headers or {}), content=body, timeout=timeout, follow_redirects=follow
                ) as response,
            ):
                return Answer(response.status_code, dict(response.headers), await _read(response))
        except (TimeoutError, httpx.TimeoutException) as exc:
            raise AdapterError(f"{place(url)} did not answer within {timeout:g} s.", retryable=True) from exc
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects, httpx.DecodingError) as exc:
            raise AdapterError(f"{place(url)}: {exc}.", retryable=False) from exc
        except httpx.TransportError as exc:
            message = f"{place(url)} cannot be reached: {exc or type(exc).__name__}."
            raise AdapterError(message, retryable=not distrusts(exc)) from exc

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise AdapterError(f"The answer is larger than {LARGEST // 1_000_000} MB.", retryable=False)
    return bytes(body)


def check_status(answer: Answer, asked: str) -> None:
    """Raises AdapterError for a status that is no success (2xx), with the begin of what the server said."""
    if 200 <= answer.status < 300:
        return
    said = " ".join(_said(answer).split())[:300]
    message = f"{asked} answered {answer.status}" + (f": {said}" if said else "") + "."
    raise AdapterError(message, retryable=answer.status in _RETRYABLE)


def _said(answer: Answer) -> str:
    """The reason that the server gives: a JSON body's `error` (as model services write it), else its first bytes."""
    try:
        told = json.loads(answer.body)["error"]
        return str(told["message"] if isinstance(told, dict) else told)
    except (ValueError, RecursionError, LookupError, TypeError):
        return answer.body[:300].decode(errors="replace")


def as_json(body: bytes) -> Any:
    """JSON values of an answer; raises AdapterError (a retry may help) where it is none."""
    try:
        return json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError) as exc:
        raise AdapterError(f"The answer is no JSON: {exc}.", retryable=True) from exc


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def place(url: str) -> str:
    """Scheme, host and port of a URL; the URL itself where it has none."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        return url
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii')}" if parsed.host else url


def check_url(name: str, url: object) -> list[Problem]:
    """A Problem where parameter `name` is no http(s) URL with a host."""
    hint = "Write it as http://host/path or https://host/path."
    try:
        parsed = httpx.URL(url) if isinstance(url, str) else None
    except httpx.InvalidURL:
        parsed = None
    if parsed is None or parsed.scheme not in ("http", "https") or not parsed.host:
        return [error("adapter.url", f"The parameter {name!r} is no web address.", hint=hint)]
    return []


async def reachable(url: str) -> str:
    """Empty where something accepts connections at the URL's host and port, else a sentence.

    Behind a proxy only the proxy could tell, so nothing is found wrong.
    """
    parsed = httpx.URL(url)
    if parsed.scheme in getproxies() and not proxy_bypass(parsed.host):
        return ""
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    try:
        async with asyncio.timeout(_HEALTH_TIMEOUT):
            _, writer = await asyncio.open_connection(parsed.host, port)
            writer.close()
            await writer.wait_closed()
    except (OSError, TimeoutError):
        return f"Nothing answers at {place(url)}."
    return ""
