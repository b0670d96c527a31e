"""What the app remembers between starts: recent files, window layout, theme, what runs were started with."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from procos_studio.targets import TARGETS

THEMES = ("system", "light", "dark", "high-contrast")
MOTIONS = ("system", "on", "off")
_RECENT = "recent"
_MOST = 10
_STARTS, _STOPS = "starts", "stops"
_MOST_STARTS, _LONGEST_START = 50, 50_000


class Settings:
    """A typed door to QSettings; what it holds is never trusted."""

    def __init__(self) -> None:
        self._store = QSettings()

    def recent(self) -> list[Path]:
        """Files opened or saved last, the newest first; those that are gone are left out."""
        value = self._store.value(_RECENT, [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(str(name)) for name in names if os.path.isfile(str(name))]

    def note_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        resolved = path.resolve()
        names = [str(resolved), *(str(other) for other in self.recent() if other != resolved)]
        self._store.setValue(_RECENT, names[:_MOST])

    def theme(self) -> str:
        """One of `THEMES`."""
        value = str(self._store.value("theme", "system"))
        return value if value in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Remember the theme."""
        self._store.setValue("theme", name)

    def motion(self) -> str:
        """One of `MOTIONS`: whether what explains a run moves."""
        value = str(self._store.value("motion", "system"))
        return value if value in MOTIONS else "system"

    def set_motion(self, name: str) -> None:
        """Remember whether it moves."""
        self._store.setValue("motion", name)

    def language(self) -> str:
        """The language to speak, or `system`; whether there is such a one, `language.speak` decides."""
        return str(self._store.value("language", "system"))

    def set_language(self, name: str) -> None:
        """Remember the language."""
        self._store.setValue("language", name)

    def keymap(self) -> str:
        """The name of the preset of keys; `""` for the studio's own."""
        return str(self._store.value("keymap", ""))

    def set_keymap(self, name: str) -> None:
        """Remember the preset of keys."""
        self._store.setValue("keymap", name)

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that a person gave to commands, by the name that `Keymap` has for them."""
        try:
            found = json.loads(str(self._store.value("keys", "{}")))
        except (ValueError, RecursionError):
            return {}
        given = found.items() if isinstance(found, dict) else ()
        return {name: tuple(map(str, keys)) for name, keys in given if isinstance(keys, list)}

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Remember a person's keys."""
        self._store.setValue("keys", json.dumps(dict(keys)))

    def target(self) -> str:
        """The id of the engine whose rules are checked besides our own."""
        value = str(self._store.value("target", "operaton"))
        return value if value in TARGETS else "operaton"

    def set_target(self, target: str) -> None:
        """Remember the engine."""
        self._store.setValue("target", target)

    def reloads(self) -> bool:
        """Whether a diagram without changes is read again by itself when its file was changed."""
        return str(self._store.value("reload", "")) == "yes"

    def set_reloads(self) -> None:
        """Read such files again from now on."""
        self._store.setValue("reload", "yes")

    def layout(self) -> tuple[QByteArray, QByteArray] | None:
        """Geometry and state of the window, as Qt saved them."""
        geometry, state = self._store.value("geometry"), self._store.value("state")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None

    def is_first_start(self) -> bool:
        """Whether the app has never been closed before."""
        return self._store.value("geometry") is None

    def is_tour_due(self) -> bool:
        """Whether nobody has seen the tour yet, or has left it."""
        return str(self._store.value("tour", "due")) == "due"

    def set_tour_done(self) -> None:
        """Do not show the tour again by itself."""
        self._store.setValue("tour", "done")

    def set_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember geometry and state of the window."""
        self._store.setValue("geometry", geometry)
        self._store.setValue("state", state)

    def stops(self, file: str) -> dict[str, Any]:
        """What runs of a file are to stop at, as `Stops.kept` gave it."""
        return next((entry for entry in self._list(_STOPS) if entry.get("file") == file), {})

    def note_stops(self, file: str, kept: Mapping[str, Any]) -> None:
        """Remember it; of files in which nothing stops nothing is kept."""
        made = [{"file": file, **kept}] if any(kept.values()) else []
        others = [entry for entry in self._list(_STOPS) if entry.get("file") != file]
        self._store.setValue(_STOPS, json.dumps([*made, *others][:_MOST_STARTS]))

    def start_of(self, file: str) -> str:
        """The process of a file that was started last; `""` where none was."""
        return next((str(start.get("process", "")) for start in self._list(_STARTS) if start.get("file") == file), "")

    def answers(self, file: str, process: str) -> dict[str, Any]:
        """What a process of a file was started with the last time, by field."""
        for start in self._list(_STARTS):
            if (start.get("file"), start.get("process")) == (file, process):
                answers = start.get("answers")
                return answers if isinstance(answers, dict) else {}
        return {}

    def note_start(self, file: str, process: str, answers: Mapping[str, Any]) -> None:
        """Remember the last start of a process; answers beyond 50,000 characters are not worth it."""
        starts = self._list(_STARTS)
        others = [start for start in starts if (start.get("file"), start.get("process")) != (file, process)]
        kept = answers if len(json.dumps(dict(answers))) <= _LONGEST_START else {}
        made = {"file": file, "process": process, "answers": dict(kept)}
        self._store.setValue(_STARTS, json.dumps([made, *others[: _MOST_STARTS - 1]]))

    def _list(self, name: str) -> list[dict[str, Any]]:
        try:
            found = json.loads(str(self._store.value(name, "[]")))
        except (ValueError, RecursionError):
            return []
        return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
