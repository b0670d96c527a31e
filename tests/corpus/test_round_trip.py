"""Files of others open, and survive open → save with nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from procos_studio.bpmn import Opened, read_bytes, write_bytes
from procos_studio.model.records import FlowNode
from procos_studio.problems import Refused

Canonical = Callable[[bytes], str]


def _opened(file: Path) -> tuple[bytes, Opened]:
    data = file.read_bytes()
    if not _is_safe(data):
        with pytest.raises(Refused):
            read_bytes(data, file.name)
        pytest.skip("not well-formed or with a document type, and refused")
    return data, read_bytes(data, file.name)


def _is_safe(data: bytes) -> bool:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return not root.getroottree().docinfo.doctype


def test_open_and_save_lose_nothing(corpus_file: Path, canonical: Canonical) -> None:
    # given a file of somebody else
    data, opened = _opened(corpus_file)
    # when it is saved unchanged
    saved = write_bytes(opened.diagram)
    # then it is the same XML, and saving once more changes not a byte
    assert canonical(saved) == canonical(data)
    assert write_bytes(read_bytes(saved).diagram) == saved


def test_renaming_one_node_changes_one_attribute(corpus_file: Path, canonical: Canonical) -> None:
    # given a file with a flow node
    data, opened = _opened(corpus_file)
    diagram = opened.diagram
    node = next((element for element in diagram.walk() if isinstance(element, FlowNode)), None)
    if node is None:
        pytest.skip("no flow node in it")
    # when the node gets another name
    with diagram.edit("Rename") as tx:
        tx.put(replace(node, attributes={**node.attributes, "name": "Another name"}))
    # then the same change by hand in the original gives the same XML
    tree = etree.fromstring(data)
    by_id = node.get("id")
    first = next(item for item in tree.iter(node.tag) if item.get("id", "") == by_id)
    first.set("name", "Another name")
    assert canonical(write_bytes(diagram)) == canonical(etree.tostring(tree.getroottree()))
    # and undoing it gives the file back
    diagram.undo()
    assert canonical(write_bytes(diagram)) == canonical(data)
