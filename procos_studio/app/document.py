"""Document: an open file, its diagram, and where it is saved."""

from __future__ import annotations

from pathlib import Path

from procos_studio.bpmn import new_diagram, read_file, write_file
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Collaboration, FlowNode, Plane, Process
from procos_studio.problems import Problem
from procos_studio.signals import Signal


class Document:
    """One diagram with its file; `path` is None until it is first saved.

    `saved` tells after every save. `problems` are what reading the file found.
    """

    def __init__(self, diagram: Diagram, path: Path | None, problems: tuple[Problem, ...] = ()) -> None:
        self.diagram = diagram
        self.path = path
        self.problems = problems
        self.saved: Signal[Document] = Signal()

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a file and draw what it leaves undrawn. Raises Refused or OSError."""
        opened = read_file(path)
        return cls(draw_missing(opened.diagram), path, opened.problems)

    @classmethod
    def new(cls, name: str) -> Document:
        """An empty executable process."""
        return cls(new_diagram(name), None)

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
        write_file(self.diagram, target)
        self.path = target
        self.diagram.history.mark_saved()
        self.saved.emit(self)

    def main_plane(self) -> Plane | None:
        """The plane to show first: the collaboration's, else the first process's, else any."""
        children = self.diagram.children
        root = self.diagram.root.id
        for kind in (Collaboration, Process):
            for element in children(root, kind):
                plane = self.diagram.plane_of(element.id)
                if plane is not None:
                    return plane
        return next(self.diagram.all(Plane), None)

    def startable(self) -> tuple[Process, ...]:
        """The processes that a person may start: the executable ones that hold something, else the first of all.

        One that another process of the file calls comes by itself, and stands here only where all are such.
        """
        processes = self.diagram.children(self.diagram.root.id, Process)
        ready = [process for process in processes if process.is_executable and process.children]
        called = {node.reference("calledElement") for node in self.diagram.all(FlowNode)}
        begin = [process for process in ready if process.id not in called]
        return tuple(begin or ready or processes[:1])
