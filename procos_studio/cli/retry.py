"""`procos retry`: lets tokens with an incident try again."""

from __future__ import annotations

import argparse

from procos_studio.cli.stored import act, acting_arguments, conclude, living, opened, tokens_at
from procos_studio.cli.telling import Diagrams
from procos_studio.runtime.run import Runtime


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("instance", metavar="INSTANCE", help="its id, such as i1")
    parser.add_argument("element", metavar="ELEMENT", nargs="?", default="", help="only there: id, name or token")
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Try again; 1 where an incident comes back."""
    with opened(args.store) as store:
        instance = living(store, args.instance)
        tokens = tokens_at(store, instance, args.element, "incident", "incident")

        async def do(runtime: Runtime) -> None:
            for token in tokens:
                await runtime.retry(token.token)

        acted = act(args, store, do)
        if not args.json:
            places = [Diagrams(store).called(instance.digest, token.element) for token in tokens]
            print(f"{args.instance} tries again at {', '.join(places)}")
        return conclude(args, store, acted, {"tokens": [token.token for token in tokens]})
