"""`procos deploy`: adds versions of the processes in files to a store."""

from __future__ import annotations

import argparse
import time

from procos_studio.cli.compiling import compiled_file
from procos_studio.cli.console import DONE, FAILED, complain, print_json, printable
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import Deployed, deploy, name_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="BPMN files")
    parser.add_argument("--store", required=True, metavar="FILE", help="the store; made where there is none")
    parser.add_argument("--name", default="", help="the deployment's name (default: that of the file)")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    parser.epilog = (
        "A process whose file has not changed gets no new version. Instances keep the version that they have. Exit "
        "codes: 0 done; 1 a file cannot run, and nothing of any file was deployed; 2 wrong use or unreadable."
    )


def run(args: argparse.Namespace) -> int:
    """Deploy all files, or none where one of them cannot run."""
    plans = [compiled_file(name, args.name, is_kept=True).plan for name in args.files]
    ready = [plan for plan in plans if plan is not None]
    if len(ready) < len(plans):
        complain("nothing was deployed; `procos check` explains more")
        return FAILED
    with Store(args.store) as store:
        outcome = deploy(store, ready, time.time)
    if args.json:
        print_json([_facts(item) for item in outcome])
        return DONE
    for item in outcome:
        print(_line(item))
    return DONE


def _line(item: Deployed) -> str:
    name = printable(name_of(item.version))
    return f"{name} deployed" if item.is_new else f"{name} unchanged"


def _facts(item: Deployed) -> dict[str, object]:
    version = item.version
    return {
        "process": version.process,
        "version": version.number,
        "digest": version.digest,
        "deployment": version.deployment,
        "isNew": item.is_new,
    }
