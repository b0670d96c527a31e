"""Notes: what an engine has to remember about its changes, so that saving costs no more than what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance


class Notes:
    """What was touched since the last saving, and what is known to be saved.

    An operation changes its execution, those around it, and those that it opens or closes. So whatever touches an
    execution touches all around it: where one is noted, so are its scopes up to the root, and with the root the
    instance itself. `serials` and `families` count what has been given a number for its rows.
    """

    def __init__(self) -> None:
        self.touched: list[Execution] = []
        self.tokens: list[tuple[str, str]] = []
        self.ended: list[Instance] = []
        self.serials = 0
        self.families = 0
        self.letters = 0
        self.saved: dict[tuple[str, str], Any] = {}

    def touch(self, execution: Execution) -> None:
        """An execution has changed or is about to."""
        level: Execution | None = execution
        while level is not None and not level.is_noted:
            level.is_noted = True
            self.touched.append(level)
            level = level.up

    def left(self, execution: Execution) -> None:
        """An execution has left its tree."""
        if execution.serial:
            self.tokens.append((execution.instance.id, execution.id))
        if execution.up is not None:
            self.touch(execution.up)
