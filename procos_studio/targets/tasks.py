"""What Camunda 7 demands of activities: implementations, mappings, listeners, loops."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.targets.deployed import definition, extensions, is_extension, nodes, says
from procos_studio.targets.limits import Finding

_SERVICES = ("serviceTask", "sendTask", "businessRuleTask")
_FIELDS = {"mail": ({"to", "cc", "bcc"}, {"text", "html"}), "shell": ({"command"},)}
_IMPLEMENTATIONS = ("type", "class", "expression", "delegateExpression")
_ENGINE_SCRIPTS = frozenset({"javascript", "groovy", "jython", "jruby", "ruby", "ecmascript", "juel", "feel"})
_MAPPERS = frozenset({"", "singleEntry", "singleResult", "collectEntries", "resultList"})
_BINDINGS = {"calledElement": "calledElementBinding", "decisionRef": "decisionRefBinding", "caseRef": "caseBinding"}
_LISTENER_EVENTS = {
    "executionListener": ("start", "end", "take"),
    "taskListener": ("create", "assignment", "complete", "update", "delete", "timeout"),
}
MAX_SCRIPT = 60_000
"""Characters of a Python script that fit into the property in which the export keeps it."""


def bare_task(diagram: Diagram) -> Iterator[Finding]:
    """Service, send and business rule tasks need an implementation."""
    for node in nodes(diagram, *_SERVICES):
        if any(extensions(node, name) for name in ("externalTask", "connector")) or says(node, "decisionRef"):
            continue
        if not any(says(node, name) for name in _IMPLEMENTATIONS):
            yield Finding(f"“{node.label}” has no implementation.", (node.id,), "Give it a topic (external task).")


def external_task(diagram: Diagram) -> Iterator[Finding]:
    """Of the types of a service task only these exist, and an external one needs a topic."""
    for node in nodes(diagram):
        thrown = definition(node, "message") if node.kind in ("intermediateThrowEvent", "endEvent") else None
        for item in (node, thrown) if thrown else (node,):
            kind = says(item, "type") if isinstance(item, Xml) or node.kind in _SERVICES else ""
            if kind == "external" and not says(item, "topic"):
                yield Finding(f"“{node.label}” is external, but has no topic.", (node.id,), "Give it a topic.")
            elif kind and kind not in ("external", "mail", "shell"):
                yield Finding(f"“{node.label}” is of the unknown type “{kind}”.", (node.id,), "Make it external.")


def fields(diagram: Diagram) -> Iterator[Finding]:
    """A mail has a recipient and a text, a shell task a command."""
    for node in nodes(diagram, *_SERVICES):
        given = {field.get("name") for field in extensions(node, "field")}
        for wanted in _FIELDS.get(says(node, "type"), ()):
            if not given & wanted:
                hint = "Add the field."
                yield Finding(f"“{node.label}” has no field {' or '.join(sorted(wanted))}.", (node.id,), hint)


def result_variable(diagram: Diagram) -> Iterator[Finding]:
    """A Java class or delegate has no result to put into a variable."""
    for node in nodes(diagram, *_SERVICES):
        if says(node, "resultVariable") and (says(node, "class") or says(node, "delegateExpression")):
            hint = "Remove the result variable; the class sets variables itself."
            yield Finding(f"“{node.label}” runs a class, which gives no result variable.", (node.id,), hint)


def decision_mapper(diagram: Diagram) -> Iterator[Finding]:
    """The results of a decision are mapped in one of four ways."""
    for node in nodes(diagram, "businessRuleTask"):
        name = says(node, "mapDecisionResult")
        if name not in _MAPPERS:
            yield Finding(f"“{node.label}” maps its result by “{name}”.", (node.id,), "Choose singleEntry or another.")


def called(diagram: Diagram) -> Iterator[Finding]:
    """A call activity calls one process or one case; a version is named where the binding says so."""
    for node in nodes(diagram, "callActivity"):
        nested = any(extensions(node, "calledElement"))
        process, case = node.get("calledElement"), says(node, "caseRef")
        if not (process or case or nested):
            yield Finding(f"“{node.label}” calls no process.", (node.id,), "Choose the process it calls.")
        if process and case:
            yield Finding(f"“{node.label}” calls a process and a case.", (node.id,), "Keep one of them.")
    for node in nodes(diagram, "callActivity", "businessRuleTask"):
        for name, binding in _BINDINGS.items():
            wanted = {"version": "Version", "versionTag": "VersionTag"}.get(says(node, binding), "")
            stem = name if name != "caseRef" else "case"
            if wanted and not says(node, f"{stem}{wanted}"):
                yield Finding(f"“{node.label}” does not say which version.", (node.id,), f"Say {stem}{wanted}.")


def mapping(diagram: Diagram) -> Iterator[Finding]:
    """`camunda:in` and `camunda:out` name what they take and where it goes."""
    for node in nodes(diagram):
        for item in (*extensions(node, "in"), *extensions(node, "out")):
            if any(item.get(name) for name in ("variables", "businessKey")):
                continue
            if not (item.get("source") or item.get("sourceExpression")) or not item.get("target"):
                hint = "Say source (or sourceExpression) and target."
                yield Finding(f"a variable passed by “{node.label}” lacks its source or target.", (node.id,), hint)


def script(diagram: Diagram) -> Iterator[Finding]:
    """A script task has a script."""
    for node in nodes(diagram, "scriptTask"):
        found = node.detail(bpmn("script"))
        if found is None and not says(node, "resource"):
            yield Finding(f"“{node.label}” has no script.", (node.id,), "Write the script.")


def script_language(diagram: Diagram) -> Iterator[Finding]:
    """Scripts in a language that the server lacks; Python is turned into an external task by the export."""
    for node in nodes(diagram, "scriptTask"):
        language = node.get("scriptFormat").lower()
        if language not in _ENGINE_SCRIPTS and language != "python":
            yield Finding(f"“{node.label}” is written in “{language}”.", (node.id,), "Write it in Python.")


def long_script(diagram: Diagram) -> Iterator[Finding]:
    """The export keeps a Python script in a property, which is an attribute."""
    for node in nodes(diagram, "scriptTask"):
        found = node.detail(bpmn("script"))
        if found is not None and node.get("scriptFormat").lower() == "python" and len(found.text) > MAX_SCRIPT:
            yield Finding(f"the script of “{node.label}” is too long to carry.", (node.id,), "Split it up.")


def form(diagram: Diagram) -> Iterator[Finding]:
    """A form is named by its key or by its reference."""
    for node in nodes(diagram, "userTask", "startEvent"):
        if says(node, "formKey") and says(node, "formRef"):
            yield Finding(f"“{node.label}” has a form key and a form reference.", (node.id,), "Keep one of them.")
        binding = says(node, "formRefBinding")
        if says(node, "formRef") and binding not in ("", "deployment", "latest", "version"):
            yield Finding(f"“{node.label}” binds its form by “{binding}”.", (node.id,), "Use latest or deployment.")


def multi_instance(diagram: Diagram) -> Iterator[Finding]:
    """A multi-instance says how often: a number or a collection."""
    for node in nodes(diagram):
        loop = node.loop
        if loop is None or loop.kind != "multiInstanceLoopCharacteristics":
            continue
        collection = says(loop, "collection") or _holds_text(loop, "loopDataInputRef")
        if not collection and not _holds_text(loop, "loopCardinality"):
            yield Finding(f"“{node.label}” does not say how often.", (node.id,), "Give a number or a collection.")
        elif not collection and (says(loop, "elementVariable") or loop.child(bpmn("inputDataItem"))):
            yield Finding(
                f"“{node.label}” has an element variable, but no collection.", (node.id,), "Name a collection."
            )


def _holds_text(loop: Xml, local: str) -> bool:
    found = loop.child(bpmn(local))
    return found is not None and bool(found.text.strip())


def input_output(diagram: Diagram) -> Iterator[Finding]:
    """Where parameters may stand: not on gateways and event sub-processes; no outputs of ends and multi-instances."""
    for node in nodes(diagram):
        for holder in extensions(node, "inputOutput"):
            if node.is_gateway or node.is_event_sub_process:
                yield Finding(f"“{node.label}” may not have parameters.", (node.id,), "Put them on an activity.")
            elif any(is_extension(item, "outputParameter") for item in holder.children):
                yield from _outputs(node)


def _outputs(node: FlowNode) -> Iterator[Finding]:
    if node.kind == "endEvent":
        yield Finding(f"the end “{node.label}” may not have output parameters.", (node.id,), "Delete them.")
    elif node.loop is not None and node.loop.kind == "multiInstanceLoopCharacteristics":
        yield Finding(f"the multi-instance “{node.label}” may not have output parameters.", (node.id,), "Delete them.")


def listener(diagram: Diagram) -> Iterator[Finding]:
    """A listener says when and what; one on a timeout also its id and its timer."""
    for node in nodes(diagram):
        for name, events in _LISTENER_EVENTS.items():
            for item in extensions(node, name):
                if not _is_complete(item, events):
                    hint = f"Give it an event ({', '.join(events)}) and a class, expression or script."
                    yield Finding(f"a listener of “{node.label}” is incomplete.", (node.id,), hint)


def _is_complete(item: Xml, events: tuple[str, ...]) -> bool:
    works = any(item.get(name) for name in ("class", "expression", "delegateExpression"))
    timed = item.get("event") != "timeout" or (item.get("id") and item.child(bpmn("timerEventDefinition")))
    return (
        item.get("event") in events
        and (works or any(is_extension(child, "script") for child in item.children))
        and bool(timed)
    )


def loops_once(diagram: Diagram) -> Iterator[Finding]:
    """Standard loops run once."""
    for node in nodes(diagram):
        if node.loop is not None and node.loop.kind == "standardLoopCharacteristics":
            hint = "Draw the loop with a decision, or use a multi-instance."
            yield Finding(f"“{node.label}” loops here, but runs once there.", (node.id,), hint)
