"""Sentences: finds the template of a finished sentence, to say it in another language with the same values.

Rooms without Qt know nothing of languages: they write whole English sentences, and `scripts/translations.py` reads
their templates (`“{label}” has no end event.`) out of the source. A value may be such a sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

_PLACE = re.compile(r"\{(\w+)\}")
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST = 3
"""Letters that a template has beside its places at least; one with fewer would fit anything."""
_DEEPEST = 3
_KEPT = 10_000


class _Template(NamedTuple):
    """`probe` is the longest piece between the places: a cheap look before the pattern is tried."""

    probe: str
    pattern: re.Pattern[str]
    translation: str


class Sentences:
    """`texts` are sentences and templates with their translations, `names` what values may be called besides."""

    def __init__(self, texts: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._known, self._texts = {**names, **texts}, texts
        self._said: dict[str, str | None] = {}

    @cached_property
    def _templates(self) -> list[_Template]:
        """Made when the first sentence is asked for: a start of the studio needs none of these patterns."""
        found = [source for source in self._texts if _PLACE.search(source) and _weight(source) >= _FEWEST]
        # One that begins with words of its own comes first: “Move 3 blocks” is a move, not so many blocks.
        found.sort(key=lambda source: (_weight(_PLACE.split(source)[0]) == 0, -_weight(source)))
        return [_compiled(source, self._texts[source]) for source in found]

    def say(self, sentence: str) -> str | None:
        """The sentence in the other language; None where no template fits."""
        if sentence not in self._said:
            if len(self._said) >= _KEPT:
                self._said.clear()
            self._said[sentence] = self._composed(sentence, 0)
        return self._said[sentence]

    def _composed(self, sentence: str, depth: int) -> str | None:
        known = self._known.get(sentence)
        if known is not None or depth == _DEEPEST:
            return known
        for template in self._templates:
            found = template.pattern.fullmatch(sentence) if template.probe in sentence else None
            if found is not None:
                values = {name: self._composed(value, depth + 1) or value for name, value in found.groupdict().items()}
                return _filled(template.translation, values)
        return self._after_colon(sentence, depth) or self._listed(sentence)

    def _after_colon(self, sentence: str, depth: int) -> str | None:
        """What stands behind a name and a colon, as the rules of an engine are told."""
        head, colon, tail = sentence.partition(": ")
        said = self._composed(tail, depth + 1) if colon else None
        return f"{head}: {said}" if said is not None else None

    def _listed(self, sentence: str) -> str | None:
        """Several known words with commas between."""
        said = [self._known.get(word) for word in sentence.split(", ")]
        return ", ".join(word for word in said if word is not None) if None not in said else None


def _compiled(source: str, translation: str) -> _Template:
    pieces, pattern = list(_pieces(source)), ""
    for piece, place in pieces:
        pattern += re.escape(piece) + (f"(?P<{place}>.+?)" if place else "")
    return _Template(max((piece for piece, _ in pieces), key=len), re.compile(pattern, re.DOTALL), translation)


def _filled(translation: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[place[1]], translation)


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """What stands before each place, with its name; `""` behind the last."""
    at = 0
    for found in _PLACE.finditer(source):
        yield source[at : found.start()], found[1]
        at = found.end()
    yield source[at:], ""


def _weight(source: str) -> int:
    return len(_LETTERS.findall(_PLACE.sub("", source)))
