"""History: the committed diffs, for undo and redo, and whether the saved state is the current one."""

from __future__ import annotations

from procos_studio.model.diff import Diff


class History:
    """Two stacks of diffs; a new edit empties the redo side."""

    def __init__(self) -> None:
        self._done: list[Diff] = []
        self._undone: list[Diff] = []
        self._saved: Diff | None = None
        self._is_saved_elsewhere = False

    @property
    def done(self) -> tuple[Diff, ...]:
        """What leads from the document as it was opened to the one there is now, the oldest first."""
        return tuple(self._done)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None where there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None where there is nothing."""
        return self._undone[-1].label if self._undone else None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of what was done, the oldest first."""
        return tuple(diff.label for diff in self._done)

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from the one last saved (or opened)."""
        return self._is_saved_elsewhere or self._saved is not (self._done[-1] if self._done else None)

    @property
    def saved(self) -> int:
        """How many of `done` the file has; -1 where it has none of the states that they lead through."""
        if self._is_saved_elsewhere:
            return -1
        found = (number for number, diff in enumerate(self._done, start=1) if diff is self._saved)
        return 0 if self._saved is None else next(found, -1)

    def mark_saved(self) -> None:
        """The current state is the one on disk."""
        self._saved = self._done[-1] if self._done else None
        self._is_saved_elsewhere = False

    def mark_unsaved(self) -> None:
        """No state of this history is the one on disk: another program wrote the file, or it is gone."""
        self._is_saved_elsewhere = True

    def record(self, diff: Diff) -> None:
        """Note a committed edit."""
        self._undone.clear()
        self._done.append(diff)

    def step_back(self) -> Diff | None:
        """The diff to take back, moved to the redo side; None where there is nothing."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def step_forward(self) -> Diff | None:
        """The diff to do again, moved to the undo side; None where there is nothing."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
