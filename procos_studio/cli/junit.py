"""JUnit: outcomes as the XML that build servers read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from procos_studio.cli.console import printable


class Case(NamedTuple):
    """One case of a suite; without `faults` it passed. `seconds` on the wall."""

    suite: str
    name: str
    file: str
    seconds: float
    faults: tuple[str, ...]


def written(cases: Iterable[Case]) -> bytes:
    """A document with a suite for each, in the order in which they came."""
    root = etree.Element("testsuites")
    for suite, some in groupby(cases, key=lambda case: case.suite):
        mine = list(some)
        failed = sum(bool(case.faults) for case in mine)
        counts = {"tests": len(mine), "failures": failed, "errors": 0, "skipped": 0}
        said = {"name": printable(suite), **{name: str(count) for name, count in counts.items()}}
        holder = etree.SubElement(root, "testsuite", said | {"time": _time(mine)})
        for case in mine:
            names = {"classname": printable(suite), "name": printable(case.name), "file": printable(case.file)}
            item = etree.SubElement(holder, "testcase", names | {"time": _time([case])})
            if case.faults:
                failure = etree.SubElement(item, "failure", {"message": printable(case.faults[0])})
                failure.text = "\n".join(map(printable, case.faults))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _time(cases: Iterable[Case]) -> str:
    return f"{sum(case.seconds for case in cases):.3f}"
