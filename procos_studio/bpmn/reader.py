"""Reader: the bytes of a BPMN file -> a Diagram, losing nothing and trusting nothing."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.lazy import lazy
from procos_studio.model.names import BPMN, clark, local_name
from procos_studio.model.records import FARTHEST, Definitions, record_type
from procos_studio.model.xml import COMMENT, INSTRUCTION, Xml
from procos_studio.problems import Problem, Refused, error, warning

MAX_BYTES = 50 * 1024 * 1024
MAX_ELEMENTS = 500_000
MAX_ATTRIBUTE = 64 * 1024
MAX_CROWD = 20_000
MAX_DEPTH = 100
_MANY = 200
"""From so many attributes on an element counts towards MAX_CROWD."""
Prefixes = dict[str | None, str]

_PLACED = ("}Bounds", "}waypoint", "}BPMNLabel")
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
    if root.tag != clark(BPMN, "definitions"):
        raise Refused(
            error(
                "bpmn.not-bpmn",
                f"This is XML, but no BPMN 2.0 (it begins with <{local_name(str(root.tag))[:40]}>).",
                file=name,
                hint="Open a file whose root is <definitions> in the BPMN 2.0 namespace.",
            )
        )
    building = _Building(_nodes(root, name), _declared(root, data), name)
    return Opened(Diagram(building.build(root)), tuple(building.problems))


def _too_large(message: str, name: str, line: int | None = None) -> Problem:
    return error("bpmn.too-large", message, file=name, line=line, hint="Split it into several files.")


def _excessive(excess: str, name: str, node: etree._Element) -> Refused:
    return Refused(_too_large(f"The file has {excess}.", name, node.sourceline))


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


def _nodes(root: etree._Element, name: str) -> list[etree._Element]:
    """Every node. While somebody holds them, lxml does not make them anew each time that one is come across."""
    nodes = list(root.iter())
    if len(nodes) > MAX_ELEMENTS:
        raise _excessive(f"more than {MAX_ELEMENTS:,} elements", name, nodes[MAX_ELEMENTS])
    return nodes


def _declared(root: etree._Element, data: bytes) -> dict[etree._Element, Prefixes]:
    """The prefixes of those few elements that declare any."""
    if data.count(b"xmlns") == len(root.nsmap):
        return {root: root.nsmap}
    found: dict[etree._Element, Prefixes] = {}
    declared: Prefixes = {}
    for _, item in etree.iterwalk(root, events=("start-ns", "start")):
        if isinstance(item, tuple):
            declared[item[0] or None] = item[1]
        elif item is not None and declared:
            found[item] = declared
            declared = {}
    return found


def _beside(root: etree._Element, *, before: bool) -> tuple[str, ...]:
    """Comments and instructions outside the root, as text, in document order."""
    siblings = list(root.itersiblings(preceding=before))
    ordered = reversed(siblings) if before else siblings
    return tuple(etree.tostring(item, encoding="unicode", with_tail=False) for item in ordered)


class _Building:
    """Turns an lxml tree into records, and refuses what is too large or too deep to handle with care.

    It recurses: libxml2 itself lets no file be much deeper than what is refused here.
    """

    def __init__(self, nodes: list[etree._Element], declared: Mapping[etree._Element, Prefixes], name: str) -> None:
        self.problems: list[Problem] = []
        self._nodes = nodes
        self._declared = declared
        self._name = name
        self._crowd = 0
        self._elements: list[Element] = []
        self._keys: set[str] = set()
        self._made = 0
        self._names: dict[str, str] = {}

    def build(self, root: etree._Element) -> list[Element]:
        """Every record of the tree, the root first."""
        self._record(root, Definitions, "", "", _Around(False, {}, 0))
        self._elements.reverse()
        definitions = self._elements[0]
        if isinstance(definitions, Definitions):
            prolog, epilog = _beside(root, before=True), _beside(root, before=False)
            self._elements[0] = replace(definitions, prolog=prolog, epilog=epilog)
        return self._elements

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
            if made not in self._spelled:
                return made

    @lazy
    def _spelled(self) -> set[str]:
        """The ids that the file spells."""
        return {node.get("id") or "" for node in self._nodes}

    def _record(self, node: etree._Element, record: type[Element], parent: str, tail: str, outer: _Around) -> str:
        """Make the record of a node after those below it; its key."""
        key = self._key(node)
        declares, around = self._opened(node, outer)
        content: list[Content] = []
        for child in node:
            after = (child.tail or "") if around.counts else ""
            tag = child.tag
            found = record_type(tag, record) if isinstance(tag, str) else None
            if found is not None:
                content.append(self._record(child, found, key, after, around))
                continue
            item = self._xml(child, after, around)
            if item.tag.endswith(_PLACED):
                self._check_numbers(item, key)
            content.append(item)
        text = _text(node, around)
        tag, attributes = self._named(node, declares)
        self._elements.append(record(key, tag, parent, attributes, tuple(content), text, tail, declares))
        return key

    def _xml(self, node: etree._Element, tail: str, outer: _Around) -> Xml:
        if isinstance(node, etree._Comment):
            return Xml(COMMENT, text=node.text or "", tail=tail)
        if isinstance(node, etree._ProcessingInstruction):
            return Xml(INSTRUCTION, text=f"{node.target} {node.text or ''}".strip(), tail=tail)
        declares, around = self._opened(node, outer)
        tag, attributes = self._named(node, declares)
        counts = around.counts
        children = tuple([self._xml(child, (child.tail or "") if counts else "", around) for child in node])
        return Xml(tag, attributes, _text(node, around), children, tail, declares)

    def _opened(self, node: etree._Element, outer: _Around) -> tuple[Prefixes, _Around]:
        """The prefixes that an element declares and that say something new, and what holds inside it."""
        counts, scope, depth = outer
        if depth >= MAX_DEPTH:
            raise _excessive(f"more than {MAX_DEPTH} levels", self._name, node)
        declared, is_leaf = self._declared.get(node), not len(node)
        if declared is None:
            # what holds in a leaf nobody asks about
            return _NONE, outer if is_leaf else _Around(counts or is_mixed(node), scope, depth + 1)
        news = {prefix: uri for prefix, uri in declared.items() if scope.get(prefix, "") != uri}
        return news, _Around(counts or is_mixed(node), {**scope, **news}, depth + 1)

    def _named(self, node: etree._Element, declares: Prefixes) -> tuple[str, dict[str, str]]:
        """Tag and attributes; each name stands in memory once, however often the file has it."""
        one = self._names.setdefault
        tag = str(node.tag)
        attributes = {one(name, name): value for name, value in node.items()}
        count = len(attributes) + len(declares)
        if count > _MANY:
            # libxml2 takes time by the square of the attributes of an element
            self._crowd += count
            if self._crowd > MAX_CROWD:
                raise _excessive("elements with too many attributes", self._name, node)
        if attributes and max(map(len, attributes.values())) > MAX_ATTRIBUTE:
            raise _excessive("an attribute longer than 64 kB", self._name, node)
        return one(tag, tag), attributes

    def _check_numbers(self, item: Xml, key: str) -> None:
        for part in item.walk() if item.children else (item,):
            for name in _COORDINATES:
                if name in part.attributes and not _is_near(part.attributes[name]):
                    self.problems.append(
                        warning(
                            "bpmn.far-coordinate",
                            f"The drawing has a coordinate {name}=“{part.get(name)[:20]}”, which cannot be shown.",
                            key,
                            hint="Move the element, or tidy the diagram.",
                        )
                    )


class _Around(NamedTuple):
    """What holds in an element: whether white space between its children counts, the prefixes in force, its level."""

    counts: bool
    scope: Prefixes
    depth: int


_NONE: Prefixes = {}
"""What nearly every element declares."""


def _text(node: etree._Element, around: _Around) -> str:
    """The text before the first child: white space between elements is gone, that in mixed content is kept."""
    return (node.text or "") if around.counts or not len(node) else ""


def is_mixed(node: etree._Element) -> bool:
    """Whether text stands beside elements in it, as in HTML, so that white space between them means something."""
    if node.get(_XML_SPACE) == "preserve":
        return True
    if not len(node):
        return False
    if (text := node.text) and not text.isspace():
        return True
    return any((text := child.tail) and not text.isspace() for child in node)


def _is_near(text: str) -> bool:
    try:
        value = float(text)
    except ValueError:
        return False
    # neither infinity nor what is no number at all (nan) is less
    return abs(value) < FARTHEST
