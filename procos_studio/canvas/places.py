"""Places: where each plane of a diagram was last looked at, and how near."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from procos_studio.canvas.surface import Surface


class Places:
    """Of the diagram that is shown; another one begins without any."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._seen: dict[str, tuple[float, QPointF]] = {}

    def note(self) -> None:
        """Remember what shows now."""
        if self._surface.is_open:
            camera = self._surface.camera
            self._seen[self._surface.plane] = (camera.scale, camera.visible.center())

    def forget(self) -> None:
        """Remember nothing."""
        self._seen.clear()

    def look(self) -> bool:
        """Look at the plane that shows as it was left; False where it was not seen before."""
        place = self._seen.get(self._surface.plane)
        if place is not None:
            self._surface.camera.look_at(*place)
        return place is not None
