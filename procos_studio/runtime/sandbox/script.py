"""What goes into a sandbox and what comes out of it, at any level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """What one script may use: memory in bytes, time in seconds, printed text in bytes."""

    memory: int = 256 * 1024 * 1024
    timeout: float = 30.0
    printed: int = 65_536


@dataclass(frozen=True, slots=True)
class ScriptResult:
    """The variables a script assigned, the value of its last line, and the (capped) text it printed."""

    variables: Mapping[str, Any]
    result: Any = None
    printed: str = ""


class ScriptError(Exception):
    """A script did not end well.

    `line` is the script's own, 1-based. `bpmn_error_code` is set where the script threw a BPMN error on purpose.
    `retryable` tells a failure of the sandbox (worth another try) from one of the script.
    """

    def __init__(
        self,
        message: str,
        *,
        line: int | None = None,
        bpmn_error_code: str | None = None,
        retryable: bool = False,
        printed: str = "",
    ) -> None:
        super().__init__(message)
        self.message, self.line, self.printed = message, line, printed
        self.bpmn_error_code, self.retryable = bpmn_error_code, retryable


class Sandbox(Protocol):
    """One way to run scripts apart from this process."""

    level: str
    is_security_boundary: bool

    async def run(self, code: str, variables: Mapping[str, Any], limits: Limits) -> ScriptResult:
        """Run Python `code` with `variables` (JSON values) as its globals; raises ScriptError."""
        ...

    async def close(self) -> None:
        """End every child."""
        ...
