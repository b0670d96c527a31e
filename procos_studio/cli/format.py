"""`procos format`: open and save files, so that they are spelled as the studio spells them."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from procos_studio.bpmn import read_file, write_bytes
from procos_studio.bpmn.writer import replace_file
from procos_studio.cli.console import DONE, UNUSABLE, complain, printable
from procos_studio.problems import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="BPMN files")
    parser.add_argument("-o", "--output", metavar="DIR", help="write here instead of in place")


def run(args: argparse.Namespace) -> int:
    """Format every file; one that cannot be read is reported, left alone, and makes the exit code 2."""
    twice = [name for name, count in Counter(Path(name).name for name in args.files).items() if count > 1]
    if args.output and twice:
        complain(f"{twice[0]}: two files of this name cannot be written into one folder")
        return UNUSABLE
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
            complain(f"{failure.filename or name}: {failure.strerror or failure}")
    return outcome


def _format(source: Path, folder: Path | None) -> None:
    data = write_bytes(read_file(source).diagram)
    target = source
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / source.name
    if target.exists() and target.read_bytes() == data:
        print(f"{printable(str(target))}: unchanged")
        return
    replace_file(target, data)
    print(f"{printable(str(target))}: formatted")
