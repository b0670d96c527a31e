"""Timers say one date, duration or cycle, in ISO 8601 or as an expression."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem, error

CODE = "event.timer"
_DURATION = r"P(?!$)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
_DATE = r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?"
_PATTERNS = {
    "timeDuration": re.compile(_DURATION),
    # Camunda 7 reads a duration as a date from now on
    "timeDate": re.compile(rf"{_DATE}|{_DURATION}"),
    # Camunda 7 reads ISO repeats and Quartz cron (six or seven fields) alike
    "timeCycle": re.compile(rf"R\d*/({_DATE}/)?{_DURATION}(/{_DATE})?|(\S+\s+){{5,6}}\S+"),
}
_EXAMPLES = {"timeDuration": "PT15M", "timeDate": "2027-01-31T06:00:00", "timeCycle": "R3/PT10S"}


def check(diagram: Diagram) -> Iterator[Problem]:
    """Source: ISO 8601 as Camunda 7's timer events read it."""
    for node in nodes(diagram):
        for definition in node.event_definitions:
            if definition.kind == "timerEventDefinition":
                yield from _timer(node, definition)


def _timer(node: FlowNode, definition: Xml) -> Iterator[Problem]:
    times = [child for child in definition.children if child.kind in _PATTERNS]
    if len(times) != 1:
        said = "no time" if not times else "more than one time"
        yield error(CODE, f"The timer “{node.label}” has {said}.", node.id, hint="Give a date, a duration or a cycle.")
    for time in times:
        text = time.text.strip()
        if "${" not in text and "#{" not in text and not _PATTERNS[time.kind].fullmatch(text):
            yield error(
                CODE,
                f"The timer “{node.label}” cannot read “{text[:40]}”.",
                node.id,
                hint=f"Write it like {_EXAMPLES[time.kind]}, or as an expression ${{…}}.",
            )
