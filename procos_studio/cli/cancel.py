"""`procos cancel`: ends an instance that is no longer wanted, and all that it called."""

from __future__ import annotations

import argparse

from procos_studio.cli.console import printable
from procos_studio.cli.stored import act, acting_arguments, conclude, living, opened
from procos_studio.runtime.run import Runtime


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("instance", metavar="INSTANCE", help="its id, such as i1")
    parser.add_argument("--reason", required=True, help="why; it is kept in the history")
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Cancel."""
    with opened(args.store) as store:
        living(store, args.instance)

        async def do(runtime: Runtime) -> None:
            await runtime.cancel(args.instance, args.reason)

        acted = act(args, store, do)
        if not args.json:
            print(f"{args.instance} was cancelled: {printable(args.reason)}")
        return conclude(args, store, acted, {"instance": args.instance, "reason": args.reason})
