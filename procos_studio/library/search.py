"""Search: how well a block answers what a person types."""

from __future__ import annotations

import re
from collections.abc import Iterable

from procos_studio.library.definition import BlockDefinition

_WORD = re.compile(r"[^\W_]+")
_EXACT, _BEGINS, _INSIDE, _TYPO, _SCATTERED = 1.0, 0.8, 0.4, 0.35, 0.15
_NAME, _KEYWORD, _FAMILY, _REST = 100, 90, 50, 30
_SHORTEST_INSIDE, _SHORTEST_TYPO, _SHORTEST_SCATTERED = 4, 4, 3


def ranked(text: str, blocks: Iterable[BlockDefinition]) -> list[BlockDefinition]:
    """The blocks that answer every word, the best first; equal ones keep their order.

    Slips and abbreviations are forgiven only where nothing answers the words as they stand.
    """
    words, known = _words(text), list(blocks)
    return _sorted(words, known, loose=False) or _sorted(words, known, loose=True)


def _sorted(words: list[str], blocks: list[BlockDefinition], *, loose: bool) -> list[BlockDefinition]:
    scored = [(sum(scores), block) for block in blocks if all(scores := [_score(word, block, loose) for word in words])]
    return [block for _, block in sorted(scored, key=lambda pair: -pair[0])]


def _score(word: str, block: BlockDefinition, loose: bool) -> float:
    """The best of the block's texts; a common block wins a little over a rare one."""
    best = max(
        _NAME * _in_name(word, block.name, loose),
        _KEYWORD * _best(word, [part for keyword in block.keywords for part in _words(keyword)], loose),
        _FAMILY * _best(word, [*_words(block.family), *_words(block.element), *_words(block.id)], False),
        _REST * _best(word, _words(block.description), False),
    )
    return best + (0.5 - block.palette / 100 if block.palette else 0) if best else 0


def _in_name(word: str, name: str, loose: bool) -> float:
    """The first word of a name says most, and a name that is the word says all."""
    words = _words(name)
    whole = 0.05 * (words == [word])
    first = 0.02 * bool(words and words[0].startswith(word))
    found = _best(word, words, loose)
    return found + whole + first if found else 0


def _best(word: str, words: list[str], loose: bool) -> float:
    return max((_likeness(word, other, loose) for other in words), default=0)


def _likeness(word: str, other: str, loose: bool) -> float:
    if other == word:
        return _EXACT
    if other.startswith(word):
        return _BEGINS + 0.1 * len(word) / len(other)
    if len(word) >= _SHORTEST_INSIDE and word in other:
        return _INSIDE
    if not loose:
        return 0
    if len(word) >= _SHORTEST_TYPO and _is_slip(word, other):
        return _TYPO
    scattered = len(word) >= _SHORTEST_SCATTERED and other[:1] == word[:1] and _is_scattered(word, other)
    return _SCATTERED if scattered else 0


def _is_slip(word: str, other: str) -> bool:
    """Whether the other word begins like this one but for one letter added, left out, changed or exchanged."""
    return any(_differ_by_one(word, other[:length]) for length in (len(word) - 1, len(word), len(word) + 1))


def _differ_by_one(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    at = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    if len(short) < len(long):
        return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped


def _is_scattered(word: str, other: str) -> bool:
    """Whether the letters stand in the other word in this order, as in `msg` for `message`."""
    letters = iter(other)
    return all(letter in letters for letter in word)


def _words(text: str) -> list[str]:
    """Words in lower case; `sendTask` is two."""
    return _WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower())
