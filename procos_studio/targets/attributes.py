"""What Camunda 7 demands of ids, numbers and periods in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.targets.deployed import definition, extensions, is_expression, is_extension, nodes, processes, says
from procos_studio.targets.limits import Finding

_NCNAME = re.compile(r"[^\W\d][\w.\-·]*")
_NUMBER = re.compile(r"\s*[+-]?\d{1,18}\s*")
_TIME_TO_LIVE = re.compile(r"\d+|P\d+D")
_RETRY_CYCLE = re.compile(r"R\d+/P[\dA-Z.]+|P[\dA-Z.]+(\s*,\s*P[\dA-Z.]+)*|\d+|[$#]\{.*\}", re.DOTALL)


def bad_id(diagram: Diagram) -> Iterator[Finding]:
    """Ids are XML NCNames."""
    for element in diagram.walk():
        key = element.get("id").strip()
        if key and not _NCNAME.fullmatch(key):
            yield Finding(f"“{key[:60]}” is not a valid id.", (element.id,), "Use letters, digits, _ - and . only.")


def repeated_id(diagram: Diagram) -> Iterator[Finding]:
    """An id stands once in a file."""
    seen: set[str] = set()
    for element in diagram.walk():
        key = element.get("id").strip()
        if key and key in seen:
            yield Finding(f"the id “{key[:60]}” stands more than once.", (element.id,), "Give one another id.")
        seen.add(key)


def priority(diagram: Diagram) -> Iterator[Finding]:
    """Priorities are whole numbers or expressions; that of a timer start has no variables to read."""
    for element in (*processes(diagram), *nodes(diagram)):
        for name in ("jobPriority", "taskPriority"):
            text = says(element, name)
            if text and not is_expression(text) and not _NUMBER.fullmatch(text):
                yield Finding(f"the {name} “{text[:40]}” of “{element.label}” is no number.", (element.id,), "Use one.")
        timed = isinstance(element, FlowNode) and element.kind == "startEvent" and definition(element, "timer")
        if timed and is_expression(says(element, "jobPriority")):
            hint = "Write a number; no instance exists yet when the timer is set."
            yield Finding(
                f"the jobPriority of the timer start “{element.label}” is an expression.", (element.id,), hint
            )


def time_to_live(diagram: Diagram) -> Iterator[Finding]:
    """How long history is kept: days."""
    for process in processes(diagram):
        text = says(process, "historyTimeToLive")
        if text and not _TIME_TO_LIVE.fullmatch(text):
            yield Finding(f"the history time to live “{text[:20]}” cannot be read.", (process.id,), "Write P180D.")


def retry_cycle(diagram: Diagram) -> Iterator[Finding]:
    """A retry time cycle that cannot be read is ignored."""
    for node in nodes(diagram):
        inside = node.loop.walk() if node.loop else ()
        name = "failedJobRetryTimeCycle"
        found = (*extensions(node, name), *(item for item in inside if is_extension(item, name)))
        if any(not _RETRY_CYCLE.fullmatch(item.text.strip()) for item in found):
            yield Finding(f"the retries of “{node.label}” cannot be read.", (node.id,), "Write them like R3/PT10S.")
