"""Reader: the bytes of a BPMN file -> a Diagram, losing nothing and trusting nothing."""

from __future__ import annotations

import errno
import math
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.names import BPMN, clark, local_name
from procos_studio.model.records import FARTHEST, Definitions, record_type
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml
from procos_studio.problems import Problem, Refused, error, warning

MAX_BYTES = 50 * 1024 * 1024
MAX_ELEMENTS = 500_000
MAX_ATTRIBUTE = 64 * 1024
MAX_CROWD = 20_000
MAX_DEPTH = 100
Prefixes = dict[str | None, str]

_COORDINATES = ("x", "y", "width", "height")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Opened:
    """A file that could be read, and what was noticed on the way."""

    diagram: Diagram
    problems: tuple[Problem, ...]


def read_file(path: Path | str) -> Opened:
    """Read a BPMN file. Raises OSError where there is none, Refused where it is unreadable or dangerous."""
    return read_bytes(read_data(path), str(path))


def read_data(path: Path | str) -> bytes:
    """The bytes of a file, and never many more than `read_bytes` takes. Raises OSError."""
    if Path(path).is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with open(path, "rb") as file:
        # A device or a pipe has no size to ask for
        return file.read(MAX_BYTES + 1)


def read_bytes(data: bytes, name: str = "") -> Opened:
    """Read BPMN from bytes; `name` stands in problems. Raises Refused."""
    if len(data) > MAX_BYTES:
        raise Refused(_too_large("The file is larger than 50 MB.", name))
    root = _parsed(data, name)
    _cap(root, name)
    if root.tag != clark(BPMN, "definitions"):
        raise Refused(
            error(
                "bpmn.not-bpmn",
                f"This is XML, but no BPMN 2.0 (it begins with <{local_name(str(root.tag))[:40]}>).",
                file=name,
                hint="Open a file whose root is <definitions> in the BPMN 2.0 namespace.",
            )
        )
    building = _Building(name)
    elements = building.build(root)
    diagram = Diagram(elements, prolog=_around(root, before=True), epilog=_around(root, before=False))
    return Opened(diagram, tuple(building.problems))


def _too_large(message: str, name: str, line: int | None = None) -> Problem:
    return error("bpmn.too-large", message, file=name, line=line, hint="Split it into several files.")


def _parsed(data: bytes, name: str) -> etree._Element:
    # Source of the settings: OWASP "XML External Entity Prevention"; a document type is refused outright
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as failure:
        raise Refused(_not_xml(failure, name)) from failure
    except (ValueError, LookupError) as failure:
        raise Refused(error("bpmn.not-xml", f"This cannot be read as XML: {failure}.", file=name)) from failure
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise Refused(
            error("bpmn.doctype", "The file declares a document type, which is not safe to read.", file=name, hint=_DTD)
        )
    return root


def _not_xml(failure: etree.XMLSyntaxError, name: str) -> Problem:
    line = failure.lineno or None
    reason = str(failure.msg or "not well-formed").split("\n")[0]
    if _OVER_LIMIT.search(reason):
        return _too_large("A part of the file is too long or too deep to be read with care.", name, line)
    reason = _PLACE.sub("", reason).rstrip(". ")
    found = error("bpmn.not-xml", f"This is no well-formed XML: {reason}.", file=name, line=line, hint=_MEND)
    return replace(found, column=failure.position[1] or None)


_OVER_LIMIT = re.compile("XML_PARSE_HUGE|amplification", re.IGNORECASE)
"""How libxml2 says that one of its own limits was met."""
_PLACE = re.compile(r",? line \d+, column \d+.*")
_MEND = "Mend the file in a text editor, or export it again from the tool that wrote it."
_DTD = "Delete the <!DOCTYPE …> at its beginning; BPMN needs none."


def _cap(root: etree._Element, name: str) -> None:
    """Refuse what is too large or too deep to handle with care."""
    count, crowd, declared = 0, 0, 0
    depth = 0
    for event, item in etree.iterwalk(root, events=("start-ns", "start", "end", "comment", "pi")):
        if isinstance(item, tuple):
            declared += 1
            continue
        if event == "end" or item is None:
            depth -= 1
            continue
        count += 1
        depth += event == "start"
        crowd += _crowd(len(item.attrib) + declared)
        declared = 0
        excess = _excess(item, count, depth, crowd)
        if excess:
            raise Refused(_too_large(f"The file has {excess}.", name, item.sourceline))


def _crowd(attributes: int) -> int:
    """What an element counts towards MAX_CROWD: libxml2 takes time by the square of the attributes of an element."""
    return attributes if attributes > 200 else 0


def _excess(node: etree._Element, count: int, depth: int, crowd: int) -> str:
    if count > MAX_ELEMENTS:
        return f"more than {MAX_ELEMENTS:,} elements"
    if depth > MAX_DEPTH:
        return f"more than {MAX_DEPTH} levels"
    if crowd > MAX_CROWD:
        return "elements with too many attributes"
    if any(len(value) > MAX_ATTRIBUTE for value in node.attrib.values()):
        return "an attribute longer than 64 kB"
    return ""


def _around(root: etree._Element, *, before: bool) -> tuple[str, ...]:
    """Comments and instructions outside the root, as text, in document order."""
    siblings = list(root.itersiblings(preceding=before))
    ordered = reversed(siblings) if before else siblings
    return tuple(etree.tostring(item, encoding="unicode", with_tail=False) for item in ordered)


