"""The child process behind `aside`: keeps the elements that it was sent, and checks them when it is asked."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

from procos_studio.app.aside import Shelves, get, put
from procos_studio.app.findings import findings
from procos_studio.library import load
from procos_studio.model.elements import Element


def main() -> None:
    """Serve until the other side closes the pipe: lists are elements, a tuple of ids those that went, then a task."""
    shelves: Shelves = (0, ())
    library = load()
    known: dict[str, Element] = {}
    reading, writing = sys.stdin.buffer, sys.stdout.buffer
    gc.disable()
    with suppress(EOFError, BrokenPipeError):
        while True:
            message = get(reading)
            while isinstance(message, list):
                known.update((element.id, element) for element in message)
                message = get(reading)
            for key in message:
                known.pop(key, None)
            revision, read, target, wanted = get(reading)
            if wanted != shelves:
                shelves, library = wanted, load(wanted[1])
            put(writing, findings(known.values(), revision, read, library, target))
            gc.collect()


if __name__ == "__main__":
    main()
