"""`procos check`: the findings of every rule, as lines, JSON or SARIF."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from procos_studio.bpmn import Opened, read_file
from procos_studio.checks import check
from procos_studio.checks.sarif import to_sarif
from procos_studio.cli.console import DONE, UNUSABLE, complain, print_json, print_problems, verdict
from procos_studio.compiler import compile_plan
from procos_studio.library import Library, load
from procos_studio.library.shelves import present, project_shelf, user_shelves
from procos_studio.problems import Problem, Refused, Severity
from procos_studio.targets import TARGETS

EMBEDDED = "embedded"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="BPMN files")
    parser.add_argument("--target", choices=sorted(TARGETS), default=EMBEDDED, help="engine (default: embedded)")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="findings as JSON")
    output.add_argument("--sarif", action="store_true", help="findings as SARIF 2.1.0")


def run(args: argparse.Namespace) -> int:
    """Check every file; errors give 1, an unreadable file 2."""
    outcome, findings = DONE, list[tuple[str, Sequence[Problem]]]()
    for name in args.files:
        try:
            opened = read_file(Path(name))
        except (Refused, OSError) as failure:
            findings.append((name, _unreadable(name, failure)))
            outcome = UNUSABLE
            continue
        problems = _problems(opened, args.target, library_of(Path(name)))
        findings.append((name, problems))
        outcome = max(outcome, verdict(problems))
        if not (args.json or args.sarif):
            print_problems(name, problems, opened.diagram)
    _report(args, findings)
    return outcome


def library_of(file: Path) -> Library:
    """The shipped blocks, the user's own and those of the file's project."""
    return _library(present((*user_shelves(), project_shelf(file))))


@cache
def _library(shelves: tuple[Path, ...]) -> Library:
    return load(shelves)


def _problems(opened: Opened, target: str, library: Library) -> list[Problem]:
    """Reading, rules, masks and target; for the embedded engine also what its compiler cannot run."""
    found = [*opened.problems, *check(opened.diagram, target=TARGETS[target], library=library)]
    if target == EMBEDDED:
        said = {(key, problem.severity) for problem in found for key in problem.elements}
        found += (problem for problem in compile_plan(opened.diagram).problems if not _is_said(problem, said))
    return found


def _is_said(problem: Problem, said: set[tuple[str, Severity]]) -> bool:
    """Whether a rule found as much, or worse, about the same element."""
    as_bad = {problem.severity, Severity.ERROR}
    return any((key, severity) in said for key in problem.elements[:1] for severity in as_bad)


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
        print_json(to_sarif(findings))
    elif args.json:
        flat = [problem.to_json() | {"file": name} for name, problems in findings for problem in problems]
        print_json(flat)
    else:
        count = dict.fromkeys(Severity, 0)
        for _, problems in findings:
            for problem in problems:
                count[problem.severity] += 1
        errors, warnings, notes = (count[severity] for severity in Severity)
        print(f"{len(findings)} file(s): {errors} error(s), {warnings} warning(s), {notes} note(s)")
