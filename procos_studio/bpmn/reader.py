"""Reader: the bytes of a BPMN file -> a Diagram, losing nothing and trusting nothing."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
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

_PLACED = frozenset({"Bounds", "waypoint", "BPMNLabel"})
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
    survey = _surveyed(root, name)
    if root.tag != clark(BPMN, "definitions"):
        raise Refused(
            error(
                "bpmn.not-bpmn",
                f"This is XML, but no BPMN 2.0 (it begins with <{local_name(str(root.tag))[:40]}>).",
                file=name,
                hint="Open a file whose root is <definitions> in the BPMN 2.0 namespace.",
            )
        )
    building = _Building(survey)
    diagram = Diagram(building.build(root), prolog=_around(root, before=True), epilog=_around(root, before=False))
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


class _Survey(NamedTuple):
    """What the first walk finds: the ids that the file spells, and the prefixes of those few that declare any."""

    ids: set[str]
    declared: dict[etree._Element, Prefixes]


def _surveyed(root: etree._Element, name: str) -> _Survey:
    """Refuse what is too large or too deep to handle with care."""
    survey = _Survey(set(), {})
    count, crowd, depth = 0, 0, 0
    declared: Prefixes = {}
    for event, item in etree.iterwalk(root, events=("start-ns", "start", "end", "comment", "pi")):
        if event == "end" or item is None:
            depth -= 1
            continue
        if isinstance(item, tuple):
            declared[item[0] or None] = item[1]
            continue
        count += 1
        depth += event == "start"
        values = item.values()
        crowd += _crowd(len(values) + len(declared))
        excess = _excess(values, count, depth, crowd)
        if excess:
            raise Refused(_too_large(f"The file has {excess}.", name, item.sourceline))
        if declared:
            survey.declared[item] = declared
            declared = {}
        if written := item.get("id"):
            survey.ids.add(written)
    return survey


def _crowd(attributes: int) -> int:
    """What an element counts towards MAX_CROWD: libxml2 takes time by the square of the attributes of an element."""
    return attributes if attributes > 200 else 0


def _excess(values: Sequence[str], count: int, depth: int, crowd: int) -> str:
    if count > MAX_ELEMENTS:
        return f"more than {MAX_ELEMENTS:,} elements"
    if depth > MAX_DEPTH:
        return f"more than {MAX_DEPTH} levels"
    if crowd > MAX_CROWD:
        return "elements with too many attributes"
    if values and max(map(len, values)) > MAX_ATTRIBUTE:
        return "an attribute longer than 64 kB"
    return ""


def _around(root: etree._Element, *, before: bool) -> tuple[str, ...]:
    """Comments and instructions outside the root, as text, in document order."""
    siblings = list(root.itersiblings(preceding=before))
    ordered = reversed(siblings) if before else siblings
    return tuple(etree.tostring(item, encoding="unicode", with_tail=False) for item in ordered)


class _Building:
    """Turns an lxml tree into records. It recurses: the survey has refused what is too deep for that."""

    def __init__(self, survey: _Survey) -> None:
        self.problems: list[Problem] = []
        self._survey = survey
        self._elements: list[Element] = []
        self._keys: set[str] = set()
        self._made = 0
        self._names: dict[str, str] = {}

    def build(self, root: etree._Element) -> list[Element]:
        """Every record of the tree, the root first."""
        self._record(root, Definitions, "", "", _Around(False, {}))
        self._elements.reverse()
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
            if made not in self._survey.ids:
                return made

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
            if item.kind in _PLACED:
                self._check_numbers(item, key)
            content.append(item)
        text = _text(node, around)
        tag, attributes = self._named(node)
        self._elements.append(record(key, tag, parent, attributes, tuple(content), text, tail, declares))
        return key

    def _xml(self, node: etree._Element, tail: str, outer: _Around) -> Xml:
        if isinstance(node, etree._Comment):
            return Xml(COMMENT, text=node.text or "", tail=tail)
        if isinstance(node, etree._ProcessingInstruction):
            return Xml(INSTRUCTION, text=f"{node.target} {node.text or ''}".strip(), tail=tail)
        declares, around = self._opened(node, outer)
        tag, attributes = self._named(node)
        counts = around.counts
        children = tuple([self._xml(child, (child.tail or "") if counts else "", around) for child in node])
        return Xml(tag, attributes, _text(node, around), children, tail, declares)

    def _opened(self, node: etree._Element, outer: _Around) -> tuple[Prefixes, _Around]:
        """The prefixes that an element declares and that say something new, and what holds inside it."""
        counts = outer.counts or (len(node) > 0 and is_mixed(node))
        declared = self._survey.declared.get(node)
        if declared is None:
            return _NONE, outer if counts == outer.counts else _Around(counts, outer.scope)
        news = {prefix: uri for prefix, uri in declared.items() if outer.scope.get(prefix, "") != uri}
        return news, _Around(counts, {**outer.scope, **news})

    def _named(self, node: etree._Element) -> tuple[str, dict[str, str]]:
        """Tag and attributes; each name stands in memory once, however often the file has it."""
        one = self._names.setdefault
        tag = str(node.tag)
        return one(tag, tag), {one(name, name): value for name, value in node.items()}

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
    """What holds in an element: whether white space between its children counts, and the prefixes in force."""

    counts: bool
    scope: Prefixes


_NONE: Prefixes = {}
"""What nearly every element declares."""


def _text(node: etree._Element, around: _Around) -> str:
    """The text before the first child: white space between elements is gone, that in mixed content is kept."""
    return (node.text or "") if around.counts or not len(node) else ""


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
    # neither infinity nor what is no number at all (nan) is less
    return abs(value) < FARTHEST
