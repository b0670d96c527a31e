"""Writer: a Diagram -> the bytes of a BPMN file; the same document always gives the same bytes."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from pathlib import Path

from lxml import etree

from procos_studio.bpmn.reader import is_mixed
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import PREFIXES, namespace_of
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml


def write_bytes(diagram: Diagram) -> bytes:
    """The file as UTF-8, indented by two spaces wherever an element holds elements only."""
    root = _tree(diagram)
    _indent(root)
    body = etree.tostring(root, encoding="unicode")
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', *diagram.root.prolog, body, *diagram.root.epilog)
    return ("\n".join(lines) + "\n").encode()


def write_file(diagram: Diagram, path: Path | str) -> None:
    """Write the file so that a full disk or a crash never loses the old one. Raises OSError."""
    replace_file(path, write_bytes(diagram))


def replace_file(path: Path | str, data: bytes) -> None:
    """Write beside a file, then put it in its place; mode and symbolic links stay. Raises OSError.

    A file that is marked as not to be written stays as it is, although its folder would allow to replace it.
    What is no regular file (`/dev/stdout`, a pipe) is written to as it stands.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    target = Path(os.path.realpath(target))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    beside = target.parent / f".procos-{secrets.token_hex(8)}"
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not (mode & _WRITABLE and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException as failure:
        beside.unlink(missing_ok=True)
        if isinstance(failure, OSError):
            failure.filename = str(path)  # nobody knows the one beside it
        raise


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _tree(diagram: Diagram) -> etree._Element:
    record = diagram.root
    root = etree.Element(record.tag, _attributes(record), nsmap=_namespaces(diagram))
    _set_text(root, record.text)
    stack: list[tuple[etree._Element, tuple[Content, ...]]] = [(root, record.content)]
    while stack:
        parent, content = stack.pop()
        for item in content:
            record_or_xml = diagram[item] if isinstance(item, str) else item
            node = _node(parent, record_or_xml)
            node.tail = _legal(record_or_xml.tail) or None
            below = record_or_xml.content if isinstance(record_or_xml, Element) else record_or_xml.children
            if below:
                stack.append((node, tuple(below)))
    return root


def _node(parent: etree._Element, item: Element | Xml) -> etree._Element:
    if item.tag == COMMENT:
        node: etree._Element = etree.Comment(item.text)
        parent.append(node)
        return node
    if item.tag == INSTRUCTION:
        target, _, data = item.text.partition(" ")
        node = etree.ProcessingInstruction(target, data or None)
        parent.append(node)
        return node
    node = etree.SubElement(parent, item.tag, _attributes(item), nsmap=dict(item.namespaces) or None)
    _set_text(node, item.text)
    return node


def _attributes(item: Element | Xml) -> dict[str, str]:
    return {name: _legal(value) for name, value in item.attributes.items()}


def _set_text(node: etree._Element, text: str) -> None:
    if text:
        node.text = _legal(text)


def _legal(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold (XML 1.0, 2.2): one bad character must not stop a save."""
    return _ILLEGAL.sub("\ufffd", text)


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _namespaces(diagram: Diagram) -> dict[str | None, str]:
    """The root's own prefixes, and one for each namespace of ours that is used where nothing declares it."""
    declared: dict[str | None, str] = dict(diagram.root.namespaces)
    lacking = _undeclared(diagram)
    declared.update((prefix, uri) for prefix, uri in PREFIXES.items() if uri in lacking and prefix not in declared)
    return declared


def _undeclared(diagram: Diagram) -> set[str]:
    """The namespaces of tags and attributes that no element around them declares."""
    lacking: set[str] = set()
    stack: list[tuple[Element | Xml, frozenset[str]]] = [(diagram.root, frozenset())]
    while stack:
        item, known = stack.pop()
        if item.namespaces:
            known = known.union(item.namespaces.values())
        lacking.update(uri for name in (item.tag, *item.attributes) if (uri := namespace_of(name)) not in known)
        below = item.content if isinstance(item, Element) else item.children
        stack.extend((diagram[child] if isinstance(child, str) else child, known) for child in below)
    return lacking


def _indent(root: etree._Element) -> None:
    """Line breaks between elements; text that people wrote beside elements stays as it is."""
    stack = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        if not len(node) or is_mixed(node):
            continue
        inner = "\n" + "  " * depth
        node.text = inner
        for child in node:
            child.tail = inner
            stack.append((child, depth + 1))
        node[-1].tail = inner[:-2]
