"""Reader: the bytes of a BPMN file -> a Diagram, losing nothing and trusting nothing."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
MAX_DEPTH = 100
_COORDINATES = frozenset({"x", "y", "width", "height"})


@dataclass(frozen=True)
class Opened:
    """A file that could be read, and what was noticed on the way."""

    diagram: Diagram
    problems: tuple[Problem, ...]


def read_file(path: Path | str) -> Opened:
    """Read a BPMN file. Raises OSError where there is none, Refused where it is unreadable or dangerous."""
    file = Path(path)
    if file.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(file))
    if file.stat().st_size > MAX_BYTES:
        raise Refused(_too_large(str(file)))
    return read_bytes(file.read_bytes(), str(path))


def read_bytes(data: bytes, name: str = "") -> Opened:
    """Read BPMN from bytes; `name` stands in problems. Raises Refused."""
    if len(data) > MAX_BYTES:
        raise Refused(_too_large(name))
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


def _too_large(name: str) -> Problem:
    return error("bpmn.too-large", "The file is larger than 50 MB.", file=name, hint="Split it into several files.")


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
        line = failure.lineno or None
        reason = str(failure.msg or "not well-formed").split("\n")[0]
        raise Refused(
            error("bpmn.not-xml", f"This is no well-formed XML: {reason}.", file=name, line=line, hint=_MEND)
        ) from failure
    except (ValueError, LookupError) as failure:
        raise Refused(error("bpmn.not-xml", f"This cannot be read as XML: {failure}.", file=name)) from failure
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise Refused(
            error("bpmn.doctype", "The file declares a document type, which is not safe to read.", file=name, hint=_DTD)
        )
    return root


_MEND = "Mend the file in a text editor, or export it again from the tool that wrote it."
_DTD = "Delete the <!DOCTYPE …> at its beginning; BPMN needs none."


def _cap(root: etree._Element, name: str) -> None:
    """Refuse what is too large or too deep to handle with care."""
    count = 0
    stack: list[tuple[etree._Element, int]] = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        count += 1
        if count > MAX_ELEMENTS or depth > MAX_DEPTH:
            what = f"more than {MAX_ELEMENTS:,} elements" if count > MAX_ELEMENTS else f"more than {MAX_DEPTH} levels"
            raise Refused(error("bpmn.too-large", f"The file has {what}.", file=name, line=node.sourceline))
        if not isinstance(node.tag, str):
            continue
        for value in node.attrib.values():
            if len(value) > MAX_ATTRIBUTE:
                message = "An attribute is longer than 64 kB."
                raise Refused(error("bpmn.too-large", message, file=name, line=node.sourceline))
        stack.extend((child, depth + 1) for child in node)


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
        self._keys: set[str] = set()
        self._made = 0

    def build(self, root: etree._Element) -> list[Element]:
        """Every record of the tree, the root first."""
        planned = self._plan(root)
        elements: list[Element] = []
        contents: dict[etree._Element, Content] = {}
        for node in _children_first(root):
            plan = planned.get(node)
            if plan is None:
                contents[node] = self._xml(node, contents)
                continue
            record, key, parent = plan
            elements.append(self._element(node, record, key, parent, contents))
            contents[node] = key
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
        self._made += 1
        return f"~{local_name(str(node.tag))}_{self._made}"

    def _element(
        self,
        node: etree._Element,
        record: type[Element],
        key: str,
        parent: str,
        contents: dict[etree._Element, Content],
    ) -> Element:
        content = tuple(contents.pop(child) for child in node)
        for item in content:
            if isinstance(item, Xml) and item.kind in ("Bounds", "waypoint", "BPMNLabel"):
                self._check_numbers(item, key)
        return record(key, str(node.tag), parent, dict(node.attrib), content, _text(node), _tail(node), _declared(node))

    def _xml(self, node: etree._Element, contents: dict[etree._Element, Content]) -> Xml:
        if isinstance(node, etree._Comment):
            return Xml(COMMENT, text=node.text or "", tail=_tail(node))
        if isinstance(node, etree._ProcessingInstruction):
            return Xml(INSTRUCTION, text=f"{node.target} {node.text or ''}".strip(), tail=_tail(node))
        children = tuple(item for child in node if isinstance(item := contents.pop(child), Xml))
        return Xml(str(node.tag), dict(node.attrib), _text(node), children, _tail(node), _declared(node))

    def _check_numbers(self, item: Xml, key: str) -> None:
        for part in item.walk():
            for name in _COORDINATES & part.attributes.keys():
                if not _is_near(part.get(name)):
                    self.problems.append(
                        warning(
                            "bpmn.far-coordinate",
                            f"The drawing has a coordinate {name}=“{part.get(name)[:20]}”, which cannot be shown.",
                            key,
                            hint="Move the element, or tidy the diagram.",
                        )
                    )


def _children_first(root: etree._Element) -> Iterator[etree._Element]:
    return (node for event, node in etree.iterwalk(root, events=("end", "comment", "pi")))


def _text(node: etree._Element) -> str:
    text = node.text or ""
    return "" if len(node) and not text.strip() else text


def _tail(node: etree._Element) -> str:
    tail = node.tail or ""
    return tail if tail.strip() else ""


def _declared(node: etree._Element) -> dict[str | None, str]:
    above = node.getparent()
    known = above.nsmap if above is not None else {}
    return {prefix: uri for prefix, uri in node.nsmap.items() if known.get(prefix) != uri}


def _is_near(text: str) -> bool:
    try:
        value = float(text)
    except ValueError:
        return False
    return math.isfinite(value) and abs(value) < FARTHEST
