"""`procos compile` (also `export`): BPMN that an engine accepts, and a word on everything that was changed for it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from procos_studio.bpmn import read_file
from procos_studio.cli.console import FAILED, complain, problem_line, verdict, write_output
from procos_studio.compiler.export import export
from procos_studio.problems import has_errors
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
    exported = export(opened.diagram, TARGETS[args.target])
    for problem in exported.problems:
        print(f"{args.file}: {problem_line(problem, opened.diagram)}", file=sys.stderr)
    if has_errors(exported.problems):
        complain(f"{args.file}: not exported; {TARGETS[args.target].name} would refuse it")
        return FAILED
    for change in exported.changes:
        print(f"{args.file}: changed: {change}", file=sys.stderr)
    write_output(args.output, exported.data)
    return verdict(exported.problems)
