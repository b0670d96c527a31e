"""Mnemonics: letters that choose the entries of a menu."""

from __future__ import annotations

from procos_studio.app.mnemonics import lettered


def test_initials_come_first_and_no_letter_twice() -> None:
    assert lettered(["Cut", "Copy", "Close all", "Übung"]) == ["&Cut", "C&opy", "Close &all", "&Übung"]


def test_what_has_an_ampersand_or_no_free_letter_stays() -> None:
    assert lettered(["a", "a", "R&D", "…"]) == ["&a", "a", "R&D", "…"]
