"""Writes the pictures of the README, or of every state of the studio into a folder, without a screen.

docs/make_screenshots.py                      the pictures of the README
docs/make_screenshots.py --all build/screens  every state, light and dark, large and small
docs/make_screenshots.py --all build/screens --language de --theme dark --size 1280x720 --only running,finished
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import threading
import traceback
from http.server import ThreadingHTTPServer
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from stage import Model, Stage
from states import STATES, build, finished, running

from procos_studio.app.authoring.shelves import first_library
from procos_studio.app.garbage import collected_here
from procos_studio.app.language import NAMES, speak
from procos_studio.app.settings import THEMES

IMAGES = Path(__file__).resolve().parent / "images"
LARGE, SMALL = (1600, 1000), (1280, 720)
README = (
    ("build-light", build, "light", LARGE),
    ("build-dark", build, "dark", LARGE),
    ("running", running, "light", LARGE),
    ("running-dark", running, "dark", SMALL),
    ("finished", finished, "light", LARGE),
)


async def main(asked: argparse.Namespace, port: int) -> None:
    """Take all pictures that are asked for; one that cannot be taken is told, and the others are."""
    library = first_library()
    wanted = README
    if asked.all is not None:
        chosen = [state for state in STATES if not asked.only or state.__name__ in asked.only.split(",")]
        looks = product(chosen, asked.theme or ["light", "dark"], asked.size or [LARGE, SMALL])
        wanted = tuple((f"{state.__name__}-{theme}-{size[0]}", state, theme, size) for state, theme, size in looks)
    for name, state, theme, size in wanted:
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(library, theme, size, Path(folder), port)
            try:
                await state(stage)
            except Exception:
                traceback.print_exc()
            await stage.take((asked.all or IMAGES) / f"{name}.png")
            print(name, flush=True)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take pictures of the studio.")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every state, into this folder")
    parser.add_argument("--only", default="", metavar="NAMES", help="with --all: these states, with commas between")
    parser.add_argument("--theme", choices=THEMES, nargs="*")
    parser.add_argument("--size", type=_size, nargs="*", metavar="WIDTHxHEIGHT")
    parser.add_argument("--language", choices=tuple(NAMES), default="en")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _asked()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    app.setOrganizationName("ProcOS")
    app.setApplicationName("ProcOS Studio Screenshots")
    with tempfile.TemporaryDirectory() as folder, qasync.QEventLoop(app) as loop:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        speak(app, asked.language)
        asyncio.set_event_loop(loop)
        with collected_here(app):
            loop.run_until_complete(main(asked, server.server_port))
