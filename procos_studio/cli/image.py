"""`procos image`: pictures of a diagram, drawn by the canvas's exporter in a process of its own (it needs Qt)."""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys

from procos_studio.bpmn import read_file
from procos_studio.cli.console import UNUSABLE, complain

EXPORTER = "procos_studio.canvas.export"
_LACKS_QT = "\nImportError: "
"""With this an exporter ends that finds no Qt, or a Qt that lacks a library of the system."""
_THEMES = ("light", "dark", "high-contrast")
_SMALLEST, _LARGEST = 0.01, 100.0
_OPTIONS = ("file", "output", "theme", "element", "only", "all", "scale", "transparent")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="a file ending in .svg, .png or .pdf")
    parser.add_argument("--theme", choices=_THEMES, default="light", help="colours (default: light)")
    parser.add_argument("--scale", type=_scale, metavar="N", help="1 is the size on the screen (default of PNG: 2)")
    parser.add_argument("--transparent", action="store_true", help="leave the ground out")
    pages = parser.add_mutually_exclusive_group()
    all_pages = "each page: one PDF, or numbered files beside OUT"
    pages.add_argument("--all", action="store_true", help=all_pages)
    pages.add_argument("--element", default="", metavar="ID", help="the closed sub-process whose inside is drawn")
    pages.add_argument("--only", default=[], action="append", metavar="ID", help="draw only this (may be repeated)")


def _scale(text: str) -> float:
    scale = float(text)
    if not math.isfinite(scale) or not _SMALLEST <= scale <= _LARGEST:
        raise argparse.ArgumentTypeError(f"{text} is not from {_SMALLEST} to {_LARGEST:.0f}")
    return scale


def run(args: argparse.Namespace) -> int:
    """Draw; a file that cannot be read is refused here, what else goes wrong the exporter says itself."""
    read_file(args.file)
    order = json.dumps({name: getattr(args, name) for name in _OPTIONS})
    command = [sys.executable, "-m", EXPORTER, order]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    if _LACKS_QT in done.stderr or done.returncode < 0:
        reason = (done.stderr.strip().splitlines() or [f"signal {-done.returncode}"])[-1]
        complain(f"Qt, which draws pictures, does not start here: {reason}")
        return UNUSABLE
    sys.stderr.write(done.stderr)
    return done.returncode
