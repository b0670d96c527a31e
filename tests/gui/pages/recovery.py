"""What lies in the folder of unsaved work, and the offer to bring it back."""

from __future__ import annotations

from pathlib import Path

from procos_studio.app.safety.offer import Offer
from procos_studio.app.safety.safety import Safety
from tests.gui.pages.studio import StudioPage


def copies(shelf: Path) -> list[Path]:
    """The copies of what is not saved."""
    return sorted(shelf.glob("*.unsaved")) if shelf.exists() else []


def offer(studio: StudioPage, safety: Safety) -> Offer:
    """What the next start offers."""
    safety.look_back()
    assert safety.offer is not None, "nothing is offered"
    studio.settle()
    return safety.offer
