"""Entry of `procos`: finds the subcommand, turns every failure into one clear line and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from procos_studio import __version__
from procos_studio.cli.console import DONE, UNUSABLE, complain, show_any_letter
from procos_studio.problems import Refused


class Command(NamedTuple):
    """A subcommand: the module that does it (`add_arguments(parser)`, `run(args) -> int`) and its line in the help."""

    module: str
    summary: str


COMMANDS: dict[str, Command] = {
    "run": Command("procos_studio.cli.run", "run a process and follow it"),
    "resume": Command("procos_studio.cli.resume", "go on with what earlier runs left in a store"),
    "deploy": Command("procos_studio.cli.deploy", "add versions of processes to a store"),
    "start": Command("procos_studio.cli.start", "start an instance of a deployed process"),
    "instances": Command("procos_studio.cli.instances", "list the instances in a store"),
    "inspect": Command("procos_studio.cli.inspect", "show where an instance waits, and its history"),
    "complete": Command("procos_studio.cli.complete", "complete a task that waits for a person"),
    "message": Command("procos_studio.cli.message", "deliver a message"),
    "signal": Command("procos_studio.cli.signal", "broadcast a signal"),
    "retry": Command("procos_studio.cli.retry", "let incidents try again"),
    "cancel": Command("procos_studio.cli.cancel", "end an instance"),
    "migrate": Command("procos_studio.cli.migrate", "let instances go on with another version"),
    "check": Command("procos_studio.cli.check", "find problems in diagrams"),
    "show": Command("procos_studio.cli.show", "describe a diagram in words"),
    "format": Command("procos_studio.cli.format", "open and save files in the studio's spelling"),
    "compile": Command("procos_studio.cli.compile", "turn a diagram into BPMN for an engine (also: export)"),
    "export": Command("procos_studio.cli.compile", "the same as compile"),
    "blocks": Command("procos_studio.cli.blocks", "list the blocks of the library, or show one"),
    "test": Command("procos_studio.cli.test", "run the scenarios of blocks"),
    "image": Command("procos_studio.cli.image", "draw a diagram as SVG, PNG or PDF"),
}
"""Only the module of the asked subcommand is imported, so that a short command starts quickly."""

_INTERRUPTED = 130
_EPILOG = """\
examples:
  procos check order.bpmn                      what is wrong with it, if anything
  procos run order.bpmn -i amount=120          run it and watch
  procos export order.bpmn --target operaton -o out.bpmn
  procos COMMAND --help                        the arguments of a command

exit codes: 0 done, 1 the process failed or problems were found,
            2 wrong use or an unreadable file, 130 stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `procos` with these arguments (default: the command line's); the exit code.

    0 done, 1 the process failed or problems were found, 2 wrong use or an unreadable file, 130 stopped by Ctrl-C.
    """
    try:
        show_any_letter()
        outcome = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return outcome
    except Refused as refused:
        for problem in refused.problems:
            complain(str(problem))
    except BrokenPipeError:
        # The reader of our output went away (`| head`); keep Python from complaining once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as failure:
        complain(f"{failure.filename or 'the output'}: {failure.strerror or failure}")
    except KeyboardInterrupt:
        complain("stopped")
        return _INTERRUPTED
    return UNUSABLE


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the longest name and its summary on one line, for argparse forgets that they are indented."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = max(len(name) for name in COMMANDS) + 4


def _run(arguments: list[str]) -> int:
    parser = _parser(next((word for word in arguments if not word.startswith("-")), ""))
    try:
        args = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else UNUSABLE
    work: Callable[[argparse.Namespace], int] | None = getattr(args, "work", None)
    if work is None:
        parser.print_help()
        return DONE
    return work(args)


def _parser(asked: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="procos",
        description="Check, run, deploy, watch, format, export and draw BPMN processes without a screen.",
        epilog=_EPILOG,
        formatter_class=_Help,
    )
    parser.add_argument("--version", action="version", version=f"procos {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=command.summary, description=f"{command.summary.capitalize()}.")
        if name == asked:
            module = import_module(command.module)
            module.add_arguments(subparser)
            subparser.set_defaults(work=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