class _Building:
    """Turns an lxml tree into records; children come before their parents, so nothing recurses over the file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._written: set[str] = set()
        self._keys: set[str] = set()
        self._made = 0

    def build(self, root: etree._Element) -> list[Element]:
        """Every record of the tree, the root first."""
        self._written.update(key for node in root.iter(etree.Element) if (key := node.get("id")))
        planned = self._plan(root)
        elements: list[Element] = []
        contents: dict[etree._Element, Content] = {}
        for read in _children_first(root):
            plan = planned.get(read.node)
            if plan is None:
                contents[read.node] = self._xml(read, contents)
                continue
            record, key, parent = plan
            elements.append(self._element(read, record, key, parent, contents))
            contents[read.node] = key
        elements.reverse()
        return elements

    def _plan(self, root: etree._Element) -> dict[etree._Element, tuple[type[Element], str, str]]:
        """Which nodes become records, of which class, under which key and parent."""
        planned: dict[etree._Element, tuple[type[Element], str, str]] = {
            root: (Definitions, self._key(root), ""),
        }
        stack = [root]
        while stack:
            parent = stack.pop()
            record, key, _ = planned[parent]
            kept: list[etree._Element] = []
            for child in parent:
                found = record_type(child.tag, record) if isinstance(child.tag, str) else None
                if found is not None:
                    planned[child] = (found, self._key(child), key)
                    kept.append(child)
            stack.extend(reversed(kept))
        return planned

    def _key(self, node: etree._Element) -> str:
        written = node.get("id") or ""
        if written and written not in self._keys:
            self._keys.add(written)
            return written
        if written:
            self.problems.append(
                warning(
                    "bpmn.duplicate-id",
                    f"The id “{written[:60]}” stands more than once; references to it mean the first.",
                    written,
                    hint="Give one of them another id.",
                )
            )
        while True:
            self._made += 1
            made = f"~{local_name(str(node.tag))}_{self._made}"
            if made not in self._written:
                return made

    def _element(
        self, read: _Read, record: type[Element], key: str, parent: str, contents: dict[etree._Element, Content]
    ) -> Element:
        node = read.node
        content = tuple(contents.pop(child) for child in node)
        for item in content:
            if isinstance(item, Xml) and item.kind in ("Bounds", "waypoint", "BPMNLabel"):
                self._check_numbers(item, key)
        return record(key, str(node.tag), parent, dict(node.attrib), content, read.text, read.tail, read.namespaces)

    def _xml(self, read: _Read, contents: dict[etree._Element, Content]) -> Xml:
        node = read.node
        if isinstance(node, etree._Comment):
            return Xml(COMMENT, text=node.text or "", tail=read.tail)
        if isinstance(node, etree._ProcessingInstruction):
            return Xml(INSTRUCTION, text=f"{node.target} {node.text or ''}".strip(), tail=read.tail)
        children = tuple(item for child in node if isinstance(item := contents.pop(child), Xml))
        return Xml(str(node.tag), dict(node.attrib), read.text, children, read.tail, read.namespaces)

    def _check_numbers(self, item: Xml, key: str) -> None:
        for part in item.walk():
            for name in _COORDINATES:
                if name in part.attributes and not _is_near(part.get(name)):
                    self.problems.append(
                        warning(
                            "bpmn.far-coordinate",
                            f"The drawing has a coordinate {name}=“{part.get(name)[:20]}”, which cannot be shown.",
                            key,
                            hint="Move the element, or tidy the diagram.",
                        )
                    )


class _Read(NamedTuple):
    """What the walk knows of a node: white space between elements is gone, that in mixed content is kept."""

    node: etree._Element
    text: str
    tail: str
    namespaces: Prefixes


class _Open(NamedTuple):
    """An element whose end is still to come: whether white space in it counts, its prefixes, all that are in force."""

    counts: bool
    declares: Prefixes
    scope: Prefixes


def _children_first(root: etree._Element) -> Iterator[_Read]:
    around = [_Open(False, {}, {})]
    declared: Prefixes = {}
    for event, node in etree.iterwalk(root, events=("start-ns", "start", "end", "comment", "pi")):
        if isinstance(node, tuple):
            declared[node[0] or None] = node[1]
        elif node is None:
            continue
        elif event == "start":
            around.append(_opened(around[-1], node, declared))
            declared = {}
        else:
            done = around.pop() if event == "end" else _Open(True, {}, {})
            text = _kept(node.text, done.counts or not len(node))
            yield _Read(node, text, _kept(node.tail, around[-1].counts), done.declares)


def _opened(outer: _Open, node: etree._Element, declared: Prefixes) -> _Open:
    counts = outer.counts or is_mixed(node)
    news = {prefix: uri for prefix, uri in declared.items() if outer.scope.get(prefix, "") != uri}
    return _Open(counts, news, {**outer.scope, **news} if news else outer.scope)


def _kept(text: str | None, counts: bool) -> str:
    return text if text and (counts or text.strip()) else ""


def is_mixed(node: etree._Element) -> bool:
    """Whether text stands beside elements in it, as in HTML, so that white space between them means something."""
    if node.get(_XML_SPACE) == "preserve":
        return True
    beside = (node.text, *(child.tail for child in node)) if len(node) else ()
    return any(text and text.strip() for text in beside)


def _is_near(text: str) -> bool:
    try:
        value = float(text)
    except ValueError:
        return False
    return math.isfinite(value) and abs(value) < FARTHEST
