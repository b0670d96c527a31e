"""Adapter `procos.python`: one Python script in a sandbox of its own process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from procos_studio.problems import Problem, error
from procos_studio.runtime.adapters.adapter import Adapter, AdapterError, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.sandbox.low import LowSandbox
from procos_studio.runtime.sandbox.script import ScriptError
from procos_studio.runtime.settings import PdeKind

RESULT = "resultVariable"


class Python:
    """Gives what the script assigned, and the value of its last line under the name in `resultVariable`."""

    topic = "procos.python"
    kind = PdeKind.GENERAL
    is_immediate = False
    # Checked by `validate` alone, so that a script need not wait for a schema library to be loaded.
    schema: Mapping[str, Any] = {}

    def validate(self, config: Config) -> list[Problem]:
        """There must be a script; a stricter sandbox than there is must not be replaced by a laxer one in silence."""
        if not isinstance(config.get("code"), str):
            return [error("adapter.code", "The parameter 'code' is no text.", hint="Write the script into it.")]
        level = config.get("sandbox") or LowSandbox.level
        if level == LowSandbox.level:
            return []
        message = f"The sandbox level “{level}” is not available here; the script does not run at a lower one."
        return [error("adapter.sandbox", message, hint="Set the level to low, if the script may be trusted so far.")]

    def place(self, config: Config) -> str:
        """Nothing outside is asked."""
        return ""

    async def health(self, config: Config, doors: Doors) -> str:
        """Always well."""
        return ""

    async def execute(self, job: Job) -> dict[str, Any]:
        """Run the script; what it prints is logged."""
        limits = replace(job.limits, timeout=job.timeout)
        try:
            outcome = await job.doors.one(LowSandbox).run(str(job.config["code"]), job.variables, limits)
        except ScriptError as exc:
            _log(job, exc.printed)
            raise AdapterError(exc.message, retryable=exc.retryable, bpmn_error_code=exc.bpmn_error_code) from exc
        _log(job, outcome.printed)
        name = job.config.get(RESULT)
        return {**outcome.variables, str(name): outcome.result} if name else dict(outcome.variables)


def _log(job: Job, printed: str) -> None:
    if printed.strip():
        job.log(printed.rstrip("\n"))


ADAPTER: Adapter = Python()
