"""Durations in words and in ISO 8601."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.library.durations import from_words, in_words


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("30 s", "PT30S"),
        ("30s", "PT30S"),
        ("90", "PT90S"),
        ("1 min 30 s", "PT1M30S"),
        ("1 minute and 30 seconds", "PT1M30S"),
        ("2h", "PT2H"),
        ("1 day, 12 hours", "P1DT12H"),
        ("3 months", "P3M"),
        ("3 M", "P3M"),
        ("3 m", "PT3M"),
        ("2 Wochen", "P2W"),
        ("1,5 s", "PT1.5S"),
        ("500 ms", "PT0.5S"),
    ],
)
def test_words_become_iso(words: str, iso: str) -> None:
    assert from_words(words) == iso


@pytest.mark.parametrize("text", ["", "soon", "1.5 h", "3 x", "1 s 2 s", "-5 s", "${x}", "PT30S", "5 s later"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert from_words(text) is None


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("PT30S", "30 seconds"),
        ("PT1M", "1 minute"),
        ("P1DT12H", "1 day 12 hours"),
        ("P2M", "2 months"),
        ("30 s", ""),
        ("${x}", ""),
    ],
)
def test_iso_becomes_words(iso: str, words: str) -> None:
    assert in_words(iso) == words


@given(st.integers(0, 999), st.integers(0, 99), st.integers(0, 99))
def test_what_is_said_in_words_is_read_back(days: int, hours: int, seconds: int) -> None:
    iso = f"P{days}DT{hours}H{seconds}S"
    assert from_words(in_words(iso)) == iso
