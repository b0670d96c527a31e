"""`procos image`: a picture of a diagram, drawn by the canvas's exporter in a process of its own (it needs Qt)."""

from __future__ import annotations

import argparse
import subprocess
import sys

from procos_studio.bpmn import read_file
from procos_studio.cli.console import UNUSABLE, complain

EXPORTER = "procos_studio.canvas.export"
_LACKS_QT = "\nImportError: "
"""With this an exporter ends that finds no Qt, or a Qt that lacks a library of the system."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a BPMN file")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="a file ending in .svg, .png or .pdf")
    parser.add_argument(
        "--theme", choices=("light", "dark", "high-contrast"), default="light", help="colours (default: light)"
    )


def run(args: argparse.Namespace) -> int:
    """Draw; a file that cannot be read is refused here, what else goes wrong the exporter says itself."""
    read_file(args.file)
    command = [sys.executable, "-m", EXPORTER, args.file, "-o", args.output, "--theme", args.theme]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    if _LACKS_QT in done.stderr or done.returncode < 0:
        reason = (done.stderr.strip().splitlines() or [f"signal {-done.returncode}"])[-1]
        complain(f"Qt, which draws pictures, does not start here: {reason}")
        return UNUSABLE
    sys.stderr.write(done.stderr)
    return done.returncode
