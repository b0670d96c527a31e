"""Clipboard: copied blocks on the system's clipboard, as BPMN, so that they reach other windows and programs."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QGuiApplication

from procos_studio.bpmn import read_bytes
from procos_studio.edits.clip import Clip
from procos_studio.edits.fragment import clip_of, fragment
from procos_studio.layout import draw_missing
from procos_studio.problems import Refused, error

MIME = "application/x-procos-bpmn+xml"
_TEXT = "text/plain"


class Copied(QMimeData):
    """A clip that is written as a BPMN file when somebody first asks for that."""

    def __init__(self, clip: Clip) -> None:
        super().__init__()
        self.clip = clip
        self._written: bytes | None = None

    def formats(self) -> list[str]:
        """As what it can be had."""
        return [MIME, _TEXT]

    def hasFormat(self, mimetype: str) -> bool:
        """Whether it can be had as this."""
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> Any:
        """The file, as bytes or as text."""
        if self._written is None:
            self._written = fragment(self.clip)
        return QByteArray(self._written) if mimetype == MIME else self._written.decode()


def put(clip: Clip) -> Clip:
    """Let the clip be pasted anywhere: as blocks, or as the text of a BPMN file."""
    QGuiApplication.clipboard().setMimeData(Copied(clip))
    return clip


def take() -> Clip:
    """What was copied, here or elsewhere. Raises Refused where that is no BPMN, or cannot be read as such."""
    # none where nothing was ever copied, or where who copied it has gone
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if isinstance(data, Copied):
        return data.clip
    text = b"" if data is None else bytes(data.data(MIME).data()) if data.hasFormat(MIME) else _recoded(data.text())
    if not text:
        hint = "Select blocks and copy them first. What another window copied may go when that is closed."
        raise Refused(error("clipboard.empty", "There is nothing to paste.", hint=hint))
    if not text.startswith(b"<"):
        hint = "Blocks, and the text of a BPMN file, can be pasted here."
        raise Refused(error("clipboard.no-blocks", "What was copied is text, not blocks.", hint=hint))
    return clip_of(draw_missing(read_bytes(text).diagram))


def _recoded(text: str) -> bytes:
    """The text as UTF-8; what it says itself about its encoding was true only of its file."""
    return _ENCODING.sub(r"\1", text.strip().lstrip("\ufeff"), count=1).encode(errors="replace")


_ENCODING = re.compile(r"""^(<\?xml[^>]*?)\s+encoding=(?:"[^"]*"|'[^']*')""")
