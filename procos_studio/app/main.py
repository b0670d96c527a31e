"""Entry of `procos-studio`: one window, one event loop for Qt and asyncio."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from procos_studio import __version__
from procos_studio.app.appearance import Appearance
from procos_studio.app.authoring.shelves import first_library
from procos_studio.app.crashes import Crashes
from procos_studio.app.display import missing_display
from procos_studio.app.ending import Ending
from procos_studio.app.garbage import collected_here
from procos_studio.app.language import NAMES, speak
from procos_studio.app.restarting import Restarting
from procos_studio.app.safety.safety import Safety
from procos_studio.app.safety.shelf import place
from procos_studio.app.settings import THEMES, Settings
from procos_studio.app.window import MainWindow

_UNUSABLE = 2
_SWITCH = 0.001
"""Seconds."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the studio with these arguments (default: the command line's); the exit code."""
    args = _parser().parse_args(argv)
    missing = missing_display()
    if missing:
        sys.stderr.write(f"{missing}\n")
        return _UNUSABLE
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ProcOS Studio")
    app.setOrganizationName("ProcOS")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    speak(app, args.language or Settings().language())
    # Ctrl-C in the terminal ends the app at once, as it would any other program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # A check on its thread lets the screen have the interpreter five times sooner than Python's own setting does.
    sys.setswitchinterval(_SWITCH)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop, collected_here(app):
        again = loop.run_until_complete(_show(args))
    if again is not None:
        # Only a process of its own finds the locks of this one's copies given back.
        os.execv(sys.executable, [sys.executable, "-m", "procos_studio.app.main", *again])
    return 0


async def _show(args: argparse.Namespace) -> list[str] | None:
    """Show the window until it is closed; with which arguments to begin anew, None for not at all."""
    settings = Settings()
    window = MainWindow(first_library(), settings, Appearance(settings, args.theme))
    Crashes(window).watch(asyncio.get_running_loop())
    safety = Safety(window, place())
    Ending(window, safety).watch()
    restarting = Restarting(window, safety)
    closed = asyncio.get_running_loop().create_future()
    window.closed.connect(partial(closed.set_result, None))
    first = settings.is_first_start()
    if first:
        window.showMaximized()
    else:
        window.show()
    window.open_paths(args.files)
    safety.look_back()
    if args.again is not None:
        safety.bring_back()
        window.open_paths([Path(args.again)] if args.again else [])
    if (first or args.run) and not args.files:
        window.files.open_sample()
    if args.run:
        await window.files.opened()
        window.runs.run_as_proposed()
    # Who has to decide about lost work is not shown around at the same time.
    if settings.is_tour_due() and safety.offer is None:
        window.show_tour()
    await closed
    safety.close()
    window.deleteLater()
    return restarting.wanted


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="procos-studio", description="Put blocks together and run them.")
    parser.add_argument("--version", action="version", version=f"procos-studio {__version__}")
    parser.add_argument("--theme", choices=THEMES, default="", help="the look (default: as chosen before)")
    parser.add_argument("--language", choices=tuple(NAMES), default="", help="the language (default: as chosen before)")
    parser.add_argument("--run", action="store_true", help="start the process at once; without a file, the sample's")
    parser.add_argument("--again", metavar="FRONT", help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="BPMN files to open")
    return parser


if __name__ == "__main__":
    sys.exit(main())
