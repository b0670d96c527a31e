"""`procos check`: the findings of every rule, as lines, JSON or SARIF."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from procos_studio.bpmn import read_file
from procos_studio.checks import check
from procos_studio.checks.sarif import to_sarif
from procos_studio.cli.console import DONE, UNUSABLE, complain, print_problems, verdict
from procos_studio.library import load
from procos_studio.problems import Problem, Refused, Severity
from procos_studio.targets import TARGETS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="BPMN files")
    parser.add_argument("--target", choices=sorted(TARGETS), default="embedded", help="engine (default: embedded)")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="findings as JSON")
    output.add_argument("--sarif", action="store_true", help="findings as SARIF 2.1.0")


def run(args: argparse.Namespace) -> int:
    """Check every file; errors give 1, an unreadable file 2."""
    library = load()
    outcome, findings = DONE, list[tuple[str, Sequence[Problem]]]()
    for name in args.files:
        try:
            opened = read_file(Path(name))
        except (Refused, OSError) as failure:
            findings.append((name, _unreadable(name, failure)))
            outcome = UNUSABLE
            continue
        problems = [*opened.problems, *check(opened.diagram, target=TARGETS[args.target], library=library)]
        findings.append((name, problems))
        outcome = max(outcome, verdict(problems))
        if not (args.json or args.sarif):
            print_problems(name, problems, opened.diagram)
    _report(args, findings)
    return outcome


def _unreadable(name: str, failure: Refused | OSError) -> tuple[Problem, ...]:
    if isinstance(failure, Refused):
        problems = failure.problems
    else:
        problems = (Problem("bpmn.unreadable", Severity.ERROR, failure.strerror or str(failure), file=name),)
    for problem in problems:
        complain(str(problem))
    return problems


def _report(args: argparse.Namespace, findings: Sequence[tuple[str, Sequence[Problem]]]) -> None:
    if args.sarif:
        print(json.dumps(to_sarif(findings), indent=2, ensure_ascii=False))
    elif args.json:
        flat = [problem.to_json() | {"file": name} for name, problems in findings for problem in problems]
        print(json.dumps(flat, indent=2, ensure_ascii=False))
    else:
        count = dict.fromkeys(Severity, 0)
        for _, problems in findings:
            for problem in problems:
                count[problem.severity] += 1
        print(f"{len(findings)} file(s): {count[Severity.ERROR]} error(s), {count[Severity.WARNING]} warning(s)")
