"""Stage start: the task's context is put together."""

from __future__ import annotations

from procos_studio.runtime.pde.passage import Passage
from procos_studio.runtime.pde.route import candidates


async def start(passage: Passage) -> str:
    """Find out who could serve the task, with which parameters."""
    passage.candidates = candidates(passage.work, passage.services.settings)
    return "context ready"
