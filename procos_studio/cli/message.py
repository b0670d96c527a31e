"""`procos message`: delivers a message to the instance that waits for it, or starts one by it."""

from __future__ import annotations

import argparse

from procos_studio.cli.console import FAILED, complain, printable
from procos_studio.cli.inputs import assignments
from procos_studio.cli.stored import act, acting_arguments, conclude, inputs_argument, living, opened
from procos_studio.runtime.run import Runtime


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", metavar="NAME", help="the message's name")
    inputs_argument(parser)
    parser.add_argument("--business-key", metavar="KEY", help="only for the instance with this business key")
    parser.add_argument("--instance", metavar="ID", help="only for this instance")
    parser.add_argument(
        *("-k", "--correlate"),
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="only for an instance whose variable has this value; may be repeated",
    )
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Deliver; 1 where nobody waits for it and nothing starts by it."""
    given, keys = assignments(args.input, "--input"), assignments(args.correlate, "--correlate")
    with opened(args.store) as store:
        if args.instance:
            living(store, args.instance)

        async def do(runtime: Runtime) -> str:
            where = {"business_key": args.business_key, "keys": keys, "instance": args.instance}
            return await runtime.message(args.name, given, **where)

        acted = act(args, store, do)
        if not args.json and acted.value:
            print(f"“{printable(args.name)}” went to {acted.value}")
        outcome = conclude(args, store, acted, {"instance": acted.value or None})
    if not acted.value:
        complain(f"nobody waits for the message “{args.name}”, and nothing starts by it")
    return outcome if acted.value else FAILED
