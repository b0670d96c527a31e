"""`procos show`: a diagram in words, for a terminal, a review or a screen reader."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from procos_studio.bpmn import read_file
from procos_studio.cli.console import DONE, painted, print_json, print_problems, printable
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode, MessageFlow, Participant, Process, SequenceFlow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    parser.add_argument("--json", action="store_true", help="machine-readable")


def run(args: argparse.Namespace) -> int:
    """Describe the file; problems of reading come after it."""
    opened = read_file(Path(args.file))
    if args.json:
        processes = [_facts(opened.diagram, process) for process in _processes(opened.diagram)]
        print_json({"file": args.file, "processes": processes})
        return DONE
    for line in describe(opened.diagram):
        print(line)
    print_problems(args.file, opened.problems, opened.diagram)
    return DONE


def describe(diagram: Diagram) -> Iterator[str]:
    """The lines of the description: a heading for each process, a line for each node with where it leads."""
    for process in _processes(diagram):
        pool = diagram.participant(process.id)
        title = printable(pool.label if pool else process.label)
        nodes = [item for item in diagram.walk(process.id) if isinstance(item, FlowNode)]
        executable = "executable" if process.is_executable else "not executable"
        yield f"{painted(title, 'bold')}  process {process.get('id')}, {executable}, {len(nodes)} nodes"
        for node in nodes:
            yield "  " * (_depth(diagram, node) + 1) + _sentence(diagram, node)
    for flow in sorted(diagram.all(MessageFlow), key=lambda flow: flow.id):
        yield f"message {_named(diagram, flow.source)} ⇢ {_named(diagram, flow.target)}"
    for pool in sorted(diagram.all(Participant), key=lambda pool: pool.id):
        if not pool.process:
            yield f"{printable(pool.label)}  pool without a process"


def _processes(diagram: Diagram) -> tuple[Process, ...]:
    return diagram.children(diagram.root.id, Process)


def _depth(diagram: Diagram, node: Element) -> int:
    return sum(isinstance(parent, FlowNode) for parent in diagram.ancestors(node.id))


def _sentence(diagram: Diagram, node: FlowNode) -> str:
    host = diagram.get(node.attached_to)
    on = f" on {printable(host.label)}" if host else ""
    leads = ", ".join(_leads(diagram, flow) for flow in diagram.outgoing(node.id, SequenceFlow))
    return f"{printable(node.label)} ({_words(node)}{on})" + (f" → {leads}" if leads else "")


def _leads(diagram: Diagram, flow: SequenceFlow) -> str:
    why = printable(flow.condition or flow.name)
    return _named(diagram, flow.target) + (f" [{why}]" if why else "")


def _named(diagram: Diagram, key: str) -> str:
    element = diagram.get(key)
    return printable(element.label if element else key)


def _words(node: FlowNode) -> str:
    kind = "".join(f" {char.lower()}" if char.isupper() else char for char in node.kind)
    return f"{node.event_kind} {kind}" if node.is_event and node.event_kind != "none" else kind


def _facts(diagram: Diagram, process: Process) -> dict[str, object]:
    nodes = [item for item in diagram.walk(process.id) if isinstance(item, FlowNode)]
    return {
        "id": process.get("id"),
        "name": process.name,
        "executable": process.is_executable,
        "kinds": dict(Counter(node.kind for node in nodes)),
        "nodes": [_node_facts(diagram, node) for node in nodes],
    }


def _node_facts(diagram: Diagram, node: FlowNode) -> dict[str, object]:
    return {
        "id": node.id,
        "name": node.name,
        "kind": node.kind,
        "event": node.event_kind if node.is_event else None,
        "next": [flow.target for flow in diagram.outgoing(node.id, SequenceFlow)],
    }
