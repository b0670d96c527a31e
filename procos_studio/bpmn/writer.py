"""Writer: a Diagram -> the bytes of a BPMN file; the same document always gives the same bytes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lxml import etree

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import PREFIXES, namespace_of
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml


def write_bytes(diagram: Diagram) -> bytes:
    """The file as UTF-8, indented by two spaces wherever an element holds elements only."""
    root = _tree(diagram)
    _indent(root)
    body = etree.tostring(root, encoding="unicode")
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', *diagram.prolog, body, *diagram.epilog)
    return ("\n".join(lines) + "\n").encode()


def write_file(diagram: Diagram, path: Path | str) -> None:
    """Write beside the file, then put it in its place: a full disk never loses the old one. Raises OSError."""
    target = Path(path).resolve()
    data = write_bytes(diagram)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _tree(diagram: Diagram) -> etree._Element:
    record = diagram.root
    root = etree.Element(record.tag, dict(record.attributes), nsmap=_namespaces(diagram))
    _set_text(root, record.text)
    stack: list[tuple[etree._Element, tuple[Content, ...]]] = [(root, record.content)]
    while stack:
        parent, content = stack.pop()
        for item in content:
            record_or_xml = diagram[item] if isinstance(item, str) else item
            node = _node(parent, record_or_xml)
            node.tail = record_or_xml.tail or None
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
    if item.namespaces:
        node = etree.SubElement(parent, item.tag, dict(item.attributes), nsmap=dict(item.namespaces))
    else:
        node = etree.SubElement(parent, item.tag, dict(item.attributes))
    _set_text(node, item.text)
    return node


def _set_text(node: etree._Element, text: str) -> None:
    if text:
        node.text = text


def _namespaces(diagram: Diagram) -> dict[str | None, str]:
    """The root's own prefixes, and one for each further namespace that is used below but declared nowhere."""
    declared: dict[str | None, str] = dict(diagram.root.namespaces)
    known = set(declared.values()).union(*(element.namespaces.values() for element in diagram.elements.values()))
    lacking = {uri for prefix, uri in PREFIXES.items() if uri not in known and prefix not in declared}
    used = _used(diagram) if lacking else set()
    declared.update((prefix, uri) for prefix, uri in PREFIXES.items() if uri in lacking & used)
    return declared


def _used(diagram: Diagram) -> set[str]:
    """The namespaces of all tags and attributes."""
    names: set[str] = set()
    for element in diagram.elements.values():
        names.add(element.tag)
        names.update(element.attributes)
        for detail in element.details:
            for part in detail.walk():
                names.add(part.tag)
                names.update(part.attributes)
    return {namespace_of(name) for name in names}


def _indent(root: etree._Element) -> None:
    """Line breaks between elements; text that people wrote beside elements stays as it is."""
    stack = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        if not len(node) or node.text or any(child.tail for child in node):
            continue
        inner = "\n" + "  " * depth
        node.text = inner
        for child in node:
            child.tail = inner
            stack.append((child, depth + 1))
        node[-1].tail = inner[:-2]
