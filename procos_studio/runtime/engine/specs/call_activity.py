"""Call activities: a pass is an instance of another process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.compiler.plan import Transfer
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.limits import Flood
from procos_studio.runtime.engine.operations import PERFORM
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.variables import put, put_local
from procos_studio.runtime.engine.views import Over, snapshot, view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from procos_studio.runtime.engine.execution import Execution


_MISSING = {
    "latest": "is not among the processes of this run",
    "deployment": "was not deployed together with this one",
    "version": "has no version “{}”",
    "versionTag": "has no version with the tag “{}”",
}
"""What is wrong where a call finds nothing, by its binding."""


class CallActivity(Activity):
    """Starts an instance of what it calls, and goes on when that has completed.

    As in Camunda, only what camunda:in names goes in and only what camunda:out names comes back.
    """

    def perform(self, execution: Execution) -> None:
        """Start the called process; an incident where there is none, or where calls are nested too deeply.

        Raises Flood where too many live already.
        """
        try:
            called, which, values, business_key = self._asked(execution)
        except ExpressionError as failure:
            incidents.stall(execution, PERFORM, str(failure))
            return
        engine, instance = execution.instance.engine, execution.instance
        binding = self.plan.call.binding if self.plan.call is not None else "latest"
        process = engine.catalog.called(instance.process, called, binding, which)
        limits = engine.limits
        if process is None or not process.starts:
            lacking = "has no plain start event" if process is not None else _MISSING[binding].format(which)
            incidents.stall(execution, PERFORM, f"The called process “{called}” {lacking}.")
        elif instance.depth >= limits.depth:
            message = f"Calls are nested {limits.depth} deep: “{called}” seems to call itself without an end."
            incidents.stall(execution, PERFORM, message)
        elif instance.budget.instances >= limits.instances:
            message = f"More than {limits.instances:,} instances live at once: “{called}” seems to call itself."
            raise Flood(message, (PERFORM, execution, None))
        else:
            child = engine.starting.open(process, process.starts, values, business_key, caller=execution)
            execution.memo.update({"called": child.id, "waits": "call"})

    def _asked(self, execution: Execution) -> tuple[str, str, dict[str, Any], str]:
        call, seen, instance = self.plan.call, view(execution), execution.instance
        assert call is not None
        business_key = ""
        if call.business_key is not None:
            own = {"processBusinessKey": instance.business_key, "businessKey": instance.business_key}
            value = call.business_key.evaluate(Over({"execution": own}, seen))
            business_key = "" if value is None else str(value)
        own_variables = execution.variables or {}
        everything = snapshot(execution) if any(item.everything for item in call.ins) else {}
        values = transferred(call.ins, seen, own_variables, everything)
        which = str(call.which.evaluate(seen)).strip() if call.which is not None else ""
        return str(call.called.evaluate(seen)), which, values, business_key

    def returned(self, execution: Execution, variables: dict[str, Any]) -> None:
        """Take what comes back, and go on."""
        call = self.plan.call
        assert call is not None
        execution.memo.pop("called", None)
        try:
            inner = transferred([item for item in call.outs if item.local], variables, variables, variables)
            outer = transferred([item for item in call.outs if not item.local], variables, variables, variables)
        except ExpressionError as failure:
            execution.memo["returned"] = dict(variables)
            incidents.stall(execution, RETURN_AGAIN, str(failure))
            return
        if inner:
            put_local(execution, inner)
        if execution.is_open:
            put(execution, outer)
        if execution.is_open:
            self.finish(execution)


class ReturnAgain:
    """Try again to take what a called instance gave back."""

    def arrive(self, execution: Execution, argument: Any) -> None:
        """The variables were kept."""
        execution.node.returned(execution, execution.memo.pop("returned"))


RETURN_AGAIN = ReturnAgain()


def transferred(
    transfers: list[Transfer] | tuple[Transfer, ...],
    seen: Mapping[str, Any],
    own: Mapping[str, Any],
    everything: Mapping[str, Any],
) -> dict[str, Any]:
    """The values that camunda:in or camunda:out move; a variable that does not exist arrives as null (Camunda)."""
    found: dict[str, Any] = {}
    for item in transfers:
        if item.everything:
            found.update(own if item.local else everything)
        elif item.expression is not None:
            found[item.target] = item.expression.evaluate(seen)
        else:
            source = own if item.local else seen
            found[item.target] = source.get(item.source, None)
    return found
