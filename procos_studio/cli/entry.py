"""The door of the `procos` command: loads the rest, so that Ctrl-C prints no traceback before it can be answered."""

from __future__ import annotations

import signal
from importlib import import_module


def main() -> int:
    """Run `procos` with the command line's arguments; the exit code.

    While modules load, and once all is done, Ctrl-C just ends the program: nothing has begun that could be told of.
    Where whoever starts it has Ctrl-C ignored, it stays ignored.
    """
    is_heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_heard:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    commands = import_module("procos_studio.cli.main")
    if is_heard:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    outcome: int = commands.main()
    if is_heard:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return outcome
