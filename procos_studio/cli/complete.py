"""`procos complete`: gives a task that waits for a person its values."""

from __future__ import annotations

import argparse

from procos_studio.cli.inputs import assignments
from procos_studio.cli.stored import act, acting_arguments, conclude, inputs_argument, living, opened, tokens_at
from procos_studio.cli.telling import Diagrams
from procos_studio.problems import Refused, error
from procos_studio.runtime.run import Runtime


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("instance", metavar="INSTANCE", help="its id, such as i1")
    parser.add_argument("element", metavar="ELEMENT", help="the user task: id, name or token")
    inputs_argument(parser)
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Complete one user task."""
    given = assignments(args.input, "--input")
    with opened(args.store) as store:
        instance = living(store, args.instance)
        tokens = tokens_at(store, instance, args.element, "user", "user task")
        if len(tokens) > 1:
            several = ", ".join(token.token for token in tokens)
            hint = f"Name one of its tokens: {several}."
            raise Refused(error("instance.several", f"“{args.element}” waits {len(tokens)} times.", hint=hint))

        async def do(runtime: Runtime) -> None:
            await runtime.complete_user_task(tokens[0].token, given)

        acted = act(args, store, do)
        if not args.json:
            print(f"{Diagrams(store).called(instance.digest, tokens[0].element)} of {args.instance} is completed")
        return conclude(args, store, acted, {"token": tokens[0].token})
