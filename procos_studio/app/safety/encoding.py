"""Encoding: records of a diagram <-> JSON texts, for the copies of what is not saved; what is read is never trusted."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from procos_studio.model.elements import Content, Element
from procos_studio.model.records import RECORDS, Definitions, RootElement
from procos_studio.model.xml import Xml

_SLICE = 50
"""Elements encoded at a time; between slices others may have the interpreter."""


def encoded(after: Mapping[str, Element | None]) -> str:
    """What an edit made of the elements that it touched, by key; an element that went is null."""
    parts = []
    for number, (key, element) in enumerate(after.items()):
        if number % _SLICE == _SLICE - 1:
            time.sleep(0)
        parts.append(f"{json.dumps(key)}:{json.dumps(_element(element) if element is not None else None)}")
    return f"{{{','.join(parts)}}}"


def decoded(text: str, root: str) -> dict[str, Element | None]:
    """The elements of `encoded`; `root` is the key of the definitions. Raises ValueError."""
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("no elements")
    return {key: _read(key, value, root) if value is not None else None for key, value in found.items()}


def _element(element: Element) -> list[Any]:
    content = [item if isinstance(item, str) else _xml(item) for item in element.content]
    beside = [[*element.prolog], [*element.epilog]] if isinstance(element, Definitions) else []
    return [element.parent, *_head(element), *beside, content]


def _xml(item: Xml) -> list[Any]:
    return [*_head(item), [_xml(child) for child in item.children]]


def _head(item: Element | Xml) -> list[Any]:
    # lists of pairs, as the default namespace has no prefix and JSON no null among its names
    namespaces = list(item.namespaces.items())
    return [item.tag, dict(item.attributes), item.text, item.tail, namespaces]


def _read(key: str, value: Any, root: str) -> Element:
    *_, content = fields = _fields(value, 9 if key == root else 7)
    parent, tag, attributes, text, tail, namespaces = fields[:6]
    inner: tuple[Content, ...] = tuple(item if isinstance(item, str) else _read_xml(item) for item in content)
    own = (key, _text(tag), _text(parent), _map(attributes), inner, _text(text), _text(tail), _map(namespaces))
    if key == root:
        return Definitions(*own, *(tuple(map(_text, beside)) for beside in fields[6:8]))
    return (RECORDS.get(tag) or (RootElement if parent == root else Element))(*own)


def _read_xml(value: Any) -> Xml:
    tag, attributes, text, tail, namespaces, children = _fields(value, 6)
    inner = tuple(_read_xml(child) for child in children)
    return Xml(_text(tag), _map(attributes), _text(text), inner, _text(tail), _map(namespaces))


def _fields(value: Any, count: int) -> list[Any]:
    if not isinstance(value, list) or len(value) != count or not isinstance(value[-1], list):
        raise ValueError("no element")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _map(value: Any) -> dict[Any, str]:
    pairs = value.items() if isinstance(value, dict) else value
    return {name if name is None else _text(name): _text(text) for name, text in pairs}
