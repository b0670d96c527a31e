"""`procos compile` (also `export`): BPMN that an engine accepts, and a word on everything that was changed for it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from procos_studio.bpmn import read_file
from procos_studio.checks import check
from procos_studio.cli.console import DONE, FAILED, complain, printable, problem_line, write_output
from procos_studio.compiler.export import export
from procos_studio.problems import Severity, has_errors
from procos_studio.targets import TARGETS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    engines = sorted(name for name in TARGETS if name != "embedded")
    parser.add_argument("--target", choices=engines, required=True, help="the engine to export for")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write; - for stdout")


def run(args: argparse.Namespace) -> int:
    """Export; what the engine would refuse stops it with 1 and nothing is written."""
    opened = read_file(Path(args.file))
    target = TARGETS[args.target]
    exported = export(opened.diagram, target)
    problems = tuple(dict.fromkeys((*opened.problems, *check(opened.diagram, target=target), *exported.problems)))
    for problem in problems:
        if problem.severity is not Severity.INFO:
            print(f"{printable(args.file)}: {problem_line(problem, opened.diagram)}", file=sys.stderr)
    if has_errors(problems):
        complain(f"{args.file}: not exported; mend the errors above first")
        return FAILED
    for change in exported.changes:
        print(printable(f"{args.file}: changed: {change}"), file=sys.stderr)
    write_output(args.output, exported.data)
    return DONE
