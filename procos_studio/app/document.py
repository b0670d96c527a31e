"""Document: an open file, its diagram, and where it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from procos_studio.app.safety.disk import Stamp, digest, stamp
from procos_studio.bpmn import new_diagram, read_bytes, read_data, write_bytes
from procos_studio.bpmn.writer import replace_file
from procos_studio.canvas.looks import Look
from procos_studio.edits.become import RELOADED, become
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Collaboration, FlowNode, Plane, Process
from procos_studio.problems import Problem
from procos_studio.signals import Signal

_GONE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
"""How it shows that no file is there any more: perhaps a folder has its name now."""


class Document:
    """One diagram with its file; `path` is None until it is first saved.

    `base` are the bytes to which the edits of the history were made, `on_disk` is the digest of what the file holds as
    far as is known (`""`: nothing). `saved` tells that the file and what is known of it may agree or differ now.
    `problems` are what reading the file found, `looks` what is known already of how its first plane looks.
    """

    def __init__(
        self, diagram: Diagram, path: Path | None, problems: tuple[Problem, ...] = (), base: bytes = b""
    ) -> None:
        self.diagram = diagram
        self.path = path
        self.problems = problems
        self.base = base
        self.on_disk = ""
        self.looks: Mapping[str, Look] = {}
        self._stamp: Stamp | None = None
        self.saved: Signal[Document] = Signal()

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a file and draw what it leaves undrawn. Raises Refused or OSError."""
        seen = stamp(path)
        data = read_data(path)
        document = cls.read(data, path)
        document.on_disk, document._stamp = digest(data), seen
        return document

    @classmethod
    def read(cls, data: bytes, path: Path | None) -> Document:
        """The document of these bytes, of which no file is known to hold them. Raises Refused."""
        opened = read_bytes(data, str(path or ""))
        return cls(draw_missing(opened.diagram), path, opened.problems, data)

    @classmethod
    def new(cls, name: str) -> Document:
        """An empty executable process."""
        diagram = new_diagram(name)
        return cls(diagram, None, base=write_bytes(diagram))

    @property
    def title(self) -> str:
        """The file's name, or the process's while it has no file."""
        if self.path is not None:
            return self.path.name
        process = next(iter(self.diagram.children(self.diagram.root.id, Process)), None)
        return process.label if process else "Untitled"

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that the file does not have."""
        return self.diagram.history.is_modified

    def save(self, path: Path | None = None) -> None:
        """Write to `path`, or to where it came from. Raises OSError, ValueError without any path."""
        target = path or self.path
        if target is None:
            raise ValueError("this document has no file yet")
        data = write_bytes(self.diagram)
        replace_file(target, data)
        self.path = target
        self._agree(data)

    def seen(self) -> bytes | None:
        """What the file holds, where that is not what is known of it; `b""` where the file is gone. Raises OSError."""
        if self.path is None or not self.on_disk:
            return None
        now = stamp(self.path)
        if now is not None and now == self._stamp:
            return None
        try:
            data = read_data(self.path)
        except _GONE:
            return b""
        if digest(data) != self.on_disk:
            return data
        self._stamp = now
        return None

    def reload(self, data: bytes) -> None:
        """Become what the file holds now, as one edit. Raises Refused where that cannot be read."""
        opened = read_bytes(data, str(self.path or ""))
        become(self.diagram, draw_missing(opened.diagram), RELOADED)
        self.problems = opened.problems
        self._agree(data)

    def keep(self, data: bytes) -> None:
        """Know what the file holds now, and stay as it is: saving would change the file. `b""`: the file is gone."""
        self.on_disk = digest(data) if data else ""
        self._stamp = stamp(self.path) if self.path is not None else None
        self.diagram.history.mark_unsaved()
        self.saved.emit(self)

    def _agree(self, data: bytes) -> None:
        self.on_disk = digest(data)
        self._stamp = stamp(self.path) if self.path is not None else None
        self.diagram.history.mark_saved()
        self.saved.emit(self)

    def main_plane(self) -> Plane | None:
        """The plane to show first: the collaboration's, else the first process's, else any; an empty one at last."""
        children = self.diagram.children
        root = self.diagram.root.id
        tops = [element.id for kind in (Collaboration, Process) for element in children(root, kind)]
        planes = [plane for key in tops if (plane := self.diagram.plane_of(key)) is not None]
        planes = planes or list(self.diagram.all(Plane))
        return next((plane for plane in planes if plane.children), planes[0] if planes else None)

    def startable(self) -> tuple[Process, ...]:
        """The processes that a person may start: the executable ones that hold something, else the first of all.

        One that another process of the file calls comes by itself, and stands here only where all are such.
        """
        processes = self.diagram.children(self.diagram.root.id, Process)
        ready = [process for process in processes if process.is_executable and process.children]
        called = {node.reference("calledElement") for node in self.diagram.all(FlowNode)}
        begin = [process for process in ready if process.id not in called]
        return tuple(begin or ready or processes[:1])
