"""Sheets: cells on their way between a table of a form and a spreadsheet: tabs between cells, one line a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_LONGEST, _MOST = 1_000_000, 10_000
"""Characters and rows that are taken of a text."""


def rows_in(text: str, columns: int) -> list[list[str]]:
    """The cells of a text; what stands to the right of the last column joins it, so that nothing is lost."""
    lines = csv.reader(io.StringIO(text[:_LONGEST].replace("\0", "")), "excel-tab")
    try:
        rows = [[" ".join(cell.split()) for cell in line] for line, _ in zip(lines, range(_MOST), strict=False) if line]
    except csv.Error:
        rows = [line.split("\t") for line in text[:_LONGEST].splitlines()[:_MOST]]
    return [
        [*cells[: columns - 1], " ".join(filter(None, cells[columns - 1 :]))][: max(1, len(cells))] for cells in rows
    ]


def is_several(text: str) -> bool:
    """Whether a text is more than one cell."""
    return "\t" in text or "\n" in text.strip()


def text_of(rows: Iterable[Iterable[str]]) -> str:
    """The cells as a spreadsheet takes them."""
    written = io.StringIO()
    csv.writer(written, "excel-tab", lineterminator="\n").writerows(rows)
    return written.getvalue()
