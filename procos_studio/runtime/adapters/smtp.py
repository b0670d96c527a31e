"""Adapter `procos.smtp`: one e-mail, handed to a mail server."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from typing import Any

import aiosmtplib

from procos_studio.problems import Problem, error
from procos_studio.runtime.adapters.adapter import Adapter, AdapterError, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.adapters.tls import distrusts
from procos_studio.runtime.settings import PdeKind

_UNREACHED = (
    aiosmtplib.SMTPConnectError,
    aiosmtplib.SMTPServerDisconnected,
    aiosmtplib.SMTPTimeoutError,
    OSError,
)
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_HEALTH_TIMEOUT = 3.0
_TEXT = {"type": ["string", "null"]}
_ADDRESSES: Mapping[str, Any] = {"type": ["string", "array", "null"], "items": {"type": "string"}}


class Smtp:
    """Sends text, HTML or both and gives `messageId`, `accepted` and `refused` (lists of addresses).

    `security` is `starttls` (default: the connection must be encrypted before anything is said), `tls` (encrypted from
    the start) or `none`. `caFile` names certificates to trust beside the system's.
    """

    topic = "procos.smtp"
    kind = PdeKind.INTEGRATION
    is_immediate = False
    schema: Mapping[str, Any] = {
        "type": "object",
        "required": ["host", "from", "to"],
        "properties": {
            "host": {"type": "string", "minLength": 1},
            "port": {"type": ["integer", "string", "null"]},
            "security": {"enum": ["", *_PORTS]},
            "caFile": _TEXT,
            "username": _TEXT,
            "password": _TEXT,
            "from": {"type": "string"},
            "to": _ADDRESSES,
            "cc": _ADDRESSES,
            "bcc": _ADDRESSES,
            "subject": _TEXT,
            "body": _TEXT,
            "html": _TEXT,
        },
    }

    def validate(self, config: Config) -> list[Problem]:
        """Addresses, port and header lines must be what they say."""
        problems = [
            error(
                "adapter.address", f"The parameter {name!r} holds no e-mail address: {text[:80]!r}.", hint="Correct it."
            )
            for name in ("from", "to", "cc", "bcc")
            for text in _addresses(config, name)
            if "@" not in parseaddr(text)[1] or _breaks(text)
        ]
        if not any(_addresses(config, name) for name in ("to", "cc", "bcc")):
            problems.append(error("adapter.address", "The e-mail has no recipient.", hint="Fill in 'to'."))
        if _breaks(str(config.get("subject") or "")):
            problems.append(error("adapter.subject", "The subject has more than one line.", hint="Write one line."))
        port = str(config.get("port") or "")
        if port and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65_536):
            problems.append(error("adapter.port", f"{port[:20]!r} is no port number.", hint="Write 1 to 65535."))
        return problems

    def place(self, config: Config) -> str:
        """The mail server."""
        return f"smtp://{config.get('host', '')}:{_port(config)}"

    async def health(self, config: Config, doors: Doors) -> str:
        """Whether the server's port accepts connections."""
        try:
            async with asyncio.timeout(_HEALTH_TIMEOUT):
                _, writer = await asyncio.open_connection(str(config["host"]), _port(config))
                writer.close()
                await writer.wait_closed()
        except (OSError, TimeoutError):
            return f"Nothing answers at {self.place(config)}."
        return ""

    async def execute(self, job: Job) -> dict[str, Any]:
        """Hand the message over; that some recipients were refused is told in the result."""
        config, message = job.config, _message(job.config, job.key)
        recipients = [parseaddr(text)[1] for name in ("to", "cc", "bcc") for text in _addresses(config, name)]
        security = config.get("security") or "starttls"
        try:
            refused, _ = await aiosmtplib.send(
                message,
                recipients=recipients,
                hostname=str(config["host"]),
                port=_port(config),
                username=config.get("username") or None,
                password=config.get("password") or None,
                use_tls=security == "tls",
                start_tls=security == "starttls",
                cert_bundle=config.get("caFile") or None,
                timeout=job.timeout,
            )
        except (aiosmtplib.SMTPException, OSError, ValueError) as exc:
            raise _explained(exc, self.place(config)) from exc
        return {
            "messageId": message["Message-ID"],
            "accepted": [address for address in recipients if address not in refused],
            "refused": sorted(refused),
        }


def _port(config: Config) -> int:
    return int(config.get("port") or _PORTS[config.get("security") or "starttls"])


def _addresses(config: Config, name: str) -> list[str]:
    value = config.get(name)
    texts = value if isinstance(value, list) else str(value or "").replace(";", ",").split(",")
    return [text for text in (str(text).strip() for text in texts) if text]


def _breaks(text: str) -> bool:
    return any(char in text for char in "\r\n\0")


def _message(config: Config, key: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = str(config["from"])
    for header, name in (("To", "to"), ("Cc", "cc")):
        if addresses := _addresses(config, name):
            message[header] = ", ".join(addresses)
    message["Subject"] = str(config.get("subject") or "")
    message["Date"] = formatdate(localtime=True)
    domain = parseaddr(str(config["from"]))[1].rpartition("@")[2]
    # the same message has the same id, so that a mail server or reader can drop the second one
    message["Message-ID"] = f"<{key}@{domain}>" if key else make_msgid(domain=domain)
    text, html = config.get("body"), config.get("html")
    if text or not html:
        message.set_content(str(text or ""))
        if html:
            message.add_alternative(str(html), subtype="html")
    else:
        message.set_content(str(html), subtype="html")
    return message


def _explained(failure: Exception, place: str) -> AdapterError:
    """What the server or the network said; a 4xx reply and a lost connection may be better the next time."""
    if isinstance(failure, aiosmtplib.SMTPRecipientsRefused):
        refusals = failure.recipients
        told = "; ".join(f"{refusal.recipient}: {refusal.code} {refusal.message}" for refusal in refusals)
        later = all(400 <= refusal.code < 500 for refusal in refusals)
        return AdapterError(f"{place} refused every recipient: {told}.", retryable=later)
    if isinstance(failure, aiosmtplib.SMTPAuthenticationError):
        return AdapterError(f"{place} refused the login: {failure.code} {failure.message}.", retryable=False)
    if isinstance(failure, aiosmtplib.SMTPResponseException):
        told = f"{failure.code} {failure.message}"
        return AdapterError(f"{place} answered {told}.", retryable=400 <= failure.code < 500)
    if isinstance(failure, _UNREACHED) and not distrusts(failure):
        return AdapterError(f"{place} cannot be reached: {failure or type(failure).__name__}.", retryable=True)
    return AdapterError(f"{place}: {failure}.", retryable=False)


ADAPTER: Adapter = Smtp()
