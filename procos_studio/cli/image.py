"""`procos image`: a picture of a diagram, drawn by the canvas's exporter in a process of its own (it needs Qt)."""

from __future__ import annotations

import argparse
import subprocess
import sys

from procos_studio.bpmn import read_file

EXPORTER = "procos_studio.canvas.export"


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
    return abs(subprocess.run(command, check=False).returncode)
