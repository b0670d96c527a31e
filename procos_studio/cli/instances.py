"""`procos instances`: the instances in a store, one a line."""

from __future__ import annotations

import argparse

from procos_studio.cli.console import DONE, print_json
from procos_studio.cli.stored import opened, store_argument
from procos_studio.cli.telling import Diagrams, facts, line_of
from procos_studio.runtime.standing import AT_REST, stands
from procos_studio.runtime.versions import Versions

STATES = ("running", "waiting", "incident", "done", "failed", "cancelled")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    store_argument(parser)
    parser.add_argument("--state", choices=STATES, help="only instances in this state")
    parser.add_argument("--process", metavar="KEY[:VERSION]", help="only instances of this process or version")
    parser.epilog = "Looks only: nothing in the store changes, and a run that uses it is not disturbed."


def run(args: argparse.Namespace) -> int:
    """List them, the oldest first."""
    with opened(args.store) as store:
        alive, versions, diagrams = stands(store.live()), Versions(store), Diagrams(store)
        wanted = versions.find(args.process) if args.process else None
        exactly = ":" in (args.process or "")
        told = []
        for item in store.instances():
            found = facts(item, alive.get(item.id, AT_REST), versions)
            is_wanted = wanted is None or item.process == wanted.process
            is_wanted &= wanted is None or not exactly or item.digest == wanted.digest
            if is_wanted and args.state in (None, found["state"]):
                told.append(found)
                if not args.json:
                    print(line_of(found, alive.get(item.id, AT_REST), item.digest, diagrams))
    if args.json:
        print_json(told)
    elif not told:
        print("no instances")
    return DONE
