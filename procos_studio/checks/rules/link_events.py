"""Every link throw has one catch of its name (bpmnlint: link-event)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from procos_studio.checks.graph import link_name
from procos_studio.checks.scopes import Scope, scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.problems import Problem, error

CODE = "event.link"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Links join within one scope (BPMN 2.0, 10.5.4)."""
    for scope in scopes(diagram):
        yield from _in_scope(scope)


def _in_scope(scope: Scope) -> Iterator[Problem]:
    links = [node for node in scope.nodes if node.detail(bpmn("linkEventDefinition"))]
    catches = Counter(link_name(node) for node in links if node.kind == "intermediateCatchEvent")
    throws = {link_name(node) for node in links if node.kind != "intermediateCatchEvent"}
    for node in links:
        name = link_name(node)
        if not name:
            yield error(CODE, "A link event has no name.", node.id, hint="Name the link it leads to.")
        elif node.kind == "intermediateCatchEvent" and catches[name] > 1:
            yield error(CODE, f"Several catches are called “{name}”.", node.id, hint="Keep one of them.")
        elif node.kind == "intermediateCatchEvent" and name not in throws:
            yield error(CODE, f"No link leads to “{name}”.", node.id, hint="Add a throw of this name, or delete it.")
        elif node.kind != "intermediateCatchEvent" and name not in catches:
            yield error(CODE, f"The link “{name}” leads nowhere.", node.id, hint="Add a link catch of this name here.")
