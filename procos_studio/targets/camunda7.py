"""What Camunda 7.24 refuses or runs otherwise; Operaton 1.x, which carries it on, does the same.

Source: deployments to a real Camunda 7.24.0 and Operaton 1.0.3. What the export can mend by itself is not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import CAMUNDA, OPERATON, bpmn, clark
from procos_studio.model.records import FlowNode, Process, SequenceFlow
from procos_studio.problems import Severity
from procos_studio.targets.limits import Finding, Limit

_NCNAME = re.compile(r"[^\W\d][\w.\-·]*")
_IMPLEMENTATIONS = ("type", "class", "expression", "delegateExpression", "decisionRef", "resource")
_ENGINE_SCRIPTS = frozenset({"javascript", "groovy", "jython", "jruby", "ecmascript", "juel", "feel"})
_RETRY_CYCLE = re.compile(r"R\d+/P[\dA-Z.]+|P[\dA-Z.]+(\s*,\s*P[\dA-Z.]+)*|\$\{.*\}")


def _nodes(diagram: Diagram, *kinds: str) -> Iterator[FlowNode]:
    for element in diagram.walk():
        if isinstance(element, FlowNode) and (not kinds or element.kind in kinds):
            yield element


def _says(node: FlowNode, name: str) -> str:
    return node.get(clark(CAMUNDA, name)) or node.get(clark(OPERATON, name))


def bare_task(diagram: Diagram) -> Iterator[Finding]:
    """Send and business rule tasks need an implementation, service tasks too."""
    for node in _nodes(diagram, "sendTask", "businessRuleTask", "serviceTask"):
        nested = node.extension(clark(CAMUNDA, "externalTask")) or node.extension(clark(CAMUNDA, "connector"))
        if nested is None and not any(_says(node, name) for name in _IMPLEMENTATIONS):
            yield Finding(f"“{node.label}” has no implementation.", (node.id,), "Give it a topic (external task).")


def unknown_kind(diagram: Diagram) -> Iterator[Finding]:
    """Ad-hoc sub-processes and complex gateways do not exist there."""
    words = {"adHocSubProcess": "an ad-hoc sub-process", "complexGateway": "a complex gateway"}
    for node in _nodes(diagram, *words):
        yield Finding(f"“{node.label}” is {words[node.kind]}, which is refused.", (node.id,), "Use plain BPMN for it.")


def event_gateway_target(diagram: Diagram) -> Iterator[Finding]:
    """An event-based gateway may not lead to a receive task."""
    for node in _nodes(diagram, "eventBasedGateway"):
        for flow in diagram.outgoing(node.id, SequenceFlow):
            target = diagram.find(flow.target, FlowNode)
            if target is not None and target.kind == "receiveTask":
                hint = "Use a message catch event instead of the receive task."
                yield Finding(f"“{node.label}” may not lead to “{target.label}”.", (node.id, target.id), hint)


def several_events(diagram: Diagram) -> Iterator[Finding]:
    """Multiple and parallel multiple events are not known."""
    for node in _nodes(diagram):
        if len(node.event_definitions) > 1:
            yield Finding(f"“{node.label}” has several event definitions.", (node.id,), "Use one event for each.")


def plain_start(diagram: Diagram) -> Iterator[Finding]:
    """A process needs a start event."""
    for process in diagram.children(diagram.root.id, Process):
        starts = [node for node in diagram.children(process.id, FlowNode) if node.kind == "startEvent"]
        if diagram.children(process.id, FlowNode) and not starts:
            yield Finding(f"“{process.label}” has no start event.", (process.id,), "Place a start event.")


def bad_id(diagram: Diagram) -> Iterator[Finding]:
    """Ids are XML NCNames."""
    for element in diagram.walk():
        key = element.get("id")
        if key and not _NCNAME.fullmatch(key):
            yield Finding(f"“{key}” is not a valid id.", (element.id,), "Use letters, digits, _ - and . only.")


def script_language(diagram: Diagram) -> Iterator[Finding]:
    """Scripts in a language that the server lacks; Python is turned into an external task by the export."""
    for node in _nodes(diagram, "scriptTask"):
        language = node.get("scriptFormat").lower()
        if language not in _ENGINE_SCRIPTS and language != "python":
            yield Finding(f"“{node.label}” is written in “{language}”.", (node.id,), "Write it in Python.")


def plain_condition(diagram: Diagram) -> Iterator[Finding]:
    """A condition without `${}` is a text there, and fails when it is reached."""
    for flow in sorted(diagram.all(SequenceFlow), key=lambda flow: flow.id):
        found = flow.detail(bpmn("conditionExpression"))
        if found is not None and not found.get("language") and "{" not in found.text:
            yield Finding(f"the condition “{found.text.strip()[:40]}” is no expression.", (flow.id,), "Write ${…}.")


def ignored_condition(diagram: Diagram) -> Iterator[Finding]:
    """Conditions behind a parallel or event-based gateway are ignored."""
    for node in _nodes(diagram, "parallelGateway", "eventBasedGateway"):
        for flow in diagram.outgoing(node.id, SequenceFlow):
            if flow.condition is not None:
                hint = "Delete the condition, or use an inclusive gateway."
                yield Finding(f"the condition after “{node.label}” is ignored.", (flow.id, node.id), hint)


def standard_loop(diagram: Diagram) -> Iterator[Finding]:
    """Standard loops run once."""
    for node in _nodes(diagram):
        if node.loop is not None and node.loop.kind == "standardLoopCharacteristics":
            hint = "Draw the loop with a decision, or use a multi-instance."
            yield Finding(f"“{node.label}” loops here, but runs once there.", (node.id,), hint)


def retry_cycle(diagram: Diagram) -> Iterator[Finding]:
    """A retry time cycle that cannot be read is ignored."""
    for node in _nodes(diagram):
        found = node.extension(clark(CAMUNDA, "failedJobRetryTimeCycle"))
        if found is not None and not _RETRY_CYCLE.fullmatch(found.text.strip()):
            yield Finding(f"the retries of “{node.label}” cannot be read.", (node.id,), "Write them like R3/PT10S.")


def uncaught_error(diagram: Diagram) -> Iterator[Finding]:
    """An error end at the top that nothing catches: there the instance counts as completed, here as failed."""
    for node in _nodes(diagram, "endEvent"):
        top = isinstance(diagram.get(node.parent), Process)
        if top and node.event_kind == "error" and not _catches(diagram, node.parent):
            yield Finding(f"the error of “{node.label}” is not caught, and ends as completed.", (node.id,), "Catch it.")


def _catches(diagram: Diagram, scope: str) -> bool:
    return any(node.is_event_sub_process for node in diagram.children(scope, FlowNode))


LIMITS = (
    Limit("target.bare-task", Severity.ERROR, bare_task),
    Limit("target.unknown-kind", Severity.ERROR, unknown_kind),
    Limit("target.event-gateway", Severity.ERROR, event_gateway_target),
    Limit("target.several-events", Severity.ERROR, several_events),
    Limit("target.start-event", Severity.ERROR, plain_start),
    Limit("target.bad-id", Severity.ERROR, bad_id),
    Limit("target.script-language", Severity.WARNING, script_language),
    Limit("target.plain-condition", Severity.WARNING, plain_condition),
    Limit("target.ignored-condition", Severity.WARNING, ignored_condition),
    Limit("target.standard-loop", Severity.WARNING, standard_loop),
    Limit("target.retry-cycle", Severity.WARNING, retry_cycle),
    Limit("target.uncaught-error", Severity.INFO, uncaught_error),
)
