"""Validation against the BPMN 2.0 schema, which the SpiffWorkflow distribution carries."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from procos_studio.problems import Problem, Severity, error

_SCHEMA = Path("bpmn", "parser", "schema", "BPMN20.xsd")


def validate(data: bytes) -> list[Problem]:
    """What the schema says against a well-formed file, with line and id; at most 100 findings.

    lxml's validator misses references that lead nowhere: `references.check` finds those.
    """
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    schema = _schema()
    if schema.validate(tree):
        return []
    return [_problem(tree, entry) for entry in list(schema.error_log)[:100]]


@cache
def _schema() -> etree.XMLSchema:
    found = find_spec("SpiffWorkflow")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("The BPMN schema is missing: install ProcOS Studio again.")
    return etree.XMLSchema(etree.parse(str(Path(found.submodule_search_locations[0]) / _SCHEMA)))


def _problem(tree: etree._Element, entry: etree._LogEntry) -> Problem:
    key = _id_at(tree, entry.line)
    message = entry.message.replace("{http://www.omg.org/spec/BPMN/20100524/MODEL}", "")
    found = error("bpmn.schema", message, *([key] if key else []), hint="Correct the file where it says.")
    return Problem(found.code, Severity.ERROR, found.message, found.elements, found.hint, "", entry.line)


def _id_at(tree: etree._Element, line: int) -> str:
    """The id of the last element that begins at or before this line."""
    found = ""
    for node in tree.iter(etree.Element):
        if (node.sourceline or 0) > line:
            break
        found = node.get("id") or found
    return found
