"""Real files, damaged at random: whatever they have become, nothing crashes on them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.checks import check
from procos_studio.cli.show import describe
from procos_studio.compiler import compile_plan
from procos_studio.compiler.export import export
from procos_studio.library import load
from procos_studio.targets import TARGETS

WORDS = ("", " ", "NaN", "true", "${", "${a.b(", "x:y", "R/P")


def _damaged(path: Path, dice: random.Random) -> bytes:
    root = etree.fromstring(path.read_bytes())
    nodes = [node for node in root.iter(etree.Element) if node is not root]
    for _ in range(dice.randint(1, 6)):
        node, other = dice.choice(nodes), dice.choice(nodes)
        above = node.getparent()
        match dice.choice(("remove", "set", "unset", "text", "move")):
            case "remove" if above is not None:
                above.remove(node)
            case "set" if node.attrib:
                node.set(dice.choice(list(node.attrib)), dice.choice((*WORDS, other.get("id", "x"))))
            case "unset" if node.attrib:
                del node.attrib[dice.choice(list(node.attrib))]
            case "text":
                node.text = dice.choice(WORDS)
            case "move" if node is not other and node not in other.iterancestors():
                other.append(node)
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_crashes_on_a_damaged_file(corpus_files: list[Path], seed: int) -> None:
    # given ten files, damaged in the same way in every run
    dice, library = random.Random(seed), load()
    sound = [path for path in corpus_files if b"<!DOCTYPE" not in path.read_bytes() and _is_xml(path)]
    for path in dice.choices(sound, k=10):
        diagram = read_bytes(_damaged(path, dice)).diagram
        # when everything that reads a document reads them, then it has an answer
        assert write_bytes(read_bytes(write_bytes(diagram)).diagram) == write_bytes(diagram)
        for target in TARGETS.values():
            check(diagram, target=target, library=library)
        export(diagram, TARGETS["camunda7"])
        assert list(describe(diagram)) is not None
        compile_plan(diagram)


def _is_xml(path: Path) -> bool:
    try:
        etree.fromstring(path.read_bytes())
    except etree.XMLSyntaxError:
        return False
    return True
