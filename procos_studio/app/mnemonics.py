"""Mnemonics: while a menu shows, each of its entries has a letter of its own that chooses it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def lettered(titles: Sequence[str]) -> list[str]:
    """The titles with `&` before their letters: initials of words where they are free; a title may be left without.

    A title that has an `&` already keeps it, and gets no letter.
    """
    taken: set[str] = set()
    return [_lettered(title, taken) for title in titles]


def _lettered(title: str, taken: set[str]) -> str:
    if "&" in title:
        return title
    for at in _places(title):
        letter = title[at].casefold()
        if letter.isalnum() and letter not in taken:
            taken.add(letter)
            return f"{title[:at]}&{title[at:]}"
    return title


def _places(title: str) -> Iterator[int]:
    """Where a letter may be taken, the best place first."""
    yield from (at for at in range(len(title)) if at == 0 or title[at - 1] == " ")
    yield from range(len(title))


def give_letters(menu: QMenu) -> None:
    """Give letters whenever this menu, or one below it, opens; elsewhere the same actions have none."""
    shown: dict[QAction, tuple[str, str]] = {}
    known: set[QMenu] = set()

    def put() -> None:
        take()
        actions = [action for action in menu.actions() if not action.isSeparator() and action.isVisible()]
        texts = [action.text() for action in actions]
        for action, plain, text in zip(actions, texts, lettered(texts), strict=True):
            shown[action] = plain, text
            action.setText(text)
        below = {inner for action in actions if isinstance(inner := action.menu(), QMenu)}
        for inner in below - known:
            give_letters(inner)
        known.update(below)

    def take() -> None:
        for action, (plain, text) in shown.items():
            if action.text() == text:
                action.setText(plain)
        shown.clear()

    menu.aboutToShow.connect(put)
    menu.aboutToHide.connect(take)
