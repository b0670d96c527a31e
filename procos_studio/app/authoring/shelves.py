"""Shelves: which folders of blocks the studio reads beside those that it ships, and when it reads them again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from procos_studio.app.language import in_words
from procos_studio.library import Library, load
from procos_studio.library.shelves import present, project_shelf, user_shelves


def first_library() -> Library:
    """The library as the studio starts with it, in the person's language."""
    return in_words(load(present(user_shelves())))


class Shelves(QObject):
    """Renews a library when the open files bring other folders along, or when something was saved into one."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._files: tuple[Path, ...] = ()

    def follow(self, files: Iterable[Path]) -> None:
        """These files are open now."""
        self._files = tuple(files)
        if set(self._folders()) != set(self.library.path):
            self.reload()

    def reload(self) -> None:
        """Read all folders again."""
        self.library.renew(in_words(load(self._folders())))

    def places(self) -> dict[str, Path]:
        """Where blocks can be kept: the user's own library, and that of the project of each open file, by name."""
        own = {self.tr("My blocks"): user_shelves()[0]}
        shelves = dict.fromkeys(project_shelf(file) for file in self._files)
        return own | {self.tr("Project {name}").format(name=shelf.parent.name): shelf for shelf in shelves}

    def _folders(self) -> tuple[Path, ...]:
        return present((*user_shelves(), *(project_shelf(file) for file in self._files)))
