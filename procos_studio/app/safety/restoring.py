"""Restoring: a copy of what was not saved -> the document, with its history, as it was when the studio ended."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from procos_studio.app.document import Document
from procos_studio.app.safety.disk import digest
from procos_studio.app.safety.encoding import decoded
from procos_studio.app.safety.held import Unsaved
from procos_studio.bpmn import read_data, write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused, error


def restored(unsaved: Unsaved) -> Document:
    """The document; undo goes back to where its session began. Raises Refused where the copy makes no sense."""
    about = unsaved.about
    document = Document.read(unsaved.base, Path(about.path) if about.path else None)
    document.on_disk = about.on_disk
    diagram = document.diagram
    diagram.history.mark_unsaved()
    for number, (label, text) in enumerate(unsaved.edits):
        if number == about.saved:
            diagram.history.mark_saved()
        _do(diagram, label, text)
    if about.saved == len(unsaved.edits):
        diagram.history.mark_saved()
    return document


def is_saved(unsaved: Unsaved) -> bool:
    """Whether the file holds all of it, as where the studio ended after saving, and before the copy was thrown away."""
    about = unsaved.about
    if unsaved.typed or not about.path:
        return False
    try:
        data = read_data(about.path)
        return digest(data) != about.on_disk and write_bytes(restored(unsaved).diagram) == data
    except (OSError, Refused):
        return False


def _do(diagram: Diagram, label: str, text: str) -> None:
    try:
        after = decoded(text, diagram.root.id)
        with diagram.edit(label) as tx:
            tx.take(after)
            _look(diagram, after)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise Refused(error("recovery.damaged", "The copy holds an edit that does not fit.")) from failure


def _look(diagram: Diagram, touched: Iterable[str]) -> None:
    """Raise ValueError unless every element that was touched stands where its parent has it."""
    for key in touched:
        element = diagram.get(key)
        if element is None:
            if key == diagram.root.id:
                raise ValueError("no definitions")
            continue
        parent = diagram.get(element.parent)
        if (parent is None or key not in parent.children) and key != diagram.root.id:
            raise ValueError("an element stands nowhere")
        if any(child not in diagram or diagram[child].parent != key for child in element.children):
            raise ValueError("an element holds what does not exist")
