"""What the app remembers between starts: recent files, window layout, theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from procos_studio.targets import TARGETS

_RECENT = "recent"
_MOST = 10


class Settings:
    """A typed door to QSettings; what it holds is never trusted."""

    def __init__(self) -> None:
        self._store = QSettings()

    def recent(self) -> list[Path]:
        """Files opened or saved last, the newest first; those that are gone are left out."""
        value = self._store.value(_RECENT, [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for name in names if (path := Path(str(name))).is_file()]

    def note_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        resolved = path.resolve()
        names = [str(resolved), *(str(other) for other in self.recent() if other != resolved)]
        self._store.setValue(_RECENT, names[:_MOST])

    def theme(self) -> str:
        """`light`, `dark` or `system`."""
        value = str(self._store.value("theme", "system"))
        return value if value in ("light", "dark", "system") else "system"

    def set_theme(self, name: str) -> None:
        """Remember the theme."""
        self._store.setValue("theme", name)

    def target(self) -> str:
        """The id of the engine whose rules are checked besides our own."""
        value = str(self._store.value("target", "operaton"))
        return value if value in TARGETS else "operaton"

    def set_target(self, target: str) -> None:
        """Remember the engine."""
        self._store.setValue("target", target)

    def layout(self) -> tuple[QByteArray, QByteArray] | None:
        """Geometry and state of the window, as Qt saved them."""
        geometry, state = self._store.value("geometry"), self._store.value("state")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None

    def is_first_start(self) -> bool:
        """Whether the app has never been closed before."""
        return self._store.value("geometry") is None

    def set_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember geometry and state of the window."""
        self._store.setValue("geometry", geometry)
        self._store.setValue("state", state)
