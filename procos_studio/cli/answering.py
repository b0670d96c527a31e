"""Answering: the command line speaks for people, and says how long and by which clock."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from procos_studio.model.diagram import Diagram
from procos_studio.runtime.run import Runtime


def answer_argument(parser: argparse.ArgumentParser) -> None:
    """Declare what is answered for people."""
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="TASK=VALUES",
        help="complete the user task with this id or name; VALUES is a JSON map or @FILE.json; may be repeated",
    )


def clock_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose time counts, and how long."""
    parser.add_argument("--virtual-clock", action="store_true", help="do not wait for timers: time jumps to the next")
    parser.add_argument("--timeout", type=_seconds, metavar="S", help="stop after so many seconds on the wall")


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("must be a number of seconds, more than 0")
    return value


def answer(
    runtime: Runtime, token: str, element: str, diagram: Diagram, answers: Mapping[str, Mapping[str, Any]]
) -> None:
    """Complete a user task, where the command line has an answer to its id or name."""
    found = diagram.get(element)
    for name in (element, found.name if found else ""):
        if name in answers:
            runtime.complete_user_task(token, answers[name])
            return
