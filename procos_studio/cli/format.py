"""`procos format`: open and save files, so that they are spelled as the studio spells them."""

from __future__ import annotations

import argparse
from pathlib import Path

from procos_studio.bpmn import read_file, write_bytes, write_file
from procos_studio.cli.console import DONE, UNUSABLE, complain
from procos_studio.problems import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="BPMN files")
    parser.add_argument("-o", "--output", metavar="DIR", help="write here instead of in place")


def run(args: argparse.Namespace) -> int:
    """Format every file; one that cannot be read is reported, left alone, and makes the exit code 2."""
    outcome = DONE
    for name in args.files:
        try:
            _format(Path(name), Path(args.output) if args.output else None)
        except Refused as refused:
            outcome = UNUSABLE
            for problem in refused.problems:
                complain(str(problem))
        except OSError as failure:
            outcome = UNUSABLE
            complain(f"{name}: {failure.strerror or failure}")
    return outcome


def _format(source: Path, folder: Path | None) -> None:
    diagram = read_file(source).diagram
    target = source
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / source.name
    if target.exists() and target.read_bytes() == write_bytes(diagram):
        print(f"{target}: unchanged")
        return
    write_file(diagram, target)
    print(f"{target}: formatted")
