"""`procos signal`: broadcasts a signal to all instances that wait for it, and starts those that begin by it."""

from __future__ import annotations

import argparse

from procos_studio.cli.console import printable
from procos_studio.cli.inputs import assignments
from procos_studio.cli.stored import act, acting_arguments, conclude, inputs_argument, opened
from procos_studio.runtime.run import Runtime


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", metavar="NAME", help="the signal's name")
    inputs_argument(parser)
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Broadcast; a signal that nobody waits for is no failure."""
    given = assignments(args.input, "--input")
    with opened(args.store) as store:

        async def do(runtime: Runtime) -> int:
            return await runtime.signal(args.name, given)

        acted = act(args, store, do)
        if not args.json:
            print(f"“{printable(args.name)}” was taken {acted.value} time{'' if acted.value == 1 else 's'}")
        return conclude(args, store, acted, {"taken": acted.value})
