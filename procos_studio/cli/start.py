"""`procos start`: starts an instance of a process that was deployed into a store."""

from __future__ import annotations

import argparse

from procos_studio.cli.console import printable
from procos_studio.cli.inputs import assignments, form_defaults
from procos_studio.cli.stored import act, acting_arguments, conclude, inputs_argument, opened
from procos_studio.cli.telling import Diagrams
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.versions import Versions, name_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("process", metavar="KEY[:VERSION]", help="the process; without a version its newest")
    inputs_argument(parser)
    parser.add_argument("--business-key", metavar="KEY", default="", help="the instance's business key")
    acting_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Start one instance and follow it until it waits."""
    given = assignments(args.input, "--input")
    with opened(args.store) as store:
        version = Versions(store).find(args.process)
        diagram = Diagrams(store).of(version.digest)
        variables = (form_defaults(diagram, version.process) if diagram is not None else {}) | given

        async def do(runtime: Runtime) -> str:
            return await runtime.start(version.process, variables, args.business_key, version.digest)

        acted = act(args, store, do, version)
        if not args.json:
            print(f"{acted.value} started, {printable(name_of(version))}")
        return conclude(args, store, acted, {"instance": acted.value})
