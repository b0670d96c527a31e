"""Drafting: what is being typed into a form, as the edit that leaving the field would make of it."""

from __future__ import annotations

from procos_studio.app.forms.page import Page
from procos_studio.app.forms.target import Target
from procos_studio.edits.rename import rename
from procos_studio.model.diff import Diff
from procos_studio.problems import Refused


def draft(target: Target, page: Page) -> Diff | None:
    """The edit; None where it would change nothing, or be refused."""
    row = page.typed_into
    diagram, label = target.diagram, f"Set {row.parameter.label}" if row is not None else "Rename"

    def write() -> None:
        if page.name_edit.isModified() and not target.is_several:
            rename(diagram, target.key, page.name_edit.text())
        if row is not None and row.field.draft() != target.values().get(row.parameter.id, ""):
            target.write(row.parameter, row.field.draft())

    try:
        return diagram.tried(label, write) or None
    except Refused:
        return None
