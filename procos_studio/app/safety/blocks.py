"""Blocks: copies of blocks that are being made and that no library has yet, and how their windows come back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from procos_studio.app.authoring.author import Author
from procos_studio.app.authoring.authoring import Authoring
from procos_studio.app.authoring.source import Source
from procos_studio.app.safety import keeper
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.drafts import block_of, block_text
from procos_studio.app.safety.held import Held, Unsaved
from procos_studio.app.safety.shelf import Shelf
from procos_studio.app.workspace import Workspace
from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element

BLOCK, KEY = "block", "key"
"""What the texts are called that hold a draft, and where in the bytes of the copy its subsystem is."""


class Blocks(QObject):
    """`failed` carries the name of a block and why no copy of it can be written now."""

    failed = Signal(str, str)

    def __init__(
        self, authoring: Authoring, workspace: Workspace, shelf: Shelf, writer: Executor, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._authoring, self._workspace = authoring, workspace
        self._shelf, self._writer = shelf, writer
        self._keepers: dict[Author, _Keeper] = {}

    def follow(self, author: Author) -> None:
        """Keep what is made in this window, as long as it is open."""
        diagrams = ((one.document.diagram, one.document.path) for one in self._workspace.sessions())
        path = next((path for diagram, path in diagrams if diagram is author.source.diagram), None)
        made = self._keepers[author] = _Keeper(author, str(path or ""), self._shelf, self._writer, self)
        made.failed.connect(self.failed)
        author.destroyed.connect(lambda _gone=None: self._keepers.pop(author).close())

    def recover(self, held: Held) -> None:
        """Open the window of a block again. Raises Refused or ValueError."""
        unsaved = held.unsaved
        author = self._authoring.bring(block_of(unsaved.typed[BLOCK]), self._origin(unsaved))
        self._keepers[author].replace(held)

    def hold(self) -> None:
        """The studio must go at once: keep the copies for the next start."""
        for made in self._keepers.values():
            made.hold()

    def close(self) -> None:
        """Everything is saved or given up."""
        for made in self._keepers.values():
            made.close()

    def _origin(self, unsaved: Unsaved) -> Source:
        """The subsystem in the file that it came from, where that is open, else as it was then."""
        key, path = unsaved.typed.get(KEY, ""), unsaved.about.path
        if not key:
            return Source()
        opened = (one.document for one in self._workspace.sessions())
        same = (one.diagram for one in opened if str(one.path) == path and key in one.diagram)
        diagram = next(same, None) or read_bytes(unsaved.base).diagram
        if key not in diagram:
            raise ValueError("the subsystem is missing")
        return Source(diagram, key)


class _Keeper(keeper.KeptCopy):
    """The copy of one draft."""

    failed = Signal(str, str)

    def __init__(self, author: Author, path: str, shelf: Shelf, writer: Executor, parent: QObject) -> None:
        super().__init__(shelf, writer, parent)
        self._author, self._path = author, path
        self._kept = self._name = ""
        self._writing.failed.connect(lambda reason: self.failed.emit(self._name, reason))
        self._writing.again.connect(self.take_typed)
        author.typing.connect(self.note_typing)

    def take_typed(self) -> None:
        """Keep the draft as it is now."""
        super().take_typed()
        if self._is_over or self._writing.is_waiting:
            return
        block = self._author.unsaved
        text = block_text(block) if block is not None else ""
        if text == self._kept and not (block is None and self._is_outdated):
            return
        typed = {BLOCK: text, KEY: self._author.source.key}
        if block is None:
            self._drop()
        elif self._kept:
            self._writing.do(self._copy.note, typed)
        else:
            diagram = self._author.source.diagram
            elements = tuple(diagram.elements.values()) if diagram is not None else ()
            about = About(self._path, block.name, "", -1, time.time())
            self._writing.do(_renew, self._copy, self._shelf.next_path(), about, elements, typed)
        self._kept, self._name = text, block.name if block is not None else self._name

    def close(self) -> None:
        """The window is closed, with nothing left to lose."""
        if not self._is_over:
            self._is_over = True
            self._writing.do(self._copy.remove)
            self._typing.stop()
            self._writing.stop()

    def _break(self) -> None:
        super()._break()
        self._kept = ""


def _renew(copy: Copy, path: Path, about: About, elements: tuple[Element, ...], typed: Mapping[str, str]) -> None:
    """On the thread."""
    copy.renew(path, about, write_bytes(Diagram(elements)) if elements else b"", (), typed)
