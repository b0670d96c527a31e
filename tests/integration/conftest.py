"""Services on loopback that speak the real protocols: HTTP with scripted answers, and a mail server."""

import asyncio
import json
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from procos_studio.runtime.adapters import Job, adapter
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.sandbox.script import Limits


@dataclass
class Request:
    """What a client has sent; header names are lower-case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


Answer = tuple[int, Any, dict[str, str]]


class Service:
    """A web server; `answer` decides on each request, `requests` are those that came.

    An answer is a status, a body (what is no bytes goes out as JSON) and headers.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Request] = []
        self.answer: Callable[[Request], Answer] = lambda request: (200, {}, {})
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self) -> None:
                size = int(self.headers.get("content-length") or 0)
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Request(self.command, self.path, headers, self.rfile.read(size))
                service.requests.append(request)
                status, body, extra = service.answer(request)
                if not isinstance(body, bytes):
                    body, extra = json.dumps(body).encode(), {"Content-Type": "application/json"} | extra
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **extra}.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = handle_one

            def log_message(self, *args: object) -> None:
                """Tests do not want it."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that hung up is what some tests are about."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        origin = "https://localhost" if tls else "http://127.0.0.1"
        self.url = f"{origin}:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def service() -> Iterator[Service]:
    running = Service()
    yield running
    running.close()


@pytest.fixture
def encrypted_service(certificate: tuple[Path, Path]) -> Iterator[Service]:
    """A service with a certificate that nobody knows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    running = Service(context)
    yield running
    running.close()


Call = Callable[..., dict[str, Any]]


@pytest.fixture
def call() -> Call:
    """Execute one job of a topic, as the gateway does, with doors of its own."""

    def once(topic: str, config: dict[str, Any], *, timeout: float = 5.0, key: str = "") -> dict[str, Any]:
        async def job() -> dict[str, Any]:
            doors = Doors()
            try:
                return await adapter(topic).execute(Job(config, {}, timeout, Limits(), doors, print, key))
            finally:
                await doors.close()

        return asyncio.run(job())

    return once


class Mail:
    """A mail server that takes one user's login; `messages` are what it was given, `refuses` whom it turns away."""

    def __init__(self, security: str, certificate: Path, key: Path) -> None:
        self.messages: list[Any] = []
        self.refuses: dict[str, str] = {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        options: dict[str, Any] = {"hostname": "localhost", "port": free_port(), "authenticator": self._login}
        options |= {"auth_require_tls": security != "none"}
        if security == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        if security == "tls":
            options |= {"ssl_context": context, "auth_require_tls": False}
        self.certificate, self.port = certificate, options["port"]
        self._controller = Controller(self, **options)
        self._controller.start()

    def close(self) -> None:
        self._controller.stop()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append((list(envelope.rcpt_tos), message))
        return "250 OK"

    def _login(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data == LoginPassword(b"robot", b"s3cret"), handled=False)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def unused_port() -> int:
    """A port on which nobody listens."""
    return free_port()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A self-signed certificate for localhost, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("makes its certificate with the openssl command, which is not installed")
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "cert.pem", folder / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


@pytest.fixture
def mail(request: pytest.FixtureRequest, certificate: tuple[Path, Path]) -> Iterator[Mail]:
    """A mail server; parametrize it indirectly with `none`, `starttls` or `tls`."""
    running = Mail(getattr(request, "param", "none"), *certificate)
    yield running
    running.close()
