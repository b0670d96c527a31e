"""Stage completion: one observation for the learner; the result goes back to the engine."""

from __future__ import annotations

from procos_studio.runtime.pde.passage import Passage


def completion(passage: Passage) -> str:
    """Learn from the call that served the task."""
    if passage.chosen is None:
        return "returned"
    passage.services.learner.observe(passage.chosen.name, ok=True, seconds=passage.seconds)
    return "learned, returned"
