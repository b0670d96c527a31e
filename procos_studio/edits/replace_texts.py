"""Replace texts: puts other words into names, properties, expressions and code, at the places that were chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from procos_studio.edits.refusing import storable
from procos_studio.edits.wording import Text, reworded, texts
from procos_studio.model.diagram import Diagram


class Place(NamedTuple):
    """A piece of a text of an element: the characters from `start` to `end` become `after`."""

    element: str
    text: Text
    start: int
    end: int
    after: str


def replace_texts(diagram: Diagram, places: Iterable[Place]) -> int:
    """Replace in one edit; how many places were still as they were found. Raises Refused for what XML cannot hold."""
    chosen: dict[str, dict[Text, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        chosen[place.element][place.text].append(place)
    done = 0
    with diagram.edit("Replace texts") as tx:
        for key, by_text in chosen.items():
            element = diagram.get(key)
            left = set(texts(element)) & by_text.keys() if element is not None else set()
            if element is None or not left:
                continue
            after = {text: storable(_replaced(text.text, by_text[text]), key) for text in left}
            tx.put(reworded(element, _Said(after)))
            done += sum(len(by_text[text]) for text in left)
    return done


class _Said(dict[Text, str]):
    """What each text becomes; one that is not named stays."""

    def __call__(self, text: Text) -> str:
        return self.get(text, text.text)


def _replaced(text: str, places: Iterable[Place]) -> str:
    """The text with all pieces replaced; from the end, so that the others keep their place."""
    for place in sorted(places, key=lambda place: -place.start):
        text = text[: place.start] + place.after + text[place.end :]
    return text
