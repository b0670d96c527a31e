"""Closing: documents and the studio go once their changes are saved or given up, and nothing of their runs is left."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from procos_studio.app import garbage
from procos_studio.app.authoring.authoring import Authoring
from procos_studio.app.files import Files
from procos_studio.app.panes import Panes
from procos_studio.app.run_control import RunControl
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace


class Closing(QObject):
    """`left` tells that every document has gone, and that no run is left."""

    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        files: Files,
        panes: Panes,
        runs: RunControl,
        authoring: Authoring,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._files, self._panes = workspace, files, panes
        self._runs, self._authoring = runs, authoring
        self._ending: set[asyncio.Task[None]] = set()

    def close_current(self) -> None:
        """Close the document in front, unless the person wants to stay."""
        if self._workspace.current is not None:
            self.close(self._workspace.current)
        else:
            self._files.let_be()

    def close(self, session: Session) -> None:
        """Close a document, unless the person wants to stay."""
        self._panes.finish_typing()
        if self._files.may_go(session):
            self._workspace.remove(session)
            self._begin(self._end([session]))

    def may_leave(self) -> bool:
        """Whether the studio may be closed; asks about all that is not saved."""
        self._panes.finish_typing()
        return self._files.may_all_go() and self._authoring.may_go()

    def leave(self) -> None:
        """Close everything without a question."""
        self._files.give_up()
        self._begin(self._leave(tuple(self._workspace.sessions()), tuple(self._ending)))

    def _begin(self, ending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(ending)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _leave(self, sessions: Sequence[Session], before: Sequence[asyncio.Task[None]]) -> None:
        for session in sessions:
            self._workspace.remove(session)
        await self._authoring.closed()
        await self._end(sessions)
        await asyncio.gather(*before)
        self.left.emit()

    async def _end(self, sessions: Sequence[Session]) -> None:
        for session in sessions:
            await self._runs.close(session)
            session.close()
        garbage.let_go()
