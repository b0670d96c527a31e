"""What Camunda 7.24 refuses or runs otherwise; Operaton 1.x, which carries it on, does the same.

Source: deployments to a real Camunda 7.24.0 and Operaton 1.0.3. What the export can mend by itself is not here.
"""

from __future__ import annotations

from procos_studio.problems import Severity
from procos_studio.targets import attributes, events, flows, subscriptions, tasks
from procos_studio.targets.limits import Limit

REFUSES = (
    Limit("target.start-event", Severity.ERROR, flows.start_event),
    Limit("target.unknown-kind", Severity.ERROR, flows.unknown_kind),
    Limit("target.exclusive-gateway", Severity.ERROR, flows.exclusive_gateway),
    Limit("target.event-gateway", Severity.ERROR, flows.event_gateway),
    Limit("target.flow-scope", Severity.ERROR, flows.flow_scope),
    Limit("target.condition-type", Severity.ERROR, flows.condition_type),
    Limit("target.compensation-flow", Severity.ERROR, flows.compensation_flow),
    Limit("target.same-event-twice", Severity.ERROR, events.same_event_twice),
    Limit("target.unknown-event", Severity.ERROR, events.unknown_event),
    Limit("target.unnamed", Severity.ERROR, events.unnamed),
    Limit("target.start-message", Severity.ERROR, events.start_message),
    Limit("target.misplaced-event", Severity.ERROR, events.misplaced),
    Limit("target.event-sub-process", Severity.ERROR, events.event_sub_process_start),
    Limit("target.compensation", Severity.ERROR, events.compensation),
    Limit("target.waits-twice", Severity.ERROR, subscriptions.repeated),
    Limit("target.repeated-signal", Severity.ERROR, subscriptions.repeated_signal),
    Limit("target.bare-task", Severity.ERROR, tasks.bare_task),
    Limit("target.external-task", Severity.ERROR, tasks.external_task),
    Limit("target.fields", Severity.ERROR, tasks.fields),
    Limit("target.result-variable", Severity.ERROR, tasks.result_variable),
    Limit("target.decision-mapper", Severity.ERROR, tasks.decision_mapper),
    Limit("target.called", Severity.ERROR, tasks.called),
    Limit("target.mapping", Severity.ERROR, tasks.mapping),
    Limit("target.script", Severity.ERROR, tasks.script),
    Limit("target.long-script", Severity.ERROR, tasks.long_script),
    Limit("target.form", Severity.ERROR, tasks.form),
    Limit("target.multi-instance", Severity.ERROR, tasks.multi_instance),
    Limit("target.parameters", Severity.ERROR, tasks.input_output),
    Limit("target.listener", Severity.ERROR, tasks.listener),
    Limit("target.bad-id", Severity.ERROR, attributes.bad_id),
    Limit("target.repeated-id", Severity.ERROR, attributes.repeated_id),
    Limit("target.priority", Severity.ERROR, attributes.priority),
    Limit("target.time-to-live", Severity.ERROR, attributes.time_to_live),
)
"""What a deployment with one of these comes back with."""

MISBEHAVES = (
    Limit("target.script-language", Severity.WARNING, tasks.script_language),
    Limit("target.standard-loop", Severity.WARNING, tasks.loops_once),
    Limit("target.plain-condition", Severity.WARNING, flows.plain_condition),
    Limit("target.ignored-condition", Severity.WARNING, flows.ignored_condition),
    Limit("target.several-events", Severity.WARNING, events.several_events),
    Limit("target.condition-event", Severity.WARNING, events.condition_event),
    Limit("target.idle-compensation", Severity.WARNING, events.idle_compensation),
    Limit("target.sends-nothing", Severity.WARNING, events.sends_nothing),
    Limit("target.retry-cycle", Severity.WARNING, attributes.retry_cycle),
    Limit("target.uncaught-error", Severity.INFO, events.uncaught_error),
)
"""What is deployed, and then does not do what the drawing says."""

LIMITS = (*REFUSES, *MISBEHAVES)
